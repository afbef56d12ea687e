//! The properties of an input: its control and range, unit, group, and the source of its default.

/// A group of inputs, in the order in which the page lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// Demand for compute.
    Demand,
    /// Capital expenditure and its timing.
    Capex,
    /// Custom chips against merchant chips.
    Chips,
    /// Unit economics: revenue and cost of one compute unit.
    Unit,
    /// Operating cost.
    Operating,
    /// Service lives and depreciation lives.
    Lives,
    /// Discounting, tax and terminal value.
    Finance,
}

impl Group {
    /// Every group, in the order of the page.
    pub const ALL: [Self; 7] =
        [Self::Demand, Self::Capex, Self::Chips, Self::Unit, Self::Operating, Self::Lives, Self::Finance];
}

/// The kind of source behind a default.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// Stated in the press reports.
    Reported,
    /// Published by a third party; not verified by this project.
    Published,
    /// Assumed by this project.
    Assumed,
}

impl Source {
    /// The letter on the source badge.
    pub const fn letter(self) -> &'static str {
        match self {
            Self::Reported => "R",
            Self::Published => "P",
            Self::Assumed => "A",
        }
    }
}

/// The unit of an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// A fraction, displayed in percent.
    Share,
    /// A fraction per year, displayed in percent.
    PerYear,
    /// $ billion.
    Billions,
    /// $ billion a year.
    BillionsPerYear,
    /// $ billion per compute unit.
    BillionsPerCu,
    /// $ billion per compute unit and year.
    BillionsPerCuYear,
    /// $ billion per gigawatt.
    BillionsPerGw,
    /// $ billion per gigawatt and year.
    BillionsPerGwYear,
    /// Dollars per kilowatt-hour.
    DollarsPerKwh,
    /// Gigawatts a year.
    GwPerYear,
    /// A dimensionless ratio.
    Ratio,
    /// A multiple, such as 8 × EBITDA.
    Times,
    /// Years.
    Years,
    /// Quarters of a year.
    Quarters,
    /// No unit: a choice or a switch.
    None,
}

impl Unit {
    /// Whether values are displayed and typed in percent.
    pub const fn is_percent(self) -> bool {
        matches!(self, Self::Share | Self::PerYear)
    }
}

/// The mapping from slider positions to values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Equal steps of value.
    Linear,
    /// Equal ratios of value, for ranges that span orders of magnitude.
    Logarithmic,
}

/// The slider range and the legal range of a numeric input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// Lower end of the slider.
    pub min: f64,
    /// Upper end of the slider.
    pub max: f64,
    /// Step of the slider.
    pub step: f64,
    /// Smallest legal value.
    pub lowest: f64,
    /// Largest legal value.
    pub highest: f64,
    /// Whether only whole numbers are legal.
    pub whole: bool,
    /// Scale of the slider.
    pub scale: Scale,
}

/// The kind of control that an input has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// A number in a range.
    Number(Range),
    /// One of a few options, by id.
    Choice(&'static [&'static str]),
    /// On or off.
    Switch,
}

/// One row of the table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spec {
    /// Its id in code, links, JSON, exports and form fields.
    pub id: &'static str,
    /// Its kind of control, with the range of a number.
    pub kind: Kind,
    /// Its unit.
    pub unit: Unit,
    /// Its group.
    pub group: Group,
    /// The source of its default.
    pub source: Source,
}
