//! The page as a whole: what stands where.

use leptos::prelude::*;

use super::answer::{Answer, Brief, Caveat, Spoken};
use super::bar::Bar;
use super::build_out::BuildOut;
use super::charts::{CashChart, RevenueChart};
use super::drawer::Drawer;
use super::figures::Figures;
use super::notices::Notices;
use super::rail::Rail;
use super::store::{Panel, store};
use super::{compare, matters, odds, panels, regions, reports, working, years};
use crate::lang::export::instead_of;
use crate::lang::inputs::label;
use crate::lang::page::{self, Section};
use crate::lang::units::value;
use crate::lang::{about, controls};
use crate::scenario::Input;

/// The full page.
#[component]
pub fn Page() -> impl IntoView {
    let store = store();
    let (passed, set_passed) = signal(false);
    view! {
        <a class="skip" href="#top" on:click=move |event| super::scroll::to(&event, "top")>{controls::skip()}</a>
        <Bar/>
        <panels::Guide/>
        <Brief passed/>
        <div class:with-drawer=move || store.drawer.get()>
            <Show when=move || store.drawer.get()><Drawer/></Show>
            <main class="page" id="top">
                <div class="wide top">
                    <Answer passed=set_passed/>
                    <Notices/>
                </div>
                <div class="wide layout">
                    <Rail passed/>
                    <div class="main">
                        <Figures/>
                        <Changed/>
                        <section id="cash" aria-labelledby="cash-title">
                            <h2 class="sr" id="cash-title">{Section::Cash.title()}</h2>
                            <CashChart/>
                            <div class="phone-only"><Caveat/></div>
                            <RevenueChart/>
                        </section>
                        <BuildOut/>
                        <matters::Matters/>
                        <regions::Regions/>
                        <odds::Odds/>
                        <compare::Compare/>
                        <reports::Reports/>
                        <working::Working/>
                        <years::YearTable/>
                        <Foot/>
                    </div>
                </div>
            </main>
        </div>
        <panels::Panels/>
        <Spoken/>
    }
}

/// The inputs that differ from where the scenario started, for paper: there are no sliders on it.
#[component]
fn Changed() -> impl IntoView {
    let workbook = store().workbook;
    let lines = move || {
        let sheet = workbook.with(|book| book.sheet().clone());
        let base = sheet.origin.scenario();
        let line = |input: Input| {
            let (now, before) = (value(input, sheet.scenario.get(input)), value(input, base.get(input)));
            view! { <li>{label(input)}": "{instead_of(&now, &before)}</li> }
        };
        sheet.changed().map(line).collect_view()
    };
    view! { <ul class="print-only">{lines}</ul> }
}

/// What is left out, and what the numbers are.
#[component]
fn Foot() -> impl IntoView {
    view! {
       <footer class="foot">
           {page::left_out()}" "{page::not_verified()}" "{page::footer()}
           <p class="actions">
               <button type="button" class="link" on:click=move |_| store().panel.set(Some(Panel::Model))>{about::link()}</button>
               <button type="button" class="link" on:click=move |_| store().guide.set(Some(0))>{controls::guide()}</button>
               <button type="button" class="link" on:click=move |_| store().panel.set(Some(Panel::Keys))>{controls::keyboard()}</button>
           </p>
       </footer>
    }
}

/// Back to the top, without touching the address.
pub fn to_top(event: web_sys::MouseEvent) {
    event.prevent_default();
    gloo::utils::window().scroll_to_with_x_and_y(0.0, 0.0);
}
