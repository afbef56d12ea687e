//! The Charts worksheet, which draws ranges of the Model and Years worksheets.

use super::years;
use crate::export::xlsx::chart::{Chart, PlacedChart, SIZE, Series};
use crate::export::xlsx::layout::{ModelLayout, signed};
use crate::export::xlsx::style::Style;
use crate::export::xlsx::worksheet::Worksheet;
use crate::words::spreadsheet as words;

/// The worksheet. The time axes cover the exported scenario's horizon.
pub(super) fn sheet(layout: &ModelLayout, quarters: usize) -> Worksheet {
    let mut sheet = Worksheet::new("Charts");
    sheet.text(0, 1, sheet.name, Style::Title);
    let end = signed(quarters);
    let series =
        |id: &'static str, colour| Series { name: words::column(id), values: layout.range(id, 1, end), colour };
    let [cash, sales, spend, returns] = words::CHARTS;
    let chart = |(title, unit), columns, lines| Chart {
        title,
        unit,
        format: "#,##0",
        categories: layout.range("date", 1, end),
        columns,
        lines,
    };
    let charts = [
        chart(cash, vec![], vec![series("cumulative_cash", "16191D"), series("discounted_cash", "8F8C84")]),
        chart(
            sales,
            vec![],
            vec![series("demand", "7A3E97"), series("capacity", "59626D"), series("revenue", "0B6B85")],
        ),
        chart(
            spend,
            vec![series("capex_chips", "59626D"), series("capex_shell", "C6BCA6")],
            vec![series("depreciation", "B4450C")],
        ),
        Chart {
            format: "0%",
            categories: years::range(0, quarters / 4),
            ..chart(returns, vec![], by_year(quarters / 4))
        },
    ];
    for (chart, n) in charts.into_iter().zip(0..) {
        let corner = ((n % 2) * (SIZE.0 + 1), 2 + (n / 2) * (SIZE.1 + 1));
        sheet.charts.push(PlacedChart { chart, corner });
    }
    sheet
}

fn by_year(count: usize) -> Vec<Series> {
    let [margin, roic] = words::RETURNS;
    vec![
        Series { name: margin, values: years::range(6, count), colour: "59626D" },
        Series { name: roic, values: years::range(7, count), colour: "0B6B85" },
    ]
}
