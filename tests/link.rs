//! Links: written links read back, people can write them, and no text causes a panic.

use payback::chart::ChartId;
use payback::scenario::link::{CHARTS, Link, LinkNotice, LinkProblem, Theme, clean_name, read, write};
use payback::scenario::workbook::{Pin, Workbook};
use payback::scenario::{
    Input, InputError, InputRange, Kind, Origin, Preset, RangeProblem, Ranges, Scenario, Value, first_edition, presets,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};

fn any_value(input: Input) -> BoxedStrategy<Value> {
    match input.spec().kind {
        Kind::Switch => any::<bool>().prop_map(Value::Switch).boxed(),
        Kind::Choice(ids) => select(ids).prop_map(Value::Choice).boxed(),
        Kind::Number(range) if range.whole => {
            (range.lowest as i32..=range.highest as i32).prop_map(|n| Value::Number(n.into())).boxed()
        }
        Kind::Number(range) => (range.lowest..=range.highest).prop_map(Value::Number).boxed(),
    }
}

fn any_origin() -> impl Strategy<Value = Origin> {
    let ids = |list: &'static [Preset]| select(list.iter().map(|preset| preset.id.as_str()).collect::<Vec<_>>());
    let lists = presets();
    (ids(&lists.companies), ids(&lists.cases)).prop_map(|(company, case)| Origin::new(company, case))
}

/// A scenario some of whose inputs differ from its origin.
fn any_scenario() -> impl Strategy<Value = (Origin, Scenario)> {
    let values: Vec<_> = Input::ALL.iter().map(|&input| any_value(input)).collect();
    (any_origin(), values, subsequence(Input::ALL, 0..=Input::ALL.len())).prop_map(|(origin, values, changed)| {
        let mut scenario = origin.scenario();
        for (&input, value) in Input::ALL.iter().zip(values) {
            if changed.contains(&input) {
                scenario.set(input, value).unwrap();
            }
        }
        (origin, scenario)
    })
}

fn any_name() -> impl Strategy<Value = String> {
    any::<String>().prop_map(|text| clean_name(&text))
}

/// Ranges of some inputs, among them the horizon, which cannot have one.
fn any_ranges() -> impl Strategy<Value = Ranges> {
    let range = |input: Input| {
        let (lowest, highest) = input.range().map_or((0.0, 1.0), |range| (range.lowest, range.highest));
        option::of((lowest..=highest, lowest..=highest)).prop_map(move |ends| match ends {
            Some((one, other)) => InputRange::between(input, one, other),
            None => Some(InputRange::Fixed),
        })
    };
    let all: Vec<_> = Input::ALL.iter().map(|&input| range(input)).collect();
    (all, subsequence(Input::ALL, 0..=8)).prop_map(|(all, chosen)| {
        let mut ranges = Ranges::NONE;
        for (&input, range) in Input::ALL.iter().zip(all).filter(|(input, _)| chosen.contains(input)) {
            ranges.set(input, range);
        }
        ranges
    })
}

fn any_link() -> impl Strategy<Value = Link> {
    let pin = (any_name(), any_scenario()).prop_map(|(name, (_, scenario))| Pin { name, scenario });
    let theme = select(vec![Theme::Light, Theme::Dark, Theme::Auto]);
    let page = (
        option::of(select(&CHARTS[..])),
        option::of(theme),
        any::<(bool, bool)>(),
        option::of(subsequence(&CHARTS[..], 0..=CHARTS.len())),
        option::of(subsequence(Input::ALL, 0..=5)),
    );
    let simulated = (any::<u32>(), any_ranges());
    (any_scenario(), option::of(any_scenario()), vec(pin, 0..=3), simulated, page).prop_map(
        |((origin, scenario), baseline, pins, (seed, ranges), (view, theme, (embed, title), charts, controls))| {
            let baseline = baseline.map(|(_, scenario)| scenario);
            Link { origin, scenario, baseline, pins, seed, ranges, view, theme, embed, charts, controls, title }
        },
    )
}

fn problems(fragment: &str, query: &str) -> Vec<LinkProblem> {
    read(fragment, query).notices.into_iter().map(|notice: LinkNotice| notice.problem).collect()
}

fn scenario(fragment: &str) -> Scenario {
    let parsed = read(fragment, "");
    assert_eq!(parsed.notices, [], "{fragment}");
    parsed.link.scenario
}

#[test]
fn as_opened_is_what_the_link_opens() {
    for fragment in ["growth=0.5&capex=75", "preset=azure&case=bear", "embed=1&preset=google&growth=0.4", ""] {
        let book = read(fragment, "").link.workbook();
        assert_eq!(book.baseline(), book.scenario(), "{fragment}");
    }
    let book = read("growth=0.5&baseline=azure", "").link.workbook();
    assert_eq!(*book.baseline(), Origin::new("azure", "base").scenario());
    let mut book = Workbook::default();
    book.set(&[(Input::Growth, Value::Number(0.5))]);
    assert_eq!(Link::of(&book).baseline, None, "a link that is passed on compares with what it opens");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn written_links_read_back(link in any_link()) {
        let text = write(&link);
        prop_assert!(text.bytes().all(|b| b.is_ascii_graphic() && !b"\"<>`\\^{}|#?".contains(&b)), "{}", text);
        let parsed = read(&text, "");
        prop_assert_eq!(&parsed.notices, &vec![]);
        prop_assert_eq!(&parsed.link, &link);
        // The form in which the code of a host page writes addresses: every mark escaped, and in the query.
        let escaped = text.replace(';', "%3B").replace('~', "%7E").replace('/', "%2f").replace(',', "%2C");
        prop_assert_eq!(read("", &escaped).link, link);
    }

    #[test]
    fn a_workbook_survives_its_link(link in any_link()) {
        let book = link.workbook();
        let again = read(&write(&Link::of(&book)), "").link.workbook();
        prop_assert_eq!(again.sheet(), book.sheet());
        // A link does not name the preset as its baseline: whoever opens it compares with what it opens.
        let is_preset = *book.baseline() == link.origin.without_debate().scenario();
        let baseline = if is_preset { book.scenario() } else { book.baseline() };
        prop_assert_eq!(again.baseline(), baseline);
    }

    #[test]
    fn no_bytes_cause_a_panic(fragment in vec(any::<u8>(), 0..300), query in vec(any::<u8>(), 0..300)) {
        read(&String::from_utf8_lossy(&fragment), &String::from_utf8_lossy(&query));
    }

    #[test]
    fn a_damaged_link_still_reads_as_a_link(link in any_link(), at in any::<Index>(), with in "[%&=;~/,+#?vé0-9a-z]{0,4}") {
        let mut text = write(&link);
        let at = at.index(text.len());
        text.replace_range(at..at + 1, &with);
        let parsed = read(&text, &text);
        prop_assert_eq!(read(&write(&parsed.link), "").link, parsed.link);
    }
}

#[test]
fn links_read_as_people_write_them() {
    let link = read("#v=2&preset=azure&case=bear&growth=0.85&capex=150", "").link;
    assert_eq!((link.origin.company_id(), link.origin.case_id()), ("azure", "bear"));
    assert_eq!((link.scenario.growth, link.scenario.capex, link.scenario.erosion), (0.85, 150.0, 0.1));
    assert_eq!(write(&link), "v=2&preset=azure&case=bear&growth=0.85", "150 is Azure's own capex");

    assert_eq!(scenario("growth=85%&capex=$150B"), Scenario { growth: 0.85, capex: 150.0, ..Scenario::DEFAULT });
    assert_eq!(scenario("growth=85%25&Custom-Share=.25").custom_share, 0.25);
    assert_eq!(scenario("growth=%E2%88%925%25").growth, -0.05);
    assert!(!scenario("count_opening=off").count_opening);
    assert_eq!(scenario("terminal=Multiple&growth_shape=constant").terminal.id(), "multiple");
    assert_eq!(scenario(""), Scenario::DEFAULT);

    let pins = read("pins=High+hopes~growth=1.5;capex=75/azure/Both~google;bull", "").link.pins;
    let names: Vec<_> =
        pins.iter().map(|pin| (pin.name.as_str(), pin.scenario.run_rate, pin.scenario.growth)).collect();
    assert_eq!(names, [("High hopes", 15.0, 1.5), ("Azure", 13.0, 1.0), ("Both", 8.0, 1.5)]);
    assert_eq!(read("baseline=azure", "").link.baseline, Some(Origin::new("azure", "base").scenario()));
}

#[test]
fn a_link_of_the_first_edition_keeps_its_assumptions_and_says_so() {
    let parsed = read("v=1&growth=0.5&pins=Then~capex=75", "");
    assert_eq!(parsed.link.scenario, Scenario { growth: 0.5, ..first_edition() });
    assert_eq!(parsed.link.pins[0].scenario, Scenario { capex: 75.0, ..first_edition() });
    assert_eq!(parsed.notices.len(), 1);
    assert_eq!(parsed.notices[0].problem, LinkProblem::FirstEdition);
    let bear = read("v=1&case=bear", "").link.scenario;
    assert_eq!((bear.growth, bear.price_change), (0.6, 0.0));
    let again = read(&write(&parsed.link), "");
    assert_eq!((again.link.scenario, again.notices), (parsed.link.scenario, vec![]));
}

#[test]
fn events_and_the_capex_plan_are_part_of_a_link() {
    let text = "events=demand:2028Q3:-20%25,price:12:-0.25:8&capex_path=1,1.2,0.8&pins=War~events=price:12:-0.3";
    let link = read(text, "").link;
    assert_eq!((link.scenario.events.len(), &*link.scenario.capex_path), (2, &[1.0, 1.2, 0.8][..]));
    assert_eq!(link.pins[0].scenario.events.len(), 1);
    assert_eq!(read(&write(&link), "").link, link);
    let refused = read("events=demand:2028Q3:-200%25,price:12:-0.25&capex_path=1,x", "");
    assert_eq!((refused.link.scenario.events.len(), refused.notices.len()), (1, 2));
    assert!(refused.link.scenario.capex_path.is_empty());
}

#[test]
fn ranges_are_part_of_a_link_and_wrong_ones_are_named() {
    let link = read("ranges=growth:0.4..1.8,tax:15%25..28%25,erosion:fixed&seed=7", "").link;
    assert_eq!(write(&link), "v=2&ranges=growth%3A0.4..1.8,erosion%3Afixed,tax%3A0.15..0.28&seed=7");
    assert_eq!(link.sheet().ranges.get(Input::Erosion), Some(InputRange::Fixed));
    assert_eq!(read("#ranges=growth:0.4..1.8,tax:15%..28%,erosion:fixed&seed=7", "").link, link);
    let text = "ranges=growth,colour:1..2,horizon:3..9,price:low..20,lead_time:2.5..6,tax:10%25..120%25,erosion:0.2..0.1,\
        capex:1..2,capex:1..3";
    let parsed = read(text, "");
    let problem = |problem: LinkProblem| match problem {
        LinkProblem::Value { error: InputError::NotARange { problem, .. }, used: None } => problem,
        other => panic!("{other:?}"),
    };
    let problems: Vec<_> = parsed.notices.into_iter().map(|notice| problem(notice.problem)).collect();
    use RangeProblem::{Form, NotANumber, NotUncertain, NotWhole, Order, OutOfRange, Twice, Unknown};
    assert_eq!(problems, [Form, Unknown, NotUncertain, NotANumber, NotWhole, OutOfRange, Order, Twice]);
    assert_eq!(parsed.link.ranges.text(), "capex:1..3,erosion:0.1..0.2,tax:0.1..0.99");
}

#[test]
fn links_can_name_every_chart_there_is() {
    let mut known: Vec<_> = ChartId::ALL.iter().map(|chart| chart.id()).collect();
    let mut named = CHARTS.to_vec();
    known.sort_unstable();
    named.sort_unstable();
    assert_eq!(named, known);
}

#[test]
fn a_view_is_the_id_of_a_chart() {
    let parsed = read("view=Cash", "");
    assert_eq!((parsed.link.view, parsed.notices.as_slice()), (Some("cash"), &[][..]));
    assert_eq!(write(&parsed.link), "v=2&view=cash");
    let unknown = LinkProblem::UnknownOption { key: "view", text: "pie".into(), used: None };
    assert_eq!((read("view=pie", "").link.view, problems("view=pie", "")), (None, vec![unknown]));
}

#[test]
fn keys_without_an_effect_are_reported() {
    assert_eq!(problems("name=Mine", ""), [LinkProblem::UnknownKey { key: "name".into() }]);
    assert_eq!(problems("lang=de", ""), [LinkProblem::UnknownLanguage { text: "de".into() }]);
    assert_eq!(problems("lang=en-GB", ""), [], "the page is in English");
}

#[test]
fn debates_are_written_as_what_they_change() {
    let mut book = Workbook::default();
    book.choose(Origin::debate("growth_is_22"));
    assert_eq!(write(&Link::of(&book)), "v=2&growth=0.22");
    assert_eq!(read("growth=0.22", "").link.workbook().sheet().origin, Origin::debate("growth_is_22"));
}

#[test]
fn values_are_written_short() {
    let scenario = Scenario { growth: 0.85, price: 12.5, capex: 150.0, tax: 1e-7, ..Scenario::DEFAULT };
    assert_eq!(write(&Link { scenario, ..Link::default() }), "v=2&growth=0.85&capex=150&price=12.5&tax=1e-7");
    let pins = vec![Pin { name: "50/50 ~ 1+1".into(), scenario: Scenario::DEFAULT }];
    assert_eq!(write(&Link { pins, ..Link::default() }), "v=2&pins=50%252F50%20%257E%201%252B1~aws");
}

#[test]
fn the_query_serves_where_fragments_are_eaten_and_the_fragment_wins() {
    let parsed = read("growth=0.5", "?growth=0.9&capex=75&utm_source=x&fbclid=y&UTM_Medium=z");
    assert_eq!((parsed.link.scenario.growth, parsed.link.scenario.capex), (0.5, 75.0));
    assert_eq!(parsed.notices, []);
    assert!(parsed.has_content && read("v=2", "").has_content);
    assert!(!read("", "utm_source=x").has_content && !read("facts", "p=12").has_content);
    assert_eq!(problems("utm_source=x", ""), [LinkProblem::UnknownKey { key: "utm_source".into() }]);
}

#[test]
fn the_secret_of_wordpress_is_left_out() {
    for fragment in ["#growth=0.5?secret=aB3", "growth=0.5#?secret=aB3", "growth=0.5?secret=aB3<script>"] {
        let parsed = read(fragment, "");
        assert_eq!((parsed.link.scenario.growth, parsed.notices), (0.5, vec![]));
    }
    assert_eq!(read("?secret=aB3", ""), read("", ""));
}

#[test]
fn refused_values_are_named_with_the_values_used_instead() {
    let refused = |error, used| LinkProblem::Value { error, used: Some(used) };
    let text = "growth=fast&capex=-5&horizon=2.5&terminal=gold&preset=oracle&colour=red&theme=pink&view=pie&seed=-1";
    let found = problems(text, "");
    for expected in [
        refused(InputError::NotANumber { input: Input::Growth, text: "fast".into() }, Value::Number(1.0)),
        refused(InputError::OutOfRange { input: Input::Capex, value: -5.0 }, Value::Number(200.0)),
        refused(InputError::NotWhole { input: Input::Horizon, value: 2.5 }, Value::Number(10.0)),
        refused(InputError::NotAnOption { input: Input::Terminal, text: "gold".into() }, Value::Choice("nbv")),
        LinkProblem::UnknownOption { key: "preset", text: "oracle".into(), used: Some("aws".into()) },
        LinkProblem::UnknownOption { key: "theme", text: "pink".into(), used: None },
        LinkProblem::UnknownOption { key: "view", text: "pie".into(), used: None },
        LinkProblem::UnknownOption { key: "seed", text: "-1".into(), used: Some("2026".into()) },
        LinkProblem::UnknownKey { key: "colour".into() },
    ] {
        assert!(found.contains(&expected), "{expected:?} in {found:?}");
    }
    assert_eq!(found.len(), 9);
}

#[test]
fn duplicates_broken_text_and_floods() {
    let parsed = read("capex=75&capex=100", "");
    assert_eq!(parsed.link.scenario.capex, 100.0);
    assert_eq!(
        problems("capex=75&capex=100", ""),
        [LinkProblem::Duplicate { key: "capex".into(), used: "100".into() }]
    );
    assert_eq!(problems("pins=%zz%FF~aws", ""), [LinkProblem::Broken { key: "pins".into() }]);
    assert_eq!(problems("pins=%ED%A0%80~aws", ""), [LinkProblem::Broken { key: "pins".into() }], "a lone surrogate");
    assert_eq!(problems("v=9&growth=0.5", ""), [LinkProblem::LaterVersion { version: 9, known: 2 }]);
    assert_eq!(problems("pins=a~aws/b~aws/c~aws/d~aws", ""), [LinkProblem::TooManyPins { given: 4, kept: 3 }]);

    for junk in ["x", "&", "%", "é", "a=1&", "pins=~;/", "growth=9&", "=", "?secret=", "#"] {
        let parsed = read(&junk.repeat(1_000_000 / junk.len()), &junk.repeat(1_000));
        assert!(parsed.notices.len() <= 12);
        assert_eq!(parsed.link.scenario.capex, 200.0);
    }
    let mut link = read("capex=75", "").link;
    link.pins = vec![Pin { name: "<img src=x onerror=alert(1)>&growth=2".into(), scenario: Scenario::DEFAULT }];
    assert_eq!(read(&write(&link), "").link, link);
}
