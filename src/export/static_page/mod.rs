//! The page as plain HTML: shown before the program runs, and to readers, feeds and crawlers that never run it.
//!
//! Classes and sizes are those of the live page, which therefore takes its place without a jump.

mod charts;
mod controls;
mod year_table;

use super::escape::escape;
use crate::analysis::{MarginOfSafety, later_payback};
use crate::model::{Outcome, Workspace, run};
use crate::scenario::workbook::Sheet;
use crate::words::answer::{answer, caveat};
use crate::words::changes;
use crate::words::metrics::{MetricText, MetricValue, metric_texts};
use crate::words::question;
use crate::words::safety;
use crate::words::scenario_name::ScenarioName;
use crate::words::site::{footer, left_out, not_verified};
use crate::words::text::{Text, Tone};

/// The body of the page for a sheet.
pub fn static_page(sheet: &Sheet) -> String {
    let outcome = run(&sheet.scenario);
    format!(
        "{bar}<div><main class=\"page\" id=\"top\">{top}<div class=\"page-width layout\">{rail}<div class=\"main\">\
         {figures}{charts}{table}<footer class=\"foot\">{} {} {}</footer></div></div></main></div>",
        left_out(),
        not_verified(),
        footer(),
        bar = controls::bar(sheet),
        top = answer_block(sheet, &outcome),
        rail = controls::rail(sheet),
        figures = figure_list(sheet, &outcome),
        charts = charts::first(sheet, &outcome),
        table = year_table::by_year(&outcome),
    )
}

/// The answer as plain text, for the page's description.
pub fn plain_answer(sheet: &Sheet) -> String {
    answer(&ScenarioName::of(sheet), &sheet.scenario, &run(&sheet.scenario).summary).to_string()
}

fn answer_block(sheet: &Sheet, outcome: &Outcome) -> String {
    let answer = answer(&ScenarioName::of(sheet), &sheet.scenario, &outcome.summary);
    let caveat = caveat(&sheet.scenario, &outcome.summary, None);
    let margin = MarginOfSafety::of(&mut Workspace::new(), &sheet.scenario, &sheet.ranges);
    format!(
        "<div class=\"page-width top\"><div><div class=\"question\"><h1>{}</h1> <p>{} <span class=\"no-print\">{}</span></p></div>\
         <p class=\"answer\" data-answer>{} <span class=\"aside\">{}</span></p><p class=\"caveat\">{}</p><p class=\"caveat margin-of-safety\">{}</p><div class=\"changes\">{}</div></div></div>",
        escape(question::question()),
        escape(&question::plan(&sheet.origin)),
        escape(question::invitation()),
        html(&answer.outcome),
        html(&answer.condition),
        html(&caveat),
        escape(&safety::sentence(&margin)),
        changed_line(sheet)
    )
}

/// The inputs that differ from the preset; empty where none does.
fn changed_line(sheet: &Sheet) -> String {
    let changes = changes::changes(sheet);
    if changes.is_empty() {
        return String::new();
    }
    let change = |change: &changes::Change| {
        let text = html(&change.text());
        format!(" <span class=\"change\"><button type=\"button\" class=\"input\" disabled>{text}</button></span>")
    };
    let named: String = changes.iter().take(changes::SHOWN).map(change).collect();
    let others = changes.len().saturating_sub(changes::SHOWN);
    let more = if others == 0 { String::new() } else { format!(" {}", changes::more(others)) };
    format!("<p class=\"caption changed\">{}{named}{more}</p>", escape(&changes::changed_from(&sheet.origin)))
}

fn html(text: &Text) -> String {
    let span = |tone: Tone, text: &str| match tone {
        Tone::Plain => text.to_owned(),
        Tone::Strong => format!("<b>{text}</b>"),
        Tone::Good => format!("<b class=\"good\">{text}</b>"),
        Tone::Bad => format!("<b class=\"bad\">{text}</b>"),
        // A button, as on the live page: another element would break lines elsewhere.
        Tone::Input(_) => format!("<button type=\"button\" class=\"input\" disabled>{text}</button>"),
    };
    text.runs.iter().map(|part| span(part.tone, &escape(&part.text))).collect()
}

fn figure_list(sheet: &Sheet, outcome: &Outcome) -> String {
    let later = later_payback(&mut Workspace::new(), &sheet.scenario);
    let figures = metric_texts(&sheet.scenario, &outcome.summary, None).into_iter();
    let figures: Vec<MetricText> = figures.map(|text| text.with_later_payback(later)).collect();
    let (first, rest) = figures.split_at(3);
    let list = |class: &str, part: &[MetricText]| {
        format!("<dl class=\"{class}\">{}</dl>", part.iter().map(figure_entry).collect::<String>())
    };
    format!("<div class=\"figures\">{}{}</div>", list("first", first), list("rest", rest))
}

fn figure_entry(figure: &MetricText) -> String {
    let class = match figure.tone {
        Tone::Good => " class=\"gain\"",
        Tone::Bad => " class=\"loss\"",
        _ => "",
    };
    let part = |part: &MetricValue| (part.id, part.data_value(), escape(&part.text));
    let (id, value, text) = part(&figure.main);
    let second = figure.second.as_ref().map(part).map_or_else(String::new, |(id, value, text)| {
        format!(" <output data-metric=\"{id}\" data-value=\"{value}\">{text}</output>")
    });
    format!(
        "<div{class} data-figure=\"{id}\"><dt>{}</dt><dd class=\"value\"><output data-metric=\"{id}\" data-value=\"{value}\"><b>{text}</b></output>\
         <span class=\"unit\">{}</span>{second}</dd><dd class=\"note\"><span>{}</span></dd></div>",
        figure.metric.label(),
        escape(&figure.unit),
        escape(&figure.note)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Origin;

    #[test]
    fn the_static_page_of_an_edited_scenario_names_its_changes() {
        let mut sheet = Sheet::new(Origin::default());
        assert!(!static_page(&sheet).contains("Changed from"));
        sheet.scenario.chip_life = 3.0;
        let page = static_page(&sheet);
        assert!(page.contains("Changed from AWS base:") && page.contains("chips serve for <b>3 years</b>, not 6"));
    }

    #[test]
    fn the_static_page_has_the_live_page_s_numbers_and_no_style_of_its_own() {
        let page = static_page(&Sheet::new(Origin::default()));
        assert!(page.contains("data-metric=\"payback_years\" data-value=\"8.41"), "{page:.2000}");
        assert!(plain_answer(&Sheet::new(Origin::default())).contains("8.4"));
        for part in ["data-chart=\"cash\"", "data-chart=\"revenue\"", "<table", "name=\"growth\""] {
            assert!(page.contains(part), "{part}");
        }
        // The page's content policy refuses style attributes.
        assert!(!page.contains(" style="));
        assert!(!page.contains("#FBFAF7") && !page.contains("#fbfaf7"), "colours follow the theme");
    }
}
