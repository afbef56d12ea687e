//! The spreadsheet's formulas give the model's numbers: LibreOffice recalculates every file, and the cells are compared.

use std::collections::HashMap;
use std::fs;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use calamine::{Data, Range, Reader, Xlsx, open_workbook};
use payback::export::{Date, Report, xlsx, xlsx_with};
use payback::model::{Outcome, run};
use payback::scenario::workbook::Sheet;
use payback::scenario::{Input, Kind, Origin, Scenario, Value, parse, presets};

const DATE: Date = Date { year: 2026, month: 11, day: 20 };
/// The tolerance between a cell and the model: relative, or absolute for numbers below 1.
const NEAR: f64 = 1e-6;

fn report<'a>(sheet: &'a Sheet, outcome: &'a Outcome) -> Report<'a> {
    Report { sheet, outcome, link: "https://example.org/#v=1", date: DATE }
}

/// The file of the defaults with `inputs` typed into its input cells.
fn typed(inputs: &Scenario) -> Vec<u8> {
    let sheet = Sheet::new(Origin::default());
    xlsx_with(&report(&sheet, &run(&sheet.scenario)), inputs)
}

fn near(cell: &Data, expected: &serde_json::Value) -> bool {
    match (cell, expected) {
        (Data::Float(number), expected) => {
            expected.as_f64().is_some_and(|value| (number - value).abs() <= NEAR * value.abs().max(1.0))
        }
        (Data::String(text), serde_json::Value::String(expected)) => text == expected,
        (Data::String(text), serde_json::Value::Null) => text == "none",
        _ => false,
    }
}

/// The cells of a file that differ from the model's numbers for a scenario.
fn faults(file: &Path, scenario: &Scenario) -> Vec<String> {
    let outcome = run(scenario);
    let mut book: Xlsx<_> = open_workbook(file).unwrap();
    let mut sheet = |name: &str| book.worksheet_range(name).unwrap();
    let mut faults = quarter_faults(&sheet("Model"), scenario, &outcome);
    faults.extend(measure_faults(&sheet("Measures"), &outcome));
    faults.extend(year_faults(&sheet("Years"), &outcome));
    faults.extend(unit_faults(&sheet("Unit"), &outcome));
    faults
}

/// Series of orders, which are in the rows of the quarters in which the orders arrive.
const ORDERED: [&str; 10] = [
    "cu_cost",
    "cu_power",
    "cu_earning",
    "free_shell",
    "affordable",
    "powered",
    "wanted",
    "retiring",
    "orders",
    "new_shell",
];

fn quarter_faults(range: &Range<Data>, scenario: &Scenario, outcome: &Outcome) -> Vec<String> {
    let column = |name: &str| range.rows().nth(4).unwrap().iter().position(|cell| cell == name);
    let first = range.rows().position(|row| row[0] == Data::Float(1.0)).unwrap();
    let mut faults = Vec::new();
    for (name, series) in outcome.quarterly.series().chain(outcome.detail.series()) {
        let Some(column) = column(name) else {
            assert!(matches!(name, "custom_cu" | "merchant_cu"), "no column {name}");
            continue;
        };
        let first = first + if ORDERED.contains(&name) { scenario.lead_time as usize } else { 0 };
        for (t, value) in series.iter().enumerate() {
            let cell = range.get((first + t, column)).unwrap();
            if !near(cell, &(*value).into()) {
                faults.push(format!("{name}({}) is {cell:?}, not {value}", t + 1));
                break;
            }
        }
    }
    let beyond = range.get((first + outcome.quarterly.fcf.len(), column("fcf").unwrap())).unwrap_or(&Data::Empty);
    if !matches!(beyond, Data::Empty) && beyond != "" {
        faults.push(format!("flows go on beyond the horizon: {beyond:?}"));
    }
    faults
}

fn measure_faults(range: &Range<Data>, outcome: &Outcome) -> Vec<String> {
    let summary = serde_json::to_value(&outcome.summary).unwrap();
    let mut faults = Vec::new();
    let mut compared = 0;
    for row in range.rows() {
        let [_, cell, _, id, ..] = row else { continue };
        let expected = match id.to_string().as_str() {
            "roots" => outcome.summary.irr_roots.len().into(),
            "balance" => 0.0.into(),
            id => summary.get(id).cloned().unwrap_or_default(),
        };
        let known = summary.get(id.to_string()).is_some_and(|value| !value.is_object());
        compared += u32::from(known);
        if (known || matches!(id.to_string().as_str(), "roots" | "balance")) && !near(cell, &expected) {
            faults.push(format!("{id} is {cell:?}, not {expected}"));
        }
    }
    assert!(compared >= 27, "{compared} measures");
    faults
}

fn year_faults(range: &Range<Data>, outcome: &Outcome) -> Vec<String> {
    let summary = serde_json::to_value(&outcome.summary).unwrap();
    let years = range.rows().position(|row| row[0] == "Year").unwrap();
    let mut faults = Vec::new();
    let names = ["revenue", "capex", "fcf", "unmet", "utilisation", "ebit_margin", "roic"]
        .map(|name| format!("{name}_by_year"));
    let cover = [(9, "interest_cover_by_year".to_owned())];
    for (column, name) in (1..).zip(names).chain(cover) {
        for (year, value) in summary[&name].as_array().unwrap().iter().enumerate() {
            let cell = range.get((years + 1 + year, column)).unwrap();
            if !near(cell, value) {
                faults.push(format!("{name}({}) is {cell:?}, not {value}", year + 1));
            }
        }
    }
    faults
}

fn unit_faults(range: &Range<Data>, outcome: &Outcome) -> Vec<String> {
    let labels = HashMap::from([
        ("chip_capex", "Chips, servers, network"),
        ("shell_capex", "Shell"),
        ("revenue", "Revenue a year"),
        ("running_cost", "Power and site a year"),
        ("ebitda_margin", "EBITDA margin"),
        ("ebit_margin", "EBIT margin"),
        ("payback_years", "Payback"),
        ("irr_pretax", "Internal rate of return, before tax"),
    ]);
    let mut faults = Vec::new();
    for (column, unit) in [(1, &outcome.summary.unit_merchant), (2, &outcome.summary.unit_custom)] {
        let unit = serde_json::to_value(unit).unwrap();
        for (id, label) in &labels {
            let row = range.rows().position(|row| row[0] == **label).unwrap();
            let cell = range.get((row, column)).unwrap();
            if !near(cell, &unit[id]) {
                faults.push(format!("unit {column} {id} is {cell:?}, not {}", unit[id]));
            }
        }
    }
    faults
}

/// A LibreOffice profile that recalculates every file on opening, in one thread: LibreOffice 7.4 crashes now and then when it
/// calculates groups of formulas in several.
const PROFILE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Calculation"><prop oor:name="UseThreadedCalculationForFormulaGroups" oor:op="fuse"><value>false</value></prop></item>
</oor:items>
"#;

/// The program of LibreOffice, if it is installed.
fn office() -> Option<PathBuf> {
    let named = ["soffice", "libreoffice"];
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).flat_map(|folder| named.map(|name| folder.join(name))).find(|file| file.is_file())
}

/// Recalculates the files into a folder, under the same names.
fn recalculate(office: &Path, folder: &Path, files: &[PathBuf]) -> PathBuf {
    let (profile, out) = (folder.join("profile"), folder.join("out"));
    fs::create_dir_all(profile.join("user")).unwrap();
    fs::write(profile.join("user/registrymodifications.xcu"), PROFILE).unwrap();
    let mut command = Command::new(office);
    command.arg(format!("-env:UserInstallation=file://{}", profile.display()));
    command.args(["--headless", "--norestore", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"]);
    let output = command.arg(&out).args(files).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    out
}

/// Prints past the capture of the tests' output, so that a skipped check is seen.
fn report_check(what: &str) {
    let _ = writeln!(std::io::stdout(), "\nspreadsheet check: {what}");
}

#[test]
fn libreoffice_calculates_what_the_model_does() {
    let Some(office) = office() else {
        return report_check("SKIPPED, because LibreOffice is not installed (Debian: libreoffice-calc)");
    };
    let folder = std::env::temp_dir().join(format!("payback-spreadsheet-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let mut scenarios = scenarios();
    let mut books: Vec<_> = scenarios.iter().map(|(_, scenario)| typed(scenario)).collect();
    let far = Sheet { scenario: far(), ..Sheet::new(Origin::default()) };
    books.push(xlsx(&report(&far, &run(&Scenario { horizon: 40.0, ..Scenario::DEFAULT }))));
    scenarios.push(("far".to_owned(), far.scenario));
    let mut files = Vec::new();
    for ((name, _), book) in scenarios.iter().zip(books) {
        let file = folder.join(format!("{name}.xlsx"));
        fs::write(&file, book).unwrap();
        files.push(file);
    }
    let out = recalculate(&office, &folder, &files);
    let mut all = Vec::new();
    for (name, scenario) in &scenarios {
        let faults = faults(&out.join(format!("{name}.xlsx")), scenario);
        all.extend(faults.into_iter().map(|fault| format!("{name}: {fault}")));
    }
    fs::remove_dir_all(&folder).unwrap();
    assert!(all.is_empty(), "{} faults:\n{}", all.len(), all.join("\n"));
    report_check(&format!("LibreOffice recalculated {} files to the model's numbers", scenarios.len()));
}

/// A scenario beyond the sliders' ranges, for which the file has more rows.
fn far() -> Scenario {
    let (horizon, lead_time, fleet_age, chip_life) = (40.0, 30.0, 12.0, 14.0);
    Scenario { horizon, lead_time, fleet_age, chip_life, ..Scenario::DEFAULT }
}

/// The companies, a case, and inputs changed one by one. With `PAYBACK_EVERY_INPUT` set also all cases and debates, every input
/// at both ends of its slider, and scenarios with all inputs changed.
fn scenarios() -> Vec<(String, Scenario)> {
    let named = |company: &str, case: &str| (format!("{company}-{case}"), Origin::new(company, case).scenario());
    let mut scenarios = vec![named("aws", "base"), named("azure", "base"), named("google", "bear")];
    let changes: &[(Input, &[&str])] = &[
        (Input::GrowthShape, &["constant", "saturating"]),
        (Input::Terminal, &["none", "perpetuity", "multiple"]),
        (Input::GroupRelief, &["off"]),
        (Input::CountOpening, &["off"]),
        (Input::LeadTime, &["0", "12"]),
        (Input::Horizon, &["3", "20"]),
        (Input::ChipLife, &["3"]),
        (Input::Capex, &["0"]),
    ];
    let parsed = |text| payback::scenario::json::read_text(&Scenario::DEFAULT, text).scenario;
    scenarios.extend([
        ("events".to_owned(), parsed(include_str!("golden/mixed_events.json"))),
        ("path".to_owned(), parsed(include_str!("golden/debate_one_big_year.json"))),
        ("debt".to_owned(), parsed(include_str!("golden/debate_half_borrowed.json"))),
        ("carry".to_owned(), parsed(include_str!("golden/pin_carry_left.json"))),
        ("fade".to_owned(), parsed(include_str!("golden/pin_perpetuity_fade.json"))),
    ]);
    for (input, values) in changes {
        scenarios.extend(values.iter().map(|text| changed(*input, text)));
    }
    if std::env::var_os("PAYBACK_EVERY_INPUT").is_some() {
        for case in &presets().cases {
            scenarios.extend(presets().companies.iter().map(|company| named(&company.id, &case.id)));
        }
        for &input in Input::ALL {
            let Some(range) = input.range() else { continue };
            scenarios.extend([range.min, range.max].map(|value| changed(input, &value.to_string())));
        }
        scenarios
            .extend(presets().debates.iter().map(|debate| (debate.id.clone(), debate.applied_to(&Scenario::DEFAULT))));
        scenarios.extend((0..40).map(|seed| (format!("mixed-{seed}"), mixed(seed))));
    }
    scenarios
}

/// A scenario with a random value for every input, within its slider's range.
fn mixed(seed: u64) -> Scenario {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(1);
    let mut chance = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as f64 / 2_f64.powi(31)
    };
    let mut scenario = Scenario::DEFAULT;
    for &input in Input::ALL {
        let chance = chance();
        let value = match input.spec().kind {
            Kind::Number(range) => Value::Number(range.snap(range.value_along(chance))),
            Kind::Choice(ids) => Value::Choice(ids[(chance * ids.len() as f64) as usize]),
            Kind::Switch => Value::Switch(chance < 0.5),
        };
        scenario.set(input, value).unwrap();
    }
    scenario
}

fn changed(input: Input, text: &str) -> (String, Scenario) {
    let mut scenario = Scenario::DEFAULT;
    scenario.set(input, parse(input, text).unwrap()).unwrap();
    (format!("{}-{text}", input.id()), scenario)
}

#[test]
fn stored_results_are_the_model_s_without_recalculation() {
    let mut sheet = Sheet::new(Origin::new("google", "bear"));
    sheet.scenario.horizon = 25.0;
    let outcome = run(&sheet.scenario);
    let file = std::env::temp_dir().join(format!("payback-results-{}.xlsx", std::process::id()));
    fs::write(&file, xlsx(&report(&sheet, &outcome))).unwrap();
    let mut book: Xlsx<_> = open_workbook(&file).unwrap();
    let names = book.sheet_names();
    assert_eq!(names, ["Inputs", "Measures", "Years", "Charts", "Model", "Unit", "Rates", "Multiple", "Facts"]);
    for input in Input::ALL {
        assert!(book.defined_names().iter().any(|(name, _)| name == input.id()), "{}", input.id());
    }
    assert!(book.worksheet_formula("Model").unwrap().used_cells().count() > 5_000);
    let faults: Vec<_> =
        faults(&file, &sheet.scenario).into_iter().filter(|fault| !fault.starts_with("balance")).collect();
    fs::remove_file(&file).unwrap();
    assert_eq!(faults, Vec::<String>::new());
}

/// Programs that do not calculate show what is stored: previews, phones, pandas.
#[test]
fn every_formula_has_a_stored_result() {
    for scenario in [Scenario::DEFAULT, far(), Scenario { capex: 0.0, run_rate: 0.0, ..Scenario::DEFAULT }] {
        let sheet = Sheet { scenario, ..Sheet::new(Origin::default()) };
        let file = xlsx(&report(&sheet, &run(&scenario)));
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(file)).unwrap();
        let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
        let mut formulas = 0;
        for name in names.iter().filter(|name| name.starts_with("xl/worksheets/sheet")) {
            let mut xml = String::new();
            archive.by_name(name).unwrap().read_to_string(&mut xml).unwrap();
            let document = roxmltree::Document::parse(&xml).unwrap();
            for cell in document.descendants().filter(|node| node.has_tag_name("c")) {
                let part = |name: &str| cell.children().find(|child| child.tag_name().name() == name);
                let Some(formula) = part("f") else { continue };
                formulas += 1;
                assert!(part("v").is_some(), "{name} {:?}: {:?}", cell.attribute("r"), formula.text());
            }
        }
        assert!(formulas > 5_000, "{formulas} formulas");
    }
}

#[test]
fn every_part_is_well_formed_declared_and_reachable() {
    let sheet = Sheet::new(Origin::default());
    let link = "https://example.org/?a='1'&b=<2>#v=1&name=\"x\"";
    let file = xlsx(&Report { link, ..report(&sheet, &run(&sheet.scenario)) });
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(file)).unwrap();
    let mut parts = HashMap::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let mut xml = String::new();
        part.read_to_string(&mut xml).unwrap();
        parts.insert(format!("/{}", part.name().unwrap()), xml);
    }
    let attributes = |path: &str, name: &str| -> Vec<String> {
        let document = roxmltree::Document::parse(&parts[path]).unwrap();
        document.descendants().filter_map(|node| node.attribute(name).map(str::to_owned)).collect()
    };
    let declared = attributes("/[Content_Types].xml", "PartName");
    let mut targets = Vec::new();
    for path in parts.keys() {
        roxmltree::Document::parse(&parts[path]).unwrap_or_else(|error| panic!("{path}: {error}"));
        if !path.ends_with(".rels") {
            assert!(declared.contains(path) || path == "/[Content_Types].xml", "{path} has no content type");
            continue;
        }
        // `/xl/_rels/workbook.xml.rels` has targets relative to `/xl`.
        let folder = Path::new(path).parent().and_then(Path::parent).unwrap();
        for target in attributes(path, "Target") {
            let (up, target) =
                target.strip_prefix("../").map_or((folder, &*target), |rest| (folder.parent().unwrap(), rest));
            targets.push(up.join(target).display().to_string());
        }
    }
    let external = targets.iter().filter(|target| !parts.contains_key(*target)).collect::<Vec<_>>();
    assert!(matches!(external[..], [only] if only.ends_with(link)), "{external:?}");
    for path in &declared {
        assert!(targets.contains(path), "no relationship leads to {path}");
    }
    assert_eq!(declared.iter().filter(|path| path.starts_with("/xl/charts/")).count(), 4);
}
