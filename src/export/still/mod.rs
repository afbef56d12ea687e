//! A picture of the page in plain HTML: what readers, feeds and crawlers see before the program runs, and without it.
//!
//! It has the live page's classes and sizes, so that the live page takes its place without a jump.

mod charts;
mod controls;
mod table;

use crate::model::{Outcome, run};
use crate::scenario::workbook::Sheet;
use crate::words::answer::{Subject, answer, caveat};
use crate::words::metrics::{Figure, Part, figures};
use crate::words::page::{footer, left_out, not_verified};
use crate::words::text::{Text, Tone};
use std::fmt::Write as _;

/// The page of a sheet.
pub fn still(sheet: &Sheet) -> String {
    let outcome = run(&sheet.scenario);
    let mut page = controls::bar(sheet);
    page.push_str("<div><main class=\"page\" id=\"top\">");
    page.push_str(&top(sheet, &outcome));
    page.push_str("<div class=\"wide layout\">");
    page.push_str(&controls::rail(sheet));
    page.push_str("<div class=\"main\">");
    page.push_str(&all_figures(sheet, &outcome));
    page.push_str(&charts::first(sheet, &outcome));
    page.push_str(&table::by_year(&outcome));
    let _ = write!(page, "<footer class=\"foot\">{} {} {}</footer>", left_out(), not_verified(), footer());
    page.push_str("</div></div></main></div>");
    page
}

/// The answer in plain words, for the page's description.
pub fn plain_answer(sheet: &Sheet) -> String {
    answer(&Subject::of(sheet), &sheet.scenario, &run(&sheet.scenario).summary).to_string()
}

fn top(sheet: &Sheet, outcome: &Outcome) -> String {
    let answer = answer(&Subject::of(sheet), &sheet.scenario, &outcome.summary);
    let caveat = caveat(&sheet.scenario, &outcome.summary, None);
    format!(
        "<div class=\"wide top\"><div><h1 class=\"answer\" data-answer>{} <span class=\"aside\">{}</span></h1>\
         <p class=\"caveat\">{}</p></div></div>",
        words(&answer.outcome),
        words(&answer.condition),
        words(&caveat)
    )
}

fn words(text: &Text) -> String {
    let span = |tone: Tone, text: &str| match tone {
        Tone::Plain => text.to_owned(),
        Tone::Strong => format!("<b>{text}</b>"),
        Tone::Good => format!("<b class=\"good\">{text}</b>"),
        Tone::Bad => format!("<b class=\"bad\">{text}</b>"),
        // A button, as on the live page: another element would break lines elsewhere.
        Tone::Input(_) => format!("<button type=\"button\" class=\"input\" disabled>{text}</button>"),
    };
    text.spans.iter().map(|one| span(one.tone, &escape(&one.text))).collect()
}

fn all_figures(sheet: &Sheet, outcome: &Outcome) -> String {
    let all = figures(&sheet.scenario, &outcome.summary, None);
    let (first, rest) = all.split_at(3);
    let list = |class: &str, part: &[Figure]| {
        format!("<dl class=\"{class}\">{}</dl>", part.iter().map(one_figure).collect::<String>())
    };
    format!("<div class=\"figures\">{}{}</div>", list("first", first), list("rest", rest))
}

fn one_figure(figure: &Figure) -> String {
    let class = match figure.tone {
        Tone::Good => " class=\"gain\"",
        Tone::Bad => " class=\"loss\"",
        _ => "",
    };
    let part = |part: &Part| (part.id, part.data_value(), escape(&part.text));
    let (id, value, text) = part(&figure.main);
    let second = figure.second.as_ref().map(part).map_or_else(String::new, |(id, value, text)| {
        format!(" <output data-metric=\"{id}\" data-value=\"{value}\">{text}</output>")
    });
    format!(
        "<div{class} data-figure=\"{id}\"><dt>{}</dt><dd class=\"value\"><output data-metric=\"{id}\" data-value=\"{value}\"><b>{text}</b></output>\
         <span class=\"of\">{}</span>{second}</dd><dd class=\"note\"><span>{}</span></dd></div>",
        figure.metric.label(),
        escape(&figure.unit),
        escape(&figure.note)
    )
}

/// Text as it stands in markup and in attributes.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Origin;

    #[test]
    fn it_says_what_the_page_says_and_needs_no_style_of_its_own() {
        let page = still(&Sheet::new(Origin::default()));
        assert!(page.contains("data-metric=\"payback_years\" data-value=\"7.78"), "{page:.2000}");
        assert!(plain_answer(&Sheet::new(Origin::default())).contains("7.8"));
        for part in ["data-chart=\"cash\"", "data-chart=\"revenue\"", "<table", "name=\"growth\""] {
            assert!(page.contains(part), "{part}");
        }
        // The page's policy would refuse it.
        assert!(!page.contains(" style="));
        assert!(!page.contains("#FBFAF7") && !page.contains("#fbfaf7"), "colours follow the theme");
    }
}
