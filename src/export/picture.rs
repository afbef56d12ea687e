//! A chart as a picture that stands alone: its finding and unit above, who calculated it and the link below.

use std::fmt::Write as _;

use super::{Report, citation, escape};
use crate::chart::{FAMILY, Figure, Palette, Rgb, Role, svg};
use crate::words::numbers::machine;

/// Space around words.
const MARGIN: f64 = 16.0;
/// Mean width of a letter, as a part of the size; rather too wide than cut off.
const LETTER: f64 = 0.53;

struct Line {
    text: String,
    size: f64,
    leading: f64,
    role: Role,
    bold: bool,
}

/// The chart as SVG with real text, `width` CSS pixels wide.
pub fn picture(report: &Report, figure: &Figure, palette: &Palette, width: f64) -> String {
    let height = figure.height(width);
    let (head, foot) = (head(figure, width), foot(report, width));
    let top = MARGIN + length(&head) + 8.0;
    let below = top + height + 8.0;
    let whole = below + length(&foot) + MARGIN;
    let paper = hex(palette.rgb(Role::Paper));
    let [wide, high, at] = [width, whole, top].map(machine);
    let family = escape(FAMILY);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{wide}\" height=\"{high}\" viewBox=\"0 0 {wide} {high}\" \
         font-family=\"{family}\">\n<rect width=\"{wide}\" height=\"{high}\" fill=\"{paper}\"/>\n"
    );
    write_lines(&mut out, &head, MARGIN, palette);
    let chart = svg(figure, palette, width, height);
    let (before, after) = chart.split_once("<svg ").unwrap_or((&chart, ""));
    out.push_str(&format!("{before}<svg x=\"0\" y=\"{at}\" {after}"));
    write_lines(&mut out, &foot, below, palette);
    out.push_str("</svg>\n");
    out
}

/// The finding, and what the chart counts; the sentence for who does not see it stands inside the chart.
fn head(figure: &Figure, width: f64) -> Vec<Line> {
    let title = |text| Line { text, size: 16.0, leading: 22.0, role: Role::Ink, bold: true };
    let subtitle = |text| Line { text, size: 13.0, leading: 18.0, role: Role::Ink3, bold: false };
    let mut lines = wrapped(&figure.title, width, title);
    lines.extend(wrapped(&figure.subtitle, width, subtitle));
    lines
}

fn foot(report: &Report, width: f64) -> Vec<Line> {
    let small = |text| Line { text, size: 11.0, leading: 15.0, role: Role::Ink3, bold: false };
    let mut lines = wrapped(&citation(report), width, small);
    lines.extend(wrapped(report.link, width, small));
    lines
}

/// Breaks a text at its spaces, and within a word that is longer than a line.
fn wrapped(text: &str, width: f64, line: impl Fn(String) -> Line) -> Vec<Line> {
    let size = line(String::new()).size;
    let room = ((width - 2.0 * MARGIN) / (LETTER * size)).max(10.0) as usize;
    let mut lines = vec![String::new()];
    let mut words: Vec<String> = Vec::new();
    // Not at spaces that hold a number and its sign together.
    for word in text.split([' ', '\n']).filter(|word| !word.is_empty()) {
        let letters: Vec<char> = word.chars().collect();
        words.extend(letters.chunks(room).map(|part| part.iter().collect::<String>()));
    }
    for word in words {
        match lines.last_mut() {
            Some(last) if last.is_empty() => *last = word,
            Some(last) if last.chars().count() + 1 + word.chars().count() <= room => {
                last.push(' ');
                last.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    lines.into_iter().filter(|text| !text.is_empty()).map(line).collect()
}

fn length(lines: &[Line]) -> f64 {
    lines.iter().map(|line| line.leading).sum()
}

fn write_lines(out: &mut String, lines: &[Line], top: f64, palette: &Palette) {
    let mut y = top;
    for line in lines {
        let (weight, fill) = (if line.bold { "bold" } else { "normal" }, hex(palette.rgb(line.role)));
        let base = y + line.leading - (line.leading - line.size) / 2.0 - 0.22 * line.size;
        let tenths = (10.0 * base).round() as i64;
        let (x, y_whole, y_tenth) = (machine(MARGIN), tenths / 10, tenths % 10);
        let _ = writeln!(
            out,
            "<text x=\"{x}\" y=\"{y_whole}.{y_tenth}\" font-size=\"{}\" font-weight=\"{weight}\" fill=\"{fill}\">{}</text>",
            machine(line.size),
            escape(&line.text)
        );
        y += line.leading;
    }
}

fn hex(Rgb(red, green, blue): Rgb) -> String {
    format!("#{red:02X}{green:02X}{blue:02X}")
}
