//! The six figures under the answer; payback, worth and unmet demand always stand together.

use super::dom::{Element, View, all, anew, button, each_of, el, together};
use super::store::{Shared, store};
use crate::lang::controls;
use crate::lang::metrics::{Metric, Part, figure};
use crate::lang::text::Tone;
use crate::platform::reactive::{memo, untrack};

/// So many stand together wherever there is little room.
const FIRST: usize = 3;

/// All six.
pub fn figures() -> Element {
    let list =
        |class, metrics: &[Metric]| el("dl", class).with(all(metrics.iter().map(|&metric| together(|| one(metric)))));
    let (first, rest) = Metric::ALL.split_at(FIRST);
    el("div", "figures")
        .attr("role", "group")
        .attr("aria-label", controls::figures())
        .with(list("first", first))
        .with(list("rest", rest))
}

fn one(metric: Metric) -> Element {
    let store = store();
    let figure = memo(move || {
        let ((scenario, outcome), before) = (store.present(), store.before());
        Shared::new(figure(metric, &scenario, &outcome.summary, before.as_ref().map(|outcome| &outcome.summary)))
    });
    let second = memo(move || figure.with(|figure| figure.second.as_ref().map(|part| part.id)));
    let beside = move || {
        let output = output(second.get()?, move || figure.with(|figure| figure.second.as_ref().map(Part::data_value)));
        let words = move || figure.with(|figure| figure.second.as_ref().map(|part| part.text.clone()));
        Some(all::<View>([" ".into(), output.says(move || words().unwrap_or_default()).into()]))
    };
    let main = untrack(|| figure.get().main.id);
    let large = el("b", "").says(move || figure.with(|figure| figure.main.text.clone()));
    let value = el("dd", "value")
        .with(output(main, move || figure.with(|figure| Some(figure.main.data_value()))).with(large))
        .with(el("span", "of").says(move || figure.with(|figure| figure.unit.clone())))
        .with(anew(beside));
    // What stands below: the change against the baseline, good, bad or neither; or a note.
    let below = move || match figure.with(|figure| figure.change.as_ref().map(|change| change.good)) {
        None => vec![("span", "")],
        Some(None) => vec![("b", "same")],
        Some(Some(good)) => vec![("b", if good { "gain" } else { "loss" })],
    };
    let note = move || figure.with(|figure| figure.change.as_ref().map_or(&figure.note, |change| &change.text).clone());
    let why = button("link", move || store.explain(metric))
        .attr("id", &super::working::why_id(metric))
        .attr("aria-label", &controls::why_of(metric.label()))
        .with(controls::why());
    el("div", "")
        .attr("data-figure", main)
        .keep("class", move || figure.with(|figure| class_of(figure.tone)))
        .with(el("dt", "").with(metric.label()))
        .with(value)
        .with(el("dd", "note").with(each_of(below, move |_, (tag, class)| el(tag, class).says(note))).with(why))
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
