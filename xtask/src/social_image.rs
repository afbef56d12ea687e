//! The image that social networks show with a link: the question, three figures and the cash chart.

use crate::fonts;
use crate::process::{cargo, run};
use anyhow::{Context, Result};
use std::path::Path;

/// Writes the image, by a build of this package with the feature `social-image`: text rendering is slow to compile.
pub fn write(file: &Path) -> Result<()> {
    fonts::install()?;
    let file = file.to_str().context("the path is not valid Unicode")?;
    run(&mut cargo(&["run", "--quiet", "--package", "xtask", "--features", "social-image", "--", "social-image", file]))
}

/// Draws the image into a file.
#[cfg(not(feature = "social-image"))]
pub fn draw(_file: &Path) -> Result<()> {
    anyhow::bail!("run cargo run --package xtask --features social-image -- social-image <file>")
}

/// Draws the image into a file.
#[cfg(feature = "social-image")]
pub fn draw(file: &Path) -> Result<()> {
    use resvg::{tiny_skia, usvg};
    let mut options = usvg::Options::default();
    options.fontdb_mut().load_system_fonts();
    if options.fontdb.is_empty() {
        anyhow::bail!("no fonts are installed");
    }
    let tree = usvg::Tree::from_str(&drawing::svg(), &options)?;
    let (_, width, height) = crate::site_metadata::SOCIAL_IMAGE;
    let mut canvas = tiny_skia::Pixmap::new(width, height).context("the image has no size")?;
    resvg::render(&tree, tiny_skia::Transform::default(), &mut canvas.as_mut());
    std::fs::write(file, canvas.encode_png()?).with_context(|| format!("{} cannot be written", file.display()))
}

#[cfg(feature = "social-image")]
mod drawing {
    use payback::chart::{Palette, Subject, cash, svg as chart_svg};
    use payback::export::escape;
    use payback::model::run;
    use payback::scenario::Scenario;
    use payback::words::metrics::{Metric, metric_text};
    use payback::words::site;
    use payback::words::text::Tone;

    /// Colours of the light theme, as in `style/tokens.css`.
    const PAPER: &str = "#FBFAF7";
    const INK: &str = "#16191D";
    const QUIET: &str = "#666B73";
    const GAIN: &str = "#0B6B85";
    const LOSS: &str = "#B4450C";

    const FAMILY: &str = "Helvetica Neue, Helvetica, Liberation Sans, Arial, DejaVu Sans, sans-serif";

    /// The default scenario.
    pub fn svg() -> String {
        let scenario = Scenario::DEFAULT;
        let outcome = run(&scenario);
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"630\" font-family=\"{FAMILY}\">\
             <rect width=\"1200\" height=\"630\" fill=\"{PAPER}\"/>"
        );
        text(&mut out, (60.0, 64.0), 24.0, true, QUIET, site::NAME);
        text(&mut out, (60.0, 122.0), 46.0, true, INK, site::question());
        let three = [Metric::Payback, Metric::Npv, Metric::Unmet];
        for (metric, x) in three.into_iter().zip([60.0, 420.0, 780.0]) {
            let figure = metric_text(metric, &scenario, &outcome.summary, None);
            let colour = match figure.tone {
                Tone::Good => GAIN,
                Tone::Bad => LOSS,
                _ => INK,
            };
            let beside = [figure.second.map(|part| part.text).unwrap_or_default(), figure.unit].join(" ");
            text(&mut out, (x, 176.0), 22.0, false, QUIET, metric.label());
            out.push_str(&format!(
                "<text x=\"{x}\" y=\"222\" font-size=\"42\" font-weight=\"bold\" fill=\"{colour}\">{}\
                 <tspan dx=\"9\" font-size=\"24\" font-weight=\"normal\" fill=\"{INK}\">{}</tspan></text>",
                escape(&figure.main.text),
                escape(beside.trim())
            ));
        }
        let (width, height) = (720.0, 240.0);
        let chart = chart_svg(&cash(&Subject::of(&scenario, &outcome)), &Palette::LIGHT, width, height);
        // A nested SVG, enlarged by half.
        out + &format!("<g transform=\"translate(60 254) scale(1.5)\">{chart}</g></svg>")
    }

    fn text(out: &mut String, (x, y): (f64, f64), size: f64, bold: bool, colour: &str, text: &str) {
        let weight = if bold { " font-weight=\"bold\"" } else { "" };
        let text = escape(text);
        out.push_str(&format!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{weight} fill=\"{colour}\">{text}</text>"
        ));
    }
}
