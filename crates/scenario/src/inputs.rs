//! The table of inputs: one row gives an input its field, default, range, step, unit, group and source.

use serde::{Deserialize, Serialize};

use super::events::{CapexPath, Event, EventKind, Events};
use super::spec::{Group, Kind, Range, Scale, Source, Spec, Unit};
use super::value::{Field, GrowthShape, Terminal, Value};

/// A legal range as (lowest, highest, whole).
type Legal = (f64, f64, bool);

const CHANGE: Legal = (-0.99, 10.0, false);
const RATE: Legal = (-0.5, 10.0, false);
const SHARE: Legal = (0.0, 1.0, false);
const LOSS: Legal = (0.0, 0.99, false);
const INTEREST: Legal = (0.0, 10.0, false);
const USE: Legal = (0.01, 1.0, false);
const AMOUNT: Legal = (0.0, 1e6, false);
const POSITIVE: Legal = (0.001, 1e6, false);
const LIFE: Legal = (0.25, 60.0, false);
const HALF_LIFE: Legal = (0.1, 1000.0, false);
const TIME: Legal = (0.0, 60.0, false);
const LAGS: Legal = (0.0, 40.0, true);
const HORIZON: Legal = (1.0, 40.0, true);

const fn number(min: f64, max: f64, step: f64, legal: Legal) -> Kind {
    let (lowest, highest, whole) = legal;
    let scale = Scale::Linear;
    Kind::Number(Range { min, max, step, lowest, highest, whole, scale })
}

const fn logarithmic(min: f64, max: f64, step: f64, legal: Legal) -> Kind {
    let (lowest, highest, whole) = legal;
    let scale = Scale::Logarithmic;
    Kind::Number(Range { min, max, step, lowest, highest, whole, scale })
}

/// Fills the unused places of a list of events.
const NO_EVENT: Event = Event { kind: EventKind::Demand, quarter: 0, size: 0.0, quarters: None };

macro_rules! inputs {
    ($($(#[$doc:meta])* $variant:ident $field:ident: $type:ty = $default:expr, $kind:expr, $unit:ident, $group:ident, $source:ident;)*) => {
        /// An input of the model.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Input { $($(#[$doc])* $variant,)* }

        /// A value for every input, the capex plan by year, and the events.
        #[derive(Clone, Copy, Debug, PartialEq, Serialize)]
        pub struct Scenario {
            $($(#[$doc])* pub $field: $type,)*
            /// Capex by year as multiples of the first year's capex.
            pub capex_path: CapexPath,
            /// Events.
            pub events: Events,
        }

        impl Input {
            /// Every input, in table order.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The row of the input.
            pub fn spec(self) -> &'static Spec {
                match self { $(Self::$variant => {
                    static SPEC: Spec = Spec {
                        id: stringify!($field), kind: $kind, unit: Unit::$unit, group: Group::$group, source: Source::$source,
                    };
                    &SPEC
                })* }
            }

            /// The input with this id.
            pub fn from_id(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|input| input.id() == id)
            }
        }

        impl Scenario {
            /// The default of every input, which is also the AWS preset.
            pub const DEFAULT: Self = Self {
                $($field: $default,)*
                capex_path: CapexPath::empty(0.0),
                events: Events::empty(NO_EVENT),
            };

            /// The value of an input.
            pub fn get(&self, input: Input) -> Value {
                match input { $(Input::$variant => self.$field.value(),)* }
            }

            /// Sets an input without checking the legal range; a value of another kind is ignored. [`set`](Self::set) checks.
            pub fn set_unchecked(&mut self, input: Input, value: Value) {
                match input { $(Input::$variant => self.$field.assign(value),)* }
            }
        }
    };
}

inputs! {
    /// AI revenue run rate today.
    RunRate run_rate: f64 = 15.0, number(0.0, 100.0, 0.5, AMOUNT), BillionsPerYear, Demand, Reported;
    /// Demand growth today, annual rate.
    Growth growth: f64 = 1.0, number(-0.2, 2.5, 0.05, CHANGE), PerYear, Demand, Reported;
    /// Long-run demand growth that growth fades to.
    LongRunGrowth long_run_growth: f64 = 0.1, number(0.0, 0.3, 0.01, CHANGE), PerYear, Demand, Assumed;
    /// Half-life of the fade.
    GrowthHalfLife growth_half_life: f64 = 2.5, number(0.5, 8.0, 0.25, HALF_LIFE), Years, Demand, Assumed;
    /// Shape of growth.
    GrowthShape growth_shape: GrowthShape = GrowthShape::Fade, Kind::Choice(GrowthShape::IDS), None, Demand, Assumed;
    /// Market size, for the saturating shape.
    MarketSize market_size: f64 = 600.0, logarithmic(50.0, 3000.0, 50.0, AMOUNT), BillionsPerYear, Demand, Assumed;
    /// Unserved demand today, as a share of the run rate.
    Backlog backlog: f64 = 0.3, number(0.0, 1.5, 0.05, AMOUNT), Share, Demand, Assumed;

    /// Capex of the whole company in the first year.
    Capex capex: f64 = 200.0, number(0.0, 400.0, 5.0, AMOUNT), BillionsPerYear, Capex, Reported;
    /// Growth of the capex plan.
    CapexGrowth capex_growth: f64 = 0.0, number(-0.3, 0.5, 0.05, CHANGE), PerYear, Capex, Assumed;
    /// Share of capex for AI.
    AiShare ai_share: f64 = 0.55, number(0.0, 1.0, 0.05, SHARE), Share, Capex, Assumed;
    /// Length of the build-out.
    BuildYears build_years: f64 = 4.0, number(0.0, 10.0, 0.5, TIME), Years, Capex, Assumed;
    /// Part of the build-out that is committed whatever demand does.
    CommitYears commit_years: f64 = 3.0, number(0.0, 10.0, 0.5, TIME), Years, Capex, Assumed;
    /// Capex of the year before.
    PriorCapex prior_capex: f64 = 131.0, number(0.0, 300.0, 1.0, AMOUNT), BillionsPerYear, Capex, Published;
    /// Time from order to service.
    LeadTime lead_time: f64 = 4.0, number(0.0, 12.0, 1.0, LAGS), Quarters, Capex, Reported;
    /// Time from service to full use.
    RampTime ramp_time: f64 = 2.0, number(0.0, 8.0, 1.0, LAGS), Quarters, Capex, Assumed;
    /// Upper limit of new power per year.
    PowerCap power_cap: f64 = 10.0, number(0.25, 20.0, 0.25, AMOUNT), GwPerYear, Capex, Assumed;

    /// Target share of custom chips in new compute.
    CustomShare custom_share: f64 = 0.6, number(0.0, 1.0, 0.05, SHARE), Share, Chips, Assumed;
    /// Share of custom chips today.
    CustomNow custom_now: f64 = 0.35, number(0.0, 1.0, 0.05, SHARE), Share, Chips, Assumed;
    /// Years to reach the target.
    MixYears mix_years: f64 = 2.0, number(0.0, 6.0, 0.5, TIME), Years, Chips, Assumed;
    /// Cost of a custom chip, GPU = 1.
    CustomCost custom_cost: f64 = 0.43, number(0.1, 1.5, 0.01, POSITIVE), Ratio, Chips, Assumed;
    /// Performance of a custom chip, GPU = 1.
    CustomPerformance custom_performance: f64 = 0.6, number(0.1, 1.5, 0.01, POSITIVE), Ratio, Chips, Assumed;
    /// Power of a custom chip, GPU = 1.
    CustomPower custom_power: f64 = 0.6, number(0.1, 1.5, 0.01, POSITIVE), Ratio, Chips, Assumed;
    /// Price discount on custom compute.
    CustomDiscount custom_discount: f64 = 0.05, number(0.0, 0.5, 0.01, SHARE), Share, Chips, Assumed;
    /// Change of the power per CU of new chips.
    ChipPowerChange chip_power_change: f64 = -0.05, number(-0.3, 0.1, 0.01, CHANGE), PerYear, Chips, Assumed;

    /// Price of a CU-year, fully used.
    Price price: f64 = 15.0, number(4.0, 40.0, 0.5, AMOUNT), BillionsPerCuYear, Unit, Published;
    /// Change of that price.
    PriceChange price_change: f64 = -0.05, number(-0.3, 0.1, 0.01, CHANGE), PerYear, Unit, Published;
    /// Managed-service premium today.
    PlatformNow platform_now: f64 = 0.25, number(0.0, 1.0, 0.05, AMOUNT), Share, Unit, Assumed;
    /// Managed-service premium in the long run.
    PlatformLater platform_later: f64 = 0.25, number(0.0, 1.0, 0.05, AMOUNT), Share, Unit, Assumed;
    /// Years until that premium is reached.
    PlatformYears platform_years: f64 = 3.0, number(0.0, 6.0, 0.5, TIME), Years, Unit, Assumed;
    /// Earning power that a chip loses per year of age.
    Erosion erosion: f64 = 0.05, number(0.0, 0.4, 0.01, LOSS), Share, Unit, Assumed;
    /// Highest sustained utilisation.
    UtilisationMax utilisation_max: f64 = 0.85, number(0.3, 1.0, 0.01, USE), Share, Unit, Assumed;
    /// Share of capacity that the company uses itself.
    OwnUse own_use: f64 = 0.0, number(0.0, 0.8, 0.05, LOSS), Share, Unit, Assumed;
    /// Cost of chips, servers and network per CU.
    ChipCost chip_cost: f64 = 26.0, number(10.0, 60.0, 1.0, POSITIVE), BillionsPerCu, Unit, Published;
    /// Change of that cost.
    ChipCostChange chip_cost_change: f64 = -0.05, number(-0.3, 0.2, 0.01, CHANGE), PerYear, Unit, Assumed;
    /// Cost of land, building and power supply per GW.
    ShellCost shell_cost: f64 = 12.0, number(4.0, 30.0, 1.0, POSITIVE), BillionsPerGw, Unit, Published;

    /// Price of electricity.
    PowerPrice power_price: f64 = 0.08, number(0.02, 0.25, 0.005, AMOUNT), DollarsPerKwh, Operating, Published;
    /// Power overhead (PUE).
    Pue pue: f64 = 1.14, number(1.0, 2.0, 0.01, POSITIVE), Ratio, Operating, Published;
    /// Average load of installed IT power.
    Load load: f64 = 0.8, number(0.3, 1.0, 0.05, SHARE), Share, Operating, Assumed;
    /// Site operations per GW.
    SiteCost site_cost: f64 = 0.3, number(0.0, 1.5, 0.05, AMOUNT), BillionsPerGwYear, Operating, Published;
    /// Other operating cost, as a share of revenue.
    OtherCost other_cost: f64 = 0.14, number(0.0, 0.6, 0.01, LOSS), Share, Operating, Assumed;
    /// Share of the managed-service premium that goes to the makers of models.
    PartnerShare partner_share: f64 = 0.15, number(0.0, 1.0, 0.05, SHARE), Share, Operating, Assumed;

    /// Service life of chips.
    ChipLife chip_life: f64 = 6.0, number(2.0, 10.0, 0.5, LIFE), Years, Lives, Assumed;
    /// Depreciation life of chips.
    ChipBookLife chip_book_life: f64 = 5.0, number(2.0, 10.0, 0.5, LIFE), Years, Lives, Published;
    /// Service and depreciation life of shells.
    ShellLife shell_life: f64 = 15.0, number(5.0, 40.0, 1.0, LIFE), Years, Lives, Published;
    /// Share of retired chips replaced after the build-out.
    Replacement replacement: f64 = 1.0, number(0.0, 1.0, 0.1, SHARE), Share, Lives, Assumed;
    /// Age span of today's fleet.
    FleetAge fleet_age: f64 = 3.0, number(0.0, 9.0, 1.0, TIME), Years, Lives, Assumed;

    /// Discount rate.
    DiscountRate discount_rate: f64 = 0.09, number(0.0, 0.25, 0.005, RATE), PerYear, Finance, Published;
    /// Years that the model runs.
    Horizon horizon: f64 = 10.0, number(3.0, 20.0, 1.0, HORIZON), Years, Finance, Assumed;
    /// Tax rate.
    Tax tax: f64 = 0.21, number(0.0, 0.35, 0.01, LOSS), Share, Finance, Published;
    /// Share of new chips expensed at once for tax.
    Expensing expensing: f64 = 1.0, number(0.0, 1.0, 0.25, SHARE), Share, Finance, Published;
    /// Whether losses offset other profits of the group at once.
    GroupRelief group_relief: bool = true, Kind::Switch, None, Finance, Assumed;
    /// Share of the cash deficit that is borrowed.
    DebtShare debt_share: f64 = 0.0, number(0.0, 1.0, 0.05, SHARE), Share, Finance, Assumed;
    /// Interest on that debt.
    DebtRate debt_rate: f64 = 0.055, number(0.0, 0.15, 0.0025, INTEREST), PerYear, Finance, Assumed;
    /// Whether money already spent counts.
    CountOpening count_opening: bool = true, Kind::Switch, None, Finance, Assumed;
    /// Kind of terminal value at the horizon.
    Terminal terminal: Terminal = Terminal::Nbv, Kind::Choice(Terminal::IDS), None, Finance, Assumed;
    /// EBITDA multiple, also the upper limit of book value.
    TerminalMultiple terminal_multiple: f64 = 8.0, number(0.0, 20.0, 0.5, AMOUNT), Times, Finance, Assumed;
}

impl Input {
    /// The inputs of the three sliders at the top of the page.
    pub const HEADLINE: [Self; 3] = [Self::Growth, Self::Capex, Self::CustomShare];

    /// The id in code, links, JSON, exports and form fields.
    pub fn id(self) -> &'static str {
        self.spec().id
    }

    /// The range of a numeric input.
    pub fn range(self) -> Option<&'static Range> {
        match &self.spec().kind {
            Kind::Number(range) => Some(range),
            _ => None,
        }
    }
}

impl Scenario {
    /// The factor of all events of a kind in quarter `t`; 1 without any (E31).
    pub fn event_factor(&self, kind: EventKind, t: usize) -> f64 {
        self.events.iter().filter(|event| event.kind == kind && event.holds(t)).map(|event| 1.0 + event.size).product()
    }

    /// The capex of year `year`, from 0, as a multiple of the input `capex` (E10).
    pub fn capex_multiple(&self, year: usize) -> f64 {
        let growth = |years: usize| (1.0 + self.capex_growth).powi(i32::try_from(years).unwrap_or(i32::MAX));
        match (self.capex_path.get(year), self.capex_path.last()) {
            (Some(&multiple), _) => multiple,
            (None, Some(last)) => last * growth(year + 1 - self.capex_path.len()),
            (None, None) => growth(year),
        }
    }
}

impl Default for Scenario {
    fn default() -> Self {
        Self::DEFAULT
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_input_deserializes_from_its_id() {
        for &input in Input::ALL {
            assert_eq!(serde_json::from_value::<Input>(input.id().into()).unwrap(), input);
        }
    }
}
