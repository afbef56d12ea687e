//! What stands behind the quarters: the series that charts and the working need beyond the public JSON.

use super::chip_ages::ChipAge;
use super::demand::{Premium, growth_at};
use super::mix::Mix;
use super::number::Trials;
use super::operations::{Purse, discount_step};
use super::orders::Desk;
use super::workspace::Workspace;

macro_rules! detail {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        /// The steps between the equations, each series from quarter 1 to T; and the opening.
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct Detail {
            $($(#[$doc])* pub $name: Vec<f64>,)*
            /// What stands and is on its way at the start.
            pub opening: Opening,
            /// Chips by age in whole years from 0, for each year of the horizon.
            pub chip_ages: Vec<Vec<ChipAge>>,
        }

        impl Detail {
            /// Every series with its name.
            pub fn series(&self) -> impl Iterator<Item = (&'static str, &[f64])> {
                [$((stringify!($name), self.$name.as_slice())),*].into_iter()
            }

            fn reset(&mut self, length: usize) {
                $(self.$name.clear(); self.$name.reserve(length);)*
            }
        }
    };
}

detail! {
    /// g(t), growth of the base a year (E2).
    growth,
    /// B(t), demand base, $B a year (E3).
    base,
    /// D(t), demand, $B a year (E3).
    demand_year,
    /// φ(t), managed-service premium (E4).
    premium,
    /// P(t), price of a CU-year at full use, $B (E5).
    price,
    /// kc(t), cost of a CU ordered at t, $B (E7).
    cu_cost,
    /// w(t), GW of a CU ordered at t (E8).
    cu_power,
    /// y(t), price realised of a CU ordered at t, merchant = 1 (E9).
    cu_earning,
    /// Shell that stands free on arrival of the order, GW (E10).
    free_shell,
    /// CU that the budget buys; 0 after the window (E10).
    affordable,
    /// CU that power allows (E10).
    powered,
    /// CU that demand asks for on arrival (E11).
    wanted,
    /// CU retiring when the order arrives (E12).
    retiring,
    /// n, CU ordered at t (E10 to E12).
    orders,
    /// New shell ordered at t, GW (E13).
    new_shell,
    /// E(t), effective CU in service, before the shell factor (E14).
    effective,
    /// GW of chips in service.
    chip_gw,
    /// GW of shell in service.
    shell_gw,
    /// Custom chips in service, CU.
    custom_cu,
    /// Merchant chips in service, CU.
    merchant_cu,
    /// Loss carried forward at the end of the quarter; 0 with group relief (E25).
    losses_carried,
    /// (1 + discount_rate)^(-t/4) (E28).
    discount_factor,
}

/// What stands and is on its way at the start (E15, E16).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Opening {
    /// n0, cohorts of the opening fleet.
    pub cohorts: usize,
    /// CU of each.
    pub cohort_cu: f64,
    /// P(0), $B per CU-year.
    pub price: f64,
    /// D0, $B a year (E1).
    pub demand: f64,
    /// kc(0), $B per CU.
    pub cu_cost: f64,
    /// w(0), GW per CU.
    pub cu_power: f64,
    /// y(0).
    pub cu_earning: f64,
    /// Book value of the opening fleet at the end of quarter 0, $B.
    pub fleet: f64,
    /// Orders on their way, at cost, $B.
    pub pipeline: f64,
}

impl Workspace {
    /// Fills the detail of the run just made.
    pub(super) fn detail(&self, detail: &mut Detail) {
        detail.reset(self.last.form.calendar.end);
        detail.opening = self.opening();
        detail.chip_ages = self.chip_ages();
        self.detail_market(detail);
        self.detail_orders(detail);
        self.detail_fleet(detail);
        let mut purse = Purse::<f64>::new((&self.scenario).into(), self.scenario.group_relief);
        let step = discount_step::<f64>((&self.scenario).into());
        let mut factor = 1.0;
        for (ebitda, deduction) in self.last.books.ebitda.iter().zip(&self.last.books.deduction) {
            purse.tax(ebitda - deduction);
            factor *= step;
            detail.losses_carried.push(purse.carried);
            detail.discount_factor.push(factor);
        }
    }

    fn opening(&self) -> Opening {
        let blend = Mix::<f64>::new((&self.scenario).into()).opening();
        let first = |series: &[f64]| series.first().copied().unwrap_or_default();
        let pipeline = self.last.fleet.under_construction(&self.last.form.calendar, 0);
        Opening {
            cohorts: self.last.form.calendar.opening,
            cohort_cu: self.last.fleet.cohort(0).cu,
            price: first(&self.last.market.price),
            demand: first(&self.last.market.demand),
            cu_cost: blend.cost,
            cu_power: blend.power,
            cu_earning: blend.earning,
            fleet: self.last.fleet.net_assets(&self.last.form.calendar, 0) - pipeline,
            pipeline,
        }
    }

    fn detail_market(&self, detail: &mut Detail) {
        let premium = Premium::<f64>::new((&self.scenario).into());
        let end = self.last.form.calendar.end;
        for (t, base) in self.last.market.base.windows(2).take(end).enumerate() {
            if let &[before, now] = base {
                detail.growth.push(growth_at(&self.scenario, t + 1, before));
                detail.base.push(now);
                detail.premium.push(premium.at(t + 1));
            }
        }
        detail.demand_year.extend(self.last.market.demand.iter().skip(1).take(end));
        detail.price.extend(self.last.market.price.iter().skip(1).take(end));
    }

    fn detail_orders(&self, detail: &mut Detail) {
        let (trials, calendar, fleet) = (Trials::from(&self.scenario), &self.last.form.calendar, &self.last.fleet);
        let desk = Desk::new(trials, calendar, &self.last.market);
        let orders = Mix::new(trials).orders().zip(self.last.plan.iter());
        for ((t, blend), &budget) in orders {
            let order = fleet.cohort(calendar.order(t));
            let standing = order.before;
            detail.cu_cost.push(blend.cost);
            detail.cu_power.push(blend.power);
            detail.cu_earning.push(blend.earning);
            detail.free_shell.push(standing.free());
            detail.affordable.push(if t <= calendar.build { desk.affordable(&blend, &standing, budget) } else { 0.0 });
            detail.powered.push(desk.powered(&blend, &standing));
            detail.wanted.push(desk.wanted(t, &blend, &standing));
            detail.retiring.push(desk.retiring(t, fleet));
            detail.orders.push(order.cu);
            detail.new_shell.push(order.shells / self.scenario.shell_cost);
        }
    }

    fn detail_fleet(&self, detail: &mut Detail) {
        let (calendar, fleet) = (&self.last.form.calendar, &self.last.fleet);
        for cohort in fleet.since(calendar.arrival(1)).iter().take(calendar.end) {
            detail.effective.push(cohort.effective);
            detail.chip_gw.push(cohort.chip_gw);
            detail.shell_gw.push(cohort.shell_gw);
        }
        for t in 1..=calendar.end {
            let (custom, merchant) = fleet.in_service(calendar, t);
            detail.custom_cu.push(custom);
            detail.merchant_cu.push(merchant);
        }
    }
}
