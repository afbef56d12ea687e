//! Reads the JSON of a scenario from a file or standard input and prints the JSON of its outcome.

use std::io::{self, Read, Write};
use std::process::ExitCode;

use payback::scenario::{Scenario, json};
use payback::words::input_error;
use payback::{export, model};

fn main() -> ExitCode {
    match evaluate() {
        Ok(()) => ExitCode::SUCCESS,
        Err(messages) => {
            eprintln!("{}", messages.join("\n"));
            ExitCode::FAILURE
        }
    }
}

fn evaluate() -> Result<(), Vec<String>> {
    let text = read().map_err(|error| vec![error])?;
    let parsed = json::read_text(&Scenario::DEFAULT, &text);
    if !parsed.errors.is_empty() {
        return Err(parsed.errors.iter().map(input_error::line).collect());
    }
    let outcome = model::run(&parsed.scenario);
    let text = export::json(&parsed.scenario, &parsed.ranges.unwrap_or_default(), &outcome);
    writeln!(io::stdout().lock(), "{text}").map_err(|error| vec![error.to_string()])
}

fn read() -> Result<String, String> {
    match std::env::args_os().nth(1) {
        Some(path) => std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.to_string_lossy())),
        None => {
            let mut text = String::new();
            io::stdin().read_to_string(&mut text).map_err(|error| format!("standard input: {error}"))?;
            Ok(text)
        }
    }
}
