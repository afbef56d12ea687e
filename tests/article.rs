//! The sentences and numbers of the example article are the model's.

use payback::model::run;
use payback::scenario::{Input, Scenario, find_preset, parse, presets};
use payback::words::answer::answer;
use payback::words::scenario_name::ScenarioName;

const ARTICLE: &str = include_str!("../examples/article.html");

/// The text of the article without tags, with thin spaces and line breaks as spaces.
fn prose() -> String {
    let mut text = String::new();
    let mut inside = false;
    for c in ARTICLE.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            _ if !inside => text.push(c),
            _ => {}
        }
    }
    plain(&text)
}

fn plain(text: &str) -> String {
    text.replace('\u{202f}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn scenario(link: &str) -> (ScenarioName, Scenario) {
    let mut scenario = Scenario::DEFAULT;
    let mut company = "AWS".to_owned();
    for (key, value) in link.split('&').filter_map(|pair| pair.split_once('=')) {
        if key == "preset" {
            let preset = find_preset(&presets().companies, value).expect(value);
            scenario = preset.applied_to(&scenario);
            company.clone_from(&preset.label);
        } else {
            let input = Input::from_id(key).expect(key);
            scenario.set(input, parse(input, value).expect(value)).expect(value);
        }
    }
    (ScenarioName { company, case: "base".to_owned(), edited: false }, scenario)
}

#[test]
fn readers_without_script_get_the_answer_of_each_calculator() {
    let prose = prose();
    for (link, times) in [("", 2), ("preset=azure", 1)] {
        let (subject, scenario) = scenario(link);
        let said = plain(&answer(&subject, &scenario, &run(&scenario).summary).to_string());
        assert_eq!(prose.matches(&said).count(), times, "{link}: {said}");
    }
}

#[test]
fn the_prose_has_the_numbers_of_the_model() {
    let prose = prose();
    for (link, wanted) in [
        ("growth=1&capex=200", "the outlay is back in 8.4 years."),
        ("growth=0.5&capex=75", "after 8.4 years,"),
        ("growth=0.5&capex=75", "the same growth pays back in 8.4 years."),
        ("custom_share=0", "from 9.5 years"),
        ("custom_share=0.9", "to 7.9."),
        ("growth=0.85", "pays back in 9.2 years;"),
    ] {
        let years = run(&scenario(link).1).summary.payback_years.expect(link);
        assert!(prose.contains(wanted), "{wanted}");
        assert!(wanted.contains(&format!("{years:.1}")), "{link}: {years} but “{wanted}”");
    }
    let cautious = run(&scenario("growth=0.5").1).summary;
    assert_eq!((cautious.payback_years, cautious.npv.round()), (None, -95.0));
    assert_eq!(run(&scenario("chip_life=4").1).summary.payback_years, None);
    assert!(prose.contains("the money is not back within ten years."));
    let bold = run(&Scenario::DEFAULT).summary;
    let rounded = [bold.npv, bold.peak_deficit, bold.terminal_value, bold.npv_without_terminal].map(f64::round);
    assert_eq!(rounded, [32.0, -295.0, 229.0, -65.0]);
    let even = run(&scenario("growth=0.85").1).summary.npv;
    assert!(even.abs() < 2.0, "“just what it costs”: {even}");
}

#[test]
fn every_link_in_the_prose_leads_somewhere_without_script() {
    let (shown, _) = ARTICLE.split_once("<pre>").expect("the code comes last");
    for link in shown.split("<a ").skip(1).filter_map(|rest| rest.split('>').next()) {
        assert!(link.contains("href=\""), "{link}");
    }
    for values in shown.split("data-payback=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        let _ = scenario(&values.replace("&amp;", "&"));
    }
}
