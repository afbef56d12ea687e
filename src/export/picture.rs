//! A chart as a picture that stands alone: its finding, unit and key above, source, date and link below, and no controls.
//!
//! Text is laid out for the widest font family that a reader is likely to have, and stays inside the picture in any other.

use std::fmt::Write as _;

use super::{Report, citation, escape};
use crate::chart::{ColorKey, FAMILY, Figure, Mark, Palette, Role, svg, text_width};
use crate::words::export as words;
use crate::words::numbers::machine;
use crate::words::site;

/// The space around everything, in CSS pixels.
const MARGIN: f64 = 16.0;
/// The space between the chart and the text above and below it, in CSS pixels.
const GAP: f64 = 8.0;
/// The size of a key's classes where there is room, in CSS pixels.
const CLASS: (f64, f64) = (34.0, 12.0);
/// The height of a key with its labels, in CSS pixels.
const KEY: f64 = 36.0;

struct Line {
    text: String,
    size: f64,
    leading: f64,
    role: Role,
    bold: bool,
}

impl Line {
    fn width(&self) -> f64 {
        self.size * text_width(&self.text, self.bold)
    }
}

/// The chart as SVG with real text, `width` CSS pixels wide.
pub fn picture(report: &Report, figure: &Figure, palette: &Palette, width: f64) -> String {
    let room = width - 2.0 * MARGIN;
    let figure = figure.clone().without_controls();
    let (head, foot) = (head(&figure, room), foot(report, &figure, room));
    let key_height = if figure.key.is_some() { KEY } else { 0.0 };
    let key_top = MARGIN + height_of(&head);
    let top = key_top + key_height + GAP;
    let height = figure.height(room);
    let below = top + height + GAP;
    let whole = below + height_of(&foot) + MARGIN;
    let paper = palette.rgb(Role::Paper);
    let [wide, high, left, at] = [width, whole, MARGIN, top].map(machine);
    let family = escape(FAMILY);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{wide}\" height=\"{high}\" viewBox=\"0 0 {wide} {high}\" \
         font-family=\"{family}\">\n<rect width=\"{wide}\" height=\"{high}\" fill=\"{paper}\"/>\n"
    );
    write_lines(&mut out, &head, MARGIN, palette);
    if let Some(key) = &figure.key {
        write_key(&mut out, key, (key_top, width), palette);
    }
    let chart = svg(&figure, palette, room, height);
    let (before, after) = chart.split_once("<svg ").unwrap_or((&chart, ""));
    out.push_str(&format!("{before}<svg x=\"{left}\" y=\"{at}\" {after}"));
    write_lines(&mut out, &foot, below, palette);
    out.push_str("</svg>\n");
    out
}

/// The finding, and the quantity with its unit; panels with headings of their own say both themselves.
fn head(figure: &Figure, room: f64) -> Vec<Line> {
    if figure.panels.iter().any(|panel| panel.heading.is_some()) {
        return Vec::new();
    }
    let title = |text| Line { text, size: 16.0, leading: 22.0, role: Role::Ink, bold: true };
    let subtitle = |text| Line { text, size: 13.0, leading: 18.0, role: Role::Ink3, bold: false };
    let mut lines = wrapped(&figure.title, room, title);
    lines.extend(wrapped(&figure.subtitle, room, subtitle));
    lines
}

fn foot(report: &Report, figure: &Figure, room: f64) -> Vec<Line> {
    let small = |text| Line { text, size: 11.0, leading: 15.0, role: Role::Ink3, bold: false };
    let source = [site::source(), site::NAME, site::source_rest()].concat();
    let marks = figure.panels.iter().flat_map(|panel| &panel.marks);
    let badged = marks.into_iter().any(|layer| matches!(layer.item, Mark::Badge { .. }));
    let badges = if badged { words::badges() } else { String::new() };
    let lines = [figure.legend, badges.as_str(), &source, &citation(report), report.link];
    lines.iter().flat_map(|text| wrapped(text, room, small)).collect()
}

/// Breaks a text at its spaces, and within a word that is longer than a line.
fn wrapped(text: &str, room: f64, line: impl Fn(String) -> Line) -> Vec<Line> {
    let fits = |text: &str| line(text.to_owned()).width() <= room;
    let mut lines = vec![String::new()];
    // Not at spaces that hold a number and its unit together.
    for word in text.split([' ', '\n']).filter(|word| !word.is_empty()) {
        let last = lines.last().map_or("", String::as_str);
        let joined = if last.is_empty() { word.to_owned() } else { format!("{last} {word}") };
        if fits(&joined) {
            lines.pop();
            lines.push(joined);
            continue;
        }
        lines.push(String::new());
        for letter in word.chars() {
            let start = lines.last().map_or("", String::as_str);
            if !start.is_empty() && !fits(&format!("{start}{letter}")) {
                lines.push(String::new());
            }
            if let Some(last) = lines.last_mut() {
                last.push(letter);
            }
        }
    }
    lines.into_iter().filter(|text| !text.is_empty()).map(line).collect()
}

fn height_of(lines: &[Line]) -> f64 {
    lines.iter().map(|line| line.leading).sum()
}

fn write_lines(out: &mut String, lines: &[Line], top: f64, palette: &Palette) {
    let mut y = top;
    for line in lines {
        let base = y + line.leading - (line.leading - line.size) / 2.0 - 0.22 * line.size;
        write_text(out, line, (MARGIN, base), "start", palette);
        y += line.leading;
    }
}

/// The title of the key, and under it the classes in a row, each with the value at its upper end.
fn write_key(out: &mut String, key: &ColorKey, (top, width): (f64, f64), palette: &Palette) {
    let small = |text: &str| Line { text: text.to_owned(), size: 11.0, leading: 15.0, role: Role::Ink2, bold: false };
    let title = small(&key.title);
    let left = MARGIN + title.width() + GAP;
    write_text(out, &title, (MARGIN, top + CLASS.1 + 2.0), "start", palette);
    let room = (width - MARGIN - left) / (key.classes.len().max(1) as f64 + 0.5);
    let (width, height) = (CLASS.0.min(room), CLASS.1);
    for (index, (role, end)) in (0_u32..).zip(&key.classes) {
        let (x, fill) = (left + width * f64::from(index), palette.rgb(*role));
        let [x, y, wide, high] = [x, top + 4.0, width, height].map(machine);
        // A string takes whatever is written.
        let _ = writeln!(out, "<rect x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{high}\" fill=\"{fill}\"/>");
        if let Some(end) = end {
            let at = (left + width * f64::from(index + 1), top + KEY - 6.0);
            write_text(out, &small(end), at, "middle", palette);
        }
    }
}

fn write_text(out: &mut String, line: &Line, (x, y): (f64, f64), anchor: &str, palette: &Palette) {
    let (weight, fill) = (if line.bold { "bold" } else { "normal" }, palette.rgb(line.role));
    let [x, y] = [x, y].map(|at| machine((10.0 * at).round() / 10.0));
    // A string takes whatever is written.
    let _ = writeln!(
        out,
        "<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\" font-size=\"{}\" font-weight=\"{weight}\" fill=\"{fill}\">{}</text>",
        machine(line.size),
        escape(&line.text)
    );
}
