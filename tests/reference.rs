//! Compares the model with a second implementation, written directly from its equations, cohort by cohort and without
//! optimisation.

mod common;

use common::sensible;
use payback::model::{self, Outcome};
use payback::scenario::{Event, EventKind, GrowthShape, Scenario};
use proptest::prelude::*;

#[derive(Clone, Copy)]
struct Cohort {
    arrival: i32,
    ordered: i32,
    cu: f64,
    earning: f64,
    gw: f64,
    chips: f64,
    shell: f64,
    shell_cost: f64,
}

struct Reference<'a> {
    s: &'a Scenario,
    cohorts: Vec<Cohort>,
}

fn q(years: f64) -> i32 {
    (4.0 * years + 0.5).floor() as i32
}

fn ramp(t: i32, years: f64) -> f64 {
    match (t, years) {
        (..=0, _) => 0.0,
        (_, 0.0) => 1.0,
        _ => (f64::from(t) / (4.0 * years)).min(1.0),
    }
}

impl Reference<'_> {
    fn chip_life(&self) -> i32 {
        q(self.s.chip_life).max(1)
    }
    fn book_life(&self) -> i32 {
        q(self.s.chip_book_life).max(1)
    }
    fn shell_life(&self) -> i32 {
        q(self.s.shell_life).max(1)
    }
    fn base(&self, t: i32) -> f64 {
        let s = self.s;
        let start = s.run_rate * (1.0 + s.backlog);
        (1..=t).fold(start, |base, t| {
            let growth = match s.growth_shape {
                GrowthShape::Fade => {
                    let faded = 0.5_f64.powf(f64::from(t - 1) / 4.0 / s.growth_half_life);
                    s.long_run_growth + (s.growth - s.long_run_growth) * faded
                }
                GrowthShape::Saturating if s.growth >= 0.0 && s.market_size <= start => 0.0,
                GrowthShape::Saturating if s.growth >= 0.0 => {
                    s.growth * (1.0 - base / s.market_size).max(0.0) / (1.0 - start / s.market_size)
                }
                _ => s.growth,
            };
            let grown = base * (1.0 + growth).powf(0.25);
            if s.growth_shape == GrowthShape::Saturating { grown.min(start.max(s.market_size)) } else { grown }
        })
    }
    fn premium(&self, t: i32) -> f64 {
        self.s.platform_now + (self.s.platform_later - self.s.platform_now) * ramp(t, self.s.platform_years)
    }
    fn demand(&self, t: i32) -> f64 {
        self.base(t) * (1.0 + self.premium(t)) / (1.0 + self.premium(0))
    }
    fn factor(&self, kind: EventKind, t: i32) -> f64 {
        let runs = |event: &&Event| {
            let (first, length) = (i32::from(event.quarter), event.quarters.map_or(1000, i32::from));
            event.kind == kind && (first..first + length).contains(&t)
        };
        self.s.events.iter().filter(runs).map(|event| 1.0 + event.size).product()
    }
    fn planned(&self, year: i32) -> f64 {
        let plan = &self.s.capex_path;
        let known = (year as usize).min(plan.len().saturating_sub(1));
        let last = plan.get(known).copied().unwrap_or(1.0);
        self.s.capex * last * (1.0 + self.s.capex_growth).powi(year - known as i32)
    }
    fn partners(&self, t: i32) -> f64 {
        self.s.partner_share * self.premium(t) / (1.0 + self.premium(t))
    }
    fn price(&self, t: i32) -> f64 {
        self.s.price * (1.0 + self.s.price_change).powf(f64::from(t.max(0)) / 4.0) * (1.0 + self.premium(t))
    }
    fn share(&self, t: i32) -> f64 {
        self.s.custom_now + (self.s.custom_share - self.s.custom_now) * ramp(t, self.s.mix_years)
    }
    fn unit_cost(&self, t: i32) -> f64 {
        let (s, share) = (self.s, self.share(t));
        let list = s.chip_cost * (1.0 + s.chip_cost_change).powf(f64::from(t.max(0)) / 4.0);
        list * ((1.0 - share) + share * s.custom_cost / s.custom_performance)
    }
    fn power(&self, t: i32) -> f64 {
        let frugal = (1.0 + self.s.chip_power_change).powf(f64::from(t.max(0)) / 4.0);
        frugal * ((1.0 - self.share(t)) + self.share(t) * self.s.custom_power / self.s.custom_performance)
    }
    fn earning(&self, t: i32) -> f64 {
        (1.0 - self.share(t)) + self.share(t) * (1.0 - self.s.custom_discount)
    }
    fn serving(&self, t: i32, life: i32) -> impl Iterator<Item = &Cohort> {
        self.cohorts.iter().filter(move |cohort| (0..life).contains(&(t - cohort.arrival)))
    }
    fn chip_gw(&self, t: i32) -> f64 {
        self.serving(t, self.chip_life()).map(|cohort| cohort.gw).sum()
    }
    fn shell_gw(&self, t: i32) -> f64 {
        self.serving(t, self.shell_life()).map(|cohort| cohort.shell).sum()
    }
    fn effective(&self, t: i32, ramping: bool) -> f64 {
        let earned = self.serving(t, self.chip_life()).map(|cohort| {
            let age = t - cohort.arrival;
            let slow = ramping && self.s.ramp_time > 0.0 && cohort.arrival > 0;
            let ramp = if slow { (f64::from(age + 1) / self.s.ramp_time).min(1.0) } else { 1.0 };
            cohort.cu * cohort.earning * ramp * (1.0 - self.s.erosion).powf(f64::from(age) / 4.0)
        });
        earned.sum()
    }
    fn push(&mut self, ordered: i32, arrival: i32, cu: f64, shell: f64) {
        let (chips, gw) = (cu * self.unit_cost(ordered), cu * self.power(ordered));
        let (earning, shell_cost) = (self.earning(ordered), shell * self.s.shell_cost);
        self.cohorts.push(Cohort { arrival, ordered, cu, earning, gw, chips, shell, shell_cost });
    }
    fn open(&mut self) {
        let cohorts = q(self.s.fleet_age).min(self.chip_life()).min(self.shell_life()).max(1);
        let ages: f64 = (0..cohorts).map(|age| (1.0 - self.s.erosion).powf(f64::from(age) / 4.0)).sum();
        let earned = self.price(0) * self.s.utilisation_max * (1.0 - self.s.own_use) * self.earning(0) * ages;
        let cu = if earned > 0.0 { self.s.run_rate / earned } else { 0.0 };
        for age in (0..cohorts).rev() {
            self.push(0, -age, cu, cu * self.power(0));
        }
    }
    fn order(&mut self, t: i32) {
        let s = self.s;
        let arrival = t + s.lead_time as i32;
        let (unit_cost, power) = (self.unit_cost(t), self.power(t));
        let free = self.shell_gw(arrival) - self.chip_gw(arrival);
        let (pipeline, building) = (t <= 0, t > 0 && t <= q(s.build_years));
        let cap = if pipeline { f64::INFINITY } else { s.power_cap / 4.0 };
        let year = if pipeline { s.prior_capex * (4.0 / s.lead_time).min(1.0) } else { self.planned((t - 1) / 4) };
        let budget = year * s.ai_share / 4.0;
        let mut cu = f64::INFINITY;
        if pipeline || building {
            cu = budget / unit_cost;
            if cu * power > free {
                cu = ((budget + free * s.shell_cost) / (unit_cost + power * s.shell_cost)).max(0.0);
            }
        }
        cu = cu.min(((free + cap) / power).max(0.0));
        if !pipeline && (!building || t > q(s.commit_years)) {
            let full = self.price(arrival) * self.factor(EventKind::Price, t) * s.utilisation_max * (1.0 - s.own_use);
            let demand = self.demand(arrival) * self.factor(EventKind::Demand, t);
            let wanted = (demand / full - self.effective(arrival, false)).max(0.0) / self.earning(t);
            cu = if full > 0.0 && self.earning(t) > 0.0 { cu.min(wanted) } else { 0.0 };
        }
        if !pipeline && !building {
            let retiring = self.cohorts.iter().filter(|cohort| cohort.arrival + self.chip_life() == arrival);
            cu = cu.min(s.replacement * retiring.map(|cohort| cohort.cu).sum::<f64>());
        }
        let mut shell = (cu * power - free).max(0.0).min(cap);
        if pipeline || building {
            shell = shell.min((budget - cu * unit_cost).max(0.0) / s.shell_cost);
        }
        self.push(t, arrival, cu, shell);
    }
    /// Depreciation and write-off of a quarter, less the expensed share of the chips ordered from t = 1 on.
    fn charges(&self, t: i32, chips_expensed: f64) -> f64 {
        let (life, book, shell) = (self.chip_life(), self.book_life(), self.shell_life());
        let charge = |cohort: &Cohort| {
            let age = t - cohort.arrival;
            let chips = if (0..book.min(life)).contains(&age) { cohort.chips / f64::from(book) } else { 0.0 };
            let shells = if (0..shell).contains(&age) { cohort.shell_cost / f64::from(shell) } else { 0.0 };
            let early = life < book && age == life;
            let writeoff = if early { cohort.chips * (1.0 - f64::from(life) / f64::from(book)) } else { 0.0 };
            (chips + writeoff) * (1.0 - if cohort.ordered > 0 { chips_expensed } else { 0.0 }) + shells
        };
        self.cohorts.iter().map(charge).sum()
    }
    /// Cash, effective CU, GW of chips and assets, quarter by quarter.
    fn run(mut self) -> Vec<[f64; 4]> {
        let s = self.s;
        self.open();
        for t in 1 - s.lead_time as i32..=0 {
            self.order(t);
        }
        let mut assets: f64 = self.cohorts.iter().map(|cohort| cohort.chips + cohort.shell_cost).sum();
        assets -= (-60 * 4..=0).map(|t| self.charges(t, 0.0)).sum::<f64>();
        let (mut cash, mut carried) = (if s.count_opening { -assets } else { 0.0 }, 0.0);
        let mut rows = vec![[cash, 0.0, 0.0, assets]];
        for t in 1..=q(s.horizon) {
            self.order(t);
            let (chip_gw, shell_gw, effective) = (self.chip_gw(t), self.shell_gw(t), self.effective(t, true));
            let housed = if chip_gw > 0.0 { (shell_gw / chip_gw).min(1.0) } else { 1.0 };
            let demand = self.demand(t) * self.factor(EventKind::Demand, t);
            let price = self.price(t) * self.factor(EventKind::Price, t) * (1.0 - s.own_use);
            let running_share = self.factor(EventKind::Capacity, t);
            let capacity = price * s.utilisation_max * effective * housed * running_share;
            let revenue = (demand / 4.0).min(capacity / 4.0);
            let running = (running_share * s.load * s.pue * 8.76 * s.power_price + s.site_cost) / 4.0;
            let ebitda = revenue * (1.0 - s.other_cost - self.partners(t)) - chip_gw.min(shell_gw) * running;
            let cost = |cohort: &&Cohort| cohort.chips + cohort.shell_cost;
            let arrived = |cohort: &&Cohort| cohort.arrival == t && cohort.ordered > 0;
            let expensed: f64 = self.cohorts.iter().filter(arrived).map(|cohort| cohort.chips).sum();
            let deduction = self.charges(t, s.expensing) + s.expensing * expensed;
            let mut taxed = ebitda - deduction;
            if !s.group_relief {
                let used = f64::min(carried, taxed.max(0.0));
                carried += (-taxed).max(0.0) - used;
                taxed = taxed.max(0.0) - used;
            }
            let capex: f64 = self.cohorts.iter().filter(|cohort| cohort.ordered == t).map(|cohort| cost(&cohort)).sum();
            cash += ebitda - s.tax * taxed - capex;
            assets += capex - self.charges(t, 0.0);
            rows.push([cash, effective, chip_gw, assets]);
        }
        rows
    }
}

fn rows(outcome: &Outcome) -> Vec<[f64; 4]> {
    let (quarterly, detail, summary) = (&outcome.quarterly, &outcome.detail, &outcome.summary);
    let mut rows = vec![[summary.opening_cash, 0.0, 0.0, summary.opening_capital]];
    for t in 0..quarterly.fcf.len() {
        let assets = quarterly.net_assets[t];
        rows.push([quarterly.cumulative_cash[t], detail.effective[t], detail.chip_gw[t], assets]);
    }
    rows
}

#[test]
fn the_default_scenario_agrees() {
    let reference = Reference { s: &Scenario::DEFAULT, cohorts: Vec::new() }.run();
    for (one, other) in reference.iter().flatten().zip(rows(&model::run(&Scenario::DEFAULT)).iter().flatten()) {
        assert!((one - other).abs() <= 1e-9 * one.abs().max(1.0), "{one} {other}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn random_scenarios_agree(scenario in sensible(), horizon in 1..=12_u32) {
        let scenario = Scenario { horizon: f64::from(horizon), ..scenario };
        let reference = Reference { s: &scenario, cohorts: Vec::new() }.run();
        let mut outcome = Outcome::default();
        model::Workspace::new().fill_without_break_even(&scenario, &mut outcome);
        let ours = rows(&outcome);
        prop_assert_eq!(reference.len(), ours.len());
        let scale = reference.iter().flatten().fold(1.0_f64, |largest, value| largest.max(value.abs()));
        for (t, (one, other)) in reference.iter().zip(&ours).enumerate() {
            for (one, other) in one.iter().zip(other) {
                prop_assert!((one - other).abs() <= 1e-9 * scale, "{t}: {one} {other}");
            }
        }
    }
}
