//! The Measures worksheet.

use crate::export::xlsx::address::{absolute, address};
use crate::export::xlsx::layout::ModelLayout;
use crate::export::xlsx::style::Style;
use crate::export::xlsx::worksheet::{NONE, StoredResult, Worksheet};
use crate::model::{Outcome, Summary};
use crate::words::spreadsheet as words;

/// Id, unit and formula of each measure. In a formula `[id]` is the cell of another measure.
const MEASURES: &[(&str, &str, &str)] = &[
    ("npv", "$B", "[npv_without_terminal]+terminal_value*(1+discount_rate)^(-quarters/4)"),
    (
        "payback_years",
        "years",
        "IF(MIN({cumulative_cash:})>=0,0,IF([cumulative_cash_end]<0,\"none\",MAX({crossing!})))",
    ),
    ("irr", "per year", "IF([irr_status]=\"unique\",(1+IRR({flow:},(1+root_near)^(1/4)-1))^4-1,\"none\")"),
    (
        "irr_status",
        "",
        "IF(SUMPRODUCT(1*({flow:}<-1E-9))=0,\"no outlay\",IF(SUMPRODUCT(1*({flow:}>1E-9))=0,\"no inflow\",\
         IF([roots]=0,\"no real root\",IF([roots]=1,\"unique\",\"multiple\"))))",
    ),
    ("roots", "count", "IF(OR(SUMPRODUCT(1*({flow:}<-1E-9))=0,SUMPRODUCT(1*({flow:}>1E-9))=0),0,roots_found)"),
    ("sign_changes", "count", "SUM({change:})"),
    (
        "mirr",
        "per year",
        "IF(OR([irr_status]=\"no outlay\",[irr_status]=\"no inflow\"),\"none\",\
         (SUMPRODUCT(({flow:}>0)*{flow:}*(1+discount_rate)^((quarters-{t:})/4))\
         /SUMPRODUCT(({flow:}<0)*(0-{flow:})*(1+discount_rate)^(-{t:}/4)))^(4/quarters)-1)",
    ),
    ("peak_deficit", "$B", "MIN(0,MIN({cumulative_cash:}))"),
    ("peak_deficit_years", "years", "IF([peak_deficit]<0,INDEX({t:},MATCH([peak_deficit],{cumulative_cash:},0))/4,0)"),
    (
        "first_touch_years",
        "years",
        "IF(MIN({cumulative_cash:})>=0,0,IF(COUNT({crossing!})=0,\"none\",MIN({crossing!})))",
    ),
    (
        "discounted_payback_years",
        "years",
        "IF(MIN({discounted_cash:})>=0,0,IF(SUMIFS({discounted_cash:},{t:},quarters)<0,\"none\",MAX({discounted_crossing!})))",
    ),
    (
        "payback_after_interest_years",
        "years",
        "IF(MIN({cash_after_interest:})>=0,0,IF(SUMIFS({cash_after_interest:},{t:},quarters)<0,\"none\",\
         MAX({after_interest_crossing!})))",
    ),
    ("interest_total", "$B", "SUM({interest!})"),
    ("debt_peak", "$B", "MAX({debt!})"),
    ("unmet_in_build", "$B", "SUMIFS({unmet!},{t!},\"<=\"&build_quarters)"),
    ("unmet_total", "$B", "SUM({unmet!})"),
    (
        "required_revenue_multiple",
        "multiple",
        "IF(SUMPRODUCT(1*({profit_in:}>0))=0,\"none\",IF(group_relief=\"on\",\
         IF([npv]>=revenue_worth,0,IF(revenue_worth<=0,\"none\",\
         IF(1-[npv]/revenue_worth>1E+6,\"none\",1-[npv]/revenue_worth))),\
         IF(multiple_found>1E+6,\"none\",MAX(0,multiple_found))))",
    ),
    (
        "required_revenue_total",
        "$B",
        "IF([required_revenue_multiple]=\"none\",\"none\",[required_revenue_multiple]*[total_revenue])",
    ),
    ("opening_capital", "$B", "{net_assets@}"),
    ("opening_cash", "$B", "{cumulative_cash@}"),
    ("npv_without_terminal", "$B", "SUMIFS({discounted_cash:},{t:},quarters)"),
    ("ebitda_year", "$B", "SUMIFS({ebitda!},{t!},\">\"&(quarters-4))"),
    ("nopat_year", "$B", "SUMIFS({nopat!},{t!},\">\"&(quarters-4))"),
    ("construction_end", "$B", "SUMIFS({under_construction!},{t!},quarters)"),
    ("assets_end", "$B", "SUMIFS({net_assets!},{t!},quarters)"),
    ("worth_multiple", "$B", "terminal_multiple*MAX(0,[ebitda_year])"),
    (
        "worth_profit",
        "$B",
        "IF([nopat_year]<=0,0,IF(discount_rate-MIN(0,price_change)<=0,[worth_multiple],\
         MIN([worth_multiple],[nopat_year]/MAX(discount_rate-MIN(0,price_change),1E-200))))",
    ),
    ("dust", "$B", "1E-9*([opening_capital]+[total_capex])"),
    ("served_end", "$B", "[assets_end]-[construction_end]"),
    (
        "worth_assets",
        "$B",
        "IF([assets_end]<=[dust],0,IF([served_end]<=[dust],[assets_end],\
         [assets_end]*MIN(1,[worth_multiple]/[served_end])))",
    ),
    ("base_end", "$B", "MAX(0,[opening_capital]+[total_capex]-SUM({tax_deduction!}))"),
    ("carry_end", "$B", "SUMIFS({losses_carried!},{t!},quarters)"),
    ("book", "$B", "[worth_assets]-tax*MAX(0,[worth_assets]-[base_end]-[carry_end])"),
    ("end_nbv", "$B", "[book]"),
    ("end_perpetuity", "$B", "replacement*[worth_profit]+(1-replacement)*[book]"),
    ("end_multiple", "$B", "replacement*[worth_multiple]+(1-replacement)*[book]"),
    (
        "terminal_value",
        "$B",
        "IF(terminal=\"nbv\",[end_nbv],IF(terminal=\"perpetuity\",[end_perpetuity],IF(terminal=\"multiple\",[end_multiple],0)))",
    ),
    ("cumulative_cash_end", "$B", "SUMIFS({cumulative_cash:},{t:},quarters)"),
    ("total_revenue", "$B", "SUM({revenue!})"),
    ("total_capex", "$B", "SUM({capex!})"),
    ("total_depreciation", "$B", "SUM({depreciation!})"),
    ("total_writeoff", "$B", "SUM({writeoff!})"),
    ("total_tax", "$B", "SUM({tax!})"),
    ("run_rate_end", "$B/yr", "SUMIFS({run_rate!},{t!},quarters)"),
    ("power_end", "GW", "SUMIFS({gw!},{t!},quarters)"),
    (
        "revenue_per_capex",
        "ratio",
        "IF([total_capex]+[opening_capital]>0,[total_revenue]/([total_capex]+[opening_capital]),\"none\")",
    ),
    ("quarters_supply_limited", "count", "SUM({limited!})"),
    ("sequoia_revenue_y1", "$B", "capex*IF(plan_years=0,1,INDEX(capex_path,1))*ai_share/0.5"),
    ("balance", "$B", "ROUND([opening_capital]+[total_capex]-[total_depreciation]-[total_writeoff]-[assets_end],6)"),
];

/// The first row of measures.
const FIRST_ROW: usize = 4;

/// The worksheet.
pub(super) fn sheet(outcome: &Outcome, layout: &ModelLayout) -> Worksheet {
    let mut sheet = Worksheet::new("Measures");
    sheet.widths = vec![50.0, 14.0, 14.0, 26.0];
    sheet.text(0, 1, sheet.name, Style::Title);
    for (column, head) in words::MEASURE_HEADS.iter().enumerate() {
        sheet.text(column, FIRST_ROW - 1, head, if column == 1 { Style::HeadRight } else { Style::Head });
    }
    let summary = serde_json::to_value(&outcome.summary).unwrap_or_default();
    for ((id, unit, formula), row) in MEASURES.iter().zip(FIRST_ROW..) {
        let result = match *id {
            "roots" => StoredResult::Number(outcome.summary.irr_roots.len() as f64),
            id => StoredResult::named(&summary, id),
        };
        let style = if *unit == "GW" { Style::Amount } else { Style::of_unit(unit) };
        sheet.text(0, row, words::measure(id), Style::Plain);
        sheet.formula(1, row, &resolve(layout, formula), &result, style);
        sheet.text(2, row, unit, Style::NoteIndented);
        sheet.text(3, row, id, Style::Note);
    }
    sheet.names.push(("terminal_value".to_owned(), absolute(1, row("terminal_value"))));
    break_even_growths(&mut sheet, &outcome.summary);
    sheet
}

/// The row of a measure.
fn row(id: &str) -> usize {
    FIRST_ROW + MEASURES.iter().position(|(name, ..)| *name == id).unwrap_or_default()
}

/// The cell of a measure, with the worksheet's name.
pub(super) fn cell(id: &str) -> String {
    format!("Measures!{}", absolute(1, row(id)))
}

fn resolve(layout: &ModelLayout, template: &str) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('[') {
        let (id, behind) = after.split_once(']').unwrap_or((after, ""));
        out.push_str(before);
        out.push_str(&address(1, row(id)));
        rest = behind;
    }
    out.push_str(rest);
    layout.resolve_outside(&out)
}

/// Writes the break-even growths. A search found them; no formula can.
fn break_even_growths(sheet: &mut Worksheet, summary: &Summary) {
    let goals = [
        ("breakeven_growth_npv", summary.breakeven_growth_npv),
        ("breakeven_growth_cash", summary.breakeven_growth_cash),
    ];
    for ((id, goal), row) in goals.into_iter().zip(FIRST_ROW + MEASURES.len()..) {
        sheet.text(0, row, words::measure(id), Style::Plain);
        match goal.value {
            Some(value) => sheet.number(1, row, value, Style::Percent),
            None => sheet.text(1, row, NONE, Style::Percent),
        }
        sheet.text(2, row, "per year", Style::NoteIndented);
        sheet.text(3, row, id, Style::Note);
        sheet.text(4, row, words::SEARCHED, Style::Note);
    }
}
