//! The Unit worksheet: cost, revenue and return of one CU.

use super::rates::root_cells;
use crate::export::xlsx::address::{absolute, address};
use crate::export::xlsx::layout::Extent;
use crate::export::xlsx::style::Style;
use crate::export::xlsx::worksheet::{StoredResult, Worksheet};
use crate::model::Outcome;
use crate::words::spreadsheet as words;

const NAME: &str = "Unit";
/// The row with the custom share of each column.
const SHARE_ROW: usize = 4;

/// Id, unit and formula of each line. In a formula `#4` is the custom share, `[id]` the cell of another line in the same
/// column, and a name in angle brackets a range or cell of the cash flows.
const LINES: [(&str, &str, &str); 12] = [
    ("chip_capex", "$B", "chip_cost*(1-#4+#4*custom_cost/custom_performance)"),
    ("gw", "GW", "1-#4+#4*custom_power/custom_performance"),
    ("shell_capex", "$B", "[gw]*shell_cost"),
    ("capex", "$B", "[chip_capex]+[shell_capex]"),
    ("revenue", "$B/yr", "price*(1+platform_now)*(1-#4+#4*(1-custom_discount))*utilisation_max*(1-own_use)"),
    ("running_cost", "$B/yr", "[gw]*(load*pue*8.76*power_price+site_cost)"),
    ("ebitda", "$B/yr", "[revenue]*(1-other_cost-partner_share*platform_now/(1+platform_now))-[running_cost]"),
    ("ebitda_margin", "share", "IF([revenue]>0,[ebitda]/[revenue],\"none\")"),
    (
        "ebit_margin",
        "share",
        "IF([revenue]>0,([ebitda]-[chip_capex]/chip_book_life-[shell_capex]/shell_life)/[revenue],\"none\")",
    ),
    ("payback_years", "years", "IF(MIN(<cumulative>)>=0,0,IF(<end> <0,\"none\",MAX(<crossings>)))"),
    ("irr_pretax", "per year", "IF(<roots>=1,(1+IRR(<flows>,(1+<near>)^(1/4)-1))^4-1,\"none\")"),
    ("shell_left", "$B", "[shell_capex]*MAX(0,1-chip_life/shell_life)"),
];

/// The first row of cash flows.
const FLOWS_ROW: usize = SHARE_ROW + LINES.len() + 4;

fn last_row(extent: &Extent) -> usize {
    FLOWS_ROW + extent.lead + extent.earning
}

fn cells(extent: &Extent, column: usize) -> String {
    format!("{}:{}", absolute(column, FLOWS_ROW), absolute(column, last_row(extent)))
}

/// The cash flows of merchant (0) or custom chips (1), and their quarters.
pub(super) fn flows(extent: &Extent, which: usize) -> (String, String) {
    (format!("{NAME}!{}", cells(extent, 1 + which)), format!("{NAME}!{}", cells(extent, 0)))
}

/// The worksheet.
pub(super) fn sheet(extent: &Extent, outcome: &Outcome) -> Worksheet {
    let mut sheet = Worksheet::new(NAME);
    sheet.widths = vec![34.0, 14.0, 14.0, 16.0, 16.0, 16.0, 16.0];
    sheet.text(0, 1, NAME, Style::Title);
    sheet.text(0, 2, words::UNIT, Style::Note);
    sheet.text(0, SHARE_ROW, "σ", Style::Head);
    let units = [&outcome.summary.unit_merchant, &outcome.summary.unit_custom]
        .map(|unit| serde_json::to_value(unit).unwrap_or_default());
    for (which, unit) in units.iter().enumerate() {
        sheet.number(1 + which, SHARE_ROW, which as f64, Style::HeadRight);
        for ((id, kind, formula), row) in LINES.iter().zip(SHARE_ROW + 1..) {
            let formula = resolve(formula, extent, which);
            sheet.formula(1 + which, row, &formula, &StoredResult::named(unit, id), Style::of_unit(kind));
        }
    }
    for ((id, kind, _), row) in LINES.iter().zip(SHARE_ROW + 1..) {
        sheet.text(0, row, words::unit_line(id), Style::Plain);
        sheet.text(3, row, kind, Style::NoteIndented);
    }
    for (column, head) in words::FLOW_HEADS.iter().enumerate() {
        sheet.text(column, FLOWS_ROW - 1, head, Style::HeadRight);
    }
    for row in FLOWS_ROW..=last_row(extent) {
        sheet.number(0, row, (row - FLOWS_ROW) as f64, Style::Whole);
        for which in 0..2 {
            flow(&mut sheet, row, which);
        }
    }
    sheet
}

fn line(id: &str) -> usize {
    SHARE_ROW + 1 + LINES.iter().position(|(name, ..)| *name == id).unwrap_or_default()
}

fn flow(sheet: &mut Worksheet, row: usize, which: usize) {
    let cell = |id: &str| absolute(1 + which, line(id));
    let flow = format!(
        "IF(AND($A{row}>=lead_time,$A{row}<lead_time+chip_quarters),\
         ({}*(1-other_cost-partner_share*platform_now/(1+platform_now))*(1-erosion)^(($A{row}-lead_time)/4)\
         *(1+price_change)^($A{row}/4)-{})/4,0)+IF($A{row}=lead_time+chip_quarters-1,{},0)-IF($A{row}=0,{},0)",
        cell("revenue"),
        cell("running_cost"),
        cell("shell_left"),
        cell("capex"),
    );
    sheet.formula(1 + which, row, &flow, &StoredResult::Unknown, Style::Fine);
    let (here, before) = (address(3 + which, row), address(3 + which, row - 1));
    let flow = address(1 + which, row);
    if row == FLOWS_ROW {
        sheet.formula(3 + which, row, &flow, &StoredResult::Unknown, Style::Fine);
        return;
    }
    sheet.formula(3 + which, row, &format!("{before}+{flow}"), &StoredResult::Unknown, Style::Fine);
    let back = format!("IF(AND({before}<0,{here}>=0),($A{row}-1+{before}/({before}-{here}))/4,\"\")");
    sheet.formula(5 + which, row, &back, &StoredResult::Unknown, Style::Fine);
}

fn resolve(template: &str, extent: &Extent, which: usize) -> String {
    let (roots, near) = root_cells(1 + which);
    let named = [
        ("#4", address(1 + which, SHARE_ROW)),
        ("<cumulative>", cells(extent, 3 + which)),
        ("<crossings>", cells(extent, 5 + which)),
        ("<end> ", absolute(3 + which, last_row(extent))),
        ("<flows>", cells(extent, 1 + which)),
        ("<roots>", roots),
        ("<near>", near),
    ];
    let formula = named.iter().fold(template.to_owned(), |formula, (name, cells)| formula.replace(name, cells));
    LINES.iter().fold(formula, |formula, (id, ..)| formula.replace(&format!("[{id}]"), &address(1 + which, line(id))))
}
