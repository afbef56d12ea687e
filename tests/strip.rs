//! The strip behind a slider, drawn on a backend that only notes what is written: its text stays on the sheet.

use std::cell::RefCell;
use std::convert::Infallible;
use std::rc::Rc;

use payback::chart::{self, Align, ChartBackend, Palette, Role, Size, StripText, TextLine, Theme, Worth};
use plotters::drawing::DrawingArea;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};

const UNIT: f64 = 8.0;
const WIDTH: f64 = 354.0;

/// Notes the texts and their outermost edges, in CSS pixels.
struct Recorder {
    height: f64,
    texts: Vec<String>,
    left: f64,
    right: f64,
    bottom: f64,
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl ChartBackend for Recorder {
    fn draw_line_of_text(&mut self, line: &TextLine, (x, y): BackendCoord) -> Drawn {
        let width: f64 = line.spans.iter().map(|span| chart::text_width(span.text, span.bold) * span.size).sum();
        let left = match line.align {
            Align::Left => f64::from(x),
            Align::Centre => f64::from(x) - width / 2.0,
            Align::Right => f64::from(x) - width,
        };
        self.left = self.left.min(left / UNIT);
        self.right = self.right.max((left + width) / UNIT);
        self.bottom = self.bottom.max(chart::baseline(y, line.spans[0].size) / UNIT);
        self.texts.extend(line.spans.iter().map(|span| span.text.to_owned()));
        Ok(())
    }
}

impl DrawingBackend for Recorder {
    type ErrorType = Infallible;
    fn get_size(&self) -> (u32, u32) {
        ((WIDTH * UNIT) as u32, (self.height * UNIT) as u32)
    }
    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }
    fn present(&mut self) -> Drawn {
        Ok(())
    }
    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        Ok(())
    }
    fn draw_rect<S: BackendStyle>(&mut self, _: BackendCoord, _: BackendCoord, _: &S, _: bool) -> Drawn {
        Ok(())
    }
    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, _: I, _: &S) -> Drawn {
        Ok(())
    }
    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, _: I, _: &S) -> Drawn {
        Ok(())
    }
    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        self.draw_line_of_text(&TextLine::of(text, style), at)
    }
    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let bold = matches!(style.style(), FontStyle::Bold);
        Ok(((chart::text_width(text, bold) * style.size()).round() as u32, style.size() as u32))
    }
}

/// The texts of a strip with a break-even, in the order in which they are written.
fn written(even: Option<f64>, height: f64) -> Vec<String> {
    let recorder = Recorder { height, texts: Vec::new(), left: WIDTH, right: 0.0, bottom: 0.0 };
    let recorder = Rc::new(RefCell::new(recorder));
    let text = StripText { ends: ["$0", "$400B"], even: "at most $363B", role: Role::Ink };
    let worth = Worth { values: &[100.0, -100.0], even, text: Some(text) };
    let theme = Theme { palette: &Palette::LIGHT, unit: UNIT };
    chart::draw_strip(&DrawingArea::from(&recorder), &theme, Size { width: WIDTH, height }, &worth, 1.0).unwrap();
    let Recorder { left, right, bottom, texts, .. } = &*recorder.borrow();
    assert!(*left > -0.2 && *right < WIDTH + 0.2 && *bottom <= height, "{even:?} {left} {right} {bottom}");
    texts.clone()
}

#[test]
fn a_strip_keeps_its_text_inside_and_leaves_out_an_end_without_room() {
    assert_eq!(written(None, 74.0), ["at most $363B", "$0", "$400B"]);
    assert_eq!(written(Some(0.5), 74.0), ["at most $363B", "$0", "$400B"]);
    assert_eq!(written(Some(0.1), 74.0), ["at most $363B", "$400B"]);
    assert_eq!(written(Some(0.95), 74.0), ["at most $363B", "$0"]);
    assert!(written(Some(0.5), 18.0).is_empty());
}
