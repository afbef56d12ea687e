//! The image that social networks show with a link: the question, three figures and the cash chart.

use crate::fonts;
use crate::process::{cargo, run};
use anyhow::{Context, Result};
use payback::chart::{ChartData, Palette, Role, SVG_FAMILY, cash, svg as chart_svg};
use payback::export::escape;
use payback::model::run as run_model;
use payback::scenario::Scenario;
use payback::words::metrics::{Metric, metric_text};
use payback::words::site;
use payback::words::text::Tone;
use std::path::Path;

/// Writes the image, by a build of this package with the feature `social-image`: text rendering is slow to compile.
pub fn write(file: &Path) -> Result<()> {
    fonts::install()?;
    let drawing = file.with_extension("svg");
    std::fs::write(&drawing, svg()).with_context(|| format!("{} cannot be written", drawing.display()))?;
    let [from, to] = [&drawing, file].map(|file| file.to_str().context("the path is not valid Unicode"));
    let arguments = ["run", "--quiet", "--package", "xtask", "--features", "social-image", "--", "social-image"];
    run(cargo(&arguments).args([from?, to?]))?;
    std::fs::remove_file(&drawing).with_context(|| format!("{} cannot be removed", drawing.display()))
}

/// Renders an SVG file as a PNG file.
#[cfg(not(feature = "social-image"))]
pub fn render(_svg: &Path, _png: &Path) -> Result<()> {
    anyhow::bail!("run cargo run --package xtask --features social-image -- social-image <svg> <png>")
}

/// Renders an SVG file as a PNG file.
#[cfg(feature = "social-image")]
pub fn render(svg: &Path, png: &Path) -> Result<()> {
    use resvg::{tiny_skia, usvg};
    let mut options = usvg::Options::default();
    options.fontdb_mut().load_system_fonts();
    if options.fontdb.is_empty() {
        anyhow::bail!("no fonts are installed");
    }
    let svg = std::fs::read_to_string(svg).with_context(|| format!("{} cannot be read", svg.display()))?;
    let tree = usvg::Tree::from_str(&svg, &options)?;
    let (_, width, height) = crate::site_metadata::SOCIAL_IMAGE;
    let mut canvas = tiny_skia::Pixmap::new(width, height).context("the image has no size")?;
    resvg::render(&tree, tiny_skia::Transform::default(), &mut canvas.as_mut());
    std::fs::write(png, canvas.encode_png()?).with_context(|| format!("{} cannot be written", png.display()))
}

/// The image of the default scenario as SVG.
fn svg() -> String {
    let colour = |role| Palette::LIGHT.rgb(role).to_string();
    let (paper, ink, quiet) = (colour(Role::Paper), colour(Role::Ink), colour(Role::Ink3));
    let scenario = Scenario::DEFAULT;
    let outcome = run_model(&scenario);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"630\" font-family=\"{SVG_FAMILY}\">\
         <rect width=\"1200\" height=\"630\" fill=\"{paper}\"/>"
    );
    text(&mut out, (60.0, 64.0), 24.0, true, &quiet, site::NAME);
    text(&mut out, (60.0, 122.0), 46.0, true, &ink, site::question());
    let three = [Metric::Payback, Metric::Npv, Metric::Unmet];
    for (metric, x) in three.into_iter().zip([60.0, 420.0, 780.0]) {
        let figure = metric_text(metric, &scenario, &outcome.summary, None);
        let colour = match figure.tone {
            Tone::Good => colour(Role::Gain),
            Tone::Bad => colour(Role::Loss),
            _ => ink.clone(),
        };
        let beside = [figure.second.map(|part| part.text).unwrap_or_default(), figure.unit].join(" ");
        text(&mut out, (x, 176.0), 22.0, false, &quiet, metric.label());
        out.push_str(&format!(
            "<text x=\"{x}\" y=\"222\" font-size=\"42\" font-weight=\"bold\" fill=\"{colour}\">{}\
             <tspan dx=\"9\" font-size=\"24\" font-weight=\"normal\" fill=\"{ink}\">{}</tspan></text>",
            escape(&figure.main.text),
            escape(beside.trim())
        ));
    }
    let (width, height) = (720.0, 240.0);
    let chart = chart_svg(&cash(&ChartData::of(&scenario, &outcome)), &Palette::LIGHT, width, height);
    // A nested SVG, enlarged by half.
    out + &format!("<g transform=\"translate(60 254) scale(1.5)\">{chart}</g></svg>")
}

fn text(out: &mut String, (x, y): (f64, f64), size: f64, bold: bool, colour: &str, text: &str) {
    let weight = if bold { " font-weight=\"bold\"" } else { "" };
    let text = escape(text);
    out.push_str(&format!("<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{weight} fill=\"{colour}\">{text}</text>"));
}
