//! Every figure in scenarios that are easy and in scenarios that are not, as SVG beside committed snapshots.
//!
//! `BLESS=1 cargo test --test figures` rewrites the snapshots; `SHEET=<folder>` also writes them all on one page to look at.

use payback::analysis::Band;
use payback::chart::{self, Figure, Palette, Pinned, Subject};
use payback::model::{self, Outcome};
use payback::scenario::Scenario;

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
    ]
}

fn band(outcome: &Outcome) -> Band {
    let cash = std::iter::once(outcome.summary.opening_cash).chain(outcome.quarterly.cumulative_cash.iter().copied());
    let (mut p10, mut p90) = (Vec::new(), Vec::new());
    for (quarter, value) in cash.enumerate() {
        let width = outcome.summary.opening_cash.abs() * 0.055 * quarter as f64;
        p10.push(value - 1.2 * width);
        p90.push(value + 0.8 * width);
    }
    Band { p50: p10.clone(), p10, p90 }
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
    let band = band(&outcome);
    let subject = Subject {
        scenario,
        outcome: &outcome,
        opened: Some(&opened),
        pins: if compared { &pins } else { &[] },
        band: Some(&band),
    };
    vec![chart::cash(&subject), chart::revenue(&subject)]
}

#[test]
fn sheet() {
    let Ok(folder) = std::env::var("SHEET") else { return };
    let only = std::env::var("ONLY").unwrap_or_default();
    let width: f64 = std::env::var("WIDTH").ok().and_then(|text| text.parse().ok()).unwrap_or(880.0);
    let palette = if std::env::var("DARK").is_ok() { Palette::DARK } else { Palette::LIGHT };
    let charts = std::env::var("CHARTS").unwrap_or_default();
    let mut page = String::from(
        "<meta charset=utf-8><style>body{margin:16px;font:13px Liberation Sans;display:flex;flex-wrap:wrap;gap:20px}h4{margin:0}</style>",
    );
    if std::env::var("DARK").is_ok() {
        page.push_str("<style>body{background:#14171A;color:#fff}</style>")
    } else {
        page.push_str("<style>body{background:#FBFAF7}</style>")
    }
    for (name, scenario) in scenarios() {
        if !only.is_empty() && !only.split(',').any(|one| one == name) {
            continue;
        }
        for figure in figures(&scenario, std::env::var("PINS").is_ok()) {
            if !charts.is_empty() && !charts.split(',').any(|one| one == figure.chart.id()) {
                continue;
            }
            let focus =
                std::env::var("FOCUS").ok().and_then(|t| t.parse().ok()).map(|row| chart::Focus { row, column: 3 });
            let height = figure.height(width);
            let svg = chart::svg_with(&figure, &palette, chart::Size { width, height }, focus);
            page.push_str(&format!(
                "<div><h4 style='max-width:{width}px'>{}</h4>{} [{name}]<br>{svg}</div>",
                figure.title, figure.subtitle
            ));
        }
    }
    std::fs::write(format!("{folder}/sheet.html"), page).unwrap();
}
