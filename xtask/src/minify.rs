//! Removes comments and indentation from our own style sheets and scripts.

/// A style sheet without comments and indentation.
pub fn style(source: &str) -> String {
    let mut rest = source;
    let mut code = String::new();
    while let Some((before, after)) = rest.split_once("/*") {
        code.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    code.push_str(rest);
    trimmed_lines(&code, |_| true)
}

/// A script without indentation and without comments on lines of their own.
pub fn script(source: &str) -> String {
    let is_comment = |line: &str| ["//", "/*", "* ", "*/"].iter().any(|start| line.starts_with(start)) || line == "*";
    trimmed_lines(source, |line| !is_comment(line))
}

fn trimmed_lines(text: &str, keep: impl Fn(&str) -> bool) -> String {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && keep(line)).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    #[test]
    fn keeps_the_code() {
        assert_eq!(super::style("/* a\n b */ p { }\n\n  q { } /* c */\n"), "p { }\nq { }");
        assert_eq!(super::script("  // why\n  a();\n  b(); // c\n  /** d\n   * e\n   */\n"), "a();\nb(); // c");
    }
}
