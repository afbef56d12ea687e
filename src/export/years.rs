//! The outcome as rows of numbers by year and by quarter, for the table on the page and for files.

use crate::model::Outcome;
use crate::words::export as words;

/// A row of numbers; `None` where there is no number.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The public name of the series.
    pub id: &'static str,
    /// The unit of the values.
    pub unit: &'static str,
    /// A value for each year or quarter.
    pub values: Vec<Option<f64>>,
}

/// The rows by year: flows are summed over the year, stocks are as at its end.
pub fn yearly(outcome: &Outcome) -> Vec<Row> {
    let (summary, quarterly) = (&outcome.summary, &outcome.quarterly);
    let row = |id, unit, values| Row { id, unit, values };
    let given = |series: &[f64]| series.iter().copied().map(Some).collect();
    let sum = |id, series: &[f64]| row(id, "$B", series.chunks(4).map(|year| Some(year.iter().sum())).collect());
    let end = |id, series: &[f64]| {
        row(id, words::series_unit(id), series.chunks(4).map(|year| year.last().copied()).collect())
    };
    vec![
        row("revenue", "$B", given(&summary.revenue_by_year)),
        row("unmet", "$B", given(&summary.unmet_by_year)),
        row("utilisation", "share", given(&summary.utilisation_by_year)),
        row("ebit_margin", "share", summary.ebit_margin_by_year.clone()),
        row("capex", "$B", given(&summary.capex_by_year)),
        row("fcf", "$B", given(&summary.fcf_by_year)),
        row("roic", "per year", summary.roic_by_year.clone()),
        end("run_rate", &quarterly.run_rate),
        end("gw", &quarterly.gw),
        end("cu", &quarterly.cu),
        end("cumulative_cash", &quarterly.cumulative_cash),
        end("discounted_cash", &quarterly.discounted_cash),
        end("net_assets", &quarterly.net_assets),
        sum("demand", &quarterly.demand),
        sum("capacity", &quarterly.capacity),
        sum("ebitda", &quarterly.ebitda),
        sum("depreciation", &quarterly.depreciation),
        sum("writeoff", &quarterly.writeoff),
        sum("ebit", &quarterly.ebit),
        sum("tax", &quarterly.tax),
    ]
}

/// The rows by quarter: every series of the outcome.
pub fn quarterly(outcome: &Outcome) -> Vec<Row> {
    let series = outcome.quarterly.series();
    series
        .map(|(id, series)| Row {
            id,
            unit: words::series_unit(id),
            values: series.iter().copied().map(Some).collect(),
        })
        .collect()
}
