//! Working: every equation with the numbers of the current scenario, or the derivation of one figure.

use std::sync::Arc;
use std::time::Duration;

use leptos::html;
use leptos::prelude::*;

use crate::app::components::{HeadRow, PageSection, Segments, Select};
use crate::app::scroll;
use crate::app::section::Section;
use crate::app::state::{UiState, WorkingPeriod, use_ui, use_workbook};
use crate::app::visibility::{NEAR, memo_while_visible, use_visibility};
use crate::scenario::Input;
use crate::words::inputs;
use crate::words::metrics;
use crate::words::metrics::Metric;
use crate::words::sections;
use crate::words::working;
use crate::words::working::Period;
use crate::words::working::WorkedEquation;
use crate::words::working::{Equation, EquationGroup};

/// Time after the start at which the equations are built, so that they do not delay the first screen.
const BUILD_AFTER: Duration = Duration::from_millis(200);

/// Quarters of a year.
const QUARTERS: usize = 4;

/// Deepest level of a derivation with an indent of its own.
const DEEPEST: usize = 6;

/// Section with the equations.
#[component]
pub(crate) fn Working() -> impl IntoView {
    let (workbook, ui) = (use_workbook(), use_ui());
    let quarters = workbook.quarters();
    let when = Memo::new(move |_| shown_time(ui, quarters.get()));
    let (built, set_built) = signal(false);
    let build = move || {
        // The page may show another view by then.
        let _ = set_built.try_set(true);
    };
    set_timeout(build, BUILD_AFTER);
    let table = Section::Years.id();
    view! {
        <PageSection section=Section::Working>
            <p class="lead">{sections::working_lead()}</p>
            <Show when=move || built.get()>
                <a class="skip" href=format!("#{table}") on:click=move |event| scroll::follow_link(&event, table)>
                    {working::skip()}
                </a>
                <TimeChoice quarters when/>
                <For each=move || [ui.explained.get()] key=|explained| *explained let(explained)>
                    <Equations explained when/>
                </For>
                <p class="small letters">{working::letters()}</p>
            </Show>
        </PageSection>
    }
}

/// Returns the quarter or year that the equations are shown for.
fn shown_time(ui: UiState, quarters: usize) -> Period {
    let quarter = ui.working_quarter.get().clamp(1, quarters.max(1));
    match ui.working_period.get() {
        WorkingPeriod::Quarter => Period::Quarter(quarter),
        WorkingPeriod::Year => Period::Year(quarter.div_ceil(QUARTERS)),
    }
}

/// Choice of a quarter or a year.
#[component]
fn TimeChoice(
    /// Number of quarters.
    quarters: Memo<usize>,
    /// The time that is shown.
    when: Memo<Period>,
) -> impl IntoView {
    let ui = use_ui();
    let is_year = Memo::new(move |_| ui.working_period.get() == WorkingPeriod::Year);
    let length = move || if is_year.get() { QUARTERS } else { 1 };
    let time = move |index: usize| if is_year.get() { Period::Year(index + 1) } else { Period::Quarter(index + 1) };
    let position = move || match when.get() {
        Period::Quarter(quarter) => working::quarter_of_all(quarter, quarters.get()),
        Period::Year(year) => working::year_of_all(year, quarters.get() / QUARTERS),
    };
    let choose = move |value: String| {
        if let Ok(quarter) = value.parse() {
            ui.working_quarter.set(quarter);
        }
    };
    let [quarter, year] = working::KINDS;
    let periods = vec![(WorkingPeriod::Quarter, quarter), (WorkingPeriod::Year, year)];
    view! {
        <div class="tools">
            <Segments name="working" label=working::choice() options=periods chosen=ui.working_period/>
            <Select label=working::choice() on_choose=choose>
                <For each=move || 0..quarters.get() / length() key=|index| *index let(index)>
                    // The value is the last quarter of the period.
                    <option
                        value=move || ((index + 1) * length()).to_string()
                        prop:selected=move || time(index) == when.get()
                    >
                        {move || working::period_name(time(index))}
                    </option>
                </For>
            </Select>
            <span class="caption">{position}</span>
        </div>
    }
}

/// Table of the equations: all of them by part, or the derivation of a figure.
#[component]
fn Equations(
    /// Figure whose derivation is shown.
    explained: Option<Metric>,
    /// The time that is shown.
    when: Memo<Period>,
) -> impl IntoView {
    let workbook = use_workbook();
    let table = NodeRef::<html::Table>::new();
    let visible = use_visibility(table, NEAR);
    let lines = memo_while_visible(visible, move || {
        let ((scenario, outcome), when) = (workbook.current(), when.get());
        Arc::new(match explained {
            Some(metric) => {
                let chain = working::why(Equation::of(metric), &scenario, &outcome, when);
                chain.into_iter().map(|(_, line)| line).collect()
            }
            None => working::working(&scenario, &outcome, when),
        })
    });
    let steps: Vec<(Equation, usize)> = match explained {
        Some(metric) => Equation::of(metric).chain(),
        None => Equation::ALL.iter().map(|&equation| (equation, 0)).collect(),
    };
    let ui = use_ui();
    let groups = OpenGroups(RwSignal::new(Vec::new()));
    // On a phone fifty equations are several screens. A derivation is short, and the reader asked for it.
    let is_folded = move |group| explained.is_none() && ui.phone.get() && !groups.contains(group);
    let mut group = None;
    let rows = steps.into_iter().enumerate().map(|(index, (equation, depth))| {
        let begins_group = explained.is_none() && group != Some(equation.group());
        group = Some(equation.group());
        let of = equation.group();
        view! {
            {begins_group.then(|| view! { <GroupHead group=of groups/> })}
            <EquationRow equation depth index lines groups attr:hidden=move || is_folded(of)/>
        }
    });
    view! {
        {explained.map(|metric| view! { <DerivationHead metric/> })}
        <table node_ref=table class="working-table">
            <thead class="visually-hidden"><HeadRow heads=working::HEADS.into()/></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

/// Groups of equations that are open on a phone.
#[derive(Clone, Copy)]
struct OpenGroups(RwSignal<Vec<EquationGroup>>);

impl OpenGroups {
    fn contains(self, group: EquationGroup) -> bool {
        self.0.with(|groups| groups.contains(&group))
    }

    fn open(self, group: EquationGroup) {
        self.0.update(|groups| {
            if !groups.contains(&group) {
                groups.push(group);
            }
        });
    }

    fn toggle(self, group: EquationGroup) {
        match untrack(|| self.contains(group)) {
            true => self.0.update(|groups| groups.retain(|open| *open != group)),
            false => self.open(group),
        }
    }
}

/// Heading of a group of equations. On a phone it opens and folds the group.
#[component]
fn GroupHead(group: EquationGroup, groups: OpenGroups) -> impl IntoView {
    let ui = use_ui();
    let button = move || {
        view! {
            <button
                type="button"
                class="fold"
                aria-expanded=move || groups.contains(group).to_string()
                on:click=move |_| groups.toggle(group)
            >
                {group.title()}
            </button>
        }
    };
    view! {
        <tr class="part">
            <th colspan="5" scope="colgroup">
                <Show when=move || ui.phone.get() fallback=move || group.title()>{button()}</Show>
            </th>
        </tr>
    }
}

/// Head of a derivation: its figure, and the ways back to all equations and to the figure.
#[component]
fn DerivationHead(metric: Metric) -> impl IntoView {
    let (workbook, ui) = (use_workbook(), use_ui());
    let title = move || {
        let (scenario, outcome) = workbook.current();
        let figure = metrics::metric_text(metric, &scenario, &outcome.summary, None);
        format!("{}: {}", metric.label(), working::why_title(&figure.value()))
    };
    view! {
        <div class="tools chain-head">
            <h3 id="chain-title">{title}</h3>
            <button type="button" class="button" on:click=move |_| ui.explained.set(None)>
                {working::all_equations()}
            </button>
            <button type="button" class="button" on:click=move |_| scroll::focus(why_id(metric))>
                {working::back_to(metric.label())}
            </button>
        </div>
    }
}

/// Equation in letters and in numbers, its result, and links to the equations and inputs that it uses.
#[component]
fn EquationRow(
    /// Equation of the model.
    equation: Equation,
    /// Distance from the figure in a derivation.
    depth: usize,
    /// Position among the lines.
    index: usize,
    /// All lines.
    lines: Memo<Arc<Vec<WorkedEquation>>>,
    /// Groups that are open on a phone.
    groups: OpenGroups,
) -> impl IntoView {
    let ui = use_ui();
    let text = move |part: fn(&WorkedEquation) -> String| {
        move || lines.with(|lines| lines.get(index).map(part)).unwrap_or_default()
    };
    let step_link = |used: Equation| {
        let show = move |_| {
            groups.open(used.group());
            scroll::focus(row_id(used));
        };
        view! { <button type="button" class="link step" on:click=show>{used.title()}</button>" " }
    };
    let input_link = |input: Input| {
        view! {
            <button type="button" class="link" on:click=move |_| ui.reveal(input)>{inputs::short(input)}</button>
            " "
        }
    };
    view! {
        <tr class=format!("depth-{}", depth.min(DEEPEST)) id=row_id(equation)>
            <td class="number">{equation.number()}</td>
            <th class="name" scope="row">{equation.title()}</th>
            <td class="formula"><code>{text(|line| line.formula.to_owned())}</code></td>
            <td class="numbers">
                <code>{text(|line| line.substituted.clone())}</code>
                <span class="references">
                    {equation.uses().iter().map(|&used| step_link(used)).collect_view()}
                    {equation.inputs().iter().map(|&input| input_link(input)).collect_view()}
                </span>
            </td>
            <td class="result">{text(|line| line.result.clone())}</td>
        </tr>
    }
}

/// Returns the id of the button that opens the derivation of a figure.
pub(crate) fn why_id(metric: Metric) -> String {
    format!("why-{}", Equation::of(metric) as usize)
}

fn row_id(equation: Equation) -> String {
    format!("equation-{}", equation as usize)
}
