//! The answer, the figures and what was changed, as words to paste.

use super::{Report, cite};
use crate::words::answer::{Answer, answer};
use crate::words::export as words;
use crate::words::metrics::metric_texts;
use crate::words::scenario_name::ScenarioName;
use crate::words::{inputs, units};

struct Parts {
    answer: Answer,
    figures: Vec<String>,
    changes: Vec<(String, String)>,
    from: String,
}

/// As plain text.
pub fn plain_text(report: &Report) -> String {
    let parts = parts(report);
    let mut lines = vec![parts.answer.to_string(), String::new()];
    lines.extend(parts.figures);
    if !parts.changes.is_empty() {
        lines.extend([String::new(), words::changed_from(&parts.from)]);
        lines.extend(parts.changes.iter().map(|(label, value)| format!("- {label}: {value}")));
    }
    lines.extend([String::new(), report.link.to_owned(), cite::citation(report)]);
    finish(&lines)
}

/// As Markdown.
pub fn markdown(report: &Report) -> String {
    let parts = parts(report);
    let Answer { outcome, condition } = &parts.answer;
    let strong = format!("**{}** {}", escape(&outcome.to_string()), escape(&condition.to_string()));
    let mut lines = vec![strong.trim_end().to_owned(), String::new()];
    lines.extend(parts.figures.iter().map(|figure| format!("- {}", escape(figure))));
    if !parts.changes.is_empty() {
        lines.extend([String::new(), escape(&words::changed_from(&parts.from)), String::new()]);
        lines.extend(parts.changes.iter().map(|(label, value)| format!("- {}: **{}**", escape(label), escape(value))));
    }
    let link = format!("[{}](<{}>)", words::OPEN, report.link.replace(['<', '>', '\n'], ""));
    lines.extend([String::new(), format!("{} {link}", escape(&cite::citation(report)))]);
    finish(&lines)
}

fn parts(report: &Report) -> Parts {
    let sheet = report.sheet;
    let (scenario, summary) = (&sheet.scenario, &report.outcome.summary);
    let changes = sheet.changed().map(|input| {
        let value = |value| units::value(input, value);
        let (now, before) = (value(scenario.get(input)), value(sheet.origin.value(input)));
        (inputs::label(input).to_owned(), words::instead_of(&now, &before))
    });
    Parts {
        answer: answer(&ScenarioName::of(sheet), scenario, summary),
        figures: metric_texts(scenario, summary, None).into_iter().map(|metric| metric.spoken).collect(),
        changes: changes.collect(),
        from: ScenarioName { edited: false, ..ScenarioName::of(sheet) }.name(),
    }
}

fn finish(lines: &[String]) -> String {
    let mut text = lines.join("\n");
    text.push('\n');
    text
}

/// Marks that Markdown would take for its own.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
