//! Events, the plan by year, borrowing, prices by the hour, and links of the first edition.

use super::{Test, test};
use anyhow::{Context, Result, ensure};
use browser_tests::page::Page;
use fantoccini::key::Key;
use serde_json::{Value, json};

pub const TESTS: &[Test] = &[
    test!(an_event_is_added_edited_undone_and_removed),
    test!(an_event_moves_along_the_time_axis),
    test!(a_year_of_the_plan_is_typed_moved_and_reset),
    test!(a_plan_is_pasted_and_read_the_other_way),
    test!(a_price_by_the_hour_is_understood),
    test!(a_link_of_the_first_edition_says_so),
    test!(a_saved_scenario_of_the_first_edition_says_so),
    test!(pins_are_compared_by_events_and_plan),
    test!(borrowing_shows_interest_and_payback_after_it),
];

fn npv(page: &Page) -> Result<f64> {
    page.metric("npv")?.context("there is no NPV")
}

/// Waits until NPV differs from a value, and returns it.
fn npv_after(page: &Page, before: f64) -> Result<f64> {
    page.wait_until("NPV has changed", || Ok(npv(page)? != before))?;
    npv(page)
}

fn wait_for_npv(page: &Page, condition: &str, wanted: f64) -> Result<()> {
    page.wait_until(condition, || Ok((npv(page)? - wanted).abs() < 1e-9))
}

fn wait_for_address(page: &Page, part: &str) -> Result<()> {
    page.wait_until(&format!("the address has {part}"), || {
        let hash = page.script("return decodeURIComponent(location.hash);", vec![])?;
        Ok(hash.as_str().is_some_and(|hash| hash.contains(part)))
    })
}

/// Types a text into a field and leaves it.
fn type_into(page: &Page, selector: &str, text: &str) -> Result<()> {
    let script = "const f = document.querySelector(arguments[0]); f.focus(); f.value = arguments[1]; \
        for (const type of ['input', 'change']) f.dispatchEvent(new Event(type, { bubbles: true }));";
    page.script(script, vec![json!(selector), json!(text)]).map(drop)
}

/// Chooses an option of a list.
fn choose(page: &Page, selector: &str, value: &str) -> Result<()> {
    let script = "const s = document.querySelector(arguments[0]); s.value = arguments[1]; \
        s.dispatchEvent(new Event('change', { bubbles: true }));";
    page.script(script, vec![json!(selector), json!(value)]).map(drop)
}

fn attribute(page: &Page, selector: &str, name: &str) -> Result<Value> {
    let script = "return document.querySelector(arguments[0])?.getAttribute(arguments[1]) ?? null;";
    page.script(script, vec![json!(selector), json!(name)])
}

fn open_drawer(page: &Page) -> Result<()> {
    page.click_button("All assumptions")?;
    page.wait_until("the drawer is open", || page.has("#drawer-events"))
}

fn an_event_is_added_edited_undone_and_removed(page: &Page) -> Result<()> {
    page.open("")?;
    let without = npv(page)?;
    choose(page, "select.debates", "own-event")?;
    page.wait_until("there is an event", || page.has(".row.event"))?;
    let chosen = page.script("return document.querySelector('select.debates').value;", vec![])?;
    ensure!(chosen == "", "the menu shows {chosen}");
    let added = npv_after(page, without)?;
    type_into(page, "input[name=event_size]", "-40")?;
    let larger = npv_after(page, added)?;
    ensure!(larger < added && added < without, "NPV goes from {without} to {added} and {larger}");
    choose(page, "select[name=event_length]", "8")?;
    npv_after(page, larger)?;
    wait_for_address(page, "events=demand:10:-0.4:8")?;
    type_into(page, "input[name=event_date]", "soon")?;
    page.wait_until("the refusal is shown", || Ok(page.text(".row.event")?.contains("You entered “soon”")))?;
    let kept = page.script("return document.querySelector('input[name=event_date]').value;", vec![])?;
    ensure!(kept == "soon", "the field has {kept}");
    type_into(page, "input[name=event_date]", "Q1 2030")?;
    wait_for_address(page, "events=demand:16:-0.4:8")?;
    ensure!(!page.text(".row.event")?.contains("You entered"), "the refusal stays");
    page.click_button("Undo")?;
    wait_for_address(page, "events=demand:10:-0.4:8")?;
    page.click_button("Remove: demand −40\u{202f}% from Q3 2028 for 2 years")?;
    wait_for_npv(page, "the event is removed", without)
}

/// Presses the mouse on an element, and moves it by a distance, in CSS pixels.
fn drag_by(page: &Page, selector: &str, dx: f64, dy: f64) -> Result<()> {
    page.scroll_to(selector)?;
    let script = "const box = document.querySelector(arguments[0]).getBoundingClientRect(); \
        return [box.left + box.width / 2, box.top + box.height / 2];";
    // The drawer scrolls smoothly, and begins to some frames later.
    let (mut centre, mut times) = (Value::Null, 0);
    page.wait_until("scrolling is over", || {
        let before = std::mem::replace(&mut centre, page.script(script, vec![json!(selector)])?);
        times = if before == centre { times + 1 } else { 0 };
        Ok(times >= 8)
    })?;
    let (x, y) = (centre[0].as_f64().context("no x")?, centre[1].as_f64().context("no y")?);
    page.drag((x, y), (x + dx, y + dy))
}

fn an_event_moves_along_the_time_axis(page: &Page) -> Result<()> {
    page.open("events=demand:20:-20%25")?;
    let (marker, before) = ("figure[data-chart=cash] .event-marker", npv(page)?);
    page.wait_until("the marker is there", || page.has(marker))?;
    ensure!(page.has("figure[data-chart=revenue] .event-marker")?, "revenue has no marker");
    ensure!(attribute(page, marker, "aria-valuetext")? == "Q1 2031", "the marker is elsewhere");
    page.press_keys(marker, &[Key::Left, Key::Left])?;
    page.wait_until("the marker has moved", || Ok(attribute(page, marker, "aria-valuetext")? == "Q3 2030"))?;
    wait_for_address(page, "events=demand:18:-0.2")?;
    page.click_button("Undo")?;
    wait_for_npv(page, "both presses are one step", before)?;

    // The marker of quarter 20 of 40 stands in the middle of its slider’s track.
    page.wait_until("the marker is back", || Ok(attribute(page, marker, "aria-valuetext")? == "Q1 2031"))?;
    drag_by(page, marker, -120.0, 0.0)?;
    npv_after(page, before)?;
    let alt = attribute(page, "figure[data-chart=cash] .plot", "aria-label")?;
    ensure!(alt.as_str().is_some_and(|alt| alt.contains("Events: demand −20")), "the alternative text is {alt}");
    page.click_button("Undo")?;
    wait_for_npv(page, "the drag is one step", before)
}

const YEAR: &str = "#drawer-capex-plan .plan-year:nth-of-type(2)";

fn plan(page: &Page) -> Result<Value> {
    page.script(
        "return [...document.querySelectorAll('#drawer-capex-plan .plan-year input')].map((f) => f.value);",
        vec![],
    )
}

fn wait_for_plan(page: &Page, wanted: &[&str]) -> Result<()> {
    let mut last = Value::Null;
    let waited = page.wait_until("the plan is shown", || {
        last = plan(page)?;
        Ok(last == json!(wanted))
    });
    waited.with_context(|| format!("the plan is {last}"))
}

fn a_year_of_the_plan_is_typed_moved_and_reset(page: &Page) -> Result<()> {
    page.open("")?;
    let before = npv(page)?;
    open_drawer(page)?;
    wait_for_plan(page, &["200", "200", "200", "200"])?;
    type_into(page, &format!("{YEAR} input"), "$240B")?;
    let typed = npv_after(page, before)?;
    wait_for_address(page, "capex_path=1,1.2")?;
    page.press_keys(&format!("{YEAR} [role=slider]"), &[Key::Up, Key::Up])?;
    npv_after(page, typed)?;
    wait_for_plan(page, &["200", "250", "250", "250"])?;
    // The slider of capex scales the plan.
    type_into(page, "input.field[name=capex]", "100")?;
    wait_for_plan(page, &["100", "125", "125", "125"])?;
    page.click_button("Undo")?;
    wait_for_plan(page, &["200", "250", "250", "250"])?;
    drag_by(page, &format!("{YEAR} [role=slider]"), 0.0, -16.0)?;
    wait_for_address(page, "capex_path=1,1.75")?;
    type_into(page, &format!("{YEAR} input"), "much")?;
    page.wait_until("the refusal is shown", || Ok(page.text("#drawer-capex-plan")?.contains("You entered “much”")))?;
    page.click_button("Follow the growth of the plan")?;
    wait_for_npv(page, "the plan follows its growth", before)
}

fn paste(page: &Page, text: &str) -> Result<()> {
    // Browsers let no script fill the clipboard data of an event that they make.
    let script = "const event = new Event('paste', { bubbles: true, cancelable: true }); \
        const text = arguments[0]; \
        Object.defineProperty(event, 'clipboardData', { value: { getData: () => text } }); \
        document.querySelector('#drawer-capex-plan input').dispatchEvent(event); return event.defaultPrevented;";
    let taken = page.script(script, vec![json!(text)])?;
    ensure!(taken == true, "the cells are not taken");
    Ok(())
}

fn a_plan_is_pasted_and_read_the_other_way(page: &Page) -> Result<()> {
    page.open("")?;
    open_drawer(page)?;
    paste(page, "100\t150\t120\t80")?;
    wait_for_plan(page, &["100", "150", "120", "80"])?;
    ensure!(
        page.text("#drawer-capex-plan .notice")?.contains("Read as $B a year: $100B, $150B"),
        "the reading is not said"
    );
    paste(page, "1\n1.5\n1.2\n0.8")?;
    ensure!(page.text("#drawer-capex-plan .notice")?.contains("multiples of $100B"), "the reading is not said");
    wait_for_plan(page, &["100", "150", "120", "80"])?;
    page.click_button("Read them as $B a year")?;
    wait_for_plan(page, &["1", "1.5", "1.2", "0.8"])?;
    paste(page, "100\tmuch")?;
    page.wait_until("the cell is named", || Ok(page.text("#drawer-capex-plan .notice")?.contains("“much”")))?;
    wait_for_plan(page, &["1", "1.5", "1.2", "0.8"])
}

fn a_price_by_the_hour_is_understood(page: &Page) -> Result<()> {
    page.open("")?;
    let before = npv(page)?;
    open_drawer(page)?;
    let note = "[data-note=price]";
    ensure!(page.text(note)?.contains("$2.90 an accelerator-hour"), "the price is not named by the hour");
    type_into(page, "#drawer-price-field", "$2.35/h")?;
    npv_after(page, before)?;
    page.wait_until("the note follows", || Ok(page.text(note)?.contains("$2.35 an accelerator-hour")))?;
    wait_for_address(page, "price=12.14574")
}

fn a_link_of_the_first_edition_says_so(page: &Page) -> Result<()> {
    page.open("")?;
    let today = npv(page)?;
    page.open("v=1")?;
    let first = npv(page)?;
    ensure!(first > today + 50.0, "the first edition is worth {first}, today’s {today}");
    let notice = page.text(".notices")?;
    ensure!(notice.contains("first edition") && notice.contains("stricter"), "the notice is {notice}");
    page.click_button("Take today’s assumptions")?;
    wait_for_npv(page, "today’s assumptions are taken", today)?;
    ensure!(!page.text("body")?.contains("first edition of this model"), "the notice stays");
    page.click_button("Undo")?;
    wait_for_npv(page, "undo brings the first edition back", first)
}

fn a_saved_scenario_of_the_first_edition_says_so(page: &Page) -> Result<()> {
    page.open("")?;
    let today = npv(page)?;
    let saved = r#"{"version":1,"scenario":{"growth":0.9}}"#;
    page.reload_by(|| {
        let script = "localStorage.setItem('payback', arguments[0]); history.replaceState(null, '', location.pathname); location.reload();";
        page.script(script, vec![json!(saved)])
    })?;
    let notices = page.text(".notices")?;
    ensure!(notices.contains("saved with the first edition"), "the notices are {notices}");
    let first = npv(page)?;
    ensure!(first > today, "the saved scenario is worth {first}, today’s {today}");
    page.click_button("Take today’s assumptions")?;
    page.wait_until("today’s assumptions are taken", || Ok(npv(page)? < today))
}

fn pins_are_compared_by_events_and_plan(page: &Page) -> Result<()> {
    page.open("pins=Shock~events=demand:10:-20%25&capex_path=1,1.2")?;
    let content = "return document.querySelector('#compare')?.textContent ?? '';";
    page.wait_until("the parts that differ are compared", || {
        page.scroll_to("#compare > h2")?;
        let text = page.script(content, vec![])?;
        let has = |words: &str| text.as_str().is_some_and(|text| text.contains(words));
        Ok(has("Events that nobody saw coming") && has("The capex plan by year") && has("$200B, $240B"))
    })
}

fn borrowing_shows_interest_and_payback_after_it(page: &Page) -> Result<()> {
    page.open("")?;
    ensure!(!page.has("[data-metric=interest_total]")?, "interest is shown without debt");
    page.open("debt_share=0.5")?;
    let after = page.metric("payback_after_interest_years")?.context("no payback after interest")?;
    let payback = page.metric("payback_years")?.context("no payback")?;
    ensure!(after > payback + 0.5, "payback after interest is {after}, before {payback}");
    ensure!(page.metric("interest_total")?.is_some_and(|interest| interest > 1.0), "there is no interest");
    Ok(())
}
