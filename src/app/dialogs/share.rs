//! Share dialog: link, text, settings of CSV files, embed code.

use leptos::prelude::*;

use super::embed_builder::EmbedBuilder;
use crate::app::components::{Checkbox, CopyButton, Radio, RadioGroup};
use crate::app::state::{use_ui, use_workbook};
use crate::app::{downloads, persistence};
use crate::chart::ChartId;
use crate::export::csv::{Dialect, Layout};
use crate::platform::address;
use crate::words::controls;

/// Content of the share dialog.
#[component]
pub(super) fn Share(
    /// Chart that the embed builder starts with.
    chart: Option<ChartId>,
) -> impl IntoView {
    view! {
        <ShareLink/>
        <CopyWords/>
        <CsvSettings/>
        <EmbedBuilder first_chart=chart.unwrap_or(ChartId::Cash)/>
    }
}

/// Link to the scenario, with its copy button.
#[component]
fn ShareLink() -> impl IntoView {
    let (workbook, ui) = (use_workbook(), use_ui());
    let address = move || {
        workbook.workbook.track();
        persistence::full_address(workbook)
    };
    view! {
        <h3><label for="share-link">{controls::link()}</label></h3>
        {address::is_file().then(|| view! {
            <p class="notice">{if address::canonical().is_some() { controls::file_public() } else { controls::file_only() }}</p>
            <div class="actions">
                <button type="button" class="button" on:click=move |_| downloads::offline_copy(workbook, ui)>
                    {controls::offline_copy()}
                </button>
            </div>
        })}
        <input
            class="field text"
            id="share-link"
            type="text"
            readonly
            value=address
            on:focus:target=move |event| event.target().select()
        />
        <div class="actions">
            <CopyButton
                class="button solid"
                label=controls::copy_link()
                copied=controls::link_copied()
                text=move || persistence::full_address(workbook)
            />
        </div>
    }
}

/// Buttons that copy the answer, the figures and the changed inputs in words.
#[component]
fn CopyWords() -> impl IntoView {
    let workbook = use_workbook();
    view! {
        <h3>{controls::in_words()}</h3>
        <div class="actions">
            <CopyButton
                label=controls::copy_text()
                copied=controls::text_copied()
                text=move || downloads::plain_text(workbook)
            />
            <CopyButton
                label=controls::copy_markdown()
                copied=controls::text_copied()
                text=move || downloads::markdown(workbook)
            />
        </div>
    }
}

/// Settings of CSV files, with their downloads.
#[component]
fn CsvSettings() -> impl IntoView {
    let (workbook, ui) = (use_workbook(), use_ui());
    let layout = RwSignal::new(downloads::csv_layout());
    let change = move |change: fn(&mut Layout)| {
        layout.update(change);
        downloads::store_csv_layout(layout.get_untracked());
    };
    let has_dialect = move |dialect| Signal::derive(move || layout.get().dialect == dialect);
    view! {
        <h3>{controls::tables()}</h3>
        <div class="actions">
            <RadioGroup label=controls::separators()>
                <Radio
                    name="csv-dialect"
                    chosen=has_dialect(Dialect::Comma)
                    on_choose=move || change(|layout| layout.dialect = Dialect::Comma)
                >
                    {controls::commas()}
                </Radio>
                <Radio
                    name="csv-dialect"
                    chosen=has_dialect(Dialect::Semicolon)
                    on_choose=move || change(|layout| layout.dialect = Dialect::Semicolon)
                >
                    {controls::semicolons()}
                </Radio>
            </RadioGroup>
            <Checkbox
                label=controls::csv_comment()
                checked=Signal::derive(move || layout.get().comment)
                on_change=move |on| change(if on { |layout| layout.comment = true } else { |layout| layout.comment = false })
            />
            <button type="button" class="button" on:click=move |_| downloads::csv_years(workbook, ui)>
                {controls::csv_years()}
            </button>
            <button type="button" class="button" on:click=move |_| downloads::csv_quarters(workbook, ui)>
                {controls::csv_quarters()}
            </button>
        </div>
    }
}
