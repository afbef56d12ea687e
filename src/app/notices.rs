//! What the page has to say: links, files and hosts that asked for what cannot be.

use super::dom::{Element, anew, button, each, el};
use super::download;
use super::icons::CLOSE;
use super::parts::sign;
use super::store::{Offer, store};
use super::text::sentence;
use crate::platform::reactive::memo;
use crate::scenario::Origin;
use crate::scenario::workbook::{Sheet, Workbook};
use crate::words::text::Text;
use crate::words::{controls, notices as lang};

/// The notices under the answer.
pub fn notices() -> Element {
    let kept = store().notices;
    let one = move |at: usize| {
        let words = move || kept.with(|kept| kept.get(at).map_or_else(Text::new, |notice| notice.words.clone()));
        let offer = memo(move || kept.with(|kept| kept.get(at)?.offer));
        let take_off = move || kept.update(|kept| drop((at < kept.len()).then(|| kept.remove(at))));
        let offered = move |offer: Offer| {
            let press = move || {
                take_up(offer);
                take_off();
            };
            button("button", press).with(offer_words(offer))
        };
        el("div", "notice")
            .with(el("span", "").with(sentence(words)))
            .with(anew(move || offer.get().map(offered)))
            .with(sign("icon", CLOSE, controls::dismiss(), take_off))
    };
    el("div", "notices").attr("role", "status").with(each(move || kept.with(Vec::len), one))
}

fn offer_words(offer: Offer) -> &'static str {
    match offer {
        Offer::Undo => controls::bring_back(),
        Offer::StartOver => lang::memory_start_over(),
        Offer::Damaged => lang::memory_download(),
    }
}

fn take_up(offer: Offer) {
    match offer {
        Offer::Undo => store().act(Workbook::undo),
        Offer::StartOver => store().act(|book| *book = Workbook::open(Sheet::new(Origin::default()), None)),
        Offer::Damaged => download::damaged(),
    }
}
