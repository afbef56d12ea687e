//! Links within the page, and links that name a chart.

use super::{Test, test};
use anyhow::{Result, ensure};
use browser_tests::page::Page;
use serde_json::json;

pub const TESTS: &[Test] =
    &[test!(links_within_the_page_end_at_their_section), test!(a_link_opens_the_page_at_its_chart)];

/// Distance from the bar with the answer within which a heading counts as reached, in CSS pixels.
const REACHED: f64 = 60.0;

/// Waits until the page stands still, and returns the top of an element below the bars, in CSS pixels. At the end of the page the
/// element need not be on top.
fn top_at_rest(page: &Page, selector: &str) -> Result<f64> {
    let script = "const [selector, done] = arguments, top = () => document.querySelector(selector)?.getBoundingClientRect().top ?? NaN; \
        let before = NaN, still = 0; const check = () => { const now = top(); still = now === before ? still + 1 : 0; before = now; \
        if (still < 8) return setTimeout(check, 100); const bottom = (name) => document.querySelector(name)?.getBoundingClientRect().bottom ?? 0; \
        if (innerHeight + scrollY >= document.documentElement.scrollHeight - 1 && now < innerHeight / 2) return done(0); \
        done(now - (innerWidth < 1180 && innerWidth > 759 ? bottom('.rail') : bottom('.answer-bar'))); }; check();";
    Ok(page.script_async(script, vec![json!(selector)])?.as_f64().unwrap_or(f64::NAN))
}

fn links_within_the_page_end_at_their_section(page: &Page) -> Result<()> {
    for width in [1440, 1280] {
        page.resize(width, 900)?;
        for section in ["sources", "compare", "working", "years", "growth-map"] {
            page.open("")?;
            page.click(&format!(".contents a[href='#{section}']"))?;
            let top = top_at_rest(page, &format!("#{section}"))?;
            ensure!((0.0..REACHED).contains(&top), "{width} wide: the link to {section} ends {top} px beside it");
        }
        page.open("")?;
        page.click("#why-0, .figures dd.note button")?;
        let top = top_at_rest(page, "#working")?;
        ensure!((0.0..REACHED).contains(&top), "{width} wide: “why” ends {top} px beside the working");
    }
    page.resize(1280, 900)
}

fn a_link_opens_the_page_at_its_chart(page: &Page) -> Result<()> {
    page.open("view=odds")?;
    let top = top_at_rest(page, "figure[data-chart=odds]")?;
    ensure!((0.0..REACHED).contains(&top), "view=odds opens the page {top} px beside its chart");
    page.script("location.hash = '#view=tornado&growth=0.9';", vec![])?;
    page.wait_until("the other link is loaded", || Ok(page.answer()?.contains("90")))?;
    let top = top_at_rest(page, "figure[data-chart=tornado]")?;
    ensure!((0.0..REACHED).contains(&top), "view=tornado scrolls {top} px beside its chart");
    Ok(())
}
