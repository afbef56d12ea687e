//! The texts of a chart and the places where they may stand.

use std::borrow::Cow;

use super::{At, AtWidth, Point, Role};

/// Text in one style.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    /// The text.
    pub text: Cow<'static, str>,
    /// The colour.
    pub role: Role,
    /// The font size, in CSS pixels.
    pub size: f64,
    /// Whether it is bold.
    pub bold: bool,
}

impl Span {
    /// Bold text.
    pub fn bold(text: impl Into<Cow<'static, str>>, role: Role, size: f64) -> Self {
        Self { text: text.into(), role, size, bold: true }
    }

    /// Regular text.
    pub fn plain(text: impl Into<Cow<'static, str>>, role: Role, size: f64) -> Self {
        Self { text: text.into(), role, size, bold: false }
    }
}

/// Text in the plot.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// The width at which the note is shown.
    pub shown: AtWidth,
    /// The lines, each of one or more spans.
    pub lines: Vec<Vec<Span>>,
    /// The lines of a narrow figure, where they differ; an empty list hides the note there.
    pub short: Option<Vec<Vec<Span>>>,
    /// The places where the note may stand, the best first.
    pub spots: Vec<Spot>,
    /// Whether the text has a paper-coloured halo.
    pub halo: bool,
    /// Whether the note is moved inside its area, rather than dropped, where no place is free.
    pub keep: bool,
    /// The fill under the text, which then decides the colour of the text.
    pub on: Option<Role>,
    /// Whether the note stands in a box.
    pub boxed: bool,
    /// The number of last lines that tell how to use a control of the chart.
    pub hint_lines: usize,
}

impl Note {
    /// A note of one span at one place.
    pub fn at(span: Span, at: At, align: Align) -> Self {
        Self::line(span, Spot::around(at, &[(0.0, 0.0, align)]))
    }

    /// A note of one span.
    pub fn line(span: Span, spots: Vec<Spot>) -> Self {
        Self::new(vec![vec![span]], spots)
    }

    /// A note with a halo that may be dropped.
    pub fn new(lines: Vec<Vec<Span>>, spots: Vec<Spot>) -> Self {
        let shown = AtWidth::Always;
        Self { shown, lines, short: None, spots, halo: true, keep: false, on: None, boxed: false, hint_lines: 0 }
    }
}

/// A place for a note.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// The anchor: vertically the middle of the text, horizontally as `align` says.
    pub at: At,
    /// The side of the text that stands at the anchor.
    pub align: Align,
    /// Two points of a line that the text runs along.
    pub along: Option<(Point, Point)>,
}

impl Spot {
    /// Places around a place, the best first: the offset to the right and down in CSS pixels, and the alignment.
    pub fn around(at: At, moves: &[(f64, f64, Align)]) -> Vec<Self> {
        let spot = |&(dx, dy, align): &(f64, f64, Align)| Self { at: at.moved(dx, dy), align, along: None };
        moves.iter().map(spot).collect()
    }
}

/// The side of a text that stands at its anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// The left side.
    Left,
    /// The middle.
    Centre,
    /// The right side.
    Right,
}

/// A label at the right end of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct EndLabel {
    /// The value that the label belongs to.
    pub at: f64,
    /// The text.
    pub spans: Vec<Span>,
    /// The text in a narrow figure; an empty list hides the label there.
    pub short: Vec<Span>,
    /// The letter and colour of a pin.
    pub tag: Option<(char, Role)>,
    /// The order in which labels give way where there is no room for all: the highest first.
    pub rank: u8,
}
