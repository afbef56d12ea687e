//! Words in a chart, and where they may stand.

use std::borrow::Cow;

use super::mark::{At, When};
use super::{Point, Role};

/// Words of one look.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    /// What it says.
    pub text: Cow<'static, str>,
    /// Its colour.
    pub role: Role,
    /// Its size, CSS pixels.
    pub size: f64,
    /// Bold.
    pub bold: bool,
}

impl Span {
    /// Bold words.
    pub fn bold(text: impl Into<Cow<'static, str>>, role: Role, size: f64) -> Self {
        Self { text: text.into(), role, size, bold: true }
    }

    /// Plain words.
    pub fn plain(text: impl Into<Cow<'static, str>>, role: Role, size: f64) -> Self {
        Self { text: text.into(), role, size, bold: false }
    }
}

/// Words in the plot.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// At what width.
    pub when: When,
    /// Lines of words.
    pub lines: Vec<Vec<Span>>,
    /// The lines on a phone, where they differ; none at all where empty.
    pub short: Option<Vec<Vec<Span>>>,
    /// Where it may stand, the best place first.
    pub spots: Vec<Spot>,
    /// A halo of paper behind the words.
    pub halo: bool,
    /// Must be shown: it is then moved inside rather than dropped.
    pub keep: bool,
    /// The fill the words stand on, which then decides their colour.
    pub on: Option<Role>,
    /// Stands in a box of its own.
    pub boxed: bool,
}

impl Note {
    /// One line of one look, at one place.
    pub fn at(span: Span, at: At, align: Align) -> Self {
        Self::line(span, Spot::around(at, &[(0.0, 0.0, align)]))
    }

    /// One line of one look.
    pub fn line(span: Span, spots: Vec<Spot>) -> Self {
        Self::new(vec![vec![span]], spots)
    }

    /// Words with a halo that may be dropped.
    pub fn new(lines: Vec<Vec<Span>>, spots: Vec<Spot>) -> Self {
        let when = When::Always;
        Self { when, lines, short: None, spots, halo: true, keep: false, on: None, boxed: false }
    }
}

/// A place for words and the side of it they stand on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// The place: across as `align` says, upwards the middle of the words.
    pub at: At,
    /// How the words stand to it.
    pub align: Align,
    /// Two points whose direction the words follow.
    pub along: Option<(Point, Point)>,
}

impl Spot {
    /// Spots around a place, the best first: moved to the right and down by CSS pixels, and how the words stand there.
    pub fn around(at: At, moves: &[(f64, f64, Align)]) -> Vec<Self> {
        let spot = |&(dx, dy, align): &(f64, f64, Align)| Self { at: at.moved(dx, dy), align, along: None };
        moves.iter().map(spot).collect()
    }
}

/// How words stand to their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// They begin there.
    Left,
    /// They are centred there.
    Centre,
    /// They end there.
    Right,
}

/// Words at the right end of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct End {
    /// The value they belong to.
    pub at: f64,
    /// The words.
    pub words: Vec<Span>,
    /// The words on a phone.
    pub short: Vec<Span>,
    /// The letter of a pin.
    pub tag: Option<(char, Role)>,
    /// The higher, the sooner it is dropped where there is no room.
    pub rank: u8,
}
