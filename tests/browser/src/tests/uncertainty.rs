//! Odds of one's own: ranges, shares of variance, margin of safety, and simulated cases by percentile.

use super::{Test, test};
use anyhow::{Context, Result, ensure};
use browser_tests::page::{Mode, Page};
use fantoccini::key::Key;
use serde_json::json;

pub const TESTS: &[Test] = &[
    test!(an_end_of_a_range_moves_the_odds_and_undo_brings_them_back),
    test!(an_end_is_dragged_and_moved_by_keys_up_to_the_present_value),
    test!(refused_ends_stay_in_their_field_and_are_named),
    test!(an_input_is_held_fixed_and_another_one_is_added),
    test!(a_link_with_ranges_opens_the_table_and_names_wrong_ones).modes(&Mode::ALL),
    test!(the_margin_of_safety_keeps_its_line),
    test!(shares_of_variance_stand_beside_the_swings),
    test!(a_simulated_case_is_read_and_opened),
];

/// Opens the table of ranges.
fn open_ranges(page: &Page) -> Result<()> {
    page.wait_until("the table of ranges is open", || {
        page.scroll_to("#monte-carlo h2")?;
        if page.has(".ranges table")? {
            return Ok(true);
        }
        let open = "document.querySelector('[aria-controls=ranges]')?.click();";
        page.script(open, vec![]).map(|_| false)
    })
}

/// Types into the field of an end and leaves it.
fn type_end(page: &Page, name: &str, text: &str) -> Result<()> {
    let script = "const f = document.querySelector(`.ranges [name='${arguments[0]}']`); f.focus(); f.value = arguments[1]; \
        for (const type of ['input', 'change']) f.dispatchEvent(new Event(type, { bubbles: true }));";
    page.script(script, vec![json!(name), json!(text)]).map(drop)
}

fn field(page: &Page, name: &str) -> Result<String> {
    let script = "return document.querySelector(`.ranges [name='${arguments[0]}']`)?.value ?? null;";
    let value = page.script(script, vec![json!(name)])?;
    value.as_str().map(str::to_owned).with_context(|| format!("there is no field {name}"))
}

fn wait_for_field(page: &Page, name: &str, expected: &str) -> Result<()> {
    let mut last = String::new();
    let waited = page.wait_until("the field has another text", || {
        last = field(page, name)?;
        Ok(last == expected)
    });
    waited.with_context(|| format!("{name} has {last}, not {expected}"))
}

/// The sentence about the share of cases that pay back.
fn shares(page: &Page) -> Result<String> {
    page.scroll_to(".shares")?;
    page.text(".shares")
}

fn link(page: &Page) -> Result<String> {
    let hash = page.script("return decodeURIComponent(location.hash);", vec![])?;
    Ok(hash.as_str().unwrap_or_default().to_owned())
}

fn wait_for_link(page: &Page, part: &str, contains: bool) -> Result<()> {
    let mut last = String::new();
    let waited = page.wait_until("the link follows", || {
        last = link(page)?;
        Ok(last.contains(part) == contains)
    });
    waited.with_context(|| format!("the link is {last}"))
}

fn an_end_of_a_range_moves_the_odds_and_undo_brings_them_back(page: &Page) -> Result<()> {
    page.open("")?;
    open_ranges(page)?;
    ensure!(field(page, "growth-low")? == "40" && field(page, "growth-high")? == "180", "the ends are others");
    let before = shares(page)?;
    type_end(page, "growth-low", "95")?;
    page.wait_until("the odds follow", || Ok(shares(page)? != before))?;
    wait_for_link(page, "ranges=growth:0.95..1.8", true)?;
    let row = page.text(".ranges [data-range=growth] .percentiles")?;
    ensure!(row.contains("102"), "P10 is not in {row}");
    page.click_button("Undo")?;
    wait_for_field(page, "growth-low", "40")?;
    wait_for_link(page, "ranges", false)?;
    page.click_button("Redo")?;
    wait_for_field(page, "growth-low", "95")?;
    page.click_button("Reset all ranges")?;
    wait_for_field(page, "growth-low", "40")
}

fn an_end_is_dragged_and_moved_by_keys_up_to_the_present_value(page: &Page) -> Result<()> {
    page.open("")?;
    open_ranges(page)?;
    let drag = |end: &str, to: f64| {
        let script = "const s = document.querySelector(`.ranges [name='growth-${arguments[0]}-handle']`); \
            s.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, pointerType: 'mouse' })); \
            for (const at of [0.5, 1]) { s.value = String(Number(s.value) + (arguments[1] - Number(s.value)) * at); \
                s.dispatchEvent(new Event('input', { bubbles: true })); } \
            s.dispatchEvent(new Event('change', { bubbles: true }));";
        page.script(script, vec![json!(end), json!(to)])
    };
    drag("high", 1.4)?;
    wait_for_field(page, "growth-high", "140")?;
    drag("high", 0.2)?;
    wait_for_field(page, "growth-high", "100")?;
    let handle = ".ranges [name=growth-low-handle]";
    page.press_keys(handle, &[Key::Left, Key::Left, Key::Right])?;
    wait_for_field(page, "growth-low", "35")?;
    let spoken = page.script("return document.querySelector(arguments[0]).ariaValueText ?? document.querySelector(arguments[0]).getAttribute('aria-valuetext');", vec![json!(handle)])?;
    ensure!(spoken == "35 percent a year", "the handle says {spoken}");
    page.wait_until("the keys are a step of the history", || {
        page.click_button("Undo")?;
        Ok(field(page, "growth-low")? == "40")
    })?;
    wait_for_field(page, "growth-high", "100")
}

fn refused_ends_stay_in_their_field_and_are_named(page: &Page) -> Result<()> {
    page.open("")?;
    open_ranges(page)?;
    for (text, named) in [("fast", "not a number"), ("2000", "lies outside"), ("200", "above the upper end")] {
        type_end(page, "growth-low", text)?;
        page.wait_until("the refusal is named", || {
            let notice = page.text(".ranges [data-range=growth] .notice").unwrap_or_default();
            Ok(notice.contains(named))
        })?;
        ensure!(field(page, "growth-low")? == text, "the field has {}", field(page, "growth-low")?);
    }
    type_end(page, "growth-low", "")?;
    page.wait_until("an emptied field shows the end again", || {
        Ok(!field(page, "growth-low")?.is_empty() && !page.has(".ranges [data-range=growth] .notice")?)
    })?;
    wait_for_link(page, "ranges", false)?;
    type_end(page, "growth-low", "120")?;
    page.wait_until("the wrong side is named", || {
        let notice = page.text(".ranges [data-range=growth] .notice").unwrap_or_default();
        Ok(notice.contains("above this scenario"))
    })?;
    ensure!(field(page, "growth-low")? == "120", "an end on the wrong side stays as it was typed");
    wait_for_link(page, "growth:1.2..1.8", true)?;
    page.slide("growth", 0.55)?;
    page.wait_until("the end is on the right side again", || Ok(!page.has(".ranges [data-range=growth] .notice")?))
}

fn an_input_is_held_fixed_and_another_one_is_added(page: &Page) -> Result<()> {
    page.open("")?;
    open_ranges(page)?;
    let switch = |input: &str| {
        let script = "document.querySelector(`.ranges [name='${arguments[0]}-uncertain']`).click();";
        page.script(script, vec![json!(input)])
    };
    type_end(page, "erosion-high", "20")?;
    switch("erosion")?;
    wait_for_link(page, "erosion:fixed", true)?;
    page.wait_until("the row says so", || Ok(page.text(".ranges [data-range=erosion]")?.contains("held fixed")))?;
    switch("erosion")?;
    wait_for_field(page, "erosion-high", "20")?;
    let add = "const s = document.querySelector('.range-tools select'); s.value = 'tax'; \
        s.dispatchEvent(new Event('change', { bubbles: true }));";
    page.script(add, vec![])?;
    wait_for_field(page, "tax-low", "16.8")?;
    ensure!(field(page, "tax-high")? == "25.2", "the added range is another one");
    wait_for_link(page, "tax:0.168..0.252", true)?;
    page.click_button("Remove Tax rate from the uncertain inputs")?;
    page.wait_until("the row is gone", || Ok(!page.has(".ranges [data-range=tax]")?))?;
    page.click_button("Undo")?;
    wait_for_field(page, "tax-low", "16.8")
}

fn a_link_with_ranges_opens_the_table_and_names_wrong_ones(page: &Page) -> Result<()> {
    page.open("ranges=growth:0.5..1.5,tax:15%25..28%25,erosion:fixed,horizon:3..9")?;
    page.wait_until("the table is open", || {
        page.scroll_to("#monte-carlo h2")?;
        page.has(".ranges table")
    })?;
    let ends = ["growth-low", "growth-high", "tax-low", "tax-high"].map(|name| field(page, name));
    let ends: Vec<String> = ends.into_iter().collect::<Result<_>>()?;
    ensure!(ends == ["50", "150", "15", "28"], "the ends are {ends:?}");
    let notices = page.text(".notices")?;
    ensure!(notices.contains("horizon:3..9") && notices.contains("not uncertain"), "the notice is {notices}");
    Ok(())
}

fn the_margin_of_safety_keeps_its_line(page: &Page) -> Result<()> {
    page.open("")?;
    let margin = page.text(".top .margin-of-safety")?.replace('\u{202f}', " ");
    ensure!(margin.contains("slips 5 % of the way to its bad end"), "the sentence is {margin}");
    let top = "return document.querySelector('figure[data-chart=cash]').getBoundingClientRect().top + scrollY;";
    let place = page.script(top, vec![])?;
    for fraction in [0.2, 0.26, 0.7, 0.95] {
        page.slide("growth", fraction)?;
        page.wait_until("the sentence follows", || Ok(!page.text(".top .margin-of-safety")?.is_empty()))?;
        let now = page.script(top, vec![])?;
        ensure!(now == place, "the chart has moved from {place} to {now}");
    }
    page.slide("growth", 0.26)?;
    page.wait_until("the way leads to the good ends", || {
        Ok(page.text(".top .margin-of-safety")?.contains("good end"))
    })?;
    page.wait_until("the chart is drawn", || {
        page.scroll_to("figure[data-chart=safety]")?;
        page.chart_hash("safety").map(|hash| hash != 0)
    })
}

fn shares_of_variance_stand_beside_the_swings(page: &Page) -> Result<()> {
    page.open("")?;
    page.wait_until("the other view is chosen", || {
        page.scroll_to("#tornado h2")?;
        let script = "[...document.querySelectorAll('input[name=tornado-view]')].at(-1)?.click();";
        page.script(script, vec![])?;
        page.has("figure[data-chart=variance]")
    })?;
    page.wait_until("the lead says that shares overlap", || {
        let text = page.text("#tornado .lead")?;
        Ok(text.contains("overlap") && text.contains("10,000"))
    })?;
    page.press_keys("figure[data-chart=variance] .plot", &[Key::Down, Key::Enter])?;
    page.wait_until("a bar leads to its slider", || {
        let focus = page.script("return document.activeElement?.id ?? '';", vec![])?;
        Ok(focus.as_str().is_some_and(|id| id.ends_with("price")))
    })
}

fn a_simulated_case_is_read_and_opened(page: &Page) -> Result<()> {
    page.open("")?;
    let reader = "figure[data-chart=odds] .plot";
    page.wait_until("the histogram is drawn", || {
        page.scroll_to(reader)?;
        page.chart_hash("odds").map(|hash| hash != 0)
    })?;
    page.press_keys(reader, &[Key::Right, Key::End, Key::Left, Key::Left])?;
    page.wait_until("walking says what share lies below", || {
        let said = page.text("figure[data-chart=odds] [aria-live]")?;
        Ok(said.contains("cases up to here") && said.contains("worth"))
    })?;
    page.press_keys(reader, &[Key::End, Key::Enter])?;
    page.wait_until("the last column chooses the best case", || {
        let value = page.script("return document.querySelector('#case-percentile').value;", vec![])?;
        Ok(value == "99")
    })?;
    page.click_button("a bad case")?;
    page.wait_until("a bad case is chosen", || Ok(page.text(".case-result")?.starts_with('5')))?;
    let npv = page.metric("npv")?;
    page.click_button("Open this case")?;
    page.wait_until("its inputs are in the sliders", || {
        Ok(page.metric("npv")?.is_some_and(|npv| (-200.0..-100.0).contains(&npv)))
    })?;
    ensure!(page.text(".case-actions")?.contains("Undo"), "nothing says how to return");
    page.click_button("Undo")?;
    page.wait_until("undo brings the scenario back", || Ok(page.metric("npv")? == npv))
}
