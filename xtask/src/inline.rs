//! Turns Trunk's release build into one self-contained file: no request, the same bytes every time.

use crate::document::{self, Document};
use crate::found::Site;
use crate::payload::Payload;
use crate::{folders, glue, names, policy, site, sizes};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};

const BOOT: &str = include_str!("../assets/boot.js");
const TOGETHER: &str = include_str!("../assets/together.js");
const START: &str = include_str!("../assets/start.js");

/// Called by Trunk after each build; a development build stays as it is.
pub fn hook() -> Result<()> {
    let from = |name: &str| std::env::var(name).with_context(|| format!("{name} is not set: Trunk calls this command"));
    let folder = PathBuf::from(from("TRUNK_STAGING_DIR")?);
    site::beside(&folder)?;
    if from("TRUNK_PROFILE")? != "release" {
        return Ok(());
    }
    let file = folder.join("index.html");
    let site = Site::named()?;
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

/// The page, and the files that are inside it now.
fn bundle(folder: &Path, html: &str, site: Option<&Site>) -> Result<(String, Vec<String>)> {
    let mut page = Document::new(html);
    let scripts = page.take_scripts();
    let links = page.take_links();
    let named =
        |wanted: &str| links.iter().filter(|link| link.rel == wanted).map(|link| link.href.clone()).collect::<Vec<_>>();
    let (styles, icons) = (named("stylesheet"), named("icon"));
    let (glues, programs) = (named("modulepreload"), named("preload"));
    let ([glue], [program], 1) = (glues.as_slice(), programs.as_slice(), scripts) else {
        bail!("Trunk's page has not exactly one program");
    };
    let style = styles.iter().map(|file| read(&folder.join(file))).collect::<Result<Vec<_>>>()?.concat();
    let style = document::squeeze_style(&style);
    let boot = document::squeeze_script(BOOT);
    let start = document::squeeze_script(&[TOGETHER, START].concat());
    let glue = document::squeeze_script(&glue::needed(&read(&folder.join(glue))?, &start)?);
    let (program, glue) = names::shorten(&std::fs::read(folder.join(program))?, &glue)?;
    folders::check(&program)?;
    let start = module(&glue, &start)?;
    let payload = Payload::new(&program)?;

    page.fill("policy", &policy::tag(&[&boot, &start], &style))?;
    page.fill("site", &[document::card(), site.map(Site::tags).unwrap_or_default()].join("\n"))?;
    page.fill("boot", &format!("<script>{boot}</script>\n{}<style>{style}</style>", icon(folder, &icons)?))?;
    page.fill("failures", &document::failures())?;
    page.fill("page", &document::static_page())?;
    page.fill(
        "engine",
        &format!("{}\n<script type=\"module\">{start}</script>\n<i id=\"payback-end\" hidden></i>", payload.blocks()),
    )?;
    let inlined = [styles, icons, glues, programs].concat();
    Ok((page.text().to_string(), inlined))
}

/// The glue and what follows it as one module.
fn module(glue: &str, start: &str) -> Result<String> {
    let script = format!("{glue}\n{start}");
    if script.contains("</script") || script.contains("<!--") {
        bail!("the script would end its own element");
    }
    Ok(script)
}

fn icon(folder: &Path, files: &[String]) -> Result<String> {
    let tag = |file: &String| {
        let data = crate::payload::base64(&std::fs::read(folder.join(file))?);
        Ok(format!("<link rel=\"icon\" href=\"data:image/svg+xml;base64,{data}\">\n"))
    };
    files.iter().map(tag).collect()
}

fn read(file: &Path) -> Result<String> {
    std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::root;

    #[test]
    fn the_same_files_make_the_same_page() {
        let folder = root().join("target").join("inline-test");
        std::fs::create_dir_all(&folder).unwrap();
        let files = [
            ("a.css", "b {}"),
            ("i.svg", "<svg/>"),
            ("glue.js", "let wasm;\nexport { a }"),
            ("a.wasm", "\0asm\x01\0\0\0\x0a\x01\0"),
        ];
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
        assert!(page == make().0 && page.contains("7.8"));
    }
}
