//! What the page has to say: links, files and hosts that asked for what cannot be.

use leptos::prelude::*;

use super::download;
use super::icons::{CLOSE, Icon};
use super::store::{Notice, Offer, store};
use super::text::words;
use crate::lang::{controls, notices};
use crate::scenario::Origin;
use crate::scenario::workbook::{Sheet, Workbook};

/// The notices under the answer.
#[component]
pub fn Notices() -> impl IntoView {
    let kept = store().notices;
    let one = move |notice: Notice| {
        let known = notice.clone();
        let take_off = move || kept.update(|all| all.retain(|notice| *notice != known));
        let dismissed = take_off.clone();
        let offer = notice.offer.map(|offer| {
            let taken = take_off.clone();
            view! {
                <button type="button" class="button" on:click=move |_| {
                    take_up(offer);
                    taken();
                }>{offer_words(offer)}</button>
            }
        });
        view! {
            <div class="notice">
                <span>{words(notice.words)}</span>
                {offer}
                <button type="button" class="icon" aria-label=controls::dismiss() on:click=move |_| dismissed()><Icon path=CLOSE/></button>
            </div>
        }
    };
    view! { <div class="notices" role="status">{move || kept.get().into_iter().map(one).collect_view()}</div> }
}

fn offer_words(offer: Offer) -> &'static str {
    match offer {
        Offer::Undo => controls::bring_back(),
        Offer::StartOver => notices::memory_start_over(),
        Offer::Damaged => notices::memory_download(),
    }
}

fn take_up(offer: Offer) {
    match offer {
        Offer::Undo => store().act(Workbook::undo),
        Offer::StartOver => store().act(|book| *book = Workbook::open(Sheet::new(Origin::default()), None)),
        Offer::Damaged => download::damaged(),
    }
}
