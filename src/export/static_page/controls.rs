//! The top bar and the sliders of the static page. Sliders and number fields can be used before the program runs; the program
//! takes their values over.

use super::escape;
use crate::scenario::workbook::Sheet;
use crate::scenario::{Input, Preset, presets};
use crate::words::controls as lang;
use crate::words::numbers::machine;
use crate::words::question::plain_line;
use crate::words::site::NAME;
use crate::words::static_page::LOADING;
use crate::words::{goal_seek, inputs, units};

const UNDO: &str = "M6 3 2.5 6.5 6 10M2.5 6.5H10a3.5 3.5 0 0 1 0 7H7";
const REDO: &str = "M10 3l3.5 3.5L10 10M13.5 6.5H6a3.5 3.5 0 0 0 0 7h3";
const MARK: &str = "<svg viewBox=\"0 0 25 18\" aria-hidden=\"true\" class=\"mark\"><path class=\"axis\" d=\"M1 8h23\"/>\
    <path class=\"line\" d=\"M1 7.500C4 14 7 15.500 10 14.500S16 6 21 1.500\"/><circle cx=\"15.700\" cy=\"8\" r=\"2.600\"/></svg>";

/// The top bar.
pub fn bar(sheet: &Sheet) -> String {
    let companies = segments(lang::company(), &presets().companies, sheet.origin.company_id());
    let cases = segments(lang::case(), &presets().cases, sheet.origin.case_id());
    format!(
        "<header class=\"top-bar\"><div class=\"page-width top-bar-content\"><a class=\"logo\" href=\"#top\">{MARK}{}</a><div class=\"scenario-choice\">{companies}{cases}\
         <select class=\"select debates\" aria-label=\"{}\" disabled><option>{}</option></select></div><span class=\"push\"></span>{}{}{}{}{}</div></header>",
        NAME,
        lang::what_if(),
        lang::what_if_button(),
        icon(lang::undo(), UNDO),
        icon(lang::redo(), REDO),
        button("button wide-only", lang::pin()),
        button("button desktop-only", lang::download()),
        button("button solid desktop-only", lang::share()),
    )
}

fn segments(name: &str, options: &[Preset], now: &str) -> String {
    let option = |preset: &Preset| {
        let estimated = if preset.estimate { format!(" <small>{}</small>", lang::estimated()) } else { String::new() };
        let checked = if preset.id == now { " checked" } else { "" };
        format!(
            "<label><input type=\"radio\" disabled{checked}><span>{}{estimated}</span></label>",
            escape(&preset.label)
        )
    };
    let options: String = options.iter().map(option).collect();
    format!("<div class=\"segments\" role=\"radiogroup\" aria-label=\"{name}\">{options}</div>")
}

fn icon(name: &str, path: &str) -> String {
    format!(
        "<button type=\"button\" class=\"icon\" aria-label=\"{name}\" disabled><svg viewBox=\"0 0 16 16\" aria-hidden=\"true\">\
         <path d=\"{path}\"/></svg></button>"
    )
}

fn button(class: &str, name: &str) -> String {
    format!("<button type=\"button\" class=\"{class}\" disabled>{name}</button>")
}

/// The rail with the three headline sliders and the buttons below them.
pub fn rail(sheet: &Sheet) -> String {
    let sliders: String = Input::HEADLINE.iter().map(|&input| slider(sheet, input).unwrap_or_default()).collect();
    format!(
        "<aside class=\"rail\" aria-label=\"{}\">{sliders}<div class=\"rail-actions\">{}{}</div><div class=\"rail-more\">\
         <p class=\"key\"><b class=\"gain\">{}</b>{}<b class=\"loss\">{}</b>{}</p></div></aside>",
        lang::sliders(),
        button("button solid", &lang::all_assumptions_count(Input::ALL.len())),
        button("button", lang::what_would_it_take()),
        goal_seek::above_the_line(),
        goal_seek::above_means(),
        goal_seek::below(),
        goal_seek::below_means()
    )
}

fn slider(sheet: &Sheet, input: Input) -> Option<String> {
    let (range, value) = (input.range()?, sheet.scenario.get(input).number()?);
    let (track, id) = (range.track(), input.id());
    let source = input.spec().source.letter();
    Some(format!(
        "<div class=\"headline-slider\" data-input=\"{id}\"><div class=\"headline-slider-head\"><label for=\"{id}\">{}</label>\
         <span class=\"headline-slider-note loading\">{LOADING}</span>\
         <span class=\"badge-box\"><span class=\"badge\" data-source=\"{source}\">{source}</span></span>\
         <input type=\"text\" inputmode=\"decimal\" autocomplete=\"off\" class=\"field\" name=\"{id}\" aria-label=\"{}\" value=\"{}\">\
         <span class=\"unit\">{}</span><button type=\"button\" class=\"icon reset\" aria-label=\"{}\" disabled></button></div>\
         <p class=\"plain\">{}</p><div class=\"strip\"><div class=\"baseline-track\"></div>\
         <input type=\"range\" id=\"{id}\" name=\"{id}\" autocomplete=\"off\" min=\"{}\" max=\"{}\" step=\"{}\" value=\"{}\">\
         <div class=\"ends\"><span>{}</span><span class=\"loading\">{LOADING}</span><span>{}</span></div></div></div>",
        inputs::short(input),
        escape(inputs::label(input)),
        escape(&units::field(input, value)),
        escape(units::field_unit(input)),
        escape(&lang::reset_input(input)),
        escape(&plain_line(input, &sheet.origin, &sheet.scenario).unwrap_or_default()),
        machine(track.min),
        machine(track.max),
        machine(track.step),
        machine(range.position(value)),
        escape(&units::range_end(input, range.min)),
        escape(&units::range_end(input, range.max)),
    ))
}
