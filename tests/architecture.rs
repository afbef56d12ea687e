//! The structure of the source: directions of imports, no cycles, no browser in the core, nothing unsafe, a tidy root.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Folders whose files must not depend on each other in a cycle, with the path of their module.
const ACYCLIC: &[(&str, &[&str])] =
    &[("src/app", &["crate", "app"]), ("src/words", &["crate", "words"]), ("crates/model/src", &["crate"])];

/// Crates that only a browser has a use for.
const WEB_CRATES: &[&str] =
    &["gloo", "js_sys", "leptos", "plotters_canvas", "send_wrapper", "wasm_bindgen", "wasm_bindgen_futures", "web_sys"];

/// Parts of the library that are compiled for wasm32 only.
const WEB_PARTS: &[&str] = &["app/", "platform/", "embed/connection.rs"];

/// Everything that the root may contain, besides dot files.
const ROOT: &[&str] = &[
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE",
    "README.md",
    "Trunk.toml",
    "benches",
    "crates",
    "deny.toml",
    "examples",
    "index.html",
    "locales",
    "rust-toolchain.toml",
    "src",
    "style",
    "tests",
    "xtask",
];

/// Folders that tools write into, ignored by version control.
const GENERATED: &[&str] = &["dist", "node_modules", "target"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The modules of the library, each with the modules that it may use: the table of ARCHITECTURE.md. A module may also use
/// all that the modules known to it use.
fn import_table() -> Vec<(String, Vec<String>)> {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let mut modules: Vec<(String, Vec<String>)> = Vec::new();
    for row in text.lines().filter(|line| line.starts_with("| `src/") || line.starts_with("| `crates/")) {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let name = cells[0].trim_matches('`').rsplit('/').next().unwrap().to_owned();
        let named = |known: &&(String, Vec<String>)| match cells[2] {
            "everything above" => true,
            knows => knows.split(", ").any(|name| name == known.0),
        };
        let known = modules.iter().filter(named);
        let uses = known.flat_map(|(name, uses)| uses.iter().chain([name])).cloned().collect();
        modules.push((name, uses));
    }
    modules
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

fn library_files() -> Vec<PathBuf> {
    ["src", "crates"].into_iter().flat_map(|folder| rust_files(&root().join(folder))).collect()
}

/// The library's files as module and path in it (`chart/svg.rs`), each with its code.
fn library_code() -> Vec<(String, String)> {
    let read = |path: PathBuf| {
        let relative = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
        let name = relative.trim_start_matches("crates/").replacen("src/", "", 1);
        (name, code(&fs::read_to_string(&path).unwrap()))
    };
    library_files().into_iter().map(read).collect()
}

/// A source text without comments and string literals.
fn code(source: &str) -> String {
    let mut code = String::new();
    let mut rest = source;
    while let Some(next) = rest.chars().next() {
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("r#\"") {
            rest.find("\"#").map_or(rest.len(), |end| end + 2)
        } else if rest.starts_with("'\"'") {
            3
        } else if next == '"' {
            let mut escaped = false;
            let end = rest.char_indices().skip(1).find(|(_, char)| {
                let ends = *char == '"' && !escaped;
                escaped = *char == '\\' && !escaped;
                ends
            });
            end.map_or(rest.len(), |(at, _)| at + 1)
        } else {
            code.push(next);
            rest = &rest[next.len_utf8()..];
            continue;
        };
        rest = &rest[skipped..];
    }
    code
}

/// Identifiers, `::`, and single characters.
fn tokens(code: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = code.trim_start();
    while let Some(next) = rest.chars().next() {
        let is_word = |char: char| char.is_alphanumeric() || char == '_' || char == '$';
        let length = if is_word(next) {
            rest.find(|char| !is_word(char)).unwrap_or(rest.len())
        } else if rest.starts_with("::") {
            2
        } else {
            next.len_utf8()
        };
        tokens.push(&rest[..length]);
        rest = rest[length..].trim_start();
    }
    tokens
}

/// A path in a source text, such as `super::axis::Ticks`.
#[derive(Debug, PartialEq)]
struct UsedPath {
    segments: Vec<String>,
    /// Whether the path stands in a `use` that exports its name again.
    is_reexport: bool,
}

/// Every path of at least two segments. `a::{b, c::d}` counts as two paths.
fn paths(code: &str) -> Vec<UsedPath> {
    let tokens = tokens(code);
    let mut found = Vec::new();
    let (mut at, mut is_reexport) = (0, false);
    while at < tokens.len() {
        match tokens[at] {
            // `pub use` and `pub(crate) use`.
            "use" => is_reexport = at > 0 && (tokens[at - 1] == "pub" || tokens[at - 1] == ")"),
            ";" => is_reexport = false,
            _ => {}
        }
        let starts =
            is_identifier(tokens[at]) && tokens.get(at + 1) == Some(&"::") && (at == 0 || tokens[at - 1] != "::");
        if !starts {
            at += 1;
            continue;
        }
        let mut branches = Vec::new();
        at = path(&tokens, at, &[], &mut branches);
        found.extend(branches.into_iter().map(|segments| UsedPath { segments, is_reexport }));
    }
    found
}

/// Reads one path from `at` on into `found`, and returns the index behind it.
fn path(tokens: &[&str], mut at: usize, prefix: &[String], found: &mut Vec<Vec<String>>) -> usize {
    let mut segments = prefix.to_vec();
    loop {
        match tokens.get(at) {
            Some(&"{") => {
                at += 1;
                while at < tokens.len() && tokens[at] != "}" {
                    at = if is_identifier(tokens[at]) || tokens[at] == "*" {
                        path(tokens, at, &segments, found)
                    } else {
                        at + 1
                    };
                }
                return at + 1;
            }
            Some(segment) if is_identifier(segment) || *segment == "*" => segments.push((*segment).to_string()),
            _ => break,
        }
        at += 1;
        if tokens.get(at) != Some(&"::") {
            break;
        }
        at += 1;
    }
    if segments.len() > 1 {
        found.push(segments);
    }
    // The new name of `as` is no path.
    if tokens.get(at) == Some(&"as") { at + 2 } else { at }
}

/// Code without the module of tests at its end.
fn without_tests(code: &str) -> &str {
    code.split("#[cfg(test)]\nmod ").next().unwrap_or(code)
}

fn is_identifier(token: &str) -> bool {
    token.starts_with(|char: char| char.is_alphabetic() || char == '_')
}

/// A file of a folder, as a module.
struct Module {
    file: String,
    code: String,
    paths: Vec<UsedPath>,
}

/// The files of a folder by the path of their module.
fn modules(folder: &str, module: &[&str]) -> BTreeMap<Vec<String>, Module> {
    let folder = root().join(folder);
    let read = |path: PathBuf| {
        let code = code(&fs::read_to_string(&path).unwrap());
        let file = path.strip_prefix(&folder).unwrap().to_string_lossy().replace('\\', "/");
        let inner = file.trim_end_matches(".rs").split('/').filter(|part| !["mod", "lib"].contains(part));
        let name = module.iter().copied().chain(inner).map(str::to_string).collect();
        (name, Module { file, paths: paths(without_tests(&code)), code })
    };
    rust_files(&folder).into_iter().map(read).collect()
}

/// The module that a path of another module leads to. Names that a module exports again lead to their origin.
fn resolve(modules: &BTreeMap<Vec<String>, Module>, from: &[String], path: &[String]) -> Option<Vec<String>> {
    let mut target = absolute(modules, from, path)?;
    // A chain of exports is short.
    for _ in 0..8 {
        let length = (1..=target.len()).rev().find(|length| modules.contains_key(&target[..*length]))?;
        let (module, rest) = target.split_at(length);
        let Some(name) = rest.first() else { return Some(module.to_vec()) };
        let exported = modules[module].paths.iter().filter(|path| path.is_reexport).find_map(|path| {
            let source = absolute(modules, module, &path.segments)?;
            let (last, origin) = source.split_last()?;
            let matches =
                last == name || (last == "*" && modules.get(origin).is_some_and(|origin| defines(origin, name)));
            matches.then(|| [origin, std::slice::from_ref(name)].concat())
        });
        match exported {
            Some(source) if source[..source.len() - 1] != *module => target = source,
            _ => return Some(module.to_vec()),
        }
    }
    None
}

/// A path from the crate's root on: resolves `self`, `super` and names of child modules.
fn absolute(modules: &BTreeMap<Vec<String>, Module>, from: &[String], path: &[String]) -> Option<Vec<String>> {
    let (mut base, mut rest) = (from.to_vec(), path);
    match path.first()?.as_str() {
        "crate" => return Some(path.to_vec()),
        "self" => rest = &path[1..],
        "super" => {
            while rest.first().is_some_and(|segment| segment == "super") {
                base.pop()?;
                rest = &rest[1..];
            }
        }
        child => {
            base.push(child.to_string());
            return modules.contains_key(&base).then(|| [from, path].concat());
        }
    }
    Some([&base, rest].concat())
}

/// Whether a module defines an item of this name.
fn defines(module: &Module, name: &str) -> bool {
    let keywords = ["fn", "struct", "enum", "trait", "const", "static", "type", "mod"];
    tokens(&module.code).windows(2).any(|pair| keywords.contains(&pair[0]) && pair[1] == name)
}

/// The files of a folder, each with the files it uses. An export of a child's name is no use of the child.
fn dependencies(modules: &BTreeMap<Vec<String>, Module>) -> BTreeMap<String, BTreeSet<String>> {
    let used = |name: &Vec<String>, module: &Module| {
        let paths = module.paths.iter().filter(|path| !path.is_reexport);
        let targets = paths.filter_map(|path| resolve(modules, name, &path.segments));
        targets.map(|target| modules[&target].file.clone()).filter(|file| *file != module.file).collect()
    };
    modules.iter().map(|(name, module)| (module.file.clone(), used(name, module))).collect()
}

/// Cycles of a graph: breaking each of them leaves none.
fn cycles(mut graph: BTreeMap<String, BTreeSet<String>>) -> Vec<Vec<String>> {
    let mut cycles = Vec::new();
    loop {
        // A file without dependencies is part of no cycle.
        while let Some(leaf) = graph.iter().find(|(_, used)| used.is_empty()).map(|(file, _)| file.clone()) {
            graph.remove(&leaf);
            graph.values_mut().for_each(|used| _ = used.remove(&leaf));
        }
        let Some(start) = graph.keys().next() else { return cycles };
        let mut walk = vec![start.clone()];
        let cycle = loop {
            let next = graph[walk.last().unwrap()].first().unwrap().clone();
            match walk.iter().position(|file| *file == next) {
                Some(at) => break walk.split_off(at),
                None => walk.push(next),
            }
        };
        // Breaks this cycle where it closes.
        graph.get_mut(cycle.last().unwrap()).unwrap().remove(&cycle[0]);
        cycles.push(cycle);
    }
}

#[test]
fn files_of_a_folder_do_not_depend_on_each_other_in_a_cycle() {
    let mut found = Vec::new();
    for (folder, module) in ACYCLIC {
        for mut cycle in cycles(dependencies(&modules(folder, module))) {
            cycle.push(cycle[0].clone());
            found.push(format!("{folder}: {}", cycle.join(" → ")));
        }
    }
    assert!(
        found.is_empty(),
        "{} cycles of files that use each other; move what they share into a file below both:\n{}",
        found.len(),
        found.join("\n")
    );
}

#[test]
fn cycles_are_found() {
    let graph = |edges: &[(&str, &[&str])]| {
        let files = |used: &[&str]| used.iter().map(|file| file.to_string()).collect();
        edges.iter().map(|(file, used)| (file.to_string(), files(used))).collect()
    };
    assert!(cycles(graph(&[("a", &["b", "c"]), ("b", &["c"]), ("c", &[])])).is_empty());
    let two = graph(&[("a", &["b"]), ("b", &["c"]), ("c", &["b", "d"]), ("d", &["e"]), ("e", &["d"])]);
    assert_eq!(cycles(two), [vec!["b", "c"], vec!["d", "e"]]);
}

#[test]
fn dependencies_are_resolved_to_files() {
    let module = |file: &str, source: &str| {
        let code = code(source);
        let inner = file.trim_end_matches(".rs").split('/').filter(|part| *part != "mod");
        let name: Vec<String> = ["crate"].into_iter().chain(inner).map(str::to_string).collect();
        (name, Module { file: file.to_string(), paths: paths(without_tests(&code)), code })
    };
    let modules = [
        module("mod.rs", "mod a; mod b; pub use a::A; pub use b::*; fn own() {}"),
        module("a.rs", "use super::{B, own};\n#[cfg(test)]\nmod tests { use super::super::c::C; }"),
        module("b.rs", "pub struct B; // crate::a::A\nconst TEXT: &str = \"crate::a::A\";"),
        module("c.rs", "mod d; use crate::A as Other; fn f() { d::g(self::d::h, std::mem::take) }"),
        module("c/d.rs", "use super::super::a; use crate::other::{self, X};"),
    ];
    let found = dependencies(&modules.into_iter().collect());
    let used = |file: &str| found[file].iter().map(String::as_str).collect::<Vec<_>>();
    assert!(used("mod.rs").is_empty() && used("b.rs").is_empty());
    assert_eq!(used("a.rs"), ["b.rs", "mod.rs"]);
    assert_eq!(used("c.rs"), ["a.rs", "c/d.rs"]);
    assert_eq!(used("c/d.rs"), ["a.rs", "mod.rs"]);
}

#[test]
fn imports_have_one_direction() {
    let mut wrong = BTreeSet::new();
    let modules = import_table();
    for (file, code) in library_code() {
        let Some((module, _)) = file.split_once('/') else { continue };
        let Some((_, allowed)) = modules.iter().find(|(name, _)| *name == module) else {
            panic!("src/{module} is missing in the table of ARCHITECTURE.md");
        };
        for path in paths(&code).iter().filter(|path| path.segments[0] == "crate") {
            let used = &path.segments[1];
            if modules.iter().any(|(name, _)| name == used) && used != module && !allowed.contains(used) {
                wrong.insert(format!("src/{file} uses {used}"));
            }
        }
    }
    assert!(wrong.is_empty(), "against the direction of imports: {wrong:#?}");
}

#[test]
fn paths_are_found_in_every_form() {
    let code = "use crate::{model::{run, Outcome}, words};\npub(crate) use crate::chart::Figure as Picture;\n\
        let a = crate::facts::all(); $crate::x; std::mem::take";
    let found: Vec<String> = paths(code).iter().map(|path| path.segments.join("::")).collect();
    let wanted = [
        "crate::model::run",
        "crate::model::Outcome",
        "crate::words",
        "crate::chart::Figure",
        "crate::facts::all",
        "std::mem::take",
    ];
    assert_eq!(found, wanted);
    assert_eq!(paths(code).iter().filter(|path| path.is_reexport).count(), 1);
}

#[test]
fn the_core_has_no_browser() {
    let mut wrong = Vec::new();
    for (file, code) in library_code() {
        if file == "main.rs" || WEB_PARTS.iter().any(|part| file.starts_with(part)) {
            continue;
        }
        for web in WEB_CRATES {
            if code.contains(&format!("{web}::")) || code.contains(&format!("use {web}")) {
                wrong.push(format!("src/{file} uses {web}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn web_crates_are_dependencies_of_the_browser_only() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let table = |name: &str| {
        let start = manifest.find(&format!("[{name}]")).unwrap_or_else(|| panic!("Cargo.toml has no [{name}]"));
        let rest = &manifest[start + 1..];
        rest[..rest.find("\n[").unwrap_or(rest.len())].to_owned()
    };
    let (everywhere, browser) = (table("dependencies"), table("target.'cfg(target_arch = \"wasm32\")'.dependencies"));
    for web in ["gloo", "js-sys", "leptos", "plotters-canvas", "wasm-bindgen", "web-sys"] {
        assert!(!everywhere.contains(&format!("\n{web} ")), "{web} is a dependency everywhere");
        assert!(browser.contains(&format!("\n{web} ")), "{web} is no dependency of the page");
    }
}

#[test]
fn unsafe_code_is_forbidden() {
    for file in [
        "crates/model/src/lib.rs",
        "crates/scenario/src/lib.rs",
        "src/lib.rs",
        "src/main.rs",
        "xtask/src/lib.rs",
        "xtask/src/main.rs",
        "tests/browser/src/lib.rs",
        "tests/browser/src/main.rs",
        "tests/browser/src/bin/page_bench.rs",
    ] {
        let text = fs::read_to_string(root().join(file)).unwrap();
        assert!(text.lines().any(|line| line == "#![forbid(unsafe_code)]"), "{file} does not forbid unsafe code");
    }
}

#[test]
fn every_file_has_a_doc_comment() {
    let without = |file: &PathBuf| !fs::read_to_string(file).unwrap().starts_with("//! ");
    let files: Vec<_> = library_files().into_iter().filter(without).collect();
    assert!(files.is_empty(), "{files:?}");
}

#[test]
fn the_root_is_tidy() {
    let names = fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    let names: Vec<_> = names.filter(|name| !name.starts_with('.') && !GENERATED.contains(&name.as_str())).collect();
    for name in &names {
        assert!(ROOT.contains(&name.as_str()), "{name} is not in the list of files and folders of the root");
    }
    for needed in ["Cargo.toml", "Trunk.toml", "index.html", "src", "style", "tests"] {
        assert!(names.iter().any(|name| name == needed), "{needed} is missing");
    }
}
