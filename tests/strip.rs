//! The strip behind a slider, with a text writer that only notes what is written: its text stays on the root.

use payback::chart::{
    Align, Palette, Role, Size, StripData, StripText, Surface, TextLine, TextWriter, Theme, draw_strip, text_width,
};
use plotters::backend::SVGBackend;
use plotters::drawing::IntoDrawingArea;
use plotters_backend::BackendCoord;

const UNIT: f64 = 8.0;
const WIDTH: f64 = 354.0;

/// Notes the texts, and checks that each stays on the root.
struct Notes<'a> {
    height: f64,
    texts: &'a mut Vec<String>,
}

impl TextWriter for Notes<'_> {
    fn width(&self, text: &str, bold: bool) -> f64 {
        text_width(text, bold)
    }

    fn write(&mut self, line: &TextLine, (x, y): BackendCoord) {
        let text: String = line.spans.iter().map(|span| span.text).collect();
        let width: f64 = line.spans.iter().map(|span| text_width(span.text, span.bold) * span.size).sum();
        let left = match line.align {
            Align::Left => f64::from(x),
            Align::Centre => f64::from(x) - width / 2.0,
            Align::Right => f64::from(x) - width,
        };
        assert!(left > -0.2 * UNIT && left + width < (WIDTH + 0.2) * UNIT, "{text} from {left}, {width} wide");
        assert!(f64::from(y) + line.baseline() <= self.height * UNIT, "{text} below the root");
        self.texts.push(text);
    }
}

/// The texts of a strip with a break-even, in the order in which they are written.
fn written(break_even: Option<f64>, height: f64) -> Vec<String> {
    let (mut svg, mut texts) = (String::new(), Vec::new());
    let size = ((WIDTH * UNIT) as u32, (height * UNIT) as u32);
    let shapes = SVGBackend::with_string(&mut svg, size);
    let root = Surface { shapes, text: Notes { height, texts: &mut texts }, size, pixel: 8 }.into_drawing_area();
    let text = StripText { ends: ["$0", "$400B"], break_even: "at most $363B", role: Role::Ink };
    let data = StripData { npv: &[100.0, -100.0], break_even, text: Some(text) };
    let theme = Theme { palette: &Palette::LIGHT, unit: UNIT };
    draw_strip(&root, &theme, Size { width: WIDTH, height }, &data, 1.0).unwrap();
    drop(root);
    texts
}

#[test]
fn a_strip_keeps_its_text_inside_and_leaves_out_an_end_without_room() {
    assert_eq!(written(None, 74.0), ["at most $363B", "$0", "$400B"]);
    assert_eq!(written(Some(0.5), 74.0), ["at most $363B", "$0", "$400B"]);
    assert_eq!(written(Some(0.1), 74.0), ["at most $363B", "$400B"]);
    assert_eq!(written(Some(0.95), 74.0), ["at most $363B", "$0"]);
    assert!(written(Some(0.5), 18.0).is_empty());
}
