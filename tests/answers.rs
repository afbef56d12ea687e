//! The answer sentence in every branch.

use payback::model::{SearchResult, SearchStatus, Summary};
use payback::scenario::workbook::Sheet;
use payback::scenario::{CapexPath, Input, Kind, Origin, Scenario, Terminal, Value, presets};
use payback::words::answer::{SimulatedCases, answer, caveat, in_one_line, window_title};
use payback::words::metrics::metric_texts;
use payback::words::scenario_name::ScenarioName;
use proptest::prelude::*;

fn aws() -> ScenarioName {
    ScenarioName { company: "AWS".to_owned(), case: "base".to_owned(), edited: false }
}

fn base() -> Summary {
    Summary {
        npv: 89.145,
        npv_without_terminal: -26.516,
        terminal_value: 273.81,
        payback_years: Some(7.786),
        first_touch_years: Some(7.786),
        total_revenue: 1379.2,
        unmet_total: 967.63,
        unmet_in_build: 1.326,
        breakeven_growth_npv: solved(0.706_410),
        ..Summary::default()
    }
}

fn never() -> Summary {
    Summary { npv: -186.2, payback_years: None, first_touch_years: None, ..base() }
}

fn solved(value: f64) -> SearchResult {
    SearchResult { value: Some(value), status: SearchStatus::Solved }
}

fn goal(status: SearchStatus) -> SearchResult {
    SearchResult { value: (status == SearchStatus::MetAtStart).then_some(-0.5), status }
}

fn said(scenario: &Scenario, summary: &Summary) -> String {
    answer(&aws(), scenario, summary).to_string().replace('\u{202f}', " ")
}

const AT: &str = "At 100 % demand growth, $200B of capex a year and 60 % custom chips, AWS’s AI build-out";

fn rest(summary: Summary) -> String {
    let said = said(&Scenario::DEFAULT, &summary);
    said.strip_prefix(AT).unwrap_or_else(|| panic!("{said}")).trim_start().to_owned()
}

#[test]
fn it_pays_back() {
    assert_eq!(
        rest(base()),
        "pays back in 7.8 years (Q1 2034) and is worth +$89B today. It needs at least 71 % growth to be worth it."
    );
    assert_eq!(
        rest(Summary { npv: -12.4, breakeven_growth_npv: solved(1.2), ..base() }),
        "pays back in 7.8 years (Q1 2034) but is worth −$12B today, a loss. \
         It would need at least 120 % growth to be worth it."
    );
    assert_eq!(
        rest(Summary { npv: 0.000_1, ..base() }),
        "pays back in 7.8 years (Q1 2034) and is worth just what it costs. \
         It needs at least 71 % growth to be worth it."
    );
}

#[test]
fn it_never_pays_back() {
    assert_eq!(
        rest(Summary { npv: -64.8, breakeven_growth_npv: goal(SearchStatus::NotReached), ..never() }),
        "does not pay back within 10 years and is worth −$65B today. No growth is enough to make it worth it."
    );
    assert_eq!(
        rest(Summary { npv: 12.0, ..never() }),
        "does not pay back within 10 years, yet is worth +$12B today, counting what is left at the end. \
         It needs at least 71 % growth to be worth it."
    );
    assert_eq!(
        rest(Summary { npv: -106.0, breakeven_growth_npv: goal(SearchStatus::MetAtStart), ..never() }),
        "does not pay back within 10 years and is worth −$106B today. It would be worth it at far lower growth: \
         here, the orders that follow demand cost more than they earn."
    );
    assert_eq!(
        rest(Summary { total_revenue: 0.0, breakeven_growth_npv: goal(SearchStatus::NotReached), ..never() }),
        "sells nothing, does not pay back within 10 years and is worth −$186B today. \
         No growth is enough to make it worth it."
    );
}

#[test]
fn a_temporary_recovery_is_named() {
    assert_eq!(
        rest(Summary {
            npv: -1.1,
            payback_years: Some(9.627),
            first_touch_years: Some(7.35),
            breakeven_growth_npv: solved(0.88),
            ..base()
        }),
        "pays back for good in 9.6 years (Q4 2035) but is worth −$1B today, a loss. \
         It first recovers its cost in Q3 2033. It would be worth it from 88 % growth on, but not at every rate above that."
    );
    assert_eq!(
        rest(Summary { first_touch_years: Some(6.9), ..never() }),
        "recovers its cost in Q1 2033 but falls short again within 10 years and is worth −$186B today. \
         It would be worth it from 71 % growth on, but not at every rate above that."
    );
}

#[test]
fn there_is_nothing_to_recover() {
    let summary = Summary {
        npv: 262.4,
        payback_years: Some(0.0),
        first_touch_years: Some(0.0),
        breakeven_growth_npv: goal(SearchStatus::MetAtStart),
        ..base()
    };
    assert_eq!(rest(summary), "has no outlay to recover and is worth +$262B today. It is worth it at any growth.");
}

#[test]
fn the_inputs_are_named_as_they_are() {
    let scenario = Scenario { growth: 0.22, ..Scenario::DEFAULT };
    assert_eq!(
        said(&scenario, &never()),
        "At 22 % demand growth, $200B of capex a year and 60 % custom chips, AWS’s AI build-out \
         does not pay back within 10 years and is worth −$186B today. \
         It would need at least 71 % growth to be worth it."
    );
    let scenario = Scenario { capex: 0.0, growth: -0.05, custom_share: 0.0, ..Scenario::DEFAULT };
    let said_so = said(&scenario, &base());
    let expected = "At −5 % demand growth, no new capex and 0 % custom chips, AWS’s AI business pays";
    assert!(said_so.starts_with(expected), "{said_so}");
    let capex_path = CapexPath::from_items([0.5, 1.0]).unwrap();
    let planned = said(&Scenario { capex_path, ..Scenario::DEFAULT }, &base());
    assert!(planned.contains("$100B of capex in the first year"), "{planned}");
    let scenario = Scenario { capex_growth: 0.1, horizon: 1.0, ..Scenario::DEFAULT };
    let said_so = said(&scenario, &never());
    assert!(said_so.contains("$200B of capex in the first year and"), "{said_so}");
    assert!(said_so.contains("within 1 year and"), "{said_so}");
    let nobody = answer(&ScenarioName::default(), &Scenario::DEFAULT, &base()).to_string();
    assert!(nobody.contains("custom chips, the AI build-out pays back"), "{nobody}");
}

#[test]
fn a_threshold_never_contradicts_the_verdict() {
    let scenario = Scenario { growth: 0.708, ..Scenario::DEFAULT };
    assert!(said(&scenario, &base()).ends_with("It needs at least 70.7 % growth to be worth it."));
}

#[test]
fn the_caveat_names_what_is_counted() {
    let said = |scenario: Scenario, summary: Summary, paid_back| {
        caveat(&scenario, &summary, Some(SimulatedCases { count: 400, paid_back })).to_string().replace('\u{202f}', " ")
    };
    assert_eq!(
        said(Scenario::DEFAULT, base(), 272),
        "After tax, at a 9 % discount rate, with $274B of net assets counted at the end; without them −$27B. \
         68 % of 400 simulated cases pay back within 10 years."
    );
    let bare = Scenario { terminal: Terminal::None, tax: 0.0, discount_rate: 0.085, ..Scenario::DEFAULT };
    assert_eq!(
        said(Scenario { count_opening: false, ..bare }, base(), 0),
        "Without tax, at an 8.5 % discount rate, with nothing counted at the end. \
         Money already spent is not counted. None of 400 simulated cases pays back within 10 years."
    );
    let multiple = said(Scenario { terminal: Terminal::Multiple, ..Scenario::DEFAULT }, base(), 400);
    assert!(multiple.contains("with $274B, 8× EBITDA, counted at the end; without it −$27B. All 400"), "{multiple}");
    let forever = said(Scenario { terminal: Terminal::Perpetuity, ..Scenario::DEFAULT }, base(), 399);
    let expected = "with $274B of later profit counted at the end; without it −$27B. Over 99 % of 400";
    assert!(forever.contains(expected), "{forever}");
}

#[test]
fn growth_below_zero_is_a_decline() {
    let shrinking = Summary { breakeven_growth_npv: solved(-0.4825), ..base() };
    assert!(
        rest(shrinking.clone()).ends_with("It is worth it even if demand shrinks by 48 % a year."),
        "{}",
        rest(shrinking)
    );
    let steep = Scenario { growth: -0.6, ..Scenario::DEFAULT };
    let summary = Summary { npv: -20.0, breakeven_growth_npv: solved(-0.4825), ..base() };
    let said = said(&steep, &summary);
    assert!(said.ends_with("It would be worth it if demand shrank by no more than 48 % a year."), "{said}");
}

#[test]
fn one_line_keeps_payback_worth_and_unmet_together() {
    assert_eq!(
        in_one_line(&aws(), &Scenario::DEFAULT, &base()).to_string(),
        "AWS, base: pays back in 7.8 years (Q1 2034), worth +$89B today, leaves $968B of demand unmet"
    );
    assert_eq!(
        in_one_line(&ScenarioName { edited: true, ..aws() }, &Scenario::DEFAULT, &never()).to_string(),
        "AWS, base, edited: does not pay back within 10 years, worth −$186B today, \
         leaves $968B of demand unmet"
    );
    assert_eq!(window_title(&aws(), &base()), "AWS: pays back in 7.8 years, worth +$89B, $968B unmet – Payback");
}

/// Everything the words say about a run.
fn words(name: &str, subject: &ScenarioName, scenario: &Scenario) -> String {
    let outcome = payback::model::run(scenario);
    let summary = &outcome.summary;
    let figures = metric_texts(scenario, summary, Some(&payback::model::run(&Scenario::DEFAULT).summary));
    let spoken: Vec<_> = figures.iter().map(|figure| figure.spoken.as_str()).collect();
    format!(
        "## {name}\n{}\n{}\n{}\n{}\n{}\n\n",
        answer(subject, scenario, summary),
        caveat(scenario, summary, None),
        in_one_line(subject, scenario, summary),
        window_title(subject, summary),
        spoken.join("\n"),
    )
    .replace('\u{202f}', " ")
}

/// Companies, cases, debates and the edges, as they are in `tests/answers.txt`; `UPDATE=1` writes it anew.
#[test]
fn words_of_real_runs() {
    let lists = presets();
    let mut text = String::new();
    for company in &lists.companies {
        for case in &lists.cases {
            let sheet = Sheet::new(Origin::new(&company.id, &case.id));
            text += &words(&format!("{}, {}", company.label, case.label), &ScenarioName::of(&sheet), &sheet.scenario);
        }
    }
    for debate in &lists.debates {
        let sheet = Sheet::new(Origin::debate(&debate.id));
        text += &words(&debate.label, &ScenarioName::of(&sheet), &sheet.scenario);
    }
    let base = Scenario::DEFAULT;
    let edges = [
        ("zero revenue", Scenario { run_rate: 0.0, ..base }),
        ("zero capex, no replacement", Scenario { capex: 0.0, replacement: 0.0, ..base }),
        ("nothing at all", Scenario { run_rate: 0.0, capex: 0.0, prior_capex: 0.0, ..base }),
        ("shrinking", Scenario { growth: -0.2, long_run_growth: -0.2, ..base }),
        (
            "a thousand times as large",
            Scenario { run_rate: 15e3, capex: 200e3, prior_capex: 131e3, power_cap: 10e3, market_size: 600e3, ..base },
        ),
        (
            "a thousandth",
            Scenario { run_rate: 0.015, capex: 0.2, prior_capex: 0.131, power_cap: 0.01, market_size: 0.6, ..base },
        ),
        ("one year", Scenario { horizon: 1.0, ..base }),
        ("a profit for ever", Scenario { terminal: Terminal::Perpetuity, ..base }),
    ];
    for (name, scenario) in edges {
        text += &words(name, &ScenarioName { edited: true, ..aws() }, &scenario);
    }
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write("tests/answers.txt", &text).unwrap();
    }
    let kept = std::fs::read_to_string("tests/answers.txt").unwrap();
    for (said, kept) in text.split("## ").zip(kept.split("## ")) {
        assert_eq!(said, kept);
    }
    assert_eq!(text.len(), kept.len());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn nothing_odd_is_ever_said(picks in prop::collection::vec(0.0..1.0_f64, Input::ALL.len())) {
        let mut scenario = Scenario::DEFAULT;
        for (&input, &pick) in Input::ALL.iter().zip(&picks) {
            let value = match input.spec().kind {
                Kind::Number(range) => Value::Number(range.snap(range.min + (range.max - range.min) * pick)),
                Kind::Choice(options) => Value::Choice(options[(pick * options.len() as f64) as usize]),
                Kind::Switch => Value::Switch(pick < 0.5),
            };
            scenario.set(input, value).unwrap();
        }
        let said = words("random", &aws(), &scenario);
        for odd in ["NaN", "inf", "-", "−$0B", "+$0B", "  ", "..", " ,", "none %", "−0 %", "−0.0"] {
            prop_assert!(!said.replace("build-out", "it").replace("Break-even", "it").replace("inflow", "it").contains(odd), "{odd:?} in {said}");
        }
    }
}
