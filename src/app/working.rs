//! The working: every equation with this scenario's numbers, or the chain behind one figure.

use super::dom::{Element, View, all, anew, button, each, el, when};
use super::lines::heads;
use super::parts::{segments, select};
use super::section::Section;
use super::seen::{in_view, soon};
use super::store::{Shared, store};
use crate::platform::reactive::{Memo, RwSignal, effect, memo, memo_after, untrack};
use crate::platform::rest::later;
use crate::scenario::Input;
use crate::words::inputs;
use crate::words::metrics::{self, Metric};
use crate::words::sections;
use crate::words::working::{self as words, Equation, EquationGroup, Period, WorkedEquation};

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
    fn when(&self) -> Period {
        let quarter = self.quarter.get().clamp(1, self.quarters.get().max(1));
        match self.by.get() {
            By::Quarter => Period::Quarter(quarter),
            By::Year => Period::Year(quarter.div_ceil(4)),
        }
    }
}

/// The quarter that is shown first: in the middle of most horizons.
const FIRST: usize = 17;

/// Equations, numbers, results.
pub fn working() -> Element {
    let store = store();
    let quarters = memo(move || store.outcome.with(|outcome| outcome.quarterly.revenue.len()));
    let desk = Desk { by: RwSignal::new(By::Quarter), quarter: RwSignal::new(FIRST), quarters };
    let soon = soon();
    effect(move || {
        if let Some(metric) = store.explained.get() {
            let at = untrack(|| store.outcome.with(|outcome| words::quarter_of(Equation::of(metric), outcome)));
            set_later(desk, at);
        }
    });
    let skip = move || {
        let table = Section::Years.id();
        let skip = el("a", "skip").attr("href", &format!("#{table}"));
        skip.on("click", move |event| super::scroll::to(&event, table)).with(words::skip())
    };
    let rest = move || {
        let working = anew(move || {
            let explained = store.explained.get();
            untrack(|| equations(desk, explained))
        });
        all::<View>([
            skip().into(),
            chooser(desk).into(),
            working,
            el("p", "small letters").with(words::letters()).into(),
        ])
    };
    el("section", "section")
        .attr("id", Section::Working.id())
        .attr("aria-labelledby", "working-title")
        .with(el("h2", "").attr("id", "working-title").with(Section::Working.title()))
        .with(el("p", "lead").with(sections::working_lead()))
        .with(when(move || soon.get(), rest))
}

/// A chain opens where its figure is decided; the event that asked for it is over by then.
fn set_later(desk: Desk, quarter: usize) {
    later(0, move || {
        desk.by.set(By::Quarter);
        desk.quarter.set(quarter);
    });
}

/// A quarter or a year.
fn chooser(desk: Desk) -> Element {
    let length = move || if desk.by.get() == By::Year { 4 } else { 1 };
    let choice = move |at: usize| {
        // The last quarter of the period.
        let value = move || (at + 1) * length();
        let when = move || if desk.by.get() == By::Year { Period::Year(at + 1) } else { Period::Quarter(at + 1) };
        el("option", "")
            .keep("value", move || value().to_string())
            .keep_property("selected", move || when() == desk.when())
            .says(move || words::period_name(when()))
    };
    let count = move || match desk.when() {
        Period::Quarter(t) => words::quarter_of_all(t, desk.quarters.get()),
        Period::Year(year) => words::year_of_all(year, desk.quarters.get() / 4),
    };
    let choose = move |value: String| {
        if let Ok(quarter) = value.parse() {
            desk.quarter.set(quarter);
        }
    };
    let [quarter, year] = words::KINDS;
    el("div", "tools")
        .with(segments("working", words::choice(), &[(By::Quarter, quarter), (By::Year, year)], desk.by))
        .with(select(words::choice(), choose).with(each(move || desk.quarters.get() / length(), choice)))
        .with(el("span", "caption").says(count))
}

/// The equations of the present choice: all of them by part, or a chain.
fn equations(desk: Desk, explained: Option<Metric>) -> View {
    let store = store();
    let table = el("table", if explained.is_some() { "work chained" } else { "work" });
    let seen = in_view(&table);
    let lines = memo_after(move |before: Option<&Shared<Vec<WorkedEquation>>>| match before {
        // Off the screen the numbers stay as they are.
        Some(before) if !seen.get() => before.clone(),
        _ => {
            let ((scenario, outcome), when) = (store.present(), desk.when());
            Shared::new(match explained {
                Some(metric) => words::why(Equation::of(metric), &scenario, &outcome, when)
                    .into_iter()
                    .map(|(_, line)| line)
                    .collect(),
                None => words::working(&scenario, &outcome, when),
            })
        }
    });
    let steps: Vec<(Equation, usize)> = match explained {
        Some(metric) => Equation::of(metric).chain(),
        None => Equation::ALL.iter().map(|&step| (step, 0)).collect(),
    };
    let mut group = None::<EquationGroup>;
    let mut rows = Vec::new();
    for (at, (step, depth)) in steps.into_iter().enumerate() {
        if explained.is_none() && group != Some(step.group()) {
            group = Some(step.group());
            let head = el("th", "").attr("colspan", "5").attr("scope", "colgroup").with(step.group().title());
            rows.push(el("tr", "part").with(head));
        }
        rows.push(equation(step, depth, at, lines));
    }
    let table = table.with(el("thead", "sr").with(heads(words::HEADS))).with(el("tbody", "").with(all(rows)));
    all::<View>([explained.map(chain).into(), table.into()])
}

/// Whose chain this is, and the way back to everything.
fn chain(metric: Metric) -> Element {
    let store = store();
    let title = move || {
        let (scenario, outcome) = store.present();
        let figure = metrics::metric_text(metric, &scenario, &outcome.summary, None);
        format!("{}: {}", metric.label(), words::why_title(&figure.value()))
    };
    let back = move || super::scroll::focus(why_id(metric));
    el("div", "tools chain-head")
        .with(el("h3", "").attr("id", "chain-title").says(title))
        .with(button("button", move || store.explained.set(None)).with(words::all_equations()))
        .with(button("button", back).with(words::back_to(metric.label())))
}

/// One equation: in letters, in numbers, its result, and what it stands on.
fn equation(step: Equation, depth: usize, at: usize, lines: Memo<Shared<Vec<WorkedEquation>>>) -> Element {
    let code = |part: fn(&WorkedEquation) -> &str| {
        el("code", "")
            .says(move || lines.with(|lines| lines.get(at).map_or_else(String::new, |line| part(line).into())))
    };
    let input = |&input: &Input| button("link", move || store().reveal(input)).with(inputs::short(input));
    let uses = |&uses: &Equation| button("link step", move || super::scroll::focus(row_id(uses))).with(uses.title());
    let from = step.uses().iter().map(uses).chain(step.inputs().iter().map(input));
    let from = from.map(|link| all::<View>([link.into(), " ".into()]));
    let numbers = el("td", "numbers").with(code(|line| &line.substituted)).with(el("span", "from").with(all(from)));
    el("tr", &format!("depth-{}", depth.min(6)))
        .attr("id", &row_id(step))
        .with(el("td", "number").with(step.number()))
        .with(el("th", "name").attr("scope", "row").with(step.title()))
        .with(el("td", "formula").with(code(|line| line.formula)))
        .with(numbers)
        .with(
            el("td", "result")
                .says(move || lines.with(|lines| lines.get(at).map_or_else(String::new, |line| line.result.clone()))),
        )
}

/// The button that asks why.
pub fn why_id(metric: Metric) -> String {
    format!("why-{}", Equation::of(metric) as usize)
}

fn row_id(step: Equation) -> String {
    format!("equation-{}", step as usize)
}
