//! The equations of the model: number, title, unit, the inputs each uses, and the equations it depends on.

use crate::scenario::Input;
use crate::words::metrics::Metric;

macro_rules! equations {
    ($($(#[$doc:meta])* $name:ident $number:literal $title:literal $unit:literal [$($input:ident)*] [$($uses:ident)*];)*) => {
        /// An equation of the model, or a part of one.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Equation { $($(#[$doc])* $name,)* }

        impl Equation {
            /// Every equation, in the order of the model.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The number in the model's specification.
            pub const fn number(self) -> &'static str {
                match self { $(Self::$name => $number,)* }
            }

            /// The name of the result.
            pub const fn title(self) -> &'static str {
                match self { $(Self::$name => $title,)* }
            }

            /// The unit of the result; empty for a share or a ratio.
            pub const fn unit(self) -> &'static str {
                match self { $(Self::$name => $unit,)* }
            }

            /// The inputs in the equation.
            pub const fn inputs(self) -> &'static [Input] {
                match self { $(Self::$name => &[$(Input::$input,)*],)* }
            }

            /// The equations whose results it uses.
            pub const fn uses(self) -> &'static [Self] {
                match self { $(Self::$name => &[$(Self::$uses,)*],)* }
            }
        }
    };
}

equations! {
    /// D0.
    DemandToday "E1" "Demand today, served or not" "$B a year" [RunRate Backlog] [];
    /// g.
    Growth "E2" "Growth of demand" "a year" [GrowthShape Growth LongRunGrowth GrowthHalfLife MarketSize] [DemandToday];
    /// B.
    DemandBase "E3" "Demand at today’s premium" "$B a year" [GrowthShape MarketSize] [DemandToday Growth];
    /// F of demand.
    DemandFactor "E31" "Events that change demand" "×" [] [];
    /// D/4.
    Demand "E3" "Demand" "$B" [PlatformNow] [DemandBase Premium DemandFactor];
    /// φ.
    Premium "E4" "Managed-service premium" "" [PlatformNow PlatformLater PlatformYears] [];
    /// F of price.
    PriceFactor "E31" "Events that change the price" "×" [] [];
    /// P.
    Price "E5" "Price of a CU-year at full use" "$B a CU-year" [Price PriceChange] [Premium PriceFactor];
    /// s.
    CustomShare "E6" "Custom chips’ share of the orders" "" [CustomNow CustomShare MixYears] [];
    /// kc.
    ChipCost "E7" "Chip cost of a CU" "$B a CU" [ChipCost ChipCostChange CustomCost CustomPerformance] [CustomShare];
    /// w.
    CuPower "E8" "Power of a CU" "GW" [CustomPower CustomPerformance ChipPowerChange] [CustomShare];
    /// y.
    RealisedPrice "E9" "Realised price of a CU, NVIDIA = 1" "" [CustomDiscount] [CustomShare];
    /// b.
    Budget "E10" "Budget of the plan for AI" "$B" [Capex CapexGrowth AiShare BuildYears] [];
    /// Shell without chips.
    FreeShell "E10" "Free shell when the order arrives" "GW" [LeadTime] [];
    /// CU that the budget buys.
    Affordable "E10" "CU that the budget buys, with the shells they need" "CU" [ShellCost] [Budget ChipCost CuPower FreeShell];
    /// CU that power allows.
    Powered "E10" "CU that new and free power allow" "CU" [PowerCap] [FreeShell CuPower];
    /// CU that demand needs.
    Wanted "E11" "CU that demand needs when the order arrives" "CU" [LeadTime UtilisationMax OwnUse] [Demand Price RealisedPrice EffectiveCompute];
    /// n.
    Orders "E12" "CU ordered" "CU" [CommitYears BuildYears Replacement ChipLife] [Affordable Powered Wanted];
    /// New shell.
    NewShell "E13" "New shell ordered" "GW" [PowerCap] [Orders CuPower FreeShell Budget];
    /// Capex.
    Capex "E13" "Capex" "$B" [ShellCost] [Orders ChipCost NewShell];
    /// E.
    EffectiveCompute "E14" "Effective compute in service" "CU" [RampTime Erosion ChipLife] [Orders RealisedPrice OpeningFleet];
    /// A cohort of the opening fleet.
    OpeningFleet "E15" "Each cohort of the opening fleet" "CU" [RunRate UtilisationMax OwnUse Erosion FleetAge] [Price RealisedPrice];
    /// I0.
    OpeningCapital "E16" "Capital at the start: fleet and open orders" "$B" [PriorCapex AiShare LeadTime] [OpeningFleet];
    /// F of capacity.
    CapacityFactor "E31" "Events that take capacity away" "×" [] [];
    /// C.
    Capacity "E17" "Capacity" "$B" [UtilisationMax OwnUse] [Price EffectiveCompute CapacityFactor];
    /// R.
    Revenue "E18" "Revenue" "$B" [] [Demand Capacity];
    /// Unmet demand.
    Unmet "E18" "Unmet demand" "$B" [] [Demand Revenue];
    /// Utilisation.
    Utilisation "E18" "Utilisation" "" [UtilisationMax] [Revenue Capacity];
    /// Electricity.
    PowerCost "E19" "Electricity" "$B" [Load Pue PowerPrice] [EffectiveCompute CapacityFactor];
    /// Site operations.
    SiteCost "E19" "Site operations" "$B" [SiteCost] [EffectiveCompute];
    /// Other operating cost.
    OtherCost "E19" "Other operating cost" "$B" [OtherCost] [Revenue];
    /// The part of the makers of models.
    PartnerCost "E19" "Model makers’ part of the premium" "$B" [PartnerShare] [Revenue Premium];
    /// EBITDA.
    Ebitda "E20" "EBITDA" "$B" [] [Revenue PowerCost SiteCost OtherCost PartnerCost];
    /// Depreciation.
    Depreciation "E21" "Depreciation" "$B" [ChipBookLife ShellLife] [Capex];
    /// Write-offs.
    Writeoff "E22" "Written off at retirement" "$B" [ChipLife ChipBookLife] [Capex];
    /// Deduction from taxable profit.
    TaxDeduction "E23" "Tax deduction" "$B" [Expensing] [Depreciation Writeoff Capex];
    /// EBIT.
    Ebit "E24" "EBIT" "$B" [] [Ebitda Depreciation Writeoff];
    /// NOPAT.
    Nopat "E24" "EBIT after tax (NOPAT)" "$B" [Tax] [Ebit];
    /// Tax.
    Tax "E25" "Tax paid" "$B" [Tax GroupRelief] [Ebitda TaxDeduction];
    /// Free cash flow.
    FreeCashFlow "E26" "Free cash flow" "$B" [] [Ebitda Tax Capex];
    /// Cumulative cash.
    CumulativeCash "E26" "Cumulative cash" "$B" [CountOpening] [FreeCashFlow OpeningCapital];
    /// Debt.
    Debt "E32" "Debt" "$B" [DebtShare] [CashAfterInterest];
    /// Interest.
    Interest "E32" "Interest" "$B" [DebtRate] [Debt];
    /// cash'.
    CashAfterInterest "E32" "Cumulative cash after interest" "$B" [Tax GroupRelief] [FreeCashFlow Interest];
    /// Discounted cash.
    DiscountedCash "E28" "Discounted cash so far" "$B" [DiscountRate] [FreeCashFlow];
    /// Terminal value.
    TerminalValue "E27" "Value at the horizon" "$B" [Terminal TerminalMultiple Replacement DiscountRate PriceChange Tax] [Ebitda Nopat Capex Depreciation TaxDeduction];
    /// NPV.
    Npv "E28" "Worth today, NPV" "$B" [DiscountRate Horizon] [DiscountedCash TerminalValue];
    /// Payback.
    Payback "E28" "Payback" "years" [Horizon] [CumulativeCash];
    /// IRR.
    Irr "E28" "IRR" "" [] [FreeCashFlow OpeningCapital TerminalValue];
    /// Lowest cumulative cash.
    PeakDeficit "E28" "Deepest deficit" "$B" [] [CumulativeCash];
    /// Unmet demand over the horizon.
    UnmetTotal "E18" "Unmet demand over the horizon" "$B" [Horizon BuildYears] [Unmet];
    /// Required revenue multiple.
    RequiredMultiple "E29" "Revenue multiple at which NPV is zero" "×" [OtherCost PartnerShare Tax] [Revenue Npv];
    /// Break-even growth.
    BreakevenGrowth "E29" "Growth at which NPV is zero" "a year" [Growth] [Npv];
    /// ROIC.
    Roic "E30" "Return on invested capital in the year" "" [] [Nopat Capex Depreciation OpeningCapital];
}

/// A group of equations, with its own heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EquationGroup {
    /// E1 to E3.
    Demand,
    /// E4 to E9.
    PriceAndChips,
    /// E10 to E13.
    Orders,
    /// E14 to E16.
    Fleet,
    /// E17 to E26, E31 and E32, and the discounted cash of E28.
    Operations,
    /// E27 to E30, and the unmet demand over the horizon.
    Measures,
}

impl EquationGroup {
    /// The heading.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Demand => "Demand",
            Self::PriceAndChips => "Price and chips",
            Self::Orders => "Orders",
            Self::Fleet => "Fleet",
            Self::Operations => "Operations",
            Self::Measures => "Measures",
        }
    }
}

impl Equation {
    /// The equation that a figure shows.
    pub const fn of(metric: Metric) -> Self {
        match metric {
            Metric::Payback => Self::Payback,
            Metric::Npv => Self::Npv,
            Metric::Unmet => Self::UnmetTotal,
            Metric::Irr => Self::Irr,
            Metric::PeakDeficit => Self::PeakDeficit,
            Metric::BreakevenGrowth => Self::BreakevenGrowth,
        }
    }

    /// The equation and all equations it depends on, each once, with the distance from the equation.
    pub fn chain(self) -> Vec<(Self, usize)> {
        let mut chain = Vec::new();
        let mut open = vec![(self, 0)];
        while let Some((equation, depth)) = open.pop() {
            if chain.iter().any(|&(known, _)| known == equation) {
                continue;
            }
            chain.push((equation, depth));
            open.extend(equation.uses().iter().rev().map(|&used| (used, depth + 1)));
        }
        chain
    }

    /// The group that the equation belongs to.
    pub const fn group(self) -> EquationGroup {
        match self {
            Self::DemandToday | Self::Growth | Self::DemandBase | Self::DemandFactor | Self::Demand => {
                EquationGroup::Demand
            }
            Self::Premium
            | Self::PriceFactor
            | Self::Price
            | Self::CustomShare
            | Self::ChipCost
            | Self::CuPower
            | Self::RealisedPrice => EquationGroup::PriceAndChips,
            Self::Budget
            | Self::FreeShell
            | Self::Affordable
            | Self::Powered
            | Self::Wanted
            | Self::Orders
            | Self::NewShell
            | Self::Capex => EquationGroup::Orders,
            Self::EffectiveCompute | Self::OpeningFleet | Self::OpeningCapital => EquationGroup::Fleet,
            Self::CapacityFactor
            | Self::Capacity
            | Self::Revenue
            | Self::Unmet
            | Self::Utilisation
            | Self::PowerCost
            | Self::SiteCost
            | Self::OtherCost
            | Self::PartnerCost
            | Self::Debt
            | Self::Interest
            | Self::CashAfterInterest
            | Self::Ebitda
            | Self::Depreciation
            | Self::Writeoff
            | Self::TaxDeduction
            | Self::Ebit
            | Self::Nopat
            | Self::Tax
            | Self::FreeCashFlow
            | Self::CumulativeCash
            | Self::DiscountedCash => EquationGroup::Operations,
            Self::TerminalValue
            | Self::Npv
            | Self::Payback
            | Self::Irr
            | Self::PeakDeficit
            | Self::UnmetTotal
            | Self::RequiredMultiple
            | Self::BreakevenGrowth
            | Self::Roic => EquationGroup::Measures,
        }
    }

    /// Whether the quarters of a year add up to the year's value.
    pub const fn is_summed_over_year(self) -> bool {
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
                | Self::PartnerCost
                | Self::Interest
                | Self::Ebitda
                | Self::Depreciation
                | Self::Writeoff
                | Self::TaxDeduction
                | Self::Ebit
                | Self::Nopat
                | Self::Tax
                | Self::FreeCashFlow
        )
    }
}
