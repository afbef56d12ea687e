//! Turns Trunk's release build into one self-contained file. The same files make the same page.

use crate::document::Document;
use crate::process::read;
use crate::site_metadata::Site;
use crate::{content, csp, minify, payload, reproducible, sizes, static_files};
use anyhow::{Context, Result, bail, ensure};
use std::path::{Path, PathBuf};

const BOOT: &str = include_str!("../assets/boot.js");
const START: &str = include_str!("../assets/start.js");

/// Browsers draw nothing before the static page is complete up to the element behind it: drawn in parts, it moves where the
/// order of a phone differs from that of the document.
const STATIC_PAGE_BLOCKS_RENDERING: &str = "<link rel=\"expect\" href=\"#payback-state\" blocking=\"render\">";

/// Trunk's hook after each build. A development build stays as Trunk made it.
pub fn hook() -> Result<()> {
    let variable =
        |name: &str| std::env::var(name).with_context(|| format!("{name} is not set: Trunk runs this command"));
    let folder = PathBuf::from(variable("TRUNK_STAGING_DIR")?);
    static_files::write(&folder)?;
    if variable("TRUNK_PROFILE")? != "release" {
        return Ok(());
    }
    let file = folder.join("index.html");
    let site = Site::from_env()?;
    let (page, inlined) = bundle(&folder, &read(&file)?, site.as_ref())?;
    std::fs::write(&file, &page)?;
    for file in inlined {
        std::fs::remove_file(folder.join(file))?;
    }
    if let Some(site) = &site {
        site.write(&folder)?;
    }
    sizes::report(page.as_bytes())
}

/// The page, and the files that are part of it now.
fn bundle(folder: &Path, html: &str, site: Option<&Site>) -> Result<(String, Vec<String>)> {
    let mut page = Document::new(html);
    let scripts = page.remove_scripts();
    let links = page.remove_links();
    let linked =
        |rel: &str| links.iter().filter(|link| link.rel == rel).map(|link| link.href.clone()).collect::<Vec<_>>();
    let (styles, icons) = (linked("stylesheet"), linked("icon"));
    let (glues, programs) = (linked("modulepreload"), linked("preload"));
    let ([glue], [program], 1) = (glues.as_slice(), programs.as_slice(), scripts) else {
        bail!("Trunk's page has not exactly one program");
    };
    let style = styles.iter().map(|file| read(&folder.join(file))).collect::<Result<Vec<_>>>()?.concat();
    let style = minify::style(&style);
    let boot = minify::script(BOOT);
    let module = module(&read(&folder.join(glue))?)?;
    let program = std::fs::read(folder.join(program))?;
    reproducible::check(&program)?;

    page.fill("policy", &csp::meta(&[&boot, &module], &style))?;
    page.fill("site", &[content::metadata(), site.map(Site::metadata).unwrap_or_default()].join("\n"))?;
    let head =
        [icon_links(folder, &icons)?, format!("<style>{style}</style>"), STATIC_PAGE_BLOCKS_RENDERING.to_owned()];
    page.fill("boot", &format!("<script>{boot}</script>\n{}", head.concat()))?;
    page.fill("failures", &content::failures())?;
    page.fill("page", &content::static_page())?;
    page.fill(
        "program",
        &format!(
            "{}\n<script type=\"module\">{module}</script>\n<i id=\"payback-end\" hidden></i>",
            payload::elements(&program)
        ),
    )?;
    let inlined = [styles, icons, glues, programs].concat();
    Ok((page.text().to_string(), inlined))
}

/// wasm-bindgen's glue as it is, followed by the start script: one module, in which the start script calls the glue.
fn module(glue: &str) -> Result<String> {
    ensure!(!glue.contains("\nimport "), "the glue imports other files, which a page in one file cannot");
    let module = format!("{glue}\n{}", minify::script(START));
    ensure!(!module.contains("</script") && !module.contains("<!--"), "the script would end its own element");
    Ok(module)
}

fn icon_links(folder: &Path, files: &[String]) -> Result<String> {
    let link = |file: &String| {
        let data = payload::base64(&std::fs::read(folder.join(file))?);
        Ok(format!("<link rel=\"icon\" href=\"data:image/svg+xml;base64,{data}\">\n"))
    };
    files.iter().map(link).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::process::root;

    #[test]
    fn the_same_files_make_the_same_page() {
        let folder = root().join("target").join("inline-test");
        std::fs::create_dir_all(&folder).unwrap();
        let files = [("a.css", "b {}"), ("i.svg", "<svg/>"), ("glue.js", "let wasm;"), ("a.wasm", "\0asm\x01\0\0\0")];
        for (name, text) in files {
            std::fs::write(folder.join(name), text).unwrap();
        }
        let html = std::fs::read_to_string(root().join("index.html")).unwrap();
        let (before, links) = html.split_once("<link").unwrap();
        let (_, after) = links.split_once("</head>").unwrap();
        let trunk = [
            "<link rel=\"icon\" href=\"./i.svg\">",
            "<link rel=\"stylesheet\" href=\"./a.css\">",
            "<script type=\"module\"></script>",
            "<link rel=\"modulepreload\" href=\"./glue.js\">",
            "<link rel=\"preload\" href=\"./a.wasm\">",
        ];
        let html = format!("{before}{}</head>{after}", trunk.concat());
        let make = || bundle(&folder, &html, None).unwrap();
        let (page, inlined) = make();
        assert_eq!(inlined, ["a.css", "i.svg", "glue.js", "a.wasm"]);
        assert!(page == make().0 && page.contains("8.4"));
    }

    #[test]
    fn a_glue_that_does_not_fit_into_one_file_is_refused() {
        assert!(module("let wasm;\nexport { wasm };").is_ok());
        for glue in ["let wasm;\nimport './other.js';", "let end = '</script>';"] {
            assert!(module(glue).is_err(), "{glue}");
        }
    }
}
