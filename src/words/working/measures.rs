//! The measures in numbers (E27 to E30).

use super::{Desk, Row, Step};
use crate::model::{IrrStatus, SearchStatus};
use crate::scenario::Terminal;
use crate::words::moments::{date, quarter};
use crate::words::numbers::{money, percent};

impl Desk<'_> {
    pub(super) fn measures(&self, step: Step) -> Row {
        let (summary, pen) = (&self.outcome.summary, self.pen);
        match step {
            Step::Terminal => self.terminal(),
            Step::Npv => {
                let factor = self.outcome.detail.discount_factor.last().copied().unwrap_or(1.0);
                let text = pen.fill("$ + $ × %", &[summary.npv_without_terminal, summary.terminal_value, factor]);
                ("discounted cash(T) + TV · (1 + r)^(−T/4)", text, Some(summary.npv))
            }
            Step::Payback => self.payback(),
            Step::Irr => self.irr(),
            Step::Peak => {
                let text = if summary.peak_deficit == 0.0 {
                    "cash is never below zero".to_owned()
                } else {
                    format!("cash in {}", date(summary.peak_deficit_years))
                };
                ("min(0, lowest cash)", text, Some(summary.peak_deficit))
            }
            Step::UnmetTotal => {
                let beyond = crate::words::answer::unmet_beyond(summary);
                let text = pen.fill("$ + $", &[summary.unmet_in_build, beyond]);
                ("during the build-out + beyond it", text, Some(summary.unmet_total))
            }
            Step::Multiple => {
                let text = match summary.required_revenue_total {
                    Some(total) => format!("{} of revenue instead of {}", money(total), money(summary.total_revenue)),
                    None if summary.total_revenue == 0.0 => "there is no revenue to scale".to_owned(),
                    None => "no multiple is enough".to_owned(),
                };
                ("m with NPV(m · R) = 0, all else as it is", text, summary.required_revenue_multiple)
            }
            Step::Breakeven => {
                let goal = summary.breakeven_growth_npv;
                let text = match goal.status {
                    SearchStatus::Solved => "found by a scan of growth and a search between two of its steps",
                    SearchStatus::MetAtStart => "met already where the scan begins",
                    SearchStatus::NotReached => "not reached up to where the scan ends",
                };
                let range = format!("{text}, {} to {}", percent(-0.5, 0), percent(4.0, 0));
                ("smallest growth with NPV ≥ 0", range, goal.value)
            }
            _ => self.roic(),
        }
    }

    fn terminal(&self) -> Row {
        let (input, quarterly, pen) = (self.scenario, &self.outcome.quarterly, self.pen);
        let value = Some(self.outcome.summary.terminal_value);
        let last = |series: &[f64]| {
            let year: Vec<_> = series.iter().rev().take(4).rev().map(|&value| pen.term(value)).collect();
            format!("max(0, {})", year.join(" + "))
        };
        let end = |series: &[f64]| pen.term(series.last().copied().unwrap_or_default());
        let waiting = end(&quarterly.under_construction);
        let multiple = format!("{} × {}", pen.factor(input.terminal_multiple), last(&quarterly.ebitda));
        let book = format!("min({}, {multiple} + {waiting})", end(&quarterly.net_assets));
        let kept = pen.factor(input.replacement);
        let going = |worth: String| format!("{kept} × ({worth} + {waiting}) + (1 − {kept}) × {book}");
        match input.terminal {
            Terminal::None => ("0", "0".to_owned(), value),
            Terminal::Nbv => ("min(net assets, M + construction); M = multiple · last EBITDA", book, value),
            Terminal::Perpetuity => {
                let profit = if input.discount_rate > 0.0 {
                    format!("{} ÷ {}", last(&quarterly.nopat), pen.factor(input.discount_rate))
                } else {
                    "0".to_owned()
                };
                ("replacement · (last NOPAT/r + construction) + (1 − replacement) · book", going(profit), value)
            }
            Terminal::Multiple => {
                ("replacement · (M + construction) + (1 − replacement) · book", going(multiple), value)
            }
        }
    }

    fn payback(&self) -> Row {
        let (summary, pen) = (&self.outcome.summary, self.pen);
        let formula = "last quarter below zero, then straight to zero, in years";
        let cash = &self.outcome.quarterly.cumulative_cash;
        let below = cash.iter().rposition(|&cash| cash < 0.0).map(|at| at + 1);
        let below = below.or_else(|| (summary.opening_cash < 0.0).then_some(0));
        let Some(below) = below else { return (formula, "cash is never below zero".to_owned(), summary.payback_years) };
        let desk = self.turn(below + 1);
        let low = desk.before(cash, summary.opening_cash);
        let text = match cash.get(below) {
            Some(&high) => pen.fill("(@ + $ ÷ ($ − $)) ÷ 4", &[below as f64, low, low, high]),
            None => format!("cash in {} is still {}", quarter(below as u32), money(low)),
        };
        (formula, text, summary.payback_years)
    }

    fn irr(&self) -> Row {
        let summary = &self.outcome.summary;
        let text = match summary.irr_status {
            IrrStatus::Unique => "the one rate found by a scan and bisection".to_owned(),
            IrrStatus::Multiple => {
                let roots: Vec<_> = summary.irr_roots.iter().map(|&root| percent(root, 1)).collect();
                format!("several rates: {}", roots.join(", "))
            }
            IrrStatus::NoOutlay => "no flow is negative".to_owned(),
            IrrStatus::NoInflow => "no flow is positive".to_owned(),
            IrrStatus::NoRealRoot => format!("no rate from {} to {}", percent(-0.95, 0), percent(10.0, 0)),
        };
        ("r with NPV(r) = 0", text, summary.irr)
    }

    fn roic(&self) -> Row {
        let (quarterly, summary, pen) = (&self.outcome.quarterly, &self.outcome.summary, self.pen);
        let year = self.t.max(1).div_ceil(4);
        let value = summary.roic_by_year.get(year - 1).copied().flatten();
        let of = |series: &[f64]| -> Vec<f64> { series.iter().skip(4 * (year - 1)).take(4).copied().collect() };
        let profit: Vec<_> = of(&quarterly.nopat).iter().map(|&value| pen.term(value)).collect();
        let first = self.turn(4 * (year - 1) + 1).before(&quarterly.net_assets, summary.opening_capital);
        let [a, b, c, d] = of(&quarterly.net_assets)[..] else {
            return ("Σ NOPAT / average net assets", String::new(), value);
        };
        let assets = pen.fill("(($ ÷ 2 + $ + $ + $ + $ ÷ 2) ÷ 4)", &[first, a, b, c, d]);
        ("Σ NOPAT / average net assets", format!("({}) ÷ {assets}", profit.join(" + ")), value)
    }
}
