//! The six figures under the answer; payback, worth and unmet demand always stand together.

use std::borrow::Cow;

use super::dom::{Element, View, all, at_once, button, el, together, worded};
use super::store::store;
use crate::words::controls;
use crate::words::metrics::{Metric, MetricText, MetricValue, metric_text};
use crate::words::text::Tone;

/// So many stand together wherever there is little room.
const FIRST: usize = 3;

/// All six, which change together.
pub fn figures() -> Element {
    let list = |class, metrics: &[Metric]| el("dl", class).with(all(metrics.iter().map(|&metric| one(metric))));
    let (first, rest) = Metric::ALL.split_at(FIRST);
    together(|| {
        el("div", "figures")
            .attr("role", "group")
            .attr("aria-label", controls::figures())
            .with(list("first", first))
            .with(list("rest", rest))
    })
}

fn one(metric: Metric) -> Element {
    let store = store();
    let figure = at_once(move || {
        let ((scenario, outcome), before) = (store.present(), store.before());
        metric_text(metric, &scenario, &outcome.summary, before.as_ref().map(|outcome| &outcome.summary))
    });
    let large = el("b", "").says(move || figure.with_value(|figure| figure.main.text.clone()));
    let (main, second) = figure.with_value(|figure| (figure.main.id, figure.second.as_ref().map(|second| second.id)));
    let of_second =
        move |what: fn(&MetricValue) -> String| figure.with_value(|figure| figure.second.as_ref().map(what));
    let beside = second.map(|id| {
        let output =
            output(id, move || of_second(MetricValue::data_value)).says(move || of_second(|part| part.text.clone()));
        all::<View>([" ".into(), output.into()])
    });
    let value = el("dd", "value")
        .with(output(main, move || figure.with_value(|figure| Some(figure.main.data_value()))).with(large))
        .with(el("span", "of").says(move || figure.with_value(|figure| figure.unit.clone())))
        .with(beside);
    let why = button("link", move || store.explain(metric))
        .attr("id", &super::working::why_id(metric))
        .attr("aria-label", &controls::why_of(metric.label()))
        .with(controls::why());
    el("div", "")
        .attr("data-figure", main)
        .keep("class", move || figure.with_value(|figure| class_of(figure.tone)))
        .with(el("dt", "").with(metric.label()))
        .with(value)
        .with(el("dd", "note").with(worded(move || vec![figure.with_value(below)], bearer)).with(why))
}

/// What stands below: the change against the baseline, good, bad or neither; or a note.
fn below(figure: &MetricText) -> (Option<&'static str>, Cow<'static, str>) {
    match &figure.change {
        None => (None, figure.note.clone().into()),
        Some(change) => {
            (Some(change.good.map_or("same", |good| if good { "gain" } else { "loss" })), change.text.clone().into())
        }
    }
}

fn bearer(change: &Option<&'static str>, words: View) -> View {
    match change {
        Some(class) => el("b", class).with(words).into(),
        None => el("span", "").with(words).into(),
    }
}

fn output(id: &str, value: impl Fn() -> Option<String> + 'static) -> Element {
    el("output", "").attr("data-metric", id).keep("data-value", value)
}

fn class_of(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "gain",
        Tone::Bad => "loss",
        _ => "",
    }
}
