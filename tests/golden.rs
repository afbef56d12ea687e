//! Compares every summary field and every quarter with the golden files.

use std::fs;

use payback::model::{self, Document};
use payback::scenario::{Scenario, json};
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

#[test]
fn every_field_of_every_golden_file() {
    let mut files = 0;
    for entry in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden")).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let golden: Value = serde_json::from_str(&text).unwrap();
        let parsed = json::read_text(&Scenario::DEFAULT, &text);
        assert_eq!(parsed.errors, [], "{path:?}");
        let outcome = model::run(&parsed.scenario);
        let ours = serde_json::to_value(Document::new(&parsed.scenario, &outcome)).unwrap();
        let name = path.file_name().unwrap().to_string_lossy();
        for part in ["summary", "quarterly"] {
            compare(&format!("{name} {part}"), &ours[part], &golden[part]);
        }
        files += 1;
    }
    assert_eq!(files, 12);
}
