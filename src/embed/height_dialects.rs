//! The ways in which hosts learn the height of the page. Payback's own message and those of Datawrapper, AMP and Embedly are
//! always sent; those of pym.js, iframe-resizer and WordPress once the host has shown that it uses them.

use serde_json::{Value as Json, json};

use super::AppMessage;
use super::address::{is_secret, parameter, secret, tail};
use crate::scenario::parse_decimal;

const PYM: &str = "xPYMx";
const RESIZER: &str = "[iFrameSizer]";
const RESIZER_READY: &str = "[iFrameResizerChild]Ready";

/// The dialects that the host is known to use, and the size it was told last. Messages are objects or strings for
/// `window.parent`.
#[derive(Clone, Debug)]
pub struct HeightDialects {
    address: String,
    pym_id: Option<String>,
    /// The width that pym.js asked for since the last measurement.
    pym_width: Option<f64>,
    resizer: Option<Resizer>,
    wordpress_secret: Option<String>,
    size: Option<Size>,
}

/// The state of iframe-resizer.
#[derive(Clone, Debug)]
struct Resizer {
    id: String,
    /// Whether its greeting was answered with `init`. Only then does iframe-resizer treat the page as loaded.
    answered: bool,
}

/// A size in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Size {
    height: u32,
    width: u32,
}

impl HeightDialects {
    /// Reads the address as it was loaded, before the page changes its fragment.
    pub fn new(address: &str) -> Self {
        Self {
            address: address.to_owned(),
            pym_id: parameter(address, "childId").filter(|id| !id.is_empty()),
            pym_width: None,
            resizer: None,
            wordpress_secret: secret(address).map(str::to_owned),
            size: None,
        }
    }

    /// The first message. iframe-resizer answers it with its own greeting, even if it started before the page.
    pub fn greeting(&self) -> Json {
        RESIZER_READY.into()
    }

    /// The messages about a measured size in CSS pixels. An unchanged height is told again only to pym.js, if that asked for a
    /// width that the page does not have.
    pub fn measured(&mut self, height: f64, width: f64) -> Vec<Json> {
        let (Some(height), Some(width)) = (whole_pixels(height), whole_pixels(width)) else { return Vec::new() };
        let previous = self.size.replace(Size { height, width }).map(|size| size.height);
        let asked = self.pym_width.take();
        if previous == Some(height) {
            let missed = asked.is_some_and(|asked| (asked - f64::from(width)).abs() > 2.0);
            return self.pym().filter(|_| missed).into_iter().collect();
        }
        let mut messages = vec![
            json!(AppMessage::Height { height }),
            json!({ "datawrapper-height": { (tail(&self.address)): height } }),
            amp(height),
            self.embedly(height),
        ];
        messages.extend(self.pym());
        messages.extend(self.resizer("size"));
        messages.extend(self.wordpress());
        messages
    }

    /// Reads a host's message and returns the answer, if the message is about heights and has one. The page must be measured
    /// afterwards: a host that sends or asks for a size has changed one.
    pub fn received(&mut self, message: &Json) -> Option<Json> {
        if let Some(text) = message.as_str() {
            return self.received_text(text);
        }
        let field = |key: &str| message.get(key).and_then(Json::as_str);
        match (field("sentinel"), field("type"), field("message")) {
            (Some("amp"), Some("frames-init"), _) => self.size.map(|size| amp(size.height)),
            (_, _, Some("ready")) => self.received_wordpress(field("secret")?),
            _ => None,
        }
    }

    fn received_text(&mut self, text: &str) -> Option<Json> {
        if let Some(rest) = text.strip_prefix(RESIZER) {
            return self.received_resizer(rest);
        }
        let rest = text.strip_prefix("pym")?.strip_prefix(PYM)?.strip_prefix(self.pym_id.as_deref()?)?;
        let width = rest.strip_prefix(PYM)?.strip_prefix("width")?.strip_prefix(PYM)?;
        self.pym_width = parse_decimal(width);
        None
    }

    /// Only a greeting has `true` or `false` as its third field.
    fn received_resizer(&mut self, text: &str) -> Option<Json> {
        let mut fields = text.split(':');
        let first = fields.next().filter(|first| !first.is_empty())?;
        if matches!(fields.nth(1), Some("true" | "false")) {
            self.resizer = Some(Resizer { id: first.to_owned(), answered: false });
            return self.resizer("size");
        }
        (first == "reset").then(|| self.resizer("resizeParent")).flatten()
    }

    fn received_wordpress(&mut self, secret: &str) -> Option<Json> {
        if self.wordpress_secret.is_none() && is_secret(secret) {
            self.wordpress_secret = Some(secret.to_owned());
        }
        (self.wordpress_secret.as_deref() == Some(secret)).then(|| self.wordpress()).flatten()
    }

    /// Embedly takes its message as JSON text.
    fn embedly(&self, height: u32) -> Json {
        json!({ "src": self.address, "context": "iframe.resize", "height": height }).to_string().into()
    }

    fn pym(&self) -> Option<Json> {
        let (id, size) = (self.pym_id.as_deref()?, self.size?);
        Some(format!("pym{PYM}{id}{PYM}height{PYM}{}", size.height).into())
    }

    fn resizer(&mut self, event: &str) -> Option<Json> {
        let (resizer, size) = (self.resizer.as_mut()?, self.size?);
        let event = if std::mem::replace(&mut resizer.answered, true) { event } else { "init" };
        Some(format!("{RESIZER}{}:{}:{}:{event}", resizer.id, size.height, size.width).into())
    }

    fn wordpress(&self) -> Option<Json> {
        let (secret, size) = (self.wordpress_secret.as_deref()?, self.size?);
        Some(json!({ "message": "height", "value": size.height, "secret": secret }))
    }
}

fn amp(height: u32) -> Json {
    json!({ "sentinel": "amp", "type": "embed-size", "height": height })
}

/// The length rounded up to whole pixels, or `None` for a length that no page has.
fn whole_pixels(length: f64) -> Option<u32> {
    // A fraction that comes from rounding in the layout needs no further pixel.
    let whole = (length - 0.01).ceil();
    (1.0..=100_000.0).contains(&whole).then_some(whole as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: &str = "https://calc.org/index.html#embed=1&growth=0.5";

    #[test]
    fn each_new_height_is_sent_in_four_dialects() {
        let mut dialects = HeightDialects::new(PLAIN);
        let messages = dialects.measured(811.5, 600.0);
        let embedly =
            r#"{"src":"https://calc.org/index.html#embed=1&growth=0.5","context":"iframe.resize","height":812}"#;
        assert_eq!(
            messages,
            [
                json!({"type": "payback:height", "height": 812}),
                json!({"datawrapper-height": {"#embed=1&growth=0.5": 812}}),
                json!({"sentinel": "amp", "type": "embed-size", "height": 812}),
                json!(embedly),
            ]
        );
        for same in [811.5, 812.0, 811.2, f64::NAN, f64::INFINITY, 0.0, -3.0] {
            assert!(dialects.measured(same, 600.0).is_empty(), "{same}");
        }
        assert_eq!(dialects.measured(813.0, 600.0).len(), 4);
        assert_eq!(dialects.measured(812.0, 600.0).len(), 4, "smaller again");
    }

    #[test]
    fn amp_asks_and_is_answered() {
        let mut dialects = HeightDialects::new(PLAIN);
        let question = json!({"sentinel": "amp", "type": "frames-init"});
        assert_eq!(dialects.received(&question), None, "nothing is measured yet");
        dialects.measured(500.0, 400.0);
        assert_eq!(dialects.received(&question), Some(json!({"sentinel": "amp", "type": "embed-size", "height": 500})));
    }

    #[test]
    fn pym_takes_its_id_from_the_query() {
        let mut dialects = HeightDialects::new("https://calc.org/?initialWidth=600&childId=graphic#embed=1");
        assert!(dialects.measured(500.0, 600.0).contains(&json!("pymxPYMxgraphicxPYMxheightxPYMx500")));
        let width = |width: &str| json!(format!("pymxPYMxgraphicxPYMxwidthxPYMx{width}"));
        assert_eq!(dialects.received(&width("600")), None);
        assert!(dialects.measured(500.0, 600.0).is_empty(), "as it was");
        dialects.received(&width("360"));
        assert_eq!(dialects.measured(640.0, 360.0).len(), 5, "a new width, a new height");
        dialects.received(&width("300"));
        assert_eq!(
            dialects.measured(640.0, 360.0),
            [json!("pymxPYMxgraphicxPYMxheightxPYMx640")],
            "a width it did not get"
        );
        dialects.received(&json!("pymxPYMxotherxPYMxwidthxPYMx300"));
        assert!(dialects.measured(640.0, 360.0).is_empty());
    }

    #[test]
    fn iframe_resizer_4_and_5() {
        let mut dialects = HeightDialects::new(PLAIN);
        assert_eq!(dialects.greeting(), json!("[iFrameResizerChild]Ready"));
        assert_eq!(dialects.received(&json!("[iFrameSizer]resize")), None);
        dialects.measured(500.4, 600.0);
        let four = "[iFrameSizer]calc:8:false:false:32:true:true:null:bodyOffset:null:null:0:false:parent:scroll:true";
        assert_eq!(dialects.received(&json!(four)), Some(json!("[iFrameSizer]calc:501:600:init")));
        let five = "[iFrameSizer]calc5:8:false:false:32:true:true::auto:::0:false:child:auto:true::0:true::5.5.9:0::";
        assert_eq!(dialects.received(&json!(five)), Some(json!("[iFrameSizer]calc5:501:600:init")));
        assert!(dialects.measured(700.0, 360.0).contains(&json!("[iFrameSizer]calc5:700:360:size")));
        let again = json!("[iFrameSizer]calc5:700:360:resizeParent");
        assert_eq!(dialects.received(&json!("[iFrameSizer]reset")), Some(again));
        assert_eq!(dialects.received(&json!("[iFrameSizer]resize")), None, "as it was");
        let mut early = HeightDialects::new(PLAIN);
        assert_eq!(early.received(&json!(four)), None, "nothing is measured yet");
        assert!(early.measured(500.0, 600.0).contains(&json!("[iFrameSizer]calc:500:600:init")));
        for other in ["[iFrameSizer]", "[iFrameSizer]message:{}", "[iFrameSizer]calc:1:2:size", "[iFrameSizer]:8:true"]
        {
            assert_eq!(dialects.received(&json!(other)), None, "{other}");
        }
    }

    #[test]
    fn wordpress_gets_the_height_with_its_secret() {
        let mut dialects = HeightDialects::new("https://calc.org/#embed=1#?secret=kx81ab");
        let height = json!({"message": "height", "value": 640, "secret": "kx81ab"});
        assert!(dialects.measured(640.0, 600.0).contains(&height));
        assert_eq!(dialects.received(&json!({"message": "ready", "secret": "kx81ab"})), Some(height));
        assert_eq!(dialects.received(&json!({"message": "ready", "secret": "other"})), None);
        assert_eq!(dialects.received(&json!({"message": "ready"})), None);
    }

    proptest::proptest! {
        #[test]
        fn any_message_and_address_is_accepted(rest: String, text: String, key: String, height: f64) {
            let address = format!("https://calc.org/{rest}");
            let mut dialects = HeightDialects::new(&address);
            for message in dialects.measured(height, 400.0) {
                proptest::prop_assert!(message.is_object() || message.is_string());
            }
            for heard in [json!(text), json!(format!("[iFrameSizer]{text}")), json!(format!("pymxPYMx{text}")), json!({key: text})] {
                let _ = dialects.received(&heard);
            }
            proptest::prop_assert_eq!(address.matches(tail(&address)).count(), 1);
        }
    }
}
