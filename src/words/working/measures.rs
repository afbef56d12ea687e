//! The measures with numbers (E27 to E30).

use super::equation::Equation;
use super::writer::{EquationWriter, Substituted};
use crate::model::{IrrStatus, SearchStatus};
use crate::scenario::Terminal;
use crate::words::dates::{date, quarter};
use crate::words::numbers::{money, percent};

/// The value of net assets at the horizon in letters.
const BOOK: &str = "net assets · min(1, M/those in service) less the tax put off; M = multiple · last EBITDA";

impl EquationWriter<'_> {
    /// A measure.
    pub fn measures(&self, equation: Equation) -> Substituted {
        let (summary, precision) = (&self.outcome.summary, self.precision);
        match equation {
            Equation::TerminalValue => self.terminal(),
            Equation::Npv => {
                let factor = self.outcome.detail.discount_factor.last().copied().unwrap_or(1.0);
                let text = precision.fill("$ + $ × %", &[summary.npv_without_terminal, summary.terminal_value, factor]);
                Substituted::new("discounted cash(T) + TV · (1 + r)^(−T/4)", text, Some(summary.npv))
            }
            Equation::Payback => self.payback(),
            Equation::Irr => self.irr(),
            Equation::PeakDeficit => {
                let text = if summary.peak_deficit == 0.0 {
                    "cash is never below zero".to_owned()
                } else {
                    format!("cash in {}", date(summary.peak_deficit_years))
                };
                Substituted::new("min(0, lowest cash)", text, Some(summary.peak_deficit))
            }
            Equation::UnmetTotal => {
                let after = crate::words::answer::unmet_after(summary);
                let text = precision.fill("$ + $", &[summary.unmet_in_build, after]);
                Substituted::new("during the build-out + after it", text, Some(summary.unmet_total))
            }
            Equation::RequiredMultiple => {
                let text = match summary.required_revenue_total {
                    Some(total) => format!("{} of revenue instead of {}", money(total), money(summary.total_revenue)),
                    None if summary.total_revenue == 0.0 => "there is no revenue to scale".to_owned(),
                    None => "no multiple is enough".to_owned(),
                };
                Substituted::new(
                    "m with NPV(m · R) = 0, everything else unchanged",
                    text,
                    summary.required_revenue_multiple,
                )
            }
            Equation::BreakevenGrowth => {
                let goal = summary.breakeven_growth_npv;
                let text = match goal.status {
                    SearchStatus::Solved => "found by a scan of growth and a search between two steps",
                    SearchStatus::MetAtStart => "already met at the start of the scan",
                    SearchStatus::NotReached => "not reached up to the end of the scan",
                };
                let range = format!("{text}, {} to {}", percent(-0.5, 0), percent(4.0, 0));
                Substituted::new("smallest growth with NPV ≥ 0", range, goal.value)
            }
            _ => self.roic(),
        }
    }

    fn terminal(&self) -> Substituted {
        let (input, precision) = (self.scenario, self.precision);
        let value = Some(self.outcome.summary.terminal_value);
        let kept = precision.factor(input.replacement);
        let continuing = |worth: String| format!("{kept} × {worth} + (1 − {kept}) × ({})", self.book());
        match input.terminal {
            Terminal::None => Substituted::new("0", "0", value),
            Terminal::Nbv => Substituted::new(BOOK, self.book(), value),
            Terminal::Perpetuity => Substituted::new(
                "replacement · min(M, last NOPAT/(r − falling price)) + (1 − replacement) · book",
                continuing(self.perpetuity()),
                value,
            ),
            Terminal::Multiple => Substituted::new(
                "replacement · M + (1 − replacement) · book",
                continuing(format!("({})", self.multiple())),
                value,
            ),
        }
    }

    /// The last four values of a series, as a sum.
    fn last_year(&self, series: &[f64]) -> String {
        let year: Vec<_> = series.iter().rev().take(4).rev().map(|&value| self.precision.term(value)).collect();
        year.join(" + ")
    }

    /// M.
    fn multiple(&self) -> String {
        let ebitda = self.last_year(&self.outcome.quarterly.ebitda);
        format!("{} × max(0, {ebitda})", self.precision.factor(self.scenario.terminal_multiple))
    }

    /// N.
    fn perpetuity(&self) -> String {
        let (input, nopat) = (self.scenario, &self.outcome.quarterly.nopat);
        let falling = -input.price_change.min(0.0);
        if nopat.iter().rev().take(4).sum::<f64>() <= 0.0 {
            return "0".to_owned();
        }
        if input.discount_rate + falling <= 0.0 {
            return format!("({})", self.multiple());
        }
        let rate = self.precision.fill("(% + %)", &[input.discount_rate, falling]);
        format!("min({}, ({}) ÷ {rate})", self.multiple(), self.last_year(nopat))
    }

    /// Net assets, at most what they earn, less the tax that was put off.
    fn book(&self) -> String {
        let (input, quarterly, summary) = (self.scenario, &self.outcome.quarterly, &self.outcome.summary);
        let last = |series: &[f64]| series.last().copied().unwrap_or_default();
        let (assets, construction) = (last(&quarterly.net_assets), last(&quarterly.under_construction));
        let dust = 1e-9 * (summary.opening_capital + summary.total_capex);
        let worth = if assets <= dust {
            "0".to_owned()
        } else if assets - construction <= dust {
            self.precision.term(assets)
        } else {
            let numbers = [assets, construction];
            let served = self.precision.fill("($ − $)", &numbers);
            format!("{} × min(1, {} ÷ {served})", self.precision.term(assets), self.multiple())
        };
        if input.expensing == 0.0 {
            return worth;
        }
        let deducted: f64 = quarterly.tax_deduction.iter().sum();
        let carried = last(&self.outcome.detail.losses_carried);
        let numbers = [summary.opening_capital, summary.total_capex, deducted, carried];
        let base = self.precision.fill("max(0, $ + $ − $) − $", &numbers);
        format!("{worth} − {} × max(0, {worth} − {base})", self.precision.factor(input.tax))
    }

    fn payback(&self) -> Substituted {
        let (summary, precision) = (&self.outcome.summary, self.precision);
        let formula = "last quarter below zero, then a straight line to zero, in years";
        let cash = &self.outcome.quarterly.cumulative_cash;
        let below = cash.iter().rposition(|&cash| cash < 0.0).map(|at| at + 1);
        let below = below.or_else(|| (summary.opening_cash < 0.0).then_some(0));
        let Some(below) = below else {
            return Substituted::new(formula, "cash is never below zero", summary.payback_years);
        };
        let writer = self.in_quarter(below + 1);
        let low = writer.before(cash, summary.opening_cash);
        let text = match cash.get(below) {
            Some(&high) => precision.fill("(@ + $ ÷ ($ − $)) ÷ 4", &[below as f64, low, low, high]),
            None => format!("cash in {} is still {}", quarter(below as u32), money(low)),
        };
        Substituted::new(formula, text, summary.payback_years)
    }

    fn irr(&self) -> Substituted {
        let summary = &self.outcome.summary;
        let text = match summary.irr_status {
            IrrStatus::Unique => "the only rate found by a scan and bisection".to_owned(),
            IrrStatus::Multiple => {
                let roots: Vec<_> = summary.irr_roots.iter().map(|&root| percent(root, 1)).collect();
                format!("several rates: {}", roots.join(", "))
            }
            IrrStatus::NoOutlay => "no flow is negative".to_owned(),
            IrrStatus::NoInflow => "no flow is positive".to_owned(),
            IrrStatus::NoRealRoot => format!("no rate from {} to {}", percent(-0.95, 0), percent(10.0, 0)),
        };
        Substituted::new("r with NPV(r) = 0", text, summary.irr)
    }

    fn roic(&self) -> Substituted {
        let (quarterly, summary, precision) = (&self.outcome.quarterly, &self.outcome.summary, self.precision);
        let year = self.t.max(1).div_ceil(4);
        let value = summary.roic_by_year.get(year - 1).copied().flatten();
        let of = |series: &[f64]| -> Vec<f64> { series.iter().skip(4 * (year - 1)).take(4).copied().collect() };
        let profit: Vec<_> = of(&quarterly.nopat).iter().map(|&value| precision.term(value)).collect();
        let first = self.in_quarter(4 * (year - 1) + 1).before(&quarterly.net_assets, summary.opening_capital);
        let [a, b, c, d] = of(&quarterly.net_assets)[..] else {
            return Substituted::new("Σ NOPAT / average net assets", "", value);
        };
        let assets = precision.fill("(($ ÷ 2 + $ + $ + $ + $ ÷ 2) ÷ 4)", &[first, a, b, c, d]);
        Substituted::new("Σ NOPAT / average net assets", format!("({}) ÷ {assets}", profit.join(" + ")), value)
    }
}
