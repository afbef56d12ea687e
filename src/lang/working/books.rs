//! Operations and cash in numbers (E17 to E26, E28's discounting).

use super::{Desk, Row, Step};
use crate::lang::moments::quarters;

impl Desk<'_> {
    pub(super) fn books(&self, step: Step) -> Row {
        let quarterly = &self.outcome.quarterly;
        let is = |series: &[f64]| self.pen.term(self.at(series));
        match step {
            Step::Capacity => self.capacity(),
            Step::Revenue => (
                "min(D/4, C)",
                format!("min({}, {})", is(&quarterly.demand), is(&quarterly.capacity)),
                Some(self.at(&quarterly.revenue)),
            ),
            Step::Unmet => (
                "D/4 − R",
                format!("{} − {}", is(&quarterly.demand), is(&quarterly.revenue)),
                Some(self.at(&quarterly.unmet)),
            ),
            Step::Utilisation => self.utilisation(),
            Step::PowerCost | Step::SiteCost | Step::OtherCost => self.running(step),
            Step::Ebitda => (
                "R − power − site − other",
                format!(
                    "{} − {} − {} − {}",
                    is(&quarterly.revenue),
                    is(&quarterly.power_cost),
                    is(&quarterly.site_cost),
                    is(&quarterly.other_cost)
                ),
                Some(self.at(&quarterly.ebitda)),
            ),
            Step::Depreciation | Step::Writeoff | Step::Deduction => self.charges(step),
            Step::Ebit => (
                "EBITDA − depreciation − write-off",
                format!("{} − {} − {}", is(&quarterly.ebitda), is(&quarterly.depreciation), is(&quarterly.writeoff)),
                Some(self.at(&quarterly.ebit)),
            ),
            Step::Nopat => (
                "EBIT · (1 − tax)",
                format!("{} × (1 − {})", is(&quarterly.ebit), self.pen.factor(self.scenario.tax)),
                Some(self.at(&quarterly.nopat)),
            ),
            Step::Tax => self.tax(),
            Step::Fcf => (
                "EBITDA − tax − capex",
                format!("{} − {} − {}", is(&quarterly.ebitda), is(&quarterly.tax), is(&quarterly.capex)),
                Some(self.at(&quarterly.fcf)),
            ),
            Step::Cash => (
                "cash(t−1) + FCF",
                format!(
                    "{} + {}",
                    self.pen.term(self.before(&quarterly.cumulative_cash, self.outcome.summary.opening_cash)),
                    is(&quarterly.fcf)
                ),
                Some(self.at(&quarterly.cumulative_cash)),
            ),
            _ => self.discounted(),
        }
    }

    fn capacity(&self) -> Row {
        let (detail, pen) = (&self.outcome.detail, self.pen);
        let product = format!(
            "{} × {} × {}",
            pen.factor(self.at(&detail.price)),
            pen.factor(self.scenario.utilisation_max),
            pen.quantity(self.at(&detail.effective))
        );
        let value = Some(self.at(&self.outcome.quarterly.capacity));
        let (shells, chips) = (self.at(&detail.shell_gw), self.at(&detail.chip_gw));
        if shells < chips {
            let text = format!("{product} × {} ÷ {} ÷ 4", pen.quantity(shells), pen.quantity(chips));
            return ("P · u · E · shell GW/chip GW / 4", text, value);
        }
        ("P · u · E / 4", format!("{product} ÷ 4"), value)
    }

    fn utilisation(&self) -> Row {
        let (quarterly, pen) = (&self.outcome.quarterly, self.pen);
        let value = Some(self.at(&quarterly.utilisation));
        let capacity = self.at(&quarterly.capacity);
        if capacity == 0.0 {
            return ("0: nothing is in service", "0".to_owned(), value);
        }
        let text = format!(
            "{} ÷ ({} ÷ {})",
            pen.term(self.at(&quarterly.revenue)),
            pen.term(capacity),
            pen.factor(self.scenario.utilisation_max)
        );
        ("R / (C/u)", text, value)
    }

    fn running(&self, step: Step) -> Row {
        let (input, quarterly, pen) = (self.scenario, &self.outcome.quarterly, self.pen);
        let gw = pen.quantity(self.at(&quarterly.gw));
        match step {
            Step::PowerCost => (
                "GW · load · PUE · 8.76 · price / 4",
                format!(
                    "{gw} × {} × {} × 8.76 × {} ÷ 4",
                    pen.factor(input.load),
                    pen.factor(input.pue),
                    pen.factor(input.power_price)
                ),
                Some(self.at(&quarterly.power_cost)),
            ),
            Step::SiteCost => (
                "GW · site / 4",
                format!("{gw} × {} ÷ 4", pen.factor(input.site_cost)),
                Some(self.at(&quarterly.site_cost)),
            ),
            _ => (
                "share · R",
                format!("{} × {}", pen.factor(input.other_cost), pen.term(self.at(&quarterly.revenue))),
                Some(self.at(&quarterly.other_cost)),
            ),
        }
    }

    fn charges(&self, step: Step) -> Row {
        let (input, quarterly, pen) = (self.scenario, &self.outcome.quarterly, self.pen);
        let life = |years: f64| quarters(years).max(1);
        let (serve, book) = (life(input.chip_life), life(input.chip_book_life));
        let (depreciation, writeoff) =
            (pen.term(self.at(&quarterly.depreciation)), pen.term(self.at(&quarterly.writeoff)));
        match step {
            Step::Depreciation => (
                "Σ chips/book life + Σ shells/life, while in service",
                format!("chips over {book} quarters, shells over {}", life(input.shell_life)),
                Some(self.at(&quarterly.depreciation)),
            ),
            Step::Writeoff if serve < book => (
                "cost of what retires · (1 − life/book life)",
                format!("of the chips that served {serve} of {book} quarters"),
                Some(self.at(&quarterly.writeoff)),
            ),
            Step::Writeoff => {
                ("0: chips serve out their book life", "0".to_owned(), Some(self.at(&quarterly.writeoff)))
            }
            _ if input.expensing > 0.0 => (
                "(1 − e) · (depreciation + write-off) + e · arrivals, new orders; the rest in full",
                format!(
                    "of {depreciation} + {writeoff} and what arrived, with {} expensed at once",
                    pen.factor(input.expensing)
                ),
                Some(self.at(&quarterly.tax_deduction)),
            ),
            _ => (
                "depreciation + write-off",
                format!("{depreciation} + {writeoff}"),
                Some(self.at(&quarterly.tax_deduction)),
            ),
        }
    }

    fn tax(&self) -> Row {
        let (input, quarterly, pen) = (self.scenario, &self.outcome.quarterly, self.pen);
        let profit =
            format!("{} − {}", pen.term(self.at(&quarterly.ebitda)), pen.term(self.at(&quarterly.tax_deduction)));
        let (rate, value) = (pen.factor(input.tax), Some(self.at(&quarterly.tax)));
        if input.group_relief {
            return ("tax · (EBITDA − deduction)", format!("{rate} × ({profit})"), value);
        }
        let carried = pen.term(self.before(&self.outcome.detail.losses_carried, 0.0));
        ("tax · max(0, EBITDA − deduction − losses carried)", format!("{rate} × max(0, {profit} − {carried})"), value)
    }

    fn discounted(&self) -> Row {
        let (quarterly, pen) = (&self.outcome.quarterly, self.pen);
        let text = format!(
            "{} + {} × (1 + {})^(−{} ÷ 4)",
            pen.term(self.before(&quarterly.discounted_cash, self.outcome.summary.opening_cash)),
            pen.term(self.at(&quarterly.fcf)),
            pen.factor(self.scenario.discount_rate),
            self.t
        );
        ("before + FCF · (1 + r)^(−t/4)", text, Some(self.at(&quarterly.discounted_cash)))
    }
}
