//! The share dialog: the link of a page that is a file, and the code to embed the page.

use super::{Test, test};
use anyhow::{Context, Result, ensure};
use browser_tests::page::{Mode, Page};
use serde_json::json;
use xtask::browsers::Browser;

pub const TESTS: &[Test] = &[
    test!(a_page_from_a_file_offers_the_public_address).modes(&[Mode::File]),
    test!(the_embed_code_follows_width_and_preview)
        .noisy()
        .only_in(Browser::Chromium, "one browser shows what the code says"),
];

fn a_page_from_a_file_offers_the_public_address(page: &Page) -> Result<()> {
    page.open("growth=0.5")?;
    page.click_button("Share")?;
    page.wait_until("the dialog is open", || page.has("#share-link"))?;
    let dialog = page.text("dialog.panel")?;
    ensure!(dialog.contains("works only here") && dialog.contains("Offline copy"), "the dialog says {dialog}");
    page.click_button("Close")?;
    let add = "document.head.append(Object.assign(document.createElement('link'), { rel: 'canonical', href: 'https://example.org/payback/' }));";
    page.script(add, vec![])?;
    page.click_button("Share")?;
    page.wait_until("the dialog is open", || page.has("#share-link"))?;
    let link = page.script("return document.querySelector('#share-link').value;", vec![])?;
    ensure!(link.as_str().is_some_and(|link| link.starts_with("https://example.org/payback/#")), "the link is {link}");
    Ok(())
}

/// The embed code, and the height that its frame needs.
fn code(page: &Page) -> Result<String> {
    let code = page.script("return document.querySelector('textarea.code').value;", vec![])?;
    code.as_str().map(str::to_string).context("no code")
}

fn the_embed_code_follows_width_and_preview(page: &Page) -> Result<()> {
    page.open("")?;
    page.click_button("Share")?;
    page.wait_until("the dialog is open", || page.has("textarea.code"))?;
    ensure!(!code(page)?.contains("max-width"), "the code names a width that nobody chose: {}", code(page)?);
    let type_width = "const field = document.querySelector('input[name=embed-width]'); field.value = '720'; field.dispatchEvent(new Event('change', { bubbles: true }));";
    page.script(type_width, vec![])?;
    page.wait_until("the code has the width", || Ok(code(page)?.contains("max-width:720px")))?;
    let fits = "const frame = document.querySelector('.preview'), box = frame.getBoundingClientRect(), room = document.querySelector('dialog.panel').getBoundingClientRect(); \
        if (box.right > room.right + 1) return null; const page = frame.contentDocument?.querySelector('.embed'); \
        return page && frame.contentDocument.documentElement.dataset.ready ? page.getBoundingClientRect().height : null;";
    page.wait_until("the code has the height of the preview", || {
        let Some(height) = page.script(fits, vec![])?.as_f64() else { return Ok(false) };
        Ok((0..4).any(|more| {
            code(page).is_ok_and(|code| code.contains(&format!("height=\"{}\"", height.ceil() as u32 + more)))
        }))
    })?;
    page.click_button("Preview")?;
    page.wait_until("the preview is visible", || {
        Ok(page.script(
            "return document.querySelector('.preview').checkVisibility({ visibilityProperty: true });",
            vec![],
        )? == true)
    })?;
    page.script("document.querySelector('textarea.code').closest('dialog').querySelectorAll('select')[1].value = '6'; \
        document.querySelector('textarea.code').closest('dialog').querySelectorAll('select')[1].dispatchEvent(new Event('change', { bubbles: true }));", vec![json!(0)])?;
    page.wait_until("there is a picture to download", || {
        Ok(page.text("dialog.panel")?.contains("Download the picture"))
    })
}
