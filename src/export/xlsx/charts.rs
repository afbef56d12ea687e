//! The sheet of charts, drawn from the cells of the quarters and the years.

use super::chart::{Chart, Placed, SIZE, Series};
use super::grid::{Grid, signed};
use super::sheet::Sheet;
use super::style::Style;
use super::years;
use crate::words::spreadsheet as words;

/// The sheet; the axes end where the exported scenario's horizon does.
pub(super) fn sheet(grid: &Grid, quarters: usize) -> Sheet {
    let mut sheet = Sheet::new("Charts");
    sheet.text(0, 1, sheet.name, Style::Title);
    let end = signed(quarters);
    let series = |id: &'static str, colour| Series { name: words::column(id), values: grid.cells(id, 1, end), colour };
    let [cash, sales, spend, returns] = words::CHARTS;
    let chart = |(title, unit), bars, lines| Chart {
        title,
        unit,
        format: "#,##0",
        along: grid.cells("date", 1, end),
        bars,
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
        Chart { format: "0%", along: years::cells(0, quarters / 4), ..chart(returns, vec![], by_year(quarters / 4)) },
    ];
    for (chart, place) in charts.iter().zip(0..) {
        let corner = ((place % 2) * (SIZE.0 + 1), 2 + (place / 2) * (SIZE.1 + 1));
        sheet.charts.push(Placed { xml: chart.xml(), corner });
    }
    sheet
}

fn by_year(count: usize) -> Vec<Series> {
    let [margin, roic] = words::RETURNS;
    vec![
        Series { name: margin, values: years::cells(6, count), colour: "59626D" },
        Series { name: roic, values: years::cells(7, count), colour: "0B6B85" },
    ]
}
