//! Compares every summary field and every quarter with the golden files.

use std::fs;
use std::path::{Path, PathBuf};

use payback::scenario::{Ranges, Scenario, first_edition, json};
use payback::{export, model};
use serde_json::Value;

/// Parts of the names of results that a numerical search finds, which are compared less strictly.
const SEARCHED: [&str; 7] = ["irr", "payback", "first_touch", "breakeven", "required_revenue", "mirr", "status"];

fn compare(path: &str, ours: &Value, golden: &Value) {
    match (ours, golden) {
        (Value::Object(ours), Value::Object(golden)) => {
            for (key, golden) in golden.iter().filter(|(key, _)| *key != "name") {
                compare(&format!("{path}.{key}"), &ours[key], golden);
            }
            let extra = ours.keys().filter(|key| !golden.contains_key(*key)).collect::<Vec<_>>();
            assert!(extra.is_empty(), "{path}: {extra:?}");
        }
        (Value::Array(ours), Value::Array(golden)) => {
            assert_eq!(ours.len(), golden.len(), "{path}");
            for (i, (ours, golden)) in ours.iter().zip(golden).enumerate() {
                compare(&format!("{path}[{i}]"), ours, golden);
            }
        }
        (Value::Number(a), Value::Number(b)) => {
            let (a, b) = (a.as_f64().unwrap(), b.as_f64().unwrap());
            let tolerance = if SEARCHED.iter().any(|name| path.contains(name)) { 1e-6 } else { 1e-9 };
            assert!((a - b).abs() <= tolerance * b.abs().max(1.0), "{path}: {a} instead of {b}");
        }
        (ours, golden) => assert_eq!(ours, golden, "{path}"),
    }
}

/// The golden files of a folder: name, scenario, our document and the golden one.
fn documents(folder: &str, base: &Scenario) -> Vec<(String, Value, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        let parsed = json::read_text(base, &text);
        assert_eq!(parsed.errors, [], "{path:?}");
        let outcome = model::run(&parsed.scenario);
        let ours = serde_json::from_str(&export::json(&parsed.scenario, &Ranges::NONE, &outcome)).unwrap();
        (path.file_name().unwrap().to_string_lossy().into_owned(), ours, serde_json::from_str(&text).unwrap())
    };
    fs::read_dir(folder).unwrap().map(|entry| read(entry.unwrap().path())).collect()
}

#[test]
fn every_field_of_every_golden_file() {
    let documents = documents("golden", &Scenario::DEFAULT);
    assert_eq!(documents.len(), 27);
    for (name, ours, golden) in documents {
        for part in ["summary", "quarterly"] {
            compare(&format!("{name} {part}"), &ours[part], &golden[part]);
        }
    }
}

/// Series that expensing moves. In the first edition it also applied to shells.
const TAXED: [&str; 5] = ["tax_deduction", "tax", "fcf", "cumulative_cash", "discounted_cash"];

/// The terminal value is stricter since the first edition; the quarters are the same.
#[test]
fn the_first_edition_s_quarters() {
    let documents = documents("golden_first_edition", &first_edition());
    assert_eq!(documents.len(), 12);
    for (name, ours, golden) in documents {
        let expensed = ours["scenario"]["expensing"] != 0.0;
        for (series, golden) in golden["quarterly"].as_object().unwrap() {
            if expensed && TAXED.contains(&series.as_str()) {
                continue;
            }
            compare(&format!("{name} {series}"), &ours["quarterly"][series], golden);
        }
    }
}
