//! Exported files hold the model's numbers and can be read by other programs.

use payback::chart::{ChartData, Palette, Sorting, cash, revenue};
use payback::export::csv::{Dialect, Layout, by_quarter, by_year, of_chart};
use payback::export::{Date, Report, citation, file_name, json, markdown, picture, plain_text};
use payback::model::{Outcome, Quarterly, run};
use payback::scenario::json::read_text;
use payback::scenario::workbook::Sheet;
use payback::scenario::{Event, EventKind, Events, Origin, Ranges, Scenario};

const LINK: &str = "https://example.org/payback/#v=1&growth=0.85&pins=A,%20“b”~azure";
const DATE: Date = Date { year: 2026, month: 11, day: 20 };

fn edited() -> (Sheet, Outcome) {
    let mut sheet = Sheet::new(Origin::new("azure", "bear"));
    sheet.scenario.growth = 0.85;
    sheet.scenario.count_opening = false;
    sheet.ranges = Ranges::read_text("tax:0.15..0.28,erosion:fixed").0;
    let outcome = run(&sheet.scenario);
    (sheet, outcome)
}

fn report<'a>((sheet, outcome): &'a (Sheet, Outcome)) -> Report<'a> {
    Report { sheet, outcome, link: LINK, date: DATE }
}

fn parsed(text: &str, separator: u8) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
    assert!(text.replace("\r\n", "").find(['\r', '\n']).is_none(), "every line ends with CR LF");
    let mut reader = csv::ReaderBuilder::new();
    let reader =
        reader.delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes()).into_records();
    reader.map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn tables_read_back_to_the_last_digit_in_both_dialects() {
    let taken = edited();
    for (dialect, separator) in [(Dialect::Comma, b','), (Dialect::Semicolon, b';')] {
        let number = |text: &str| text.replace(',', ".").parse::<f64>().unwrap();
        let rows = parsed(&by_quarter(&report(&taken), Layout { dialect, comment: true }), separator);
        assert!(rows[0].len() == 1 && rows[0][0].starts_with("# Payback ") && rows[0][0].ends_with(LINK));
        assert_eq!(&rows[1][..4], ["t", "quarter", "demand ($B)", "capacity ($B)"]);
        assert_eq!((rows.len(), rows[2][1].as_str(), rows[41][1].as_str()), (42, "Q2 2026", "Q1 2036"));
        for (column, (_, series)) in taken.1.quarterly.series().enumerate() {
            let read: Vec<f64> = rows[2..].iter().map(|row| number(&row[column + 2])).collect();
            assert_eq!(read, series, "{}", Quarterly::NAMES[column]);
        }
        let rows = parsed(&by_year(&report(&taken), Layout { dialect, comment: false }), separator);
        assert_eq!((rows.len(), &rows[0][..3]), (11, &["year", "to", "revenue ($B)"].map(str::to_owned)[..]));
        let revenue: Vec<f64> = rows[1..].iter().map(|row| number(&row[2])).collect();
        assert_eq!(revenue, taken.1.summary.revenue_by_year);
        let cash = rows[0].iter().position(|name| name == "cumulative_cash ($B)").unwrap();
        assert_eq!(number(&rows[10][cash]), taken.1.summary.cumulative_cash_end);
    }
}

#[test]
fn quarters_name_the_events_that_begin_in_them() {
    let mut taken = edited();
    let event = Event { kind: EventKind::Price, quarter: 12, size: -0.3, quarters: None };
    taken.0.scenario.events = Events::from_items([event]).unwrap();
    taken.1 = run(&taken.0.scenario);
    let rows = parsed(&by_quarter(&report(&taken), Layout { comment: false, ..Layout::default() }), b',');
    assert_eq!(rows[0].last().map(String::as_str), Some("events"));
    assert_eq!(rows[12].last().map(String::as_str), Some("price −30\u{202f}% from Q1 2029 for good"));
    assert_eq!(rows[13].last().map(String::as_str), Some(""));
}

#[test]
fn the_table_of_a_chart_is_written_in_its_sort_order() {
    let taken = edited();
    let figure = cash(&ChartData::of(&taken.0.scenario, &taken.1));
    let order = figure.table.order(Some(Sorting { column: Some(0), falling: true }));
    let mut every = order.clone();
    every.sort_unstable();
    assert_eq!(every, (0..figure.table.rows.len()).collect::<Vec<_>>());
    assert_eq!(figure.table.order(None), every);
    let backwards: Vec<_> = every.iter().copied().rev().collect();
    assert_eq!(figure.table.order(Some(Sorting { column: None, falling: true })), backwards);
    let text = of_chart(&report(&taken), &figure, &order, Layout { comment: false, ..Layout::default() });
    let rows = parsed(&text, b',');
    assert_eq!(rows.len(), order.len() + 1);
    let cash: Vec<f64> = rows[1..].iter().filter_map(|row| row[1].parse().ok()).collect();
    assert!(cash.is_sorted_by(|a, b| a >= b), "{cash:?}");
    let highest = taken.1.quarterly.cumulative_cash.iter().copied().fold(taken.1.summary.opening_cash, f64::max);
    assert_eq!(cash[0], highest);
}

#[test]
fn an_absent_number_is_an_empty_field() {
    let scenario = Scenario { run_rate: 0.0, capex: 0.0, prior_capex: 0.0, ..Scenario::DEFAULT };
    let taken = (Sheet { scenario, ..Sheet::new(Origin::default()) }, run(&scenario));
    let rows = parsed(&by_year(&report(&taken), Layout::default()), b',');
    let margin = rows[1].iter().position(|name| name == "ebit_margin (share)").unwrap();
    assert_eq!(rows[2][margin], "");
}

#[test]
fn the_json_file_has_the_public_names_and_opens_again() {
    let (sheet, outcome) = edited();
    let text = json(&sheet.scenario, &sheet.ranges, &outcome);
    let file: serde_json::Value = serde_json::from_str(&text).unwrap();
    let keys: Vec<_> = file.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, ["version", "scenario", "ranges", "summary", "quarterly", "margin_of_safety"]);
    assert_eq!(file["version"], 2);
    let names: Vec<_> = file["quarterly"].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(names, Quarterly::NAMES);
    // The reader of this test may be off by one in the last bit.
    let npv = file["summary"]["npv"].as_f64().unwrap();
    assert!((npv - outcome.summary.npv).abs() <= 1e-14 * npv.abs(), "{npv}");
    let reading = read_text(&Scenario::DEFAULT, &text);
    assert_eq!((reading.scenario, reading.ranges, reading.errors), (sheet.scenario, Some(sheet.ranges), vec![]));
    let plain: serde_json::Value = serde_json::from_str(&json(&sheet.scenario, &Ranges::NONE, &outcome)).unwrap();
    assert_eq!(plain.get("ranges"), None, "only where there are any");
}

#[test]
fn text_has_the_answer_the_figures_the_changes_and_the_source() {
    let taken = edited();
    let text = plain_text(&report(&taken)).replace('\u{202f}', " ");
    for part in [
        "At 85 % demand growth, $150B of capex a year and 25 % custom chips, Azure’s AI build-out ",
        "\nPayback: ",
        "\nWorth today, NPV: ",
        "\nUnmet demand: ",
        "\nChanged from Azure, bear:\n- Demand growth today, annual rate: 85 % instead of 60 %\n- ",
        "off instead of on\n",
        "\nOwn ranges of the simulation: loss with age held fixed; tax rate 15 % to 28 %\n",
        LINK,
        "\nPayback 1.0.0, “Azure, bear, edited”. Calculated on 20 November 2026.\n",
    ] {
        assert!(text.contains(part), "{part:?} in {text}");
    }
    let text = markdown(&report(&taken)).replace('\u{202f}', " ");
    assert!(text.starts_with("**At 85 % demand growth, "), "{text}");
    assert!(text.contains(&format!("[Open this scenario](<{LINK}>)")), "{text}");
    assert!(text.contains("\n- Payback: ") && text.contains(": **85 % instead of 60 %**\n"), "{text}");
}

#[test]
fn citation_and_file_names() {
    let (sheet, outcome) = (Sheet::new(Origin::default()), run(&Scenario::DEFAULT));
    let taken = (sheet, outcome);
    assert_eq!(citation(&report(&taken)), "Payback 1.0.0, “AWS, base”. Calculated on 20 November 2026.");
    let cited = citation(&report(&edited())).replace('\u{202f}', " ");
    assert_eq!(
        cited,
        "Payback 1.0.0, “Azure, bear, edited”. Changed from Azure bear: demand growth 85 %, not 60 %; count money spent: off, \
         not on. Calculated on 20 November 2026."
    );
    assert_eq!(file_name(&report(&taken), "quarters", "csv"), "payback-aws-base-quarters-2026-11-20.csv");
    assert_eq!(file_name(&report(&edited()), "", "json"), "payback-azure-bear-edited-2026-11-20.json");
}

#[test]
fn pictures_are_well_formed_and_name_their_source() {
    let taken = edited();
    let (sheet, outcome) = &taken;
    let data = ChartData { scenario: &sheet.scenario, outcome, baseline: None, pins: &[], band: None };
    let link = "https://example.org/?a=1&b=<2>#v=1&name=\"x\"";
    for figure in [cash(&data), revenue(&data)] {
        for width in [720.0, 340.0] {
            let picture = picture(&Report { link, ..report(&taken) }, &figure, &Palette::LIGHT, width);
            let bare = |text: &str| text.split_whitespace().collect::<String>();
            let words = bare(&words_of(&picture));
            for part in [&figure.title, &figure.takeaway, link, &citation(&report(&taken))] {
                assert!(words.contains(&bare(part)), "{part:?} in {words}");
            }
            assert!(picture.starts_with(&format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\"")));
        }
    }
}

/// The text of a well-formed document, without its tags.
fn words_of(xml: &str) -> String {
    let document = roxmltree::Document::parse(xml).unwrap();
    document.descendants().filter_map(|node| node.text().filter(|_| node.is_text())).collect()
}
