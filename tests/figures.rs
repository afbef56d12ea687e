//! Every figure in scenarios that are easy and in scenarios that are not, as SVG beside committed snapshots.
//!
//! `BLESS=1 cargo test --test figures` rewrites the snapshots; `SHEET=<folder>` also writes them all on one page to look at.

use std::path::Path;

use payback::analysis::{self, CashBand};
use payback::chart::{
    self, Area, ChartData, ChartId, Figure, Focus, GrowthMapView, Layout, MonteCarloView, Palette, Pinned, Reading,
    Reported, Rgb, Role, Size, TornadoView,
};
use payback::export::{self, Date, Report};
use payback::model::{self, Outcome, Workspace};
use payback::scenario::workbook::Sheet;
use payback::scenario::{self, Event, EventKind, Events, Input, Origin, Ranges, Scenario};

/// The scenarios, by name.
fn scenarios() -> Vec<(&'static str, Scenario)> {
    let base = Scenario::DEFAULT;
    vec![
        ("default", base),
        ("changed", Scenario { growth: 0.85, custom_share: 0.8, ..base }),
        ("never", Scenario { growth: 0.22, ..base }),
        ("no_capex", Scenario { capex: 0.0, replacement: 0.0, ..base }),
        ("huge", Scenario { capex: 1e6, run_rate: 1e5, power_cap: 1e6, ..base }),
        ("tiny", Scenario { run_rate: 0.1, capex: 1.0, prior_capex: 0.5, ..base }),
        ("shrinking", Scenario { growth: -0.2, ..base }),
        ("short", Scenario { horizon: 3.0, ..base }),
        ("long", Scenario { horizon: 40.0, ..base }),
        ("no_revenue", Scenario { run_rate: 0.0, ..base }),
        ("short_lives", Scenario { chip_life: 3.0, ..base }),
        ("events", Scenario { events: events(), debt_share: 0.5, ..base }),
    ]
}

/// A loss of demand for good, a year of higher prices, and an event after the horizon.
fn events() -> Events {
    let event = |kind, quarter, size, quarters| Event { kind, quarter, size, quarters };
    let events = [
        event(EventKind::Demand, 10, -0.2, None),
        event(EventKind::Price, 20, 0.3, Some(4)),
        event(EventKind::Capacity, 100, -0.5, None),
    ];
    Events::from_items(events).unwrap()
}

fn band(scenario: &Scenario) -> CashBand {
    let mut odds = analysis::MonteCarlo::new(2026);
    odds.advance(&mut Workspace::new(), scenario, 400);
    let mut band = CashBand::default();
    odds.band(&mut band);
    band
}

/// Every figure of a scenario.
fn figures(scenario: &Scenario, compared: bool) -> Vec<Figure> {
    let outcome = model::run(scenario);
    let opened = model::run(&Scenario::DEFAULT);
    let others = [
        model::run(&Scenario { custom_share: 0.9, custom_cost: 0.35, ..Scenario::DEFAULT }),
        model::run(&Scenario { custom_share: 0.0, ..Scenario::DEFAULT }),
        model::run(&Scenario { capex: 75.0, ..Scenario::DEFAULT }),
    ];
    let names = ["Custom chips win", "All NVIDIA", "Capex is $75B"];
    let pins: Vec<Pinned> = names.into_iter().zip(&others).map(|(name, outcome)| Pinned { name, outcome }).collect();
    let band = band(scenario);
    let data = ChartData {
        scenario,
        outcome: &outcome,
        baseline: Some(Pinned { name: "as opened", outcome: &opened }),
        pins: if compared { &pins } else { &[] },
        band: Some(&band),
    };
    vec![
        chart::cash(&data),
        chart::revenue(&data),
        chart::spend(&data),
        chart::mix(&data),
        chart::margin(&data),
        chart::unit(&outcome),
        chart::lives(&data),
        tornado(scenario),
        map(scenario, &outcome),
        odds(scenario, &outcome),
        chart::safety(&analysis::MarginOfSafety::of(&mut Workspace::new(), scenario, &Ranges::NONE)),
        variance(scenario),
        bridge(scenario),
    ]
}

fn tornado(scenario: &Scenario) -> Figure {
    let tornado = analysis::Tornado::of(
        &mut Workspace::new(),
        scenario,
        analysis::OutcomeMeasure::Npv,
        analysis::SwingRange::TwentyPercent,
    );
    let (measure, span) = (analysis::OutcomeMeasure::Npv, analysis::SwingRange::TwentyPercent);
    chart::tornado(&TornadoView { tornado: &tornado, scenario, measure, span, limit: 12 })
}

fn map(scenario: &Scenario, outcome: &Outcome) -> Figure {
    let mut map = analysis::GrowthMap::new(Input::Growth, Input::Capex, 21, 17);
    map.update(&mut Workspace::new(), scenario);
    let across = [Reported { value: 0.22, by: "report 3" }, Reported { value: 1.0, by: "report 1" }];
    let upwards = [(200.0, "report 2, 4"), (100.0, "report 3"), (75.0, "report 1")];
    let upwards = upwards.map(|(value, by)| Reported { value, by });
    chart::growth_map(&GrowthMapView {
        map: &map,
        scenario,
        outcome,
        payback: false,
        across: &across,
        upwards: &upwards,
    })
}

fn odds(scenario: &Scenario, outcome: &Outcome) -> Figure {
    let mut odds = analysis::MonteCarlo::new(2026);
    odds.advance(&mut Workspace::new(), scenario, 400);
    let paybacks = analysis::payback_histogram(odds.payback(), scenario.horizon);
    let npvs = analysis::npv_histogram(odds.npv());
    let report = odds.summary().unwrap();
    chart::monte_carlo(&MonteCarloView {
        paybacks: &paybacks,
        npvs: &npvs,
        report: &report,
        outcome,
        horizon: scenario.horizon,
    })
}

fn variance(scenario: &Scenario) -> Figure {
    let mut odds = analysis::MonteCarlo::new(2026);
    odds.advance(&mut Workspace::new(), scenario, 400);
    chart::variance(odds.shares(), scenario)
}

fn bridge(scenario: &Scenario) -> Figure {
    let azure = scenario::find_preset(&scenario::presets().companies, "azure").unwrap().applied_to(&Scenario::DEFAULT);
    let bridge = analysis::bridge(&mut Workspace::new(), scenario, &azure);
    chart::bridge(&bridge, "AWS", "Azure", 10)
}

/// A snapshot: compared, or rewritten where `BLESS` is set.
fn compare(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots").join(name);
    if std::env::var_os("BLESS").is_some() {
        return std::fs::write(&path, text).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    let line = kept.lines().zip(text.lines()).position(|(one, two)| one != two);
    assert!(kept == text, "{name} has changed, first in line {line:?}; look at it, then run with BLESS=1");
}

/// The layout with the text widths of an SVG file.
fn layout(figure: &Figure, size: Size) -> Layout {
    Layout::new(&|text, size, bold| chart::text_width(text, bold) * size, figure, size)
}

fn drawn(figure: &Figure, width: f64) -> String {
    chart::svg(figure, &Palette::LIGHT, width, figure.height(width))
}

#[test]
fn every_figure_of_the_default_scenario_looks_as_it_did() {
    for figure in figures(&Scenario::DEFAULT, false) {
        let width =
            if matches!(figure.chart, ChartId::Spend | ChartId::Mix | ChartId::Margin | ChartId::Unit | ChartId::Lives)
            {
                400.0
            } else {
                880.0
            };
        compare(&format!("{}.svg", figure.chart.id()), &drawn(&figure, width));
    }
}

#[test]
fn hard_scenarios_look_as_they_did() {
    let hard = [
        ("never", vec![ChartId::Cash, ChartId::Revenue, ChartId::Margin]),
        ("no_capex", vec![ChartId::Cash, ChartId::Spend]),
        ("huge", vec![ChartId::Cash]),
        ("tiny", vec![ChartId::Revenue]),
        ("shrinking", vec![ChartId::Cash]),
        ("short_lives", vec![ChartId::Lives]),
        ("events", vec![ChartId::Cash, ChartId::Revenue]),
    ];
    for (name, scenario) in scenarios() {
        let charts =
            hard.iter().find(|(hard, _)| *hard == name).map(|(_, charts)| charts.as_slice()).unwrap_or_default();
        for figure in figures(&scenario, false).iter().filter(|figure| charts.contains(&figure.chart)) {
            compare(&format!("{}-{name}.svg", figure.chart.id()), &drawn(figure, 880.0));
        }
    }
    let compared = figures(&scenarios()[1].1, true);
    let size = Size { width: 880.0, height: 320.0 };
    compare(
        "cash-compared.svg",
        &chart::svg_with(&compared[0], &Palette::DARK, size, Some(Focus { row: 20, column: 0 })),
    );
    compare("cash-phone.svg", &drawn(&compared[0], 342.0));
}

/// What every figure says in every scenario, wide and on a phone.
#[test]
fn the_words_of_every_figure_are_as_they_were() {
    let mut all = String::new();
    for (name, scenario) in scenarios() {
        for figure in figures(&scenario, false) {
            all.push_str(&format!(
                "{name} {}: {} | {} | {}\n",
                figure.chart.id(),
                figure.title,
                figure.subtitle,
                figure.takeaway
            ));
            for width in [880.0, 342.0] {
                let svg = drawn(&figure, width);
                let texts: Vec<String> = svg.lines().filter_map(text).collect();
                all.push_str(&format!("  {width}: {}\n", texts.join(" | ")));
            }
        }
    }
    compare("words.txt", &all);
}

/// The text of a text element, without the elements of its spans.
fn text(line: &str) -> Option<String> {
    let (_, content) = line.strip_prefix("<text ")?.strip_suffix("</text>")?.split_once('>')?;
    let spans = content.split("<tspan").map(|span| span.split_once('>').map_or(span, |(_, text)| text));
    Some(spans.map(|span| span.trim_end_matches("</tspan>")).collect())
}

#[test]
fn nothing_is_drawn_or_said_that_is_no_number() {
    for (name, scenario) in scenarios() {
        for figure in figures(&scenario, true) {
            for width in [320.0, 600.0, 1200.0] {
                let svg = drawn(&figure, width);
                for wrong in ["NaN", "inf", "None", "Some(", "-2147483648", "2147483647"] {
                    assert!(!svg.contains(wrong), "{name} {} at {width}: {wrong}", figure.chart.id());
                }
                assert!(svg.contains("<title") && svg.contains("<desc"));
            }
            assert!(!figure.title.is_empty() && figure.takeaway.ends_with('.'), "{name} {}", figure.chart.id());
        }
    }
}

#[test]
fn the_readout_is_the_table() {
    for (name, scenario) in scenarios() {
        for figure in figures(&scenario, true) {
            assert_eq!(figure.stops.len(), figure.table.rows.len(), "{name} {}", figure.chart.id());
            for row in 0..figure.table.rows.len() {
                let Some(readout) = chart::readout(&figure, Focus { row, column: 0 }) else { panic!("a readout") };
                if figure.reading == Reading::Grid {
                    assert_eq!(readout.lines[0].value, figure.table.text(row, 0));
                    continue;
                }
                assert_eq!(readout.lines.len(), figure.table.columns.len());
                for (column, line) in readout.lines.iter().enumerate() {
                    assert_eq!(line.value, figure.table.text(row, column));
                    assert_eq!(line.name, figure.table.columns[column].name);
                }
            }
        }
    }
}

#[test]
fn a_pointer_finds_every_row_and_the_arrows_walk_through_them() {
    for figure in figures(&Scenario::DEFAULT, false) {
        let size = Size { width: 880.0, height: figure.height(880.0) };
        let layout = layout(&figure, size);
        for (row, stop) in figure.stops.iter().enumerate() {
            let plot = &layout.plots[stop.panel];
            let middle = ((plot.inner.left + plot.inner.right) / 2.0, (plot.inner.top + plot.inner.bottom) / 2.0);
            let (x, y) = match figure.reading {
                Reading::Time | Reading::Columns => (plot.stop(figure.reading, stop.at), middle.1),
                Reading::Rows | Reading::Grid => (middle.0, plot.stop(figure.reading, stop.at)),
            };
            let focus = chart::hit(&figure, &layout, x, y).unwrap();
            assert_eq!(focus.row, row, "{}", figure.chart.id());
            let next = chart::step(&figure, Some(focus), 1).unwrap();
            assert_eq!(next.row, (row + 1).min(figure.stops.len() - 1));
        }
        assert_eq!(chart::step(&figure, None, 1).unwrap().row, 0);
        assert_eq!(chart::hit(&figure, &layout, -50.0, 10.0), None);
    }
}

#[test]
fn charts_over_time_are_read_at_the_same_time() {
    let figures = figures(&Scenario::DEFAULT, false);
    for one in &figures {
        for other in &figures {
            let Some(time) = chart::time_of(one, Focus { row: 7, column: 0 }) else { continue };
            let Some(focus) = chart::at_time(other, time) else { continue };
            let found = chart::time_of(other, focus).unwrap();
            assert!((found - time).abs() < 1.0 && found >= time - 1e-9, "{:?} {:?}", one.chart, other.chart);
        }
    }
}

#[test]
fn the_point_of_the_map_is_dragged_to_where_it_is_dropped() {
    let figure = map(&Scenario::DEFAULT, &model::run(&Scenario::DEFAULT));
    let size = Size { width: 700.0, height: 460.0 };
    let layout = layout(&figure, size);
    let plot = &layout.plots[0];
    for point in [(1.0, 200.0), (0.22, 75.0), (2.5, 400.0)] {
        let (x, y) = plot.pixel(point);
        let (growth, capex) = plot.value(x, y).unwrap();
        assert!((growth - point.0).abs() < 0.01 && (capex - point.1).abs() < 1.0, "{point:?} {growth} {capex}");
    }
}

#[test]
fn words_stay_on_the_sheet_and_off_one_another() {
    let mut wrong = Vec::new();
    for (name, scenario) in scenarios() {
        for figure in figures(&scenario, false) {
            for width in [342.0, 880.0] {
                let svg = drawn(&figure, width);
                let boxes: Vec<_> = svg.lines().filter_map(extent).collect();
                for (index, (words, area)) in boxes.iter().enumerate() {
                    let here = format!("{name} {} at {width}: “{words}”", figure.chart.id());
                    if area.0 < -6.0 || area.1 > width + 6.0 {
                        wrong.push(format!("{here} at {area:?}"));
                    }
                    for (other, there) in &boxes[index + 1..] {
                        let across = area.1.min(there.1) - area.0.max(there.0);
                        let down = area.3.min(there.3) - area.2.max(there.2);
                        if across > 2.5 && down > 2.5 {
                            wrong.push(format!("{here} on “{other}”"));
                        }
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Pictures that leave the page: nothing overlaps or is cut, no control is left, and key, source, date and link are there.
#[test]
fn pictures_stand_alone() {
    let sheet = Sheet::new(Origin::default());
    let outcome = model::run(&Scenario::DEFAULT);
    let date = Date { year: 2026, month: 11, day: 20 };
    let report = Report { sheet: &sheet, outcome: &outcome, link: "https://example.org/payback/#v=2", date };
    let mut wrong = Vec::new();
    for (name, scenario) in scenarios() {
        for figure in figures(&scenario, true) {
            for width in [360.0, 848.0] {
                let here = format!("{name} {} at {width}", figure.chart.id());
                let picture = export::picture(&report, &figure, &Palette::LIGHT, width);
                let boxes = picture_texts(&picture);
                for (index, (text, area)) in boxes.iter().enumerate() {
                    if area.left < 8.0 || area.right > width - 8.0 {
                        wrong.push(format!("{here}: “{text}” at {area:?}"));
                    }
                    let on = |other: &Area| {
                        area.right.min(other.right) - area.left.max(other.left) > 2.5
                            && area.bottom.min(other.bottom) - area.top.max(other.top) > 2.5
                    };
                    let others = boxes[index + 1..].iter().filter(|(_, other)| on(other));
                    wrong.extend(others.map(|(other, _)| format!("{here}: “{text}” on “{other}”")));
                }
                let texts: Vec<&str> = boxes.iter().map(|(text, _)| text.as_str()).collect();
                let all = texts.join(" ");
                for part in ["A model, not a forecast.", "20 November 2026", "https://example.org/payback/#v=2"] {
                    if !all.contains(part) {
                        wrong.push(format!("{here}: without “{part}”"));
                    }
                }
                if all.to_lowercase().contains("drag") {
                    wrong.push(format!("{here}: has a hint"));
                }
                if figure.chart == ChartId::GrowthMap && !(all.contains("NPV, $B") && texts.contains(&"0")) {
                    wrong.push(format!("{here}: without key"));
                }
                if figure.chart == ChartId::Tornado && !all.contains("R reported · P published") {
                    wrong.push(format!("{here}: without the meaning of its badges"));
                }
                if let Some((heading, _)) = &figure.panels[0].heading
                    && all.matches(heading.as_str()).count() != 1
                {
                    wrong.push(format!("{here}: heading not once"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The level texts of a picture and their boxes in CSS pixels, by the text widths of the layout.
fn picture_texts(picture: &str) -> Vec<(String, Area)> {
    let document = roxmltree::Document::parse(picture).unwrap();
    let number = |node: roxmltree::Node, name: &str| node.attribute(name).and_then(|value| value.parse::<f64>().ok());
    let texts = document.descendants().filter(|node| node.has_tag_name("text") && !node.has_attribute("transform"));
    let placed = texts.map(|node| {
        let chart = node.ancestors().filter(|node| node.has_tag_name("svg")).find(|node| node.has_attribute("x"));
        let (left, top, unit) =
            chart.map_or((0.0, 0.0, 1.0), |svg| (number(svg, "x").unwrap(), number(svg, "y").unwrap(), 10.0));
        let spans = node.descendants().filter(|node| node.is_text()).map(|text| {
            let style = text.parent().unwrap();
            let bold = style.attribute("font-weight") == Some("bold");
            (text.text().unwrap(), number(style, "font-size").unwrap(), bold)
        });
        let (mut words, mut width) = (String::new(), 0.0);
        for (text, size, bold) in spans {
            words.push_str(text);
            width += chart::text_width(text, bold) * size / unit;
        }
        let size = number(node, "font-size").unwrap() / unit;
        let (x, y) = (left + number(node, "x").unwrap() / unit, top + number(node, "y").unwrap() / unit);
        let left = match node.attribute("text-anchor") {
            Some("middle") => x - width / 2.0,
            Some("end") => x - width,
            _ => x,
        };
        (words, Area { left, right: left + width, top: y - 0.72 * size, bottom: y })
    });
    placed.collect()
}

/// The box of a level text in CSS pixels (left, right, top, bottom), by the text widths of the layout.
fn extent(line: &str) -> Option<(String, (f64, f64, f64, f64))> {
    let words = text(line)?.replace("&amp;", "&");
    let number = |part: &str, name: &str| {
        part.split_once(&format!(" {name}=\"")).and_then(|(_, rest)| rest.split_once('"')?.0.parse::<f64>().ok())
    };
    if line.contains("transform") {
        return None;
    }
    let (x, y, size) = (number(line, "x")?, number(line, "y")?, number(line, "font-size")?);
    let span = |span: &str| {
        let (attributes, text) = span.split_once('>')?;
        let text = text.trim_end_matches("</text>").trim_end_matches("</tspan>").replace("&amp;", "&");
        Some(chart::text_width(&text, attributes.contains("\"bold\"")) * number(attributes, "font-size")?)
    };
    let width: f64 = line.split("<tspan").filter_map(span).sum();
    let left = if line.contains("\"middle\"") {
        x - width / 2.0
    } else if line.contains("\"end\"") {
        x - width
    } else {
        x
    };
    let (left, right, top, bottom) = (left, left + width, y - 0.72 * size, y);
    Some((words, (left / 10.0, right / 10.0, top / 10.0, bottom / 10.0)))
}

/// The tokens of the style sheet and of the charts are the same colours.
#[test]
fn charts_and_style_sheet_share_their_colours() {
    let css = include_str!("../style/tokens.css");
    let block = |selector: &str| {
        let (_, rest) = css.split_once(selector).unwrap();
        rest.split_once('}').unwrap().0
    };
    for (selector, palette) in [(":root {", Palette::LIGHT), (":root[data-theme=\"dark\"] {", Palette::DARK)] {
        let tokens = block(selector);
        for role in Role::ALL {
            let Rgb(red, green, blue) = palette.rgb(*role);
            let token = format!("{}: #{red:02X}{green:02X}{blue:02X};", role.name());
            assert!(tokens.contains(&token), "{selector} {token}");
        }
    }
}

/// All figures on one page, to look at: `SHEET=<folder>`, and at will `ONLY=never,huge`, `CHARTS=cash`, `WIDTH=342`, `DARK=1`,
/// `PINS=1`, `FOCUS=20`,
/// `PICTURES=1` for pictures as they are downloaded.
#[test]
fn sheet() {
    let asked = |name: &str| std::env::var(name).ok();
    let Some(folder) = asked("SHEET") else { return };
    let listed = |name: &str, value: &str| asked(name).is_none_or(|list| list.split(',').any(|one| one == value));
    let width: f64 = asked("WIDTH").and_then(|text| text.parse().ok()).unwrap_or(880.0);
    let (palette, theme) = match asked("DARK") {
        Some(_) => (Palette::DARK, "background:#14171A;color:#F0EEE9"),
        None => (Palette::LIGHT, "background:#FBFAF7"),
    };
    let focus = asked("FOCUS").and_then(|text| text.parse().ok()).map(|row| Focus { row, column: 3 });
    let mut page = format!(
        "<meta charset=utf-8><style>body{{margin:16px;font:13px Liberation Sans;display:flex;flex-wrap:wrap;gap:20px;{theme}}}\
         h4{{margin:0;max-width:{width}px}}</style>"
    );
    for (name, scenario) in scenarios().into_iter().filter(|(name, _)| listed("ONLY", name)) {
        for figure in figures(&scenario, asked("PINS").is_some()).iter().filter(|one| listed("CHARTS", one.chart.id()))
        {
            if asked("PICTURES").is_some() {
                let (sheet, outcome) = (Sheet::new(Origin::default()), model::run(&scenario));
                let date = Date { year: 2026, month: 11, day: 20 };
                let report = Report { sheet: &sheet, outcome: &outcome, link: "https://example.org/payback/", date };
                page.push_str(&export::picture(&report, figure, &palette, width));
                continue;
            }
            let size = Size { width, height: figure.height(width) };
            let svg = chart::svg_with(figure, &palette, size, focus);
            page.push_str(&format!("<div><h4>{}</h4>{} [{name}]<br>{svg}</div>", figure.title, figure.subtitle));
        }
    }
    std::fs::write(Path::new(&folder).join("sheet.html"), page).unwrap();
}
