//! Runs the `evaluate` example: JSON of a scenario in, JSON of the outcome out, refused values by name.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use payback::model;
use payback::scenario::Scenario;

fn evaluate(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--example", "evaluate", "--"])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // With a file as argument the process does not read its input.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

#[test]
fn a_subset_of_inputs_from_standard_input() {
    let output = evaluate(&[], r#"{"growth": 0.5}"#);
    assert!(output.status.success());
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let scenario = Scenario { growth: 0.5, ..Scenario::DEFAULT };
    let expected = serde_json::to_value((&scenario, &model::run(&scenario).summary)).unwrap();
    assert_eq!(document["scenario"], expected[0]);
    let keys = |value: &serde_json::Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&document), ["version", "scenario", "summary", "quarterly", "margin_of_safety"]);
    let margin = document["margin_of_safety"].as_f64().unwrap();
    assert!((margin + 0.227_976).abs() < 1e-6, "toward the good ends: {margin}");
    assert_eq!(keys(&document["summary"]), keys(&expected[1]));
}

#[test]
fn a_golden_file_by_name() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/no_outlay.json");
    assert!(evaluate(&[path], "").status.success());
}

#[test]
fn refused_values_are_named_with_their_range() {
    let ranged = evaluate(&[], r#"{"growth": 0.5, "ranges": {"growth": [0.4, 1.8], "erosion": null}}"#);
    let document: serde_json::Value = serde_json::from_slice(&ranged.stdout).unwrap();
    assert_eq!(document["ranges"], serde_json::json!({"growth": [0.4, 1.8], "erosion": null}));
    let output = evaluate(&[], r#"{"growth": "fast", "capex": -5, "horizon": 2.5, "colour": 1, "terminal": "gold"}"#);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    let words = String::from_utf8(output.stderr).unwrap();
    for part in
        ["growth", "fast", "capex", "-5", "horizon", "2.5", "colour", "terminal", "gold", "1000000", "perpetuity"]
    {
        assert!(words.contains(part), "{part}: {words}");
    }
}

#[test]
fn garbage_and_missing_files_fail() {
    for (arguments, input) in [(&[][..], "{"), (&[], "[]"), (&[], ""), (&["/no/such/file.json"], "")] {
        let output = evaluate(arguments, input);
        assert_eq!(output.status.code(), Some(1), "{arguments:?} {input:?}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty());
    }
}
