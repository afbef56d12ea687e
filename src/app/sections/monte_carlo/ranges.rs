//! Table of the uncertain inputs and their ranges, live, and the inputs that move together.

use leptos::prelude::*;

use super::range_control::{End, RangeControl};
use super::range_end::{EndDraft, EndField, EndNotice};
use super::range_shape::RangeShape;
use crate::analysis::{CORRELATIONS, Triangle, UNCERTAIN_INPUTS, UncertainInput, added_inputs};
use crate::app::components::{IconButton, Select, icon};
use crate::app::state::use_workbook;
use crate::scenario::{Input, InputRange, Ranges, uncertain_range};
use crate::words::inputs;
use crate::words::monte_carlo;
use crate::words::ranges;
use crate::words::units;

/// Table of the ranges, further inputs to add, and list of the correlations.
#[component]
pub(super) fn SampledRanges() -> impl IntoView {
    let workbook = use_workbook();
    let rows = Memo::new(move |_| {
        let added = workbook.ranges.with(|ranges| added_inputs(ranges).collect::<Vec<_>>());
        UNCERTAIN_INPUTS.iter().map(|row| row.input).chain(added).collect::<Vec<_>>()
    });
    let none_set = Memo::new(move |_| workbook.ranges.with(Ranges::is_empty));
    view! {
        <div class="ranges">
            <table class="data" role="table" aria-label=ranges::caption()>
                <thead role="rowgroup"><RangeHeads/></thead>
                <tbody role="rowgroup">
                    <For each=move || rows.get() key=|input| *input let(input)>
                        {RangeControl::new(input).map(|control| view! { <RangeRow control/> })}
                    </For>
                </tbody>
            </table>
            <div class="range-tools no-print">
                <AddInput rows/>
                <button
                    type="button"
                    class="button"
                    disabled=move || none_set.get()
                    on:click=move |_| workbook.edit(|book| book.reset_ranges())
                >
                    {ranges::reset_all()}
                </button>
            </div>
            <p class="small">{ranges::explanation()}</p>
            <h4>{monte_carlo::correlations()}</h4>
            <ul>
                {CORRELATIONS
                    .map(|(one, other, value)| view! { <li>{monte_carlo::correlation(one, other, value)}</li> })
                    .collect_view()}
            </ul>
            <p class="small">{monte_carlo::correlated_how()}</p>
        </div>
    }
}

/// Column heads.
#[component]
fn RangeHeads() -> impl IntoView {
    let heads = [
        ranges::head_input(),
        ranges::head_low(),
        ranges::head_value(),
        ranges::head_high(),
        ranges::head_shape(),
        ranges::head_percentiles(),
        "",
    ];
    view! {
        <tr role="row">
            {heads.map(|head| view! { <th role="columnheader" scope="col">{head}</th> })}
        </tr>
    }
}

/// Row of an uncertain input.
#[component]
fn RangeRow(control: RangeControl) -> impl IntoView {
    let input = control.input;
    let uncertain = Memo::new(move |_| control.triangle.with(Option::is_some));
    let drafts = End::BOTH.map(|end| EndDraft::new(control, end));
    let [low, high] = drafts;
    let percentiles = move || {
        let written = |triangle: Triangle| ranges::between(input, triangle.quantile(0.1), triangle.quantile(0.9));
        control.triangle.get().map(written)
    };
    view! {
        <tr role="row" class:fixed=move || !uncertain.get() data-range=input.id()>
            <th role="rowheader" scope="row">
                <label class="switch">
                    <input
                        type="checkbox"
                        name=format!("{}-uncertain", input.id())
                        aria-label=ranges::switch(input)
                        prop:checked=move || uncertain.get()
                        on:change:target=move |event| control.set_uncertain(event.target().checked())
                    />
                    <span>{inputs::short(input)} " " <small>{units::field_unit(input)}</small></span>
                </label>
                {drafts.map(|draft| view! { <EndNotice draft/> })}
            </th>
            <td role="cell" class="end low"><Show when=move || uncertain.get()><EndField draft=low/></Show></td>
            <td role="cell" class="current-value">{move || units::amount(input, control.value.get())}</td>
            <td role="cell" class="end high"><Show when=move || uncertain.get()><EndField draft=high/></Show></td>
            <td role="cell" class="shape"><Show when=move || uncertain.get()><RangeShape control/></Show></td>
            <td role="cell" class="percentiles" data-head=move || uncertain.get().then(ranges::head_percentiles)>
                {move || percentiles().unwrap_or_else(|| ranges::fixed().to_owned())}
            </td>
            <td role="cell" class="undo"><ResetRange control/></td>
        </tr>
    }
}

/// Button that resets a range to that of the analysis, or removes an added input.
#[component]
fn ResetRange(control: RangeControl) -> impl IntoView {
    let input = control.input;
    let (path, label) = match control.is_added() {
        true => (icon::CLOSE, ranges::remove(input)),
        false => (icon::RESET, ranges::reset(input)),
    };
    view! {
        <IconButton
            class="icon reset"
            path
            label
            disabled=Signal::derive(move || !control.is_set())
            on_press=move || control.reset()
        />
    }
}

/// Choice of a further uncertain input.
#[component]
fn AddInput(
    /// The inputs of the table.
    rows: Memo<Vec<Input>>,
) -> impl IntoView {
    let workbook = use_workbook();
    let others = move || {
        let rows = rows.get();
        let numeric = Input::ALL.iter().copied().filter(|&input| uncertain_range(input).is_some());
        numeric.filter(|input| UncertainInput::of(*input).is_none() && !rows.contains(input)).collect::<Vec<_>>()
    };
    let add = move |id: String| {
        let Some(input) = Input::from_id(&id) else { return };
        let value = workbook.scenario.with_untracked(|scenario| scenario.get(input).number());
        let range = value.and_then(|value| InputRange::around(input, value));
        if range.is_some() {
            workbook.set_range(input, range);
        }
    };
    view! {
        // The list is another one after each choice, so that it begins with its prompt again.
        <For each=move || [rows.with(Vec::len)] key=|count| *count let(_)>
            <Select label=ranges::add() on_choose=add>
                <option value="" prop:selected=true>{ranges::add()}</option>
                <For each=others key=|input| *input let(input)>
                    <option value=input.id()>{inputs::label(input)}</option>
                </For>
            </Select>
        </For>
    }
}
