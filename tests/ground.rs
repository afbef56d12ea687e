//! Where drawing reaches: what of a chart is drawn again while its axes stay must not reach the words of the axes, which are
//! left as they are; and the words of a strip stay within it.

use std::convert::Infallible;

use payback::analysis::{CashBand, MonteCarlo};
use payback::chart::{self, Align, Face, Figure, Palette, Pen, Size, Subject, Surface};
use payback::model::{self, Workspace};
use payback::scenario::Scenario;
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind};

const UNIT: f64 = 8.0;

/// Notes how far drawing reaches, in CSS pixels, and what is written.
#[derive(Default)]
struct Reach {
    left: f64,
    bottom: f64,
    words: Vec<String>,
}

impl Reach {
    fn to(&mut self, x: f64, y: f64, around: f64) {
        self.left = self.left.min((x - around) / UNIT);
        self.bottom = self.bottom.max((y + around) / UNIT);
    }

    fn all(&mut self, path: impl IntoIterator<Item = BackendCoord>, around: f64) {
        path.into_iter().for_each(|(x, y)| self.to(f64::from(x), f64::from(y), around));
    }
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Reach {
    type ErrorType = Infallible;
    fn get_size(&self) -> (u32, u32) {
        (8000, 8000)
    }
    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }
    fn present(&mut self) -> Drawn {
        Ok(())
    }
    fn draw_pixel(&mut self, at: BackendCoord, _: BackendColor) -> Drawn {
        self.all([at], 0.0);
        Ok(())
    }
    fn draw_rect<S: BackendStyle>(&mut self, a: BackendCoord, b: BackendCoord, _: &S, _: bool) -> Drawn {
        self.all([a, b], 0.0);
        Ok(())
    }
    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        self.all(path, f64::from(style.stroke_width()) / 2.0);
        Ok(())
    }
    fn draw_circle<S: BackendStyle>(&mut self, at: BackendCoord, radius: u32, _: &S, _: bool) -> Drawn {
        self.all([at], f64::from(radius));
        Ok(())
    }
    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, outline: I, _: &S) -> Drawn {
        self.all(outline, 0.0);
        Ok(())
    }
}

impl Surface for Reach {
    fn unit(&self) -> f64 {
        UNIT
    }
    fn pixel(&self) -> f64 {
        UNIT
    }
    fn dashed(&mut self, path: &[BackendCoord], pen: &Pen, _: &[f64]) {
        self.all(path.iter().copied(), f64::from(pen.width) / 2.0);
    }
    fn write(&mut self, text: &str, face: &Face, at: BackendCoord) {
        let width = self.width(text, face);
        let left = f64::from(at.0)
            - match face.align {
                Align::Left => 0.0,
                Align::Centre => width / 2.0,
                Align::Right => width,
            };
        let halo = face.halo.map_or(0.0, |(_, width)| width / 2.0);
        self.to(left, f64::from(at.1) + 0.25 * face.size, halo);
        self.words.push(text.to_owned());
    }
    fn width(&self, text: &str, face: &Face) -> f64 {
        chart::width(text, face.bold) * face.size
    }
}

fn charts(scenario: &Scenario) -> Vec<Figure> {
    let (outcome, opened) = (model::run(scenario), model::run(&Scenario::DEFAULT));
    let (mut odds, mut band) = (MonteCarlo::new(2026), CashBand::default());
    odds.advance(&mut Workspace::new(), scenario, 60);
    odds.band(&mut band);
    let subject = Subject { opened: Some(&opened), band: Some(&band), ..Subject::of(scenario, &outcome) };
    [chart::cash, chart::revenue, chart::spend, chart::mix, chart::margin].map(|build| build(&subject)).into()
}

#[test]
fn what_moves_keeps_away_from_the_words_of_the_axes() {
    let base = Scenario::DEFAULT;
    let growths = (0..30).map(|step| Scenario { growth: -0.2 + 0.09 * f64::from(step), ..base });
    let capex = (0..20).map(|step| Scenario { capex: 20.0 * f64::from(step), ..base });
    let shares = (0..5).map(|step| Scenario { custom_share: 0.25 * f64::from(step), horizon: 5.0, ..base });
    let mut kept = [0; 5];
    for scenario in growths.chain(capex).chain(shares) {
        for (figure, kept) in charts(&scenario).iter().zip(&mut kept) {
            for width in [330.0, 880.0] {
                let size = Size { width, height: figure.height(width) };
                let draw = |known| {
                    let mut reach = Reach { left: width, ..Reach::default() };
                    let (layout, ground) = chart::redraw(&mut reach, figure, &Palette::LIGHT, size, None, known);
                    (reach, layout, ground)
                };
                let (first, layout, Some(ground)) = draw(None) else { continue };
                let (again, _, still) = draw(Some(ground));
                *kept += usize::from(still.is_some());
                let (inner, name) = (layout.plots[0].inner, figure.chart.id());
                // The words end 8 pixels left of the plot, and those below it begin 12 below.
                assert!(again.left >= inner.left - 8.0 - 1e-9, "{name} {scenario:?}: {} {inner:?}", again.left);
                assert!(again.bottom <= inner.bottom + 9.0 + 1e-9, "{name} {scenario:?}: {} {inner:?}", again.bottom);
                let axes: Vec<_> = figure.panels[0].x.ticks.iter().chain(&figure.panels[0].y.ticks).collect();
                assert!(axes.len() > 4 && again.words.len() + 4 < first.words.len(), "{name}");
            }
        }
    }
    assert!(kept[..3].iter().all(|kept| *kept == 110), "{kept:?}");
}

#[test]
fn other_axes_other_colours_or_a_crosshair_leave_nothing() {
    let [first, second] = [1.0, 2.5].map(|growth| charts(&Scenario { growth, ..Scenario::DEFAULT }).swap_remove(1));
    let size = Size { width: 880.0, height: 250.0 };
    let drawn = |figure: &Figure, palette, focus, known| {
        let mut reach = Reach { left: 880.0, ..Reach::default() };
        let (_, ground) = chart::redraw(&mut reach, figure, &palette, size, focus, known);
        (reach.words.len(), ground)
    };
    let whole = |figure| drawn(figure, Palette::LIGHT, None, None);
    let (all, ground) = whole(&first);
    assert!(drawn(&first, Palette::LIGHT, None, ground.clone()).0 < all);
    assert_eq!(drawn(&first, Palette::DARK, None, ground.clone()).0, all);
    assert_eq!(drawn(&second, Palette::LIGHT, None, ground.clone()).0, whole(&second).0);
    let focus = Some(chart::Focus { row: 7, column: 0 });
    let (read, none) = drawn(&first, Palette::LIGHT, focus, ground);
    assert!(read > all - 2 && none.is_none());
}

#[test]
fn a_strip_keeps_its_words_inside_and_leaves_out_an_end_that_has_no_room() {
    let written = |even: Option<f64>, height: f64| {
        let words = chart::Words { ends: ["$0", "$400B"], even: "at most $363B", role: chart::Role::Ink };
        let worth = chart::Worth { values: &[100.0, -100.0], even, words: Some(words) };
        let mut reach = Reach { left: 354.0, ..Reach::default() };
        chart::strip(&mut reach, &Palette::LIGHT, Size { width: 354.0, height }, &worth, 1.0);
        assert!(reach.left > -1.0 / UNIT && reach.bottom <= height + 1.0, "{even:?} {} {}", reach.left, reach.bottom);
        reach.words
    };
    assert_eq!(written(None, 74.0), ["at most $363B", "$0", "$400B"]);
    assert_eq!(written(Some(0.5), 74.0), ["at most $363B", "$0", "$400B"]);
    assert_eq!(written(Some(0.1), 74.0), ["at most $363B", "$400B"]);
    assert_eq!(written(Some(0.95), 74.0), ["at most $363B", "$0"]);
    assert!(written(Some(0.5), 18.0).is_empty());
}
