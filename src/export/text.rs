//! The answer, the figures and the changed inputs as text to paste.

use super::{Report, citation_without_changes, escape_markdown, markdown_link};
use crate::analysis::{MarginOfSafety, later_payback, unspent_plan};
use crate::model::Workspace;
use crate::words::answer::{Answer, answer, unspent};
use crate::words::export as words;
use crate::words::metrics::metric_texts;
use crate::words::scenario_name::ScenarioName;
use crate::words::{changes, ranges, safety};

struct Content {
    answer: Answer,
    unspent: Option<String>,
    margin: String,
    figures: Vec<String>,
    changes: Vec<(&'static str, String)>,
    ranges: Option<String>,
    from: String,
}

/// The report as plain text.
pub fn plain_text(report: &Report) -> String {
    let content = content(report);
    let mut lines = vec![content.answer.to_string()];
    lines.extend(content.unspent);
    lines.extend([content.margin, String::new()]);
    lines.extend(content.figures);
    if !content.changes.is_empty() {
        lines.extend([String::new(), words::changed_from(&content.from)]);
        lines.extend(content.changes.iter().map(|(label, value)| format!("- {label}: {value}")));
    }
    if let Some(ranges) = &content.ranges {
        lines.extend([String::new(), ranges.clone()]);
    }
    lines.extend([String::new(), report.link.to_owned(), citation_without_changes(report)]);
    finish(&lines)
}

/// The report as Markdown.
pub fn markdown(report: &Report) -> String {
    let content = content(report);
    let Answer { outcome, condition } = &content.answer;
    let strong = format!("**{}** {}", escape_markdown(&outcome.to_string()), escape_markdown(&condition.to_string()));
    let mut lines = vec![strong.trim_end().to_owned()];
    lines.extend(content.unspent.as_deref().map(escape_markdown));
    lines.extend([escape_markdown(&content.margin), String::new()]);
    lines.extend(content.figures.iter().map(|figure| format!("- {}", escape_markdown(figure))));
    if !content.changes.is_empty() {
        lines.extend([String::new(), escape_markdown(&words::changed_from(&content.from)), String::new()]);
        lines.extend(
            content
                .changes
                .iter()
                .map(|(label, value)| format!("- {}: **{}**", escape_markdown(label), escape_markdown(value))),
        );
    }
    if let Some(ranges) = &content.ranges {
        lines.extend([String::new(), escape_markdown(ranges)]);
    }
    let link = markdown_link(words::OPEN, report.link);
    lines.extend([String::new(), format!("{} {link}", escape_markdown(&citation_without_changes(report)))]);
    finish(&lines)
}

fn content(report: &Report) -> Content {
    let sheet = report.sheet;
    let (scenario, summary) = (&sheet.scenario, &report.outcome.summary);
    let later = later_payback(&mut Workspace::new(), scenario);
    let metrics = metric_texts(scenario, summary, None).into_iter();
    Content {
        unspent: unspent_plan(report.outcome).map(|plan| unspent(&plan).to_string()),
        margin: safety::sentence(&MarginOfSafety::of(&mut Workspace::new(), scenario, &sheet.ranges)),
        answer: answer(&ScenarioName::of(sheet), scenario, summary),
        figures: metrics.map(|metric| metric.with_later_payback(later).spoken).collect(),
        changes: changes::labelled(sheet),
        ranges: ranges::line(&sheet.ranges).map(|line| format!("{}: {line}", ranges::own_ranges())),
        from: ScenarioName { edited: false, ..ScenarioName::of(sheet) }.name(),
    }
}

fn finish(lines: &[String]) -> String {
    let mut text = lines.join("\n");
    text.push('\n');
    text
}
