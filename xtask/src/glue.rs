//! What wasm-bindgen writes for the program, without what this page does not need of it.

use anyhow::{Context, Result, bail};
use std::collections::HashSet;

/// The glue's statements that the script after it needs, directly or through others. It exports nothing.
pub fn needed(glue: &str, script: &str) -> Result<String> {
    let (glue, _) =
        glue.rsplit_once("export {").context("the glue does not end in its exports: has wasm-bindgen changed?")?;
    if glue.contains("\nimport ") {
        bail!("the glue imports other files, which a page in one file cannot");
    }
    let statements = statements(glue);
    let mut named: HashSet<&str> = words(script).collect();
    loop {
        let before = named.len();
        let needed = statements.iter().filter(|text| name(text).is_none_or(|name| named.contains(name)));
        let text: Vec<&str> = needed.map(String::as_str).collect();
        named.extend(text.iter().flat_map(|text| words(text)));
        if named.len() == before {
            return Ok(text.concat());
        }
    }
}

/// A statement begins where a line does; its own lines are indented, up to its last.
fn statements(glue: &str) -> Vec<String> {
    let mut statements: Vec<String> = Vec::new();
    for line in glue.split_inclusive('\n') {
        let line = line.strip_prefix("export ").unwrap_or(line);
        // What follows a class about its disposal goes where the class goes.
        let inside = line.starts_with([' ', '}', '\n']) || line.starts_with("if (Symbol.dispose)");
        match statements.last_mut() {
            Some(statement) if inside => statement.push_str(line),
            _ => statements.push(line.to_string()),
        }
    }
    statements
}

/// What a statement is called that only says what something is.
fn name(statement: &str) -> Option<&str> {
    let mut words = words(statement);
    match words.next()? {
        "async" => words.nth(1),
        "function" | "class" | "const" => words.next(),
        _ => None,
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|sign: char| !sign.is_alphanumeric() && !"_$".contains(sign)).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_nothing_names_is_left_out() {
        let glue = "export class A {\n    a() { c(this); }\n}\nif (Symbol.dispose) A.prototype.b = A;\nconst B = 1\n    + A;\n\
            function c() {\n    return d;\n}\nlet d = 1, e;\nasync function f() {\n    f();\n}\nd++;\nexport { c, f as default };";
        let needed = "function c() {\n    return d;\n}\nlet d = 1, e;\nd++;\n";
        assert_eq!(super::needed(glue, "start(c)").unwrap(), needed);
        assert!(super::needed(glue, "f()").unwrap().contains("async function f"));
        assert!(super::needed("a();", "").is_err());
    }
}
