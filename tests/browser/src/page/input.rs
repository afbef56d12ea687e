//! A person's hands on the page: pointer, keys, sliders, and the window itself.

use super::{Page, Way};
use anyhow::Result;
use fantoccini::Locator;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use serde_json::json;

impl Page<'_> {
    /// Makes the window this large.
    pub fn resize(&self, width: u32, height: u32) -> Result<()> {
        self.session.ask(async |client| client.set_window_size(width, height).await)
    }

    /// Presses keys where the focus is.
    pub fn keys(&self, keys: &[Key]) -> Result<()> {
        let text: String = keys.iter().map(|key| char::from(*key)).collect();
        self.session.ask(async |client| client.active_element().await?.send_keys(&text).await)
    }

    /// Brings an element into sight.
    pub fn show(&self, selector: &str) -> Result<()> {
        self.script(
            "document.querySelector(arguments[0])?.scrollIntoView({ block: 'center' });",
            vec![json!(selector)],
        )?;
        Ok(())
    }

    /// Presses keys on an element that has the focus first, as a hand on the keyboard would.
    pub fn press(&self, selector: &str, keys: &[Key]) -> Result<()> {
        if self.way == Way::Frame {
            // Keys go to the frame that was last touched.
            self.click(".chart-sub")?;
        }
        self.show(selector)?;
        self.script("document.querySelector(arguments[0])?.focus();", vec![json!(selector)])?;
        let actions = keys.iter().fold(KeyActions::new("keyboard".into()), |actions, key| {
            let value = char::from(*key);
            actions.then(KeyAction::Down { value }).then(KeyAction::Up { value })
        });
        self.session.ask(async |client| client.perform_actions(actions).await)
    }

    /// Clicks an element.
    pub fn click(&self, selector: &str) -> Result<()> {
        self.show(selector)?;
        self.session.ask(async |client| client.find(Locator::Css(selector)).await?.click().await)
    }

    /// Clicks the first button that says this.
    pub fn click_button(&self, words: &str) -> Result<()> {
        let script = "const all = [...document.querySelectorAll('button')].filter((one) => one.offsetParent); \
            const one = all.find((one) => one.innerText.trim() === arguments[0]); one?.click(); return Boolean(one);";
        let found = || Ok(self.script(script, vec![json!(words)])? == true);
        self.until(&format!("there is a button {words}"), found)
    }

    /// Clicks the first button in sight of this accessible name.
    pub fn click_button_named(&self, name: &str) -> Result<()> {
        let script = "const one = [...document.querySelectorAll('button[aria-label]')].find((one) => one.offsetParent && \
            one.ariaLabel === arguments[0] && !one.disabled); one?.click(); return Boolean(one);";
        self.until(&format!("there is a button named {name}"), || Ok(self.script(script, vec![json!(name)])? == true))
    }

    /// Moves a slider as a hand would: to a share of its travel.
    pub fn slide(&self, input: &str, share: f64) -> Result<()> {
        let script = "const s = document.querySelector(`input[type=range][name='${arguments[0]}']`); \
            const [min, max] = [Number(s.min), Number(s.max)]; s.value = String(min + (max - min) * arguments[1]); \
            for (const kind of ['input', 'change']) s.dispatchEvent(new Event(kind, { bubbles: true }));";
        self.script(script, vec![json!(input), json!(share)])?;
        Ok(())
    }
}
