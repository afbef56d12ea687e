//! What a reader looks up: sources, reports, and the meaning of terms.

use super::{Test, test};
use anyhow::{Result, ensure};
use browser_tests::page::Page;
use fantoccini::key::Key;
use serde_json::json;

pub const TESTS: &[Test] = &[
    test!(terms_open_the_glossary_where_they_stand),
    test!(a_published_default_names_its_source),
    test!(numbers_of_reports_lead_to_the_reports),
    test!(bands_bars_and_markers_are_named_under_their_chart),
];

/// Waits until the glossary is open at a term, which has the focus.
fn wait_for_term(page: &Page, name: &str) -> Result<()> {
    page.wait_until(&format!("the glossary is open at {name}"), || {
        let script = "const at = document.activeElement, dialog = at.closest('dialog[open]'); if (!dialog) return false; \
            const box = at.getBoundingClientRect(), frame = dialog.getBoundingClientRect(); \
            return at.querySelector('dt')?.innerText.includes(arguments[0]) && box.top >= frame.top && box.bottom <= frame.bottom;";
        Ok(page.script(script, vec![json!(name)])? == true)
    })
}

fn terms_open_the_glossary_where_they_stand(page: &Page) -> Result<()> {
    page.open("")?;
    page.click("[data-figure=irr] dt button")?;
    wait_for_term(page, "IRR")?;
    page.type_keys(&[Key::Escape])?;
    page.wait_until("the focus is back at the figure", || {
        let script = "return document.activeElement.closest('[data-figure=irr]') !== null && !document.querySelector('dialog[open]');";
        Ok(page.script(script, vec![])? == true)
    })?;
    page.click("[data-figure=npv] .unit button")?;
    wait_for_term(page, "Value at the end")?;
    page.click("dialog header button")?;
    // In the help of an input.
    page.click_button("All assumptions")?;
    page.wait_until("the drawer is open", || page.has(".drawer"))?;
    // The drawer scrolls smoothly, so that a pointer would miss.
    let press = |selector: &str| page.script("document.querySelector(arguments[0]).click();", vec![json!(selector)]);
    press(".row[data-input=terminal_multiple] .help-button")?;
    press(".row[data-input=terminal_multiple] .row-help .term")?;
    page.wait_until("the glossary is open", || page.has("dialog[open] .glossary"))?;
    page.click("dialog header button")?;
    // From the menu, and from a term of another dialog.
    page.click_button("More")?;
    page.click_button("About the model")?;
    page.wait_until("the dialog is open", || page.has("dialog[open] .about .term"))?;
    page.script("document.querySelector('dialog .about .term').click();", vec![])?;
    wait_for_term(page, "Hyperscaler")?;
    page.click("dialog header button")?;
    page.click_button("More")?;
    page.click_button("Glossary")?;
    page.wait_until("the glossary is open", || page.has("dialog[open] .glossary"))
}

fn bands_bars_and_markers_are_named_under_their_chart(page: &Page) -> Result<()> {
    page.open("")?;
    // The text of a chart's legend where all of it can be read, in the screen's width and under the chart.
    let legend = "const figure = document.querySelector(`figure[data-chart=${arguments[0]}]`), legend = figure.querySelector('.legend'); \
        const box = legend.getBoundingClientRect(), plot = figure.querySelector('.plot').getBoundingClientRect(); \
        const whole = box.height > 0 && box.left >= 0 && box.right <= innerWidth && box.top >= plot.bottom - 1 \
            && legend.scrollWidth <= legend.clientWidth && legend.scrollHeight <= legend.clientHeight; \
        return whole ? legend.innerText : `cut: ${legend.innerText}`;";
    for width in [1280, 500] {
        page.resize(width, 900)?;
        for (chart, names) in [
            ("cash", ["Grey band:", "Bar on top:"]),
            ("revenue", ["Grey line:", "Purple area:"]),
            ("spend", ["Stepped line:", "Orange line:"]),
            ("unit", ["Grey bars: NVIDIA", "Golden bars:"]),
            ("map", ["Dotted line:", "Triangles at the edges:"]),
        ] {
            let text = page.script(legend, vec![json!(chart)])?;
            let text = text.as_str().unwrap_or_default();
            ensure!(!text.starts_with("cut:"), "{width} px, {chart}: {text}");
            ensure!(names.iter().all(|name| text.contains(name)), "{width} px, {chart}: {text:?} has not {names:?}");
        }
    }
    page.resize(1280, 900)
}

fn a_published_default_names_its_source(page: &Page) -> Result<()> {
    page.open("")?;
    page.click_button("All assumptions")?;
    page.wait_until("the drawer is open", || page.has(".drawer"))?;
    let note = |input: &str| {
        let press = "const badge = document.querySelector(`.row[data-input=${arguments[0]}] .badge`); badge.focus(); badge.click();";
        page.script(press, vec![json!(input)])?;
        page.wait_until("the note is open", || page.has(&format!(".row[data-input={input}] .tip")))?;
        page.text(&format!(".row[data-input={input}] .tip"))
    };
    let price = note("price")?;
    for part in ["OpenAI buys 4.5 GW", "Wall Street Journal", "September 2025", "nairametrics.com"] {
        ensure!(price.contains(part), "{part} is missing: {price}");
    }
    let target = "const link = document.querySelector('.row[data-input=price] .tip a'); return [link.protocol, link.target, link.rel];";
    ensure!(page.script(target, vec![])? == json!(["https:", "_blank", "noreferrer"]), "the link is wrong");
    let tax = note("tax")?;
    ensure!(tax.contains("21") && tax.contains("Address not known"), "{tax}");
    let own_use = note("own_use")?;
    ensure!(own_use.contains("no report states"), "{own_use}");
    Ok(())
}

fn numbers_of_reports_lead_to_the_reports(page: &Page) -> Result<()> {
    page.open("")?;
    page.scroll_to("#sources .choice sup button")?;
    page.wait_until("a number is there", || page.has("#sources .choice sup button"))?;
    page.click("#sources .choice sup button")?;
    page.wait_until("the report has the focus", || {
        let script = "const at = document.activeElement, box = at.getBoundingClientRect(); \
            return at.id.startsWith('report-') && at.innerText.includes('Publisher and date are not stated') && box.top >= 0 && box.bottom <= innerHeight;";
        Ok(page.script(script, vec![])? == true)
    })?;
    ensure!(
        page.script("return document.querySelector('[aria-label=Undo]').disabled;", vec![])? == true,
        "the number loads a value"
    );
    Ok(())
}
