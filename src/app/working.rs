//! The working: every equation with this scenario's numbers, or the chain behind one figure.

use crate::app::reactive::{effect, memo};
use leptos::html;
use leptos::prelude::*;

use super::seen::{seen, soon};
use super::segments::Segments;
use super::store::{Shared, store};
use crate::lang::inputs;
use crate::lang::metrics::{self, Metric};
use crate::lang::page::{self, Section};
use crate::lang::working::{self as words, Line, Step, When};
use crate::scenario::Input;

#[derive(Clone, Copy, PartialEq)]
enum By {
    Quarter,
    Year,
}

/// What is looked at, and when.
#[derive(Clone, Copy)]
struct Desk {
    by: RwSignal<By>,
    /// The quarter, from 1.
    quarter: RwSignal<usize>,
    /// How many quarters there are.
    quarters: Memo<usize>,
}

impl Desk {
    fn when(&self) -> When {
        let quarter = self.quarter.get().clamp(1, self.quarters.get().max(1));
        match self.by.get() {
            By::Quarter => When::Quarter(quarter),
            By::Year => When::Year(quarter.div_ceil(4)),
        }
    }
}

/// The quarter that is shown first: in the middle of most horizons.
const FIRST: usize = 17;

/// Equations, numbers, results.
#[component]
pub fn Working() -> impl IntoView {
    let store = store();
    let quarters = memo(move || store.outcome.with(|outcome| outcome.quarterly.revenue.len()));
    let desk = Desk { by: RwSignal::new(By::Quarter), quarter: RwSignal::new(FIRST), quarters };
    let soon = soon();
    effect(move || {
        if let Some(metric) = store.explained.get() {
            let at = untrack(|| store.outcome.with(|outcome| words::quarter_of(Step::of(metric), outcome)));
            set_later(desk, at);
        }
    });
    view! {
        <section class="section" id=Section::Working.id() aria-labelledby="working-title">
            <h2 id="working-title">{Section::Working.title()}</h2>
            <p class="lead">{page::lead(Section::Working)}</p>
            <Show when=move || soon.get()>
                <a class="skip" href=format!("#{}", Section::Table.id()) on:click=move |event| super::scroll::to(&event, Section::Table.id())>{words::skip()}</a>
                <Chooser desk/>
                {move || view! { <Lines desk explained=store.explained.get()/> }}
                <p class="small letters">{words::letters()}</p>
            </Show>
        </section>
    }
}

/// A chain opens where its figure is decided; the event that asked for it is over by then.
fn set_later(desk: Desk, quarter: usize) {
    gloo::timers::callback::Timeout::new(0, move || {
        desk.by.set(By::Quarter);
        desk.quarter.set(quarter);
    })
    .forget();
}

/// A quarter or a year.
#[component]
fn Chooser(desk: Desk) -> impl IntoView {
    let options = move || {
        let whens: Vec<(usize, When)> = match desk.by.get() {
            By::Quarter => (1..=desk.quarters.get()).map(|t| (t, When::Quarter(t))).collect(),
            By::Year => (1..=desk.quarters.get() / 4).map(|year| (4 * year, When::Year(year))).collect(),
        };
        let now = desk.when();
        whens
            .into_iter()
            .map(|(value, when)| view! { <option value=value selected={when == now}>{words::when(when)}</option> })
            .collect_view()
    };
    let count = move || match desk.when() {
        When::Quarter(t) => words::quarter_of_all(t, desk.quarters.get()),
        When::Year(year) => words::year_of_all(year, desk.quarters.get() / 4),
    };
    let choose = move |event| {
        if let Ok(quarter) = event_target_value(&event).parse() {
            desk.quarter.set(quarter);
        }
    };
    view! {
        <div class="tools">
            <Segments name="working" label=words::choice() options=[By::Quarter, By::Year].into_iter().zip(words::KINDS).collect() chosen=desk.by/>
            <select class="select" aria-label=words::choice() on:change=choose>{options}</select>
            <span class="caption">{count}</span>
        </div>
    }
}

/// The lines of the present choice: all of them by part, or a chain.
#[component]
fn Lines(desk: Desk, explained: Option<Metric>) -> impl IntoView {
    let store = store();
    let node = NodeRef::<html::Table>::new();
    let seen = seen(node);
    let lines = Memo::new(move |before: Option<&Shared<Vec<Line>>>| match before {
        // Off the screen the numbers stay as they are.
        Some(before) if !seen.get() => before.clone(),
        _ => {
            let (scenario, outcome, when) = (store.scenario.get(), store.outcome.get(), desk.when());
            Shared::new(match explained {
                Some(metric) => {
                    words::why(Step::of(metric), &scenario, &outcome, when).into_iter().map(|(_, line)| line).collect()
                }
                None => words::working(&scenario, &outcome, when),
            })
        }
    });
    let steps: Vec<(Step, usize)> = match explained {
        Some(metric) => Step::of(metric).chain(),
        None => Step::ALL.iter().map(|&step| (step, 0)).collect(),
    };
    let mut part = "";
    let mut rows = Vec::new();
    for (at, (step, depth)) in steps.into_iter().enumerate() {
        if explained.is_none() && part != step.part() {
            part = step.part();
            rows.push(view! { <tr class="part"><th colspan="5" scope="colgroup">{part}</th></tr> }.into_any());
        }
        rows.push(view! { <Equation step depth at lines/> }.into_any());
    }
    view! {
        {explained.map(|metric| view! { <Chain metric/> })}
        <table class="work" node_ref=node class:chained=explained.is_some()>
            <thead class="sr"><tr>{words::HEADS.map(|head| view! { <th scope="col">{head}</th> }).collect_view()}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// Whose chain this is, and the way back to everything.
#[component]
fn Chain(metric: Metric) -> impl IntoView {
    let store = store();
    let value = move || {
        let figure = metrics::figure(metric, &store.scenario.get(), &store.outcome.get().summary, None);
        words::why_title(&figure.value())
    };
    view! {
        <div class="tools chain-head">
            <h3 id="chain-title">{metric.label()}": "{value}</h3>
            <button type="button" class="button" on:click=move |_| store.explained.set(None)>{words::all_equations()}</button>
            <button type="button" class="button" on:click=move |_| super::scroll::focus(why_id(metric))>{words::back_to(metric.label())}</button>
        </div>
    }
}

/// One equation: in letters, in numbers, its result, and what it stands on.
#[component]
fn Equation(step: Step, depth: usize, at: usize, lines: Memo<Shared<Vec<Line>>>) -> impl IntoView {
    let part =
        move |part: fn(&Line) -> String| memo(move || lines.with(|lines| lines.get(at).map(part)).unwrap_or_default());
    let (formula, numbers, result) =
        (part(|line| line.formula.to_owned()), part(|line| line.substituted.clone()), part(|line| line.result.clone()));
    let input = |&input: &Input| {
        view! { <button type="button" class="link" on:click=move |_| store().reveal(input)>{inputs::short(input)}</button>" " }
    };
    let uses = |&uses: &Step| {
        view! { <button type="button" class="link step" on:click=move |_| super::scroll::focus(row_id(uses))>{uses.title()}</button>" " }
    };
    view! {
        <tr id=row_id(step) class=format!("depth-{}", depth.min(6))>
            <td class="number">{step.number()}</td>
            <th scope="row" class="name">{step.title()}</th>
            <td class="formula"><code>{formula}</code></td>
            <td class="numbers"><code>{numbers}</code>
                <span class="from">{step.uses().iter().map(uses).collect_view()}{step.inputs().iter().map(input).collect_view()}</span>
            </td>
            <td class="result">{result}</td>
        </tr>
    }
}

/// The button that asks why.
pub fn why_id(metric: Metric) -> String {
    format!("why-{}", Step::of(metric).id())
}

fn row_id(step: Step) -> String {
    format!("step-{}", step.id())
}
