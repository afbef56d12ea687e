//! The head of the comparison: who is compared, and what can be done with each pin.

use crate::app::reactive::{effect, memo};
use gloo::timers::callback::Timeout;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use crate::app::icons::{CLOSE, Icon, RENAME, REPLACE, SWAP};
use crate::app::store::store;
use crate::lang::{page, pins};

/// One column for the present scenario, one for each pin.
#[component]
pub fn Head() -> impl IntoView {
    let store = store();
    let present = memo(move || store.workbook.with(|book| super::present(book.sheet())));
    let names = memo(move || store.pins.with(|pins| pins.iter().map(|pin| pin.name.clone()).collect::<Vec<_>>()));
    let columns =
        move || names.get().into_iter().enumerate().map(|(at, name)| view! { <Column at name/> }).collect_view();
    view! {
        <thead>
            <tr>
                <td></td>
                <th scope="col"><span class="who">{present}</span>" "<small>{page::this_scenario()}</small></th>
                {columns}
            </tr>
        </thead>
    }
}

#[component]
fn Column(at: usize, name: String) -> impl IntoView {
    let store = store();
    let renaming = RwSignal::new(false);
    let letter = pins::letter(at);
    let control = |words: &str| pins::of(words, &name);
    let (rename, repin, swap, unpin) =
        (control(page::rename()), control(page::repin()), control(page::swap()), control(page::unpin()));
    let called = move || store.workbook.with_untracked(|book| pins::name(book.sheet()));
    let removed = move |_| {
        store.act(|book| book.unpin(at));
        focus_later("pin-present".to_owned());
    };
    let shown = name.clone();
    view! {
        <th scope="col">
            <Show when=move || !renaming.get() fallback={let name = name.clone(); move || view! { <Rename at name=name.clone() renaming/> }}>
                <i class="letter" data-pin=letter>{letter}</i>
                <span class="who">{shown.clone()}</span>
                {pins::estimated(&shown).map(|words| view! { " "<small>{words}</small> })}
            </Show>
            <span class="pin-tools">
                <button type="button" class="icon" id=format!("pin-rename-{at}") aria-label=rename title=page::rename() on:click=move |_| renaming.set(true)><Icon path=RENAME/></button>
                <button type="button" class="icon" aria-label=repin title=page::repin()
                    on:click=move |_| { let name = called(); store.act(|book| book.repin(at, name)) }><Icon path=REPLACE/></button>
                <button type="button" class="icon" aria-label=swap title=page::swap()
                    on:click=move |_| { let name = called(); store.act(|book| book.swap(at, name)) }><Icon path=SWAP/></button>
                <button type="button" class="icon" aria-label=unpin title=page::unpin() on:click=removed><Icon path=CLOSE/></button>
            </span>
        </th>
    }
}

/// The field for another name: taken on Enter or when it is left, not on Escape.
#[component]
fn Rename(at: usize, name: String, renaming: RwSignal<bool>) -> impl IntoView {
    let store = store();
    let node = NodeRef::<html::Input>::new();
    effect(move || {
        if let Some(field) = node.get() {
            // Its text stands in it only after this.
            Timeout::new(0, move || {
                let _ = field.focus();
                field.select();
            })
            .forget();
        }
    });
    let before = name.clone();
    let take = move |text: String| {
        // Leaving the field comes after Enter and Escape too, which have closed it by then.
        if renaming.try_set(false).is_some() {
            return;
        }
        let others: Vec<_> = store.pins.with_untracked(|pins| {
            pins.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, pin)| pin.clone()).collect()
        });
        let name = pins::free(&text, &others);
        if !text.trim().is_empty() && name != before {
            store.act(|book| book.rename(at, &name));
        }
        focus_later(format!("pin-rename-{at}"));
    };
    let take = StoredValue::new_local(take);
    let key = move |event: KeyboardEvent| match event.key().as_str() {
        "Enter" => take.with_value(|take| take(event_target_value(&event))),
        "Escape" => {
            event.stop_propagation();
            renaming.set(false);
            focus_later(format!("pin-rename-{at}"));
        }
        _ => {}
    };
    view! {
        <input type="text" class="field text pin-name" aria-label=pins::name_field() maxlength="40" autocomplete="off" node_ref=node
            prop:value=name on:keydown=key
            on:blur=move |event| if renaming.try_get_untracked() == Some(true) {
                let _ = take.try_with_value(|take| take(event_target_value(&event)));
            }/>
    }
}

/// Gives the focus to what stands there once the change is on the page.
fn focus_later(id: String) {
    let focus = move || {
        let element = gloo::utils::document().get_element_by_id(&id);
        if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            let _ = element.focus();
        }
    };
    Timeout::new(0, focus).forget();
}
