//! The figures under the answer: label, value, unit, note and change against the baseline, as data.

mod change;

use super::answer::unmet_beyond;
use super::moments::date;
use super::numbers::{machine_or_empty, money, number, percent, signed_money, years, years_number};
use super::text::Tone;
use super::units::{Side, amount, threshold};
use crate::model::{IrrStatus, SearchStatus, Summary};
use crate::scenario::{Input, Scenario, Terminal};

/// A figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Metric {
    /// Payback.
    Payback,
    /// Net present value.
    Npv,
    /// Unmet demand, during and beyond the build-out.
    Unmet,
    /// Internal rate of return.
    Irr,
    /// The deepest deficit.
    PeakDeficit,
    /// The growth at which NPV is zero.
    BreakevenGrowth,
}

impl Metric {
    /// Every figure, in the order of the page; the first three stand together everywhere.
    pub const ALL: [Self; 6] =
        [Self::Payback, Self::Npv, Self::Unmet, Self::Irr, Self::PeakDeficit, Self::BreakevenGrowth];

    /// The figure's label.
    pub fn label(self) -> &'static str {
        match self {
            Self::Payback => "Payback",
            Self::Npv => "Worth today, NPV",
            Self::Unmet => "Unmet demand",
            Self::Irr => "IRR",
            Self::PeakDeficit => "Deepest deficit",
            Self::BreakevenGrowth => "Break-even growth",
        }
    }

    /// The long name, for working, tables and exports.
    pub fn long_label(self) -> &'static str {
        match self {
            Self::Payback => "Payback, years from Q1 2026",
            Self::Npv => "Worth today: net present value, after tax",
            Self::Unmet => "Unmet demand: during the build-out / beyond it",
            Self::Irr => "Internal rate of return, after tax",
            Self::PeakDeficit => "Deepest deficit of cumulative cash",
            Self::BreakevenGrowth => "Break-even growth: demand growth at which NPV is zero",
        }
    }
}

/// A number as it is shown, under its public name.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// The public name: `data-metric`.
    pub id: &'static str,
    /// The number itself: `data-value`.
    pub value: Option<f64>,
    /// The number as written.
    pub text: String,
}

impl Part {
    /// `data-value`: the number as machines read it, empty where there is none.
    pub fn data_value(&self) -> String {
        machine_or_empty(self.value)
    }
}

/// How a figure differs from the baseline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// `▲ 0.9 years`, `unchanged`.
    pub text: String,
    /// Whether that is good; `None` where it is neither.
    pub good: Option<bool>,
}

/// A figure as shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Which.
    pub metric: Metric,
    /// The value, large.
    pub main: Part,
    /// A second value beside it.
    pub second: Option<Part>,
    /// Words beside the value.
    pub unit: String,
    /// The colour's meaning.
    pub tone: Tone,
    /// The line below, where there is no change to show.
    pub note: String,
    /// The change against the baseline; `None` where there is no baseline, or no room.
    pub change: Option<Change>,
    /// The whole figure in one sentence, for assistive tools.
    pub spoken: String,
}

impl Figure {
    /// The value with its unit: “7.8 years”, “13.7 %”, “+$89B”.
    pub fn value(&self) -> String {
        let unit = match self.metric {
            Metric::Npv => "",
            _ => self.unit.as_str(),
        };
        match unit {
            "" => self.main.text.clone(),
            "%" => format!("{}{}%", self.main.text, super::numbers::THIN),
            unit => format!("{} {unit}", self.main.text),
        }
    }
}

/// The six figures; `baseline` is what changes are shown against, `None` where nothing differs from it.
pub fn figures(scenario: &Scenario, summary: &Summary, baseline: Option<&Summary>) -> Vec<Figure> {
    Metric::ALL.iter().map(|&metric| figure(metric, scenario, summary, baseline)).collect()
}

/// One figure.
pub fn figure(metric: Metric, scenario: &Scenario, summary: &Summary, baseline: Option<&Summary>) -> Figure {
    let mut figure = match metric {
        Metric::Payback => payback(summary),
        Metric::Npv => npv(scenario, summary),
        Metric::Unmet => unmet(summary),
        Metric::Irr => irr(summary),
        Metric::PeakDeficit => peak(summary),
        Metric::BreakevenGrowth => breakeven(scenario, summary),
    };
    figure.change = baseline.and_then(|baseline| change::change(metric, summary, baseline));
    figure.spoken = change::spoken(&figure);
    figure
}

fn plain(metric: Metric, id: &'static str, value: Option<f64>, text: String) -> Figure {
    Figure {
        metric,
        main: Part { id, value, text },
        second: None,
        unit: String::new(),
        tone: Tone::Plain,
        note: String::new(),
        change: None,
        spoken: String::new(),
    }
}

fn verdict(good: bool) -> Tone {
    if good { Tone::Good } else { Tone::Bad }
}

fn payback(summary: &Summary) -> Figure {
    let value = summary.payback_years;
    let shown = |text: String| plain(Metric::Payback, "payback_years", value, text);
    match value {
        Some(0.0) => Figure {
            unit: "years".to_owned(),
            tone: Tone::Good,
            note: "no outlay to recover".to_owned(),
            ..shown("0".to_owned())
        },
        Some(at) => Figure { unit: "years".to_owned(), tone: Tone::Good, note: date(at), ..shown(years_number(at)) },
        None => {
            let note = format!("short by {}", money(-summary.cumulative_cash_end));
            Figure { tone: Tone::Bad, note, ..shown("never".to_owned()) }
        }
    }
}

fn npv(scenario: &Scenario, summary: &Summary) -> Figure {
    Figure {
        unit: end_value_words(scenario.terminal).to_owned(),
        tone: verdict(summary.npv >= 0.0),
        note: format!("at {} a year", amount(Input::DiscountRate, scenario.discount_rate)),
        ..plain(Metric::Npv, "npv", Some(summary.npv), signed_money(summary.npv))
    }
}

/// What is counted at the end, beside the worth; the words lead to the choice.
pub fn end_value_words(terminal: Terminal) -> &'static str {
    match terminal {
        Terminal::None => "without end value",
        Terminal::Nbv => "with assets",
        Terminal::Perpetuity => "with profit after",
        Terminal::Multiple => "with a multiple",
    }
}

fn unmet(summary: &Summary) -> Figure {
    let beyond = format!("then {}", money(unmet_beyond(summary)));
    Figure {
        second: Some(Part { id: "unmet_total", value: Some(summary.unmet_total), text: beyond }),
        note: "in build-out, beyond".to_owned(),
        ..plain(Metric::Unmet, "unmet_in_build", Some(summary.unmet_in_build), money(summary.unmet_in_build))
    }
}

fn irr(summary: &Summary) -> Figure {
    let instead = |why: String| match summary.mirr {
        Some(mirr) => format!("{why}; MIRR {}", percent(mirr, 1)),
        None => why,
    };
    let note = match summary.irr_status {
        IrrStatus::Unique => "after tax".to_owned(),
        IrrStatus::NoOutlay => "no outlay".to_owned(),
        IrrStatus::NoInflow => "no inflow".to_owned(),
        IrrStatus::Multiple => instead(format!("{} rates fit", summary.irr_roots.len())),
        IrrStatus::NoRealRoot => instead("no rate fits".to_owned()),
    };
    let (text, unit) = match summary.irr {
        Some(irr) => (number(irr * 100.0, 1), "%"),
        None => ("none".to_owned(), ""),
    };
    Figure { unit: unit.to_owned(), note, ..plain(Metric::Irr, "irr", summary.irr, text) }
}

fn peak(summary: &Summary) -> Figure {
    let note =
        if summary.peak_deficit == 0.0 { "never below zero".to_owned() } else { date(summary.peak_deficit_years) };
    Figure {
        note,
        ..plain(Metric::PeakDeficit, "peak_deficit", Some(summary.peak_deficit), money(summary.peak_deficit))
    }
}

fn breakeven(scenario: &Scenario, summary: &Summary) -> Figure {
    let goal = summary.breakeven_growth_npv;
    let (text, unit, note) = match (goal.status, goal.value) {
        (SearchStatus::Solved, Some(value)) => {
            let least = threshold(Input::Growth, value, Side::AtLeast, scenario.growth);
            let digits = least.trim_end_matches('%').trim_end_matches(super::numbers::THIN).to_owned();
            (digits, "%", "for NPV of zero")
        }
        (SearchStatus::MetAtStart, _) => ("any".to_owned(), "", "worth it at any growth"),
        _ => ("none".to_owned(), "", "no growth is enough"),
    };
    Figure {
        unit: unit.to_owned(),
        note: note.to_owned(),
        ..plain(Metric::BreakevenGrowth, "breakeven_growth", goal.value, text)
    }
}

/// What a worth or a payback is in a chip or a table cell: `7.8 years, +$89B`; `never, −$186B`.
pub fn brief(summary: &Summary) -> String {
    let payback = match summary.payback_years {
        Some(0.0) => "no outlay".to_owned(),
        Some(payback) => years(payback),
        None => "never".to_owned(),
    };
    format!("{payback}, {}", signed_money(summary.npv))
}

#[cfg(test)]
mod tests;
