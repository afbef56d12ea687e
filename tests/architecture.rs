//! The house keeps its shape: imports go one way, the core knows no browser, nothing is unsafe, the root stays tidy.

use std::fs;
use std::path::{Path, PathBuf};

/// Each room, and the rooms it may use.
const ROOMS: &[(&str, &[&str])] = &[
    // These two are crates of their own: cargo itself keeps the direction.
    ("scenario", &[]),
    ("model", &[]),
    ("analysis", &["model", "scenario"]),
    ("facts", &["scenario"]),
    ("words", &["analysis", "facts", "model", "scenario"]),
    ("chart", &["analysis", "facts", "words", "model", "scenario"]),
    ("export", &["analysis", "chart", "facts", "words", "model", "scenario"]),
    ("embed", &["export", "words", "model", "scenario"]),
    // A canvas is a surface that charts are drawn on.
    ("platform", &["chart", "scenario"]),
    ("app", &["analysis", "chart", "embed", "export", "facts", "words", "model", "platform", "scenario"]),
];

/// Crates that only a browser has a use for.
const WEB: &[&str] =
    &["gloo", "js_sys", "leptos", "plotters_canvas", "send_wrapper", "wasm_bindgen", "wasm_bindgen_futures", "web_sys"];

/// Files and rooms that are compiled for wasm32 only.
const WEB_ROOMS: &[&str] = &["app/", "platform/", "embed/connection.rs"];

/// Everything that may stand in the root.
const ROOT: &[&str] = &[
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE",
    "README.md",
    "Trunk.toml",
    "benches",
    "crates",
    "examples",
    "index.html",
    "src",
    "style",
    "tests",
    "xtask",
];

/// What tools leave behind, and version control does not see.
const LEFT: &[&str] = &["dist", "node_modules", "target"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            files.push(path);
        }
    }
    files
}

/// The sources of the library: room and path in it, and the code without comments.
fn sources() -> Vec<(String, String)> {
    let read = |path: PathBuf| {
        let path_in = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
        let name = path_in.trim_start_matches("crates/").replacen("src/", "", 1);
        let text = fs::read_to_string(&path).unwrap();
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        (name, code)
    };
    library_files().into_iter().map(read).collect()
}

fn library_files() -> Vec<PathBuf> {
    ["src", "crates"].into_iter().flat_map(|folder| rust_files(&root().join(folder))).collect()
}

/// The names that follow `crate::`, alone or in braces.
fn used_rooms(code: &str) -> Vec<String> {
    let mut used = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        // `$crate` and `other_crate::` are something else.
        if code[..at].ends_with(|sign: char| sign.is_alphanumeric() || "_$".contains(sign)) {
            continue;
        }
        let after = &code[at + "crate::".len()..];
        match after.strip_prefix('{') {
            Some(group) => used.extend(group_heads(group)),
            None => used.push(word(after)),
        }
    }
    used
}

fn word(text: &str) -> String {
    text.chars().take_while(|sign| sign.is_alphanumeric() || *sign == '_').collect()
}

/// The first name of each part of `a::b, c::{d, e}}`.
fn group_heads(group: &str) -> Vec<String> {
    let (mut depth, mut start, mut heads) = (0, 0, Vec::new());
    for (at, sign) in group.char_indices() {
        match sign {
            '{' => depth += 1,
            '}' if depth == 0 => {
                heads.push(word(group[start..at].trim_start()));
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                heads.push(word(group[start..at].trim_start()));
                start = at + 1;
            }
            _ => {}
        }
    }
    heads.retain(|head| !head.is_empty());
    heads
}

#[test]
fn imports_go_one_way() {
    let mut wrong = Vec::new();
    for (name, code) in sources() {
        let Some((room, _)) = name.split_once('/') else { continue };
        let Some((_, allowed)) = ROOMS.iter().find(|(known, _)| *known == room) else {
            panic!("src/{room} is a room that the design does not know");
        };
        for used in used_rooms(&code) {
            let is_room = ROOMS.iter().any(|(known, _)| *known == used);
            if is_room && used != room && !allowed.contains(&used.as_str()) {
                wrong.push(format!("src/{name} uses {used}"));
            }
        }
    }
    assert!(wrong.is_empty(), "against the direction:\n{}", wrong.join("\n"));
}

#[test]
fn imports_are_found_in_every_form() {
    let code =
        "use crate::{model::{run, Outcome}, words};\nuse crate::chart::Figure;\nlet a = crate::facts::all(); $crate::x";
    assert_eq!(used_rooms(code), ["model", "words", "chart", "facts"]);
}

#[test]
fn the_core_knows_no_browser() {
    let mut wrong = Vec::new();
    for (name, code) in sources() {
        if name == "main.rs" || WEB_ROOMS.iter().any(|room| name.starts_with(room)) {
            continue;
        }
        for web in WEB {
            if code.contains(&format!("{web}::")) || code.contains(&format!("use {web}")) {
                wrong.push(format!("src/{name} uses {web}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn web_crates_are_for_the_browser_only() {
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
fn nothing_is_unsafe() {
    for start in [
        "crates/model/src/lib.rs",
        "crates/scenario/src/lib.rs",
        "src/lib.rs",
        "src/main.rs",
        "xtask/src/lib.rs",
        "xtask/src/main.rs",
        "tests/browser/src/lib.rs",
        "tests/browser/src/main.rs",
    ] {
        let text = fs::read_to_string(root().join(start)).unwrap();
        assert!(text.lines().any(|line| line == "#![forbid(unsafe_code)]"), "{start} does not forbid unsafe code");
    }
}

#[test]
fn every_file_says_what_it_is_for() {
    let silent: Vec<_> =
        library_files().into_iter().filter(|file| !fs::read_to_string(file).unwrap().starts_with("//! ")).collect();
    assert!(silent.is_empty(), "{silent:?}");
}

#[test]
fn the_root_has_its_shape() {
    let names = fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    let names: Vec<_> = names.filter(|name| !name.starts_with('.') && !LEFT.contains(&name.as_str())).collect();
    for name in &names {
        assert!(ROOT.contains(&name.as_str()), "{name} does not belong into the root");
    }
    for needed in ["Cargo.toml", "Trunk.toml", "index.html", "src", "style", "tests"] {
        assert!(names.iter().any(|name| name == needed), "{needed} is missing");
    }
}
