//! User input: pointer, keyboard, sliders, and the size of the window.

use super::{Mode, Page};
use anyhow::Result;
use fantoccini::Locator;
use fantoccini::actions::{InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::key::Key;
use serde_json::json;

impl Page<'_> {
    /// Resizes the window.
    pub fn resize(&self, width: u32, height: u32) -> Result<()> {
        self.session.run(async |client| client.set_window_size(width, height).await)
    }

    /// Types keys into the focused element.
    pub fn type_keys(&self, keys: &[Key]) -> Result<()> {
        let text: String = keys.iter().map(|key| char::from(*key)).collect();
        self.session.run(async |client| client.active_element().await?.send_keys(&text).await)
    }

    /// Scrolls an element to the middle of the window.
    pub fn scroll_to(&self, selector: &str) -> Result<()> {
        let script = "document.querySelector(arguments[0])?.scrollIntoView({ block: 'center' });";
        self.script(script, vec![json!(selector)]).map(drop)
    }

    /// Scrolls through the page and back, so that everything drawn on demand is drawn.
    pub fn scroll_through(&self) -> Result<()> {
        let scroll = "const done = arguments[arguments.length - 1]; let y = 0; const step = () => { scrollTo(0, y); y += 600; \
                      if (y < document.documentElement.scrollHeight) setTimeout(step, 40); else { scrollTo(0, 0); setTimeout(done, 300); } }; step();";
        self.script_async(scroll, vec![]).map(drop)
    }

    /// Focuses an element and presses keys.
    pub fn press_keys(&self, selector: &str, keys: &[Key]) -> Result<()> {
        if self.mode == Mode::Frame {
            // Keys go to the frame that was clicked last.
            self.click(".chart-sub")?;
        }
        self.scroll_to(selector)?;
        self.script("document.querySelector(arguments[0])?.focus();", vec![json!(selector)])?;
        let actions = keys.iter().fold(KeyActions::new("keyboard".into()), |actions, key| {
            let value = char::from(*key);
            actions.then(KeyAction::Down { value }).then(KeyAction::Up { value })
        });
        self.session.run(async |client| client.perform_actions(actions).await)
    }

    /// Presses the mouse at a place of the window and moves it to another one, in CSS pixels.
    pub fn drag(&self, from: (f64, f64), to: (f64, f64)) -> Result<()> {
        let move_to = |(x, y): (f64, f64)| PointerAction::MoveTo { duration: None, x, y };
        let middle = ((from.0 + to.0) / 2.0, (from.1 + to.1) / 2.0);
        let actions = MouseActions::new("mouse".into())
            .then(move_to(from))
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(move_to(middle))
            .then(move_to(to))
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.session.run(async |client| client.perform_actions(actions).await)
    }

    /// Clicks an element.
    pub fn click(&self, selector: &str) -> Result<()> {
        self.scroll_to(selector)?;
        self.session.run(async |client| client.find(Locator::Css(selector)).await?.click().await)
    }

    /// Clicks the first visible, enabled button with this text or accessible name, as soon as there is one.
    pub fn click_button(&self, name: &str) -> Result<()> {
        let script = "const button = [...document.querySelectorAll('button')].find((button) => button.offsetParent && !button.disabled && \
            (button.innerText.trim() === arguments[0] || button.ariaLabel === arguments[0])); button?.click(); return Boolean(button);";
        self.wait_until(&format!("there is a button {name}"), || Ok(self.script(script, vec![json!(name)])? == true))
    }

    /// Moves a slider to a fraction of its range.
    pub fn slide(&self, input: &str, fraction: f64) -> Result<()> {
        let script = "const s = document.querySelector(`input[type=range][name='${arguments[0]}']`); \
            const [min, max] = [Number(s.min), Number(s.max)]; s.value = String(min + (max - min) * arguments[1]); \
            for (const type of ['input', 'change']) s.dispatchEvent(new Event(type, { bubbles: true }));";
        self.script(script, vec![json!(input), json!(fraction)]).map(drop)
    }
}
