//! The first charts as SVG, for wide and for narrow screens, in the colours of the page's theme.

use super::escape;
use crate::chart::{ChartData, Figure, NARROW, Palette, Role, cash, revenue, svg};
use crate::model::Outcome;
use crate::scenario::workbook::Sheet;
use crate::words::sections;

/// Widths that the two pictures are drawn for: the first screen's column on a desk, and a phone.
const WIDTHS: [(f64, &str); 2] = [(880.0, "wide-picture"), (358.0, "narrow-picture")];

/// Cash and revenue.
pub fn first(sheet: &Sheet, outcome: &Outcome) -> String {
    let data = ChartData::of(&sheet.scenario, outcome);
    let charts: String = [cash(&data), revenue(&data)].iter().map(chart).collect();
    format!("<section id=\"cash\" aria-label=\"{}\">{charts}</section>", sections::CASH.name)
}

fn chart(figure: &Figure) -> String {
    let pictures: String = WIDTHS.iter().map(|&(width, class)| picture(figure, width, class)).collect();
    format!(
        "<figure class=\"chart\" data-chart=\"{}\"><figcaption><div class=\"chart-head\"><h3>{}</h3></div>\
         <p class=\"chart-sub\">{}</p></figcaption><div class=\"plot\">{pictures}</div></figure>",
        figure.chart.id(),
        escape(&figure.title),
        escape(&figure.subtitle)
    )
}

fn picture(figure: &Figure, width: f64, class: &str) -> String {
    let drawn = svg(figure, &Palette::LIGHT, width, figure.height(width));
    let id = figure.chart.id();
    let narrow = if width < NARROW { "-narrow" } else { "" };
    // Two pictures of a chart stand in one page.
    let drawn = drawn.replace(&format!("{id}-title"), &format!("{id}{narrow}-title"));
    let drawn = drawn.replace(&format!("{id}-desc"), &format!("{id}{narrow}-desc"));
    let drawn = themed(&drawn);
    match drawn.split_once("<svg ") {
        Some((before, after)) => format!("{before}<svg class=\"{class}\" {after}"),
        None => drawn,
    }
}

/// The same picture with the style sheet's colours, which know light and dark.
fn themed(drawn: &str) -> String {
    Role::ALL.iter().fold(drawn.to_owned(), |drawn, role| {
        drawn.replace(&format!("\"{}\"", Palette::LIGHT.rgb(*role)), &format!("\"var({})\"", role.name()))
    })
}
