//! The page on a phone: touches, the dock, and what fits on a small screen.

use super::{Test, test};
use anyhow::{Context, Result, ensure};
use browser_tests::page::Page;
use serde_json::json;
use xtask::browsers::Browser;

pub const TESTS: &[Test] = &[
    test!(scrolling_over_a_slider_leaves_its_value).only_in(Browser::Chromium, REASON),
    test!(a_tap_reads_a_chart_and_stays).only_in(Browser::Chromium, REASON),
    test!(a_number_of_the_answer_opens_its_field).only_in(Browser::Chromium, REASON),
    test!(source_notes_stay_on_the_screen).only_in(Browser::Chromium, REASON),
    test!(scrolling_over_the_point_of_the_map_leaves_it).only_in(Browser::Chromium, REASON),
    test!(the_first_change_moves_no_chart).only_in(Browser::Chromium, REASON),
    test!(equations_are_folded).only_in(Browser::Chromium, REASON),
    test!(tools_and_fields_fit_a_finger).only_in(Browser::Chromium, REASON),
    test!(badges_and_help_buttons_fit_a_finger).only_in(Browser::Chromium, REASON),
    test!(the_short_answer_is_not_cut).only_in(Browser::Chromium, REASON),
    test!(the_theme_can_be_chosen).only_in(Browser::Chromium, REASON),
    test!(a_figure_opens_its_working_and_its_term_the_glossary).only_in(Browser::Chromium, REASON),
    test!(the_dock_folds_when_the_reader_scrolls_down).only_in(Browser::Chromium, REASON),
    test!(the_changes_keep_their_height).only_in(Browser::Chromium, REASON),
    test!(the_search_field_is_in_view).only_in(Browser::Chromium, REASON),
    test!(the_bar_fits_a_finger).only_in(Browser::Chromium, REASON),
    test!(sliders_leave_room_on_a_phone_on_its_side).only_in(Browser::Chromium, REASON),
];

const REASON: &str = "only Chromium can emulate a phone";

/// Emulates a phone of this size, runs commands on it, and ends the emulation.
fn on_a_phone(page: &Page, width: u32, height: u32, commands: impl FnOnce() -> Result<()>) -> Result<()> {
    let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 2, "mobile": true });
    page.devtools("Emulation.setDeviceMetricsOverride", screen)?;
    page.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true, "maxTouchPoints": 5 }))?;
    let result = commands();
    page.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": false }))?;
    page.devtools("Emulation.clearDeviceMetricsOverride", json!({}))?;
    result
}

/// Position in an element, as fractions of its width and height, in CSS pixels of the window.
fn position_in(page: &Page, selector: &str, across: f64, down: f64) -> Result<(f64, f64)> {
    let script = "const { x, y, width, height } = document.querySelector(arguments[0]).getBoundingClientRect(); \
                  return [x + width * arguments[1], y + height * arguments[2]];";
    let at = page.script(script, vec![json!(selector), json!(across), json!(down)])?;
    let coordinate = |index: usize| at[index].as_f64().with_context(|| format!("{selector} is not on the page"));
    Ok((coordinate(0)?, coordinate(1)?))
}

/// Swipes up with one finger, in CSS pixels.
fn swipe_up(page: &Page, (x, y): (f64, f64), distance: f64) -> Result<()> {
    let touch = |kind: &str, points: serde_json::Value| {
        page.devtools("Input.dispatchTouchEvent", json!({ "type": kind, "touchPoints": points })).map(drop)
    };
    touch("touchStart", json!([{ "x": x, "y": y }]))?;
    for step in 1..=10 {
        touch("touchMove", json!([{ "x": x, "y": y - distance * f64::from(step) / 10.0 }]))?;
    }
    touch("touchEnd", json!([]))
}

fn scrolling_over_a_slider_leaves_its_value(page: &Page) -> Result<()> {
    on_a_phone(page, 390, 844, || {
        page.open("")?;
        let state = "return [document.querySelector('#growth').value, document.querySelector('#growth-field').value, \
                     document.querySelector('[data-answer]').innerText];";
        let before = page.script(state, vec![])?;
        swipe_up(page, position_in(page, "#growth", 0.2, 0.5)?, 200.0)?;
        page.wait_until("the page has scrolled", || Ok(page.script("return scrollY > 50;", vec![])? == true))?;
        page.wait_until("the slider is back at its value", || Ok(page.script(state, vec![])? == before))?;
        ensure!(!page.has("[aria-label=Undo]:enabled")?, "the swipe is a step of the history");
        Ok(())
    })
}

fn scrolling_over_the_point_of_the_map_leaves_it(page: &Page) -> Result<()> {
    on_a_phone(page, 390, 844, || {
        // Growth lies between two steps of its slider, and must not be rounded.
        page.open("growth=0.873&view=map")?;
        page.click(".dock-handle")?;
        page.scroll_to("figure[data-chart=map] .plot")?;
        page.chart_hash("map")?;
        std::thread::sleep(std::time::Duration::from_millis(500));
        let state =
            "return [document.querySelector('#growth-field').value, document.querySelector('#capex-field').value];";
        let before = page.script(state, vec![])?;
        ensure!(before == json!(["87.3", "200"]), "the scenario is {before}");
        // The plot lies within these gutters; its axes cover the ranges of the sliders.
        let point = "const [left, right, top, bottom] = [44, 20, 26, 46]; \
            const box = document.querySelector('figure[data-chart=map] .plot').getBoundingClientRect(); \
            return [box.x + left + (0.873 + 0.2) / 2.7 * (box.width - left - right), box.y + top + (1 - 200 / 400) * (box.height - top - bottom), scrollY];";
        let at = page.script(point, vec![])?;
        let [x, y, scrolled] = [0, 1, 2].map(|index: usize| at[index].as_f64().unwrap_or_default());
        // A short sideways drag takes hold of the point.
        drag(page, (x, y), (x + 60.0, y))?;
        page.wait_until("the point is dragged", || Ok(page.script(state, vec![])? != before))?;
        page.click_button("Undo")?;
        page.wait_until("the point is back", || Ok(page.script(state, vec![])? == before))?;
        swipe_up(page, (x, y), 200.0)?;
        page.wait_until("the page has scrolled", || {
            Ok(page.script("return scrollY;", vec![])?.as_f64().unwrap_or_default() > scrolled + 50.0)
        })?;
        page.wait_until("the point is back", || Ok(page.script(state, vec![])? == before))?;
        ensure!(!page.has("[aria-label=Undo]:enabled")?, "the swipe is a step of the history");
        Ok(())
    })
}

/// Drags with one finger.
fn drag(page: &Page, from: (f64, f64), to: (f64, f64)) -> Result<()> {
    let touch = |kind: &str, points: serde_json::Value| {
        page.devtools("Input.dispatchTouchEvent", json!({ "type": kind, "touchPoints": points })).map(drop)
    };
    touch("touchStart", json!([{ "x": from.0, "y": from.1 }]))?;
    for step in 1..=10 {
        let part = f64::from(step) / 10.0;
        let (x, y) = (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part);
        touch("touchMove", json!([{ "x": x, "y": y }]))?;
    }
    touch("touchEnd", json!([]))
}

fn the_first_change_moves_no_chart(page: &Page) -> Result<()> {
    let top = "return [scrollY + document.querySelector('.figures .first, .figure, .chart').getBoundingClientRect().top, \
        scrollY + document.querySelector('.chart').getBoundingClientRect().top];";
    let changed = "return [...document.querySelectorAll('.changed')].some((line) => line.offsetHeight > 0);";
    let gap = "return [...document.querySelectorAll('.changes')].filter((line) => line.offsetHeight > 0 && !line.innerText.trim()).length;";
    for fragment in ["", "embed=1&charts=cash"] {
        on_a_phone(page, 390, 844, || {
            page.open(fragment)?;
            ensure!(page.script(gap, vec![])? == 0, "{fragment}: an empty line takes room");
            let before = page.script(top, vec![])?;
            ensure!(page.text(".unchanged")?.contains("AWS base"), "{fragment}: nothing stands in the line");
            page.slide("capex", 0.55)?;
            page.wait_until("the change is named", || Ok(page.script(changed, vec![])? == true))?;
            let now = page.script(top, vec![])?;
            ensure!(now == before, "{fragment}: the charts move from {before} to {now}");
            Ok(())
        })?;
    }
    Ok(())
}

fn equations_are_folded(page: &Page) -> Result<()> {
    on_a_phone(page, 390, 844, || {
        page.open("")?;
        page.wait_until("the equations are built", || page.has("#working .working-table .part"))?;
        let shown = "return [...document.querySelectorAll('#working .working-table tbody tr:not(.part)')].filter((row) => row.offsetHeight > 0).length;";
        ensure!(page.script(shown, vec![])? == 0, "equations are open");
        page.click("#working .fold")?;
        page.wait_until("a group is open", || Ok(page.script(shown, vec![])?.as_u64().unwrap_or_default() > 2))?;
        // A link between equations opens the group that it leads to.
        page.script("[...document.querySelectorAll('#working .working-table tbody tr:not(.part)')].filter((row) => row.offsetHeight > 0).at(-1).querySelector('.step').click();", vec![])?;
        page.wait_until("the equation is shown", || {
            Ok(page.script(
                "const at = document.activeElement; return at.matches('.working-table tr') && at.offsetHeight > 0;",
                vec![],
            )? == true)
        })?;
        page.script("document.querySelector('[data-figure=npv] .note .link').click();", vec![])?;
        page.wait_until("the derivation is open", || {
            Ok(page.has("#chain-title")? && page.script(shown, vec![])?.as_u64().unwrap_or_default() > 5)
        })
    })
}

fn tools_and_fields_fit_a_finger(page: &Page) -> Result<()> {
    on_a_phone(page, 390, 844, || {
        page.open("pins=azure")?;
        // A finger that lands up to 20 pixels above or below the middle, or 20 beside it, presses the control.
        let missed = "const missed = []; for (const control of document.querySelectorAll(arguments[0])) { if (!control.offsetParent) continue; \
            if (arguments[1]) control.scrollIntoView({ block: 'center' }); const { x, y, width, height } = control.getBoundingClientRect(); \
            for (const [right, down] of [[-20, 0], [20, 0], [0, -20], [0, 20]]) { const hit = document.elementFromPoint(x + width / 2 + right, y + height / 2 + down); \
                if (hit !== control && !control.contains(hit)) missed.push([control.ariaLabel ?? control.innerText, right, down, hit?.className]); } } return missed;";
        for (controls, scrolls) in [
            ("figure[data-chart=cash] .chart-tools .link", true),
            (".rail .headline-slider-head .field", false),
            (".compare .pin-tools .icon", true),
        ] {
            let missed = page.script(missed, vec![json!(controls), json!(scrolls)])?;
            ensure!(missed == json!([]), "a finger misses {missed} of {controls}");
        }
        Ok(())
    })
}

/// Taps with one finger.
fn tap(page: &Page, (x, y): (f64, f64)) -> Result<()> {
    let touch = |kind: &str, points: serde_json::Value| {
        page.devtools("Input.dispatchTouchEvent", json!({ "type": kind, "touchPoints": points })).map(drop)
    };
    touch("touchStart", json!([{ "x": x, "y": y }]))?;
    touch("touchEnd", json!([]))
}

fn a_tap_reads_a_chart_and_stays(page: &Page) -> Result<()> {
    on_a_phone(page, 390, 844, || {
        page.open("")?;
        // The band of the simulated cases becomes finer for a moment.
        let mut before = page.chart_hash("cash")?;
        page.wait_until("the chart is at rest", || {
            std::thread::sleep(std::time::Duration::from_millis(900));
            let now = page.chart_hash("cash")?;
            Ok(std::mem::replace(&mut before, now) == now)
        })?;
        tap(page, position_in(page, "figure[data-chart=cash] .plot", 0.5, 0.3)?)?;
        page.wait_until("the chart shows a reading", || Ok(page.chart_hash("cash")? != before))?;
        std::thread::sleep(std::time::Duration::from_millis(600));
        ensure!(page.chart_hash("cash")? != before, "the reading goes away with the finger");
        Ok(())
    })
}

fn a_number_of_the_answer_opens_its_field(page: &Page) -> Result<()> {
    on_a_phone(page, 390, 844, || {
        page.open("")?;
        page.click(".dock-handle")?;
        page.click("[data-answer] button.input")?;
        page.wait_until("the number is selected", || {
            let script = "const field = document.activeElement; \
                return field.id === 'growth-field' && field.offsetHeight > 0 && field.selectionEnd - field.selectionStart === field.value.length;";
            Ok(page.script(script, vec![])? == true)
        })?;
        Ok(())
    })
}

fn a_figure_opens_its_working_and_its_term_the_glossary(page: &Page) -> Result<()> {
    on_a_phone(page, 390, 844, || {
        for figure in ["payback_years", "npv", "unmet_in_build"] {
            page.open("")?;
            tap(page, position_in(page, &format!("[data-metric={figure}]"), 0.5, 0.5)?)?;
            page.wait_until("the figure opens its working", || page.has("#chain-title"))?;
        }
        page.open("")?;
        tap(page, position_in(page, "[data-figure=npv] .unit .term", 0.5, 0.5)?)?;
        page.wait_until("the term opens its entry", || page.has("dialog[open] .glossary > div:focus"))?;
        // The entry is far down; heading and button stay in view.
        let shown = "const dialog = document.querySelector('dialog'), close = dialog.querySelector('header .icon'); \
            const { x, y, width, height } = close.getBoundingClientRect(); \
            return [dialog.scrollTop > 100, close.contains(document.elementFromPoint(x + width / 2, y + height / 2))];";
        page.wait_until("the close button is in view", || Ok(page.script(shown, vec![])? == json!([true, true])))
    })
}

fn the_dock_folds_when_the_reader_scrolls_down(page: &Page) -> Result<()> {
    on_a_phone(page, 390, 844, || {
        page.open("")?;
        let scrolled = |by: f64| {
            page.wait_until("the page has scrolled", || {
                Ok(page.script("return scrollY;", vec![])?.as_f64().unwrap_or_default() > by)
            })
        };
        // The page scrolls by itself, and the slider is dragged.
        page.script("document.querySelector('[data-figure=npv] .note .link').click();", vec![])?;
        scrolled(1000.0)?;
        let (x, y) = position_in(page, "#growth", 0.4, 0.5)?;
        drag(page, (x, y), (x + 80.0, y - 5.0))?;
        std::thread::sleep(std::time::Duration::from_millis(300));
        ensure!(!page.has(".rail.folded")?, "the dock folds by itself");
        page.script("scrollTo({ top: 0, behavior: 'instant' });", vec![])?;
        swipe_up(page, position_in(page, "[data-answer]", 0.5, 0.5)?, 200.0)?;
        page.wait_until("the dock is folded", || page.has(".rail.folded"))?;
        page.click(".dock-handle")?;
        page.wait_until("the dock is open", || Ok(!page.has(".rail.folded")?))
    })
}

fn the_changes_keep_their_height(page: &Page) -> Result<()> {
    let changed = "growth=0.5&capex=75&chip_life=3";
    for (width, view) in [(390, ""), (320, ""), (390, "embed=1&")] {
        on_a_phone(page, width, 844, || {
            page.open(&format!("{view}{changed}"))?;
            let found = page.script(
                "const line = document.querySelector('.changes'), { bottom } = line.getBoundingClientRect(); \
                 return [line.offsetHeight, [...line.querySelectorAll('.input')].filter((change) => change.getBoundingClientRect().bottom <= bottom + 1).length];",
                vec![],
            )?;
            ensure!(found == json!([48, 2]), "{width} wide {view}: height and shown changes are {found}");
            page.click(".changes [aria-expanded]")?;
            page.wait_until("all changes are shown", || {
                Ok(page.script("const line = document.querySelector('.changes'); return line.querySelectorAll('.input').length > 2 && line.firstElementChild.getBoundingClientRect().bottom <= line.getBoundingClientRect().bottom + 1;", vec![])? == true)
            })
        })?;
    }
    Ok(())
}

fn the_search_field_is_in_view(page: &Page) -> Result<()> {
    for width in [390, 320] {
        on_a_phone(page, width, 844, || {
            page.open("")?;
            page.click_button("All assumptions")?;
            page.wait_until("the drawer is open", || page.has(".drawer"))?;
            let hit = "const field = document.querySelector('#drawer-find'), { left, right, y, height } = field.getBoundingClientRect(); \
                return [left + 20, right - 20].map((x) => document.elementFromPoint(x, y + height / 2) === field);";
            page.wait_until("the field is in view", || Ok(page.script(hit, vec![])? == json!([true, true])))
        })?;
    }
    Ok(())
}

fn the_bar_fits_a_finger(page: &Page) -> Result<()> {
    for (width, fragment) in [(390, ""), (390, "growth=0.5"), (320, "growth=0.5")] {
        on_a_phone(page, width, 844, || {
            page.open(fragment)?;
            // A finger that lands up to 21 pixels above or below the middle, or 17 beside it, presses the button.
            let missed = "return [...document.querySelectorAll('.top-bar button')].filter((button) => button.checkVisibility()).filter((button) => { \
                const { x, y, width, height } = button.getBoundingClientRect(); \
                return [[-17, 0], [17, 0], [0, -21], [0, 21]].some(([right, down]) => !button.contains(document.elementFromPoint(x + width / 2 + right, y + height / 2 + down))); \
                }).map((button) => button.ariaLabel ?? button.innerText);";
            let missed = page.script(missed, vec![])?;
            ensure!(missed == json!([]), "{width} wide {fragment}: a finger misses {missed}");
            // The name ends before the arrow, whole or with an ellipsis.
            let whole = "const button = document.querySelector('.scenario-button'), [name, arrow] = button.children; \
                const box = button.getBoundingClientRect(), end = arrow.getBoundingClientRect(); \
                return [end.width > 10 && end.right < box.right, name.getBoundingClientRect().right <= end.left, name.scrollWidth <= name.clientWidth];";
            let whole = page.script(whole, vec![])?;
            ensure!(whole == json!([true, true, width == 390]), "{width} wide {fragment}: the button is cut, {whole}");
            Ok(())
        })?;
    }
    Ok(())
}

/// Badges whose notes reach out of the window, as open as a reader sees them.
const CUT_NOTES: &str = "const done = arguments[arguments.length - 1], cut = []; (async () => { \
    for (const badge of [...document.querySelectorAll(arguments[0])].filter((badge) => badge.offsetParent)) { badge.click(); \
        await new Promise((after) => setTimeout(after, 30)); const box = document.querySelector('.tip')?.getBoundingClientRect(); \
        if (!box || box.left < 0 || box.right > innerWidth + 1 || box.width < 180) cut.push([badge.ariaLabel, box?.left, box?.right]); badge.click(); } done(cut); })();";

fn source_notes_stay_on_the_screen(page: &Page) -> Result<()> {
    for width in [320, 390, 768] {
        on_a_phone(page, width, 844, || {
            page.open("")?;
            let cut = page.script_async(CUT_NOTES, vec![json!(".rail button.badge")])?;
            ensure!(cut == json!([]), "{width} wide: the notes of {cut} are cut");
            page.click_button("All assumptions")?;
            page.wait_until("the drawer is open", || page.has(".drawer"))?;
            let cut = page.script_async(CUT_NOTES, vec![json!(".drawer button.badge")])?;
            ensure!(cut == json!([]), "{width} wide: the notes of {cut} are cut");
            Ok(())
        })?;
    }
    Ok(())
}

fn badges_and_help_buttons_fit_a_finger(page: &Page) -> Result<()> {
    on_a_phone(page, 390, 844, || {
        page.open("")?;
        page.click_button("All assumptions")?;
        page.wait_until("the drawer is open", || page.has(".drawer"))?;
        // A finger that lands up to 21 pixels beside the middle presses the button.
        let missed = "const row = document.querySelector('.row[data-input=growth]'), missed = []; row.scrollIntoView({ block: 'center' }); \
            for (const button of row.querySelectorAll('.badge, .help-button')) { const { x, y, width, height } = button.getBoundingClientRect(); \
                for (const [right, down] of [[-21, 0], [21, 0], [0, -21], [0, 21]]) \
                    if (document.elementFromPoint(x + width / 2 + right, y + height / 2 + down) !== button) missed.push([button.ariaLabel, right, down]); } \
            return missed;";
        let missed = page.script(missed, vec![])?;
        ensure!(missed == json!([]), "a finger misses {missed}");
        Ok(())
    })
}

fn the_short_answer_is_not_cut(page: &Page) -> Result<()> {
    for (width, height) in [(390, 844), (360, 844), (320, 844), (844, 390), (768, 1024), (1024, 768)] {
        on_a_phone(page, width, height, || {
            for fragment in ["", "growth=0.3&capex=300"] {
                page.open(fragment)?;
                page.script("scrollTo(0, 900);", vec![])?;
                page.wait_until("the bar is shown", || page.has(".answer-bar.shown .short-answer b"))?;
                let cut = page.script(
                    "return [...document.querySelectorAll('.answer-bar :is(.full-answer, .short-answer b, .short-answer p.small)')].filter((text) => { \
                        const box = text.closest('.full-answer, .short-answer').getBoundingClientRect(), { right } = text.getBoundingClientRect(); \
                        return right > box.right + 1 || text.scrollWidth > text.clientWidth + 1 && text.clientWidth > 0; }).map((text) => text.textContent);",
                    vec![],
                )?;
                ensure!(cut == json!([]), "{width} wide, {fragment}: {cut} are cut");
            }
            Ok(())
        })?;
    }
    Ok(())
}

fn the_theme_can_be_chosen(page: &Page) -> Result<()> {
    for width in [390, 820] {
        on_a_phone(page, width, 844, || {
            page.open("theme=auto")?;
            if width < 760 {
                page.click(".top-bar .menu > .icon")?;
                page.click(".menu-list .theme-choice label:last-child")?;
            } else {
                page.click(".top-bar .theme")?;
            }
            let is_dark = "return document.documentElement.dataset.theme === 'dark';";
            page.wait_until("the page is dark", || Ok(page.script(is_dark, vec![])? == true))
        })?;
    }
    Ok(())
}

fn sliders_leave_room_on_a_phone_on_its_side(page: &Page) -> Result<()> {
    for (width, height, most) in [(844, 390, 0.29), (667, 375, 0.5)] {
        on_a_phone(page, width, height, || {
            page.open("")?;
            page.script("document.querySelector('figure[data-chart=revenue]').scrollIntoView();", vec![])?;
            page.wait_until("the bar is shown", || page.has(".answer-bar.shown"))?;
            let covered = "const area = (name) => document.querySelector(name).getBoundingClientRect(), bar = area('.answer-bar'), rail = area('.rail'); \
                return bar.height + (rail.top < innerHeight && rail.bottom > 0 ? rail.height : 0);";
            let covered = page.script(covered, vec![])?.as_f64().context("no height")?;
            ensure!(covered < most * f64::from(height), "the bars cover {covered} of {height} px");
            let hidden = "const { bottom } = document.querySelector('.answer-bar').getBoundingClientRect(); \
                return [...document.querySelectorAll('.rail .field')].filter((field) => field.offsetHeight > 0 && field.getBoundingClientRect().top < bottom).length;";
            ensure!(page.script(hidden, vec![])? == 0, "the bar covers the number fields");
            ensure!(
                page.script("return document.querySelector('#growth').offsetHeight > 0;", vec![])? == true,
                "no slider"
            );
            Ok(())
        })?;
    }
    Ok(())
}
