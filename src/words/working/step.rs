//! The steps of the model: number, name, unit, the inputs each uses and the steps it stands on.

use crate::scenario::Input;
use crate::words::metrics::Metric;

macro_rules! steps {
    ($($(#[$doc:meta])* $name:ident $number:literal $id:literal $title:literal $unit:literal [$($input:ident)*] [$($uses:ident)*];)*) => {
        /// A step of the model: an equation, or a part of one.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Step { $($(#[$doc])* $name,)* }

        impl Step {
            /// Every step, in the order of the model.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The equation's number.
            pub const fn number(self) -> &'static str {
                match self { $(Self::$name => $number,)* }
            }

            /// Its name in addresses.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)* }
            }

            /// Its long name.
            pub const fn title(self) -> &'static str {
                match self { $(Self::$name => $title,)* }
            }

            /// What its result is counted in.
            pub const fn unit(self) -> &'static str {
                match self { $(Self::$name => $unit,)* }
            }

            /// The inputs it uses.
            pub const fn inputs(self) -> &'static [Input] {
                match self { $(Self::$name => &[$(Input::$input,)*],)* }
            }

            /// The steps it stands on.
            pub const fn uses(self) -> &'static [Self] {
                match self { $(Self::$name => &[$(Self::$uses,)*],)* }
            }
        }
    };
}

steps! {
    /// D0.
    Start "E1" "demand-today" "Demand today, served or not" "$B a year" [RunRate Backlog] [];
    /// g.
    Growth "E2" "growth" "Growth of demand" "a year" [GrowthShape Growth LongRunGrowth GrowthHalfLife MarketSize] [Start];
    /// B.
    Base "E3" "demand-base" "Demand at today’s premium" "$B a year" [GrowthShape MarketSize] [Start Growth];
    /// D/4.
    Demand "E3" "demand" "Demand" "$B" [PlatformNow] [Base Premium];
    /// φ.
    Premium "E4" "premium" "Managed-service premium" "" [PlatformNow PlatformLater PlatformYears] [];
    /// P.
    Price "E5" "price" "Price of a CU-year at full use" "$B a CU-year" [Price PriceChange] [Premium];
    /// s.
    Mix "E6" "mix" "Custom chips’ share of the orders" "" [CustomNow CustomShare MixYears] [];
    /// kc.
    ChipCost "E7" "chip-cost" "Chips of a CU" "$B a CU" [ChipCost ChipCostChange CustomCost CustomPerformance] [Mix];
    /// w.
    Power "E8" "cu-power" "Power of a CU" "GW" [CustomPower CustomPerformance] [Mix];
    /// y.
    Yield "E9" "cu-earning" "Price realised of a CU, NVIDIA = 1" "" [CustomDiscount] [Mix];
    /// b.
    Budget "E10" "budget" "The plan’s budget for AI" "$B" [Capex CapexGrowth AiShare BuildYears] [];
    /// Shell that stands free.
    Free "E10" "free-shell" "Shell that stands free when the order arrives" "GW" [LeadTime] [];
    /// CU that the budget buys.
    Affordable "E10" "affordable" "CU that the budget buys, with the shells they need" "CU" [ShellCost] [Budget ChipCost Power Free];
    /// CU that power allows.
    Powered "E10" "powered" "CU that new and free power allow" "CU" [PowerCap] [Free Power];
    /// CU that demand asks for.
    Wanted "E11" "wanted" "CU that demand asks for when the order arrives" "CU" [LeadTime UtilisationMax] [Demand Price Yield Effective];
    /// n.
    Orders "E12" "orders" "CU ordered" "CU" [CommitYears BuildYears Replacement ChipLife] [Affordable Powered Wanted];
    /// New shell.
    NewShell "E13" "new-shell" "New shell ordered" "GW" [PowerCap] [Orders Power Free Budget];
    /// Capex.
    Capex "E13" "capex" "Capex" "$B" [ShellCost] [Orders ChipCost NewShell];
    /// E.
    Effective "E14" "effective" "Effective compute in service" "CU" [RampTime Erosion ChipLife] [Orders Yield OpeningFleet];
    /// A cohort of the opening fleet.
    OpeningFleet "E15" "opening-fleet" "Each cohort of the opening fleet" "CU" [RunRate UtilisationMax Erosion FleetAge] [Price Yield];
    /// I0.
    OpeningCapital "E16" "opening-capital" "Capital at the start: fleet and orders on their way" "$B" [PriorCapex AiShare LeadTime] [OpeningFleet];
    /// C.
    Capacity "E17" "capacity" "Capacity" "$B" [UtilisationMax] [Price Effective];
    /// R.
    Revenue "E18" "revenue" "Revenue" "$B" [] [Demand Capacity];
    /// Unmet demand.
    Unmet "E18" "unmet" "Unmet demand" "$B" [] [Demand Revenue];
    /// Utilisation.
    Utilisation "E18" "utilisation" "Utilisation" "" [UtilisationMax] [Revenue Capacity];
    /// Electricity.
    PowerCost "E19" "power-cost" "Electricity" "$B" [Load Pue PowerPrice] [Effective];
    /// Site operations.
    SiteCost "E19" "site-cost" "Site operations" "$B" [SiteCost] [Effective];
    /// Other operating cost.
    OtherCost "E19" "other-cost" "Other operating cost" "$B" [OtherCost] [Revenue];
    /// EBITDA.
    Ebitda "E20" "ebitda" "EBITDA" "$B" [] [Revenue PowerCost SiteCost OtherCost];
    /// Depreciation.
    Depreciation "E21" "depreciation" "Depreciation" "$B" [ChipBookLife ShellLife] [Capex];
    /// Write-offs.
    Writeoff "E22" "writeoff" "Written off at retirement" "$B" [ChipLife ChipBookLife] [Capex];
    /// What is deducted for tax.
    Deduction "E23" "deduction" "Deducted for tax" "$B" [Expensing] [Depreciation Writeoff Capex];
    /// EBIT.
    Ebit "E24" "ebit" "EBIT" "$B" [] [Ebitda Depreciation Writeoff];
    /// NOPAT.
    Nopat "E24" "nopat" "EBIT after tax (NOPAT)" "$B" [Tax] [Ebit];
    /// Tax.
    Tax "E25" "tax" "Tax paid" "$B" [Tax GroupRelief] [Ebitda Deduction];
    /// Free cash flow.
    Fcf "E26" "fcf" "Free cash flow" "$B" [] [Ebitda Tax Capex];
    /// Cumulative cash.
    Cash "E26" "cash" "Cumulative cash" "$B" [CountOpening] [Fcf OpeningCapital];
    /// Discounted cash.
    Discounted "E28" "discounted-cash" "Discounted cash so far" "$B" [DiscountRate] [Fcf];
    /// Terminal value.
    Terminal "E27" "terminal" "Value at the horizon" "$B" [Terminal TerminalMultiple Replacement DiscountRate] [Ebitda Nopat Capex Depreciation];
    /// NPV.
    Npv "E28" "npv" "Worth today, NPV" "$B" [DiscountRate Horizon] [Discounted Terminal];
    /// Payback.
    Payback "E28" "payback" "Payback" "years" [Horizon] [Cash];
    /// IRR.
    Irr "E28" "irr" "IRR" "" [] [Fcf OpeningCapital Terminal];
    /// Deepest deficit.
    Peak "E28" "peak-deficit" "Deepest deficit" "$B" [] [Cash];
    /// Unmet demand over the horizon.
    UnmetTotal "E18" "unmet-total" "Unmet demand over the horizon" "$B" [Horizon BuildYears] [Unmet];
    /// Required revenue multiple.
    Multiple "E29" "required-multiple" "Revenue multiple at which NPV is zero" "×" [OtherCost Tax] [Revenue Npv];
    /// Break-even growth.
    Breakeven "E29" "breakeven-growth" "Growth at which NPV is zero" "a year" [Growth] [Npv];
    /// ROIC.
    Roic "E30" "roic" "Return on invested capital, the year" "" [] [Nopat Capex Depreciation OpeningCapital];
}

impl Step {
    /// The step that a figure shows.
    pub const fn of(metric: Metric) -> Self {
        match metric {
            Metric::Payback => Self::Payback,
            Metric::Npv => Self::Npv,
            Metric::Unmet => Self::UnmetTotal,
            Metric::Irr => Self::Irr,
            Metric::PeakDeficit => Self::Peak,
            Metric::BreakevenGrowth => Self::Breakeven,
        }
    }

    /// The step with everything it stands on, each once, with how far it is from the step itself.
    pub fn chain(self) -> Vec<(Self, usize)> {
        let mut chain = Vec::new();
        let mut open = vec![(self, 0)];
        while let Some((step, depth)) = open.pop() {
            if chain.iter().any(|&(known, _)| known == step) {
                continue;
            }
            chain.push((step, depth));
            open.extend(step.uses().iter().rev().map(|&uses| (uses, depth + 1)));
        }
        chain
    }

    /// The heading it stands under.
    pub const fn part(self) -> &'static str {
        match self {
            Self::Start | Self::Growth | Self::Base | Self::Demand => "Demand",
            Self::Premium | Self::Price | Self::Mix | Self::ChipCost | Self::Power | Self::Yield => "Price and chips",
            Self::Budget
            | Self::Free
            | Self::Affordable
            | Self::Powered
            | Self::Wanted
            | Self::Orders
            | Self::NewShell
            | Self::Capex => "Orders",
            Self::Effective | Self::OpeningFleet | Self::OpeningCapital => "Fleet",
            Self::Terminal
            | Self::Npv
            | Self::Payback
            | Self::Irr
            | Self::Peak
            | Self::UnmetTotal
            | Self::Multiple
            | Self::Breakeven
            | Self::Roic => "Measures",
            _ => "Operations",
        }
    }

    /// Whether the step speaks of one quarter, not of the start or the whole horizon.
    pub const fn is_quarterly(self) -> bool {
        !matches!(
            self,
            Self::Start
                | Self::OpeningFleet
                | Self::OpeningCapital
                | Self::Terminal
                | Self::Npv
                | Self::Payback
                | Self::Irr
                | Self::Peak
                | Self::UnmetTotal
                | Self::Multiple
                | Self::Breakeven
        )
    }

    /// Whether the quarters of a year add up to the year's value.
    pub const fn adds_up(self) -> bool {
        matches!(
            self,
            Self::Demand
                | Self::Budget
                | Self::Orders
                | Self::NewShell
                | Self::Capex
                | Self::Capacity
                | Self::Revenue
                | Self::Unmet
                | Self::PowerCost
                | Self::SiteCost
                | Self::OtherCost
                | Self::Ebitda
                | Self::Depreciation
                | Self::Writeoff
                | Self::Deduction
                | Self::Ebit
                | Self::Nopat
                | Self::Tax
                | Self::Fcf
        )
    }
}
