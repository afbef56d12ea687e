//! The full page.

use leptos::html;
use leptos::prelude::*;

use super::answer_bar::AnswerBar;
use super::dialogs::{Dialogs, Tour};
use super::downloads;
use super::drawer::Drawer;
use super::rail::Rail;
use super::scroll;
use super::section::Section;
use super::sections::{
    Answer, AnswerStatus, BuildOut, Caveat, Compare, Figures, GrowthMap, MarginOfSafetyLine, MonteCarlo, Question,
    Sources, TornadoSection, Working, Years,
};
use super::state::{Dialog, use_ui, use_workbook};
use super::top_bar::TopBar;
use super::visibility::use_visibility_from_start;
use crate::app::components::Notices;
use crate::app::sections::charts::{CashChart, RevenueChart};
use crate::words::about;
use crate::words::changes;
use crate::words::controls;
use crate::words::glossary;
use crate::words::ranges;
use crate::words::site;

/// Lower edge of the bar on top, below which the answer counts as scrolled away.
const BELOW_BAR: &str = "-48px 0px 0px 0px";

/// The full page.
#[component]
pub(crate) fn Page() -> impl IntoView {
    let (workbook, ui) = (use_workbook(), use_ui());
    let answer = NodeRef::<html::Div>::new();
    let answer_visible = use_visibility_from_start(answer, BELOW_BAR);
    let passed = Signal::derive(move || !answer_visible.get());
    view! {
        <a class="skip" href="#top" on:click=move |event| scroll::follow_link(&event, "top")>{controls::skip()}</a>
        <TopBar/>
        <Tour/>
        <AnswerBar passed/>
        <div class:with-drawer=move || ui.drawer_open.get()>
            <Show when=move || ui.drawer_open.get()><Drawer/></Show>
            <main class="page" class:editing=move || workbook.editing.get() id="top">
                <div class="page-width top">
                    <div node_ref=answer><Question/><Answer/></div>
                    <Notices/>
                </div>
                <div class="page-width layout">
                    <Rail passed/>
                    <div class="main">
                        <Figures/>
                        <ChangedInputs/>
                        <CashAndRevenue/>
                        <BuildOut/>
                        <TornadoSection/>
                        <GrowthMap/>
                        <MonteCarlo/>
                        <Compare/>
                        <Sources/>
                        <Working/>
                        <Years/>
                        <Footer/>
                    </div>
                </div>
            </main>
        </div>
        <Dialogs/>
        <AnswerStatus/>
    }
}

/// The charts that the page begins with.
#[component]
fn CashAndRevenue() -> impl IntoView {
    view! {
        <section id=Section::Cash.id() aria-labelledby="cash-title">
            <h2 class="visually-hidden" id="cash-title">{Section::Cash.title()}</h2>
            <CashChart/>
            <div class="phone-only"><Caveat/><MarginOfSafetyLine/></div>
            <RevenueChart/>
        </section>
    }
}

/// Inputs that differ from the preset, own ranges, and the citation with the address, for print: there are no sliders on paper.
#[component]
fn ChangedInputs() -> impl IntoView {
    let (workbook, ui) = (use_workbook(), use_ui());
    let lines = move || {
        let sheet = workbook.workbook.with(|book| book.sheet().clone());
        let line = |(label, text)| view! { <li>{format!("{label}: {text}")}</li> };
        let own_ranges = ranges::line(&sheet.ranges);
        let own_ranges = own_ranges.map(|line| view! { <li>{format!("{}: {line}", ranges::own_ranges())}</li> });
        view! { {changes::labelled(&sheet).into_iter().map(line).collect_view()}{own_ranges} }
    };
    view! {
        <ul class="print-only"><Show when=move || ui.theme.print.get()>{lines}</Show></ul>
        <p class="print-only">
            <Show when=move || ui.theme.print.get()>{move || downloads::citation(workbook)}</Show>
        </p>
    }
}

/// Limits of the model and links to its description, the tour and the shortcuts.
#[component]
fn Footer() -> impl IntoView {
    let ui = use_ui();
    view! {
        <footer class="foot">
            {format!("{} {} {}", site::left_out(), site::not_verified(), site::footer())}
            <p class="actions">
                <button type="button" class="link" on:click=move |_| ui.dialog.set(Some(Dialog::AboutModel))>
                    {about::title()}
                </button>
                <button type="button" class="link" on:click=move |_| ui.dialog.set(Some(Dialog::Glossary(None)))>
                    {glossary::title()}
                </button>
                <button type="button" class="link" on:click=move |_| ui.tour_step.set(Some(0))>{controls::tour()}</button>
                <button type="button" class="link" on:click=move |_| ui.dialog.set(Some(Dialog::Shortcuts))>
                    {controls::keyboard()}
                </button>
            </p>
        </footer>
    }
}
