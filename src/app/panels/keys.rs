//! The sheet of keys.

use crate::app::dom::{View, all, el};
use crate::app::keys as pressed;
use crate::app::parts::tick;
use crate::platform::reactive::RwSignal;
use crate::words::shortcuts;

/// The keys, and the switch that takes the single letters away.
pub fn keys() -> View {
    let letters = RwSignal::new(pressed::letters());
    let switch = move |on| {
        letters.set(on);
        pressed::set_letters(on);
    };
    let key = |(key, does)| all([el("dt", "").with(key), el("dd", "").with(does)]);
    let list = el("dl", "keys").with(all(shortcuts::KEYS.map(key)));
    let letters = tick(shortcuts::letters(), move || letters.get(), switch).attr("class", "switch letters-switch");
    all([list, letters])
}
