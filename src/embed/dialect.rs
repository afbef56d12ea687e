//! The languages in which hosts are told a height: Payback's own, Datawrapper, AMP and Embedly always; pym, iframe-resizer
//! and WordPress once the host has shown that it speaks them.

use serde_json::{Value as Json, json};

use crate::scenario::parse_decimal;

use super::address::{is_secret, parameter, secret, tail};

const PYM: &str = "xPYMx";
const RESIZER: &str = "[iFrameSizer]";
const RESIZER_READY: &str = "[iFrameResizerChild]Ready";

/// What is known of the host, and the last height it was told. Every message is an object or a string, for `window.parent`.
#[derive(Clone, Debug)]
pub struct Dialects {
    address: String,
    pym: Option<String>,
    asked: Option<f64>,
    resizer: Option<Resizer>,
    secret: Option<String>,
    size: Option<Size>,
}

/// The name iframe-resizer has for this page, and whether its greeting was answered: it counts a page as there by that.
#[derive(Clone, Debug)]
struct Resizer {
    id: String,
    answered: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Size {
    height: u32,
    width: u32,
}

impl Dialects {
    /// What the address says of the host; the address as it was loaded, before the page changes its fragment.
    pub fn new(address: &str) -> Self {
        Self {
            address: address.to_owned(),
            pym: parameter(address, "childId").filter(|id| !id.is_empty()),
            asked: None,
            resizer: None,
            secret: secret(address).map(str::to_owned),
            size: None,
        }
    }

    /// What is said first: iframe-resizer asks again when it hears this, however late the page was.
    pub fn greeting(&self) -> Json {
        RESIZER_READY.into()
    }

    /// What to say about a measured size in pixels: nothing where the height is the one already told. Only pym hears the
    /// same again, when it asked for a width that the page does not get.
    pub fn measured(&mut self, height: f64, width: f64) -> Vec<Json> {
        let (Some(height), Some(width)) = (pixels(height), pixels(width)) else { return Vec::new() };
        let told = self.size.replace(Size { height, width }).map(|size| size.height);
        let asked = self.asked.take();
        if told == Some(height) {
            let missed = asked.is_some_and(|asked| (asked - f64::from(width)).abs() > 2.0);
            return self.in_pym().filter(|_| missed).into_iter().collect();
        }
        let mut messages = vec![
            json!({"type": "payback:height", "height": height}),
            json!({"datawrapper-height": {tail(&self.address): height}}),
            amp(height),
            self.in_embedly(height),
        ];
        messages.extend(self.in_pym());
        messages.extend(self.in_resizer("size"));
        messages.extend(self.in_wordpress());
        messages
    }

    /// What to answer to a host's message about heights; nothing to all others. Measure again after it: a host that tells
    /// or asks for a size has changed one.
    pub fn heard(&mut self, message: &Json) -> Option<Json> {
        match message {
            Json::String(text) => self.heard_text(text),
            Json::Object(map) => {
                let word = |key: &str| map.get(key).and_then(Json::as_str);
                match (word("sentinel"), word("type"), word("message")) {
                    (Some("amp"), Some("frames-init"), _) => self.size.map(|size| amp(size.height)),
                    (_, _, Some("ready")) => self.heard_wordpress(word("secret")?),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    fn heard_text(&mut self, text: &str) -> Option<Json> {
        if let Some(rest) = text.strip_prefix(RESIZER) {
            return self.heard_resizer(rest);
        }
        let rest = text.strip_prefix("pym")?.strip_prefix(PYM)?.strip_prefix(self.pym.as_deref()?)?;
        let width = rest.strip_prefix(PYM)?.strip_prefix("width")?.strip_prefix(PYM)?;
        self.asked = parse_decimal(width);
        None
    }

    /// The third field tells a greeting from other messages: it is `true` or `false`.
    fn heard_resizer(&mut self, text: &str) -> Option<Json> {
        let mut fields = text.split(':');
        let first = fields.next().filter(|first| !first.is_empty())?;
        if matches!(fields.nth(1), Some("true" | "false")) {
            self.resizer = Some(Resizer { id: first.to_owned(), answered: false });
            return self.in_resizer("size");
        }
        (first == "reset").then(|| self.in_resizer("resizeParent")).flatten()
    }

    fn heard_wordpress(&mut self, secret: &str) -> Option<Json> {
        if self.secret.is_none() && is_secret(secret) {
            self.secret = Some(secret.to_owned());
        }
        (self.secret.as_deref() == Some(secret)).then(|| self.in_wordpress()).flatten()
    }

    fn in_embedly(&self, height: u32) -> Json {
        json!({"src": self.address, "context": "iframe.resize", "height": height}).to_string().into()
    }

    fn in_pym(&self) -> Option<Json> {
        let (id, size) = (self.pym.as_deref()?, self.size?);
        Some(format!("pym{PYM}{id}{PYM}height{PYM}{}", size.height).into())
    }

    fn in_resizer(&mut self, event: &str) -> Option<Json> {
        let (resizer, size) = (self.resizer.as_mut()?, self.size?);
        let event = if std::mem::replace(&mut resizer.answered, true) { event } else { "init" };
        Some(format!("{RESIZER}{}:{}:{}:{event}", resizer.id, size.height, size.width).into())
    }

    fn in_wordpress(&self) -> Option<Json> {
        let (secret, size) = (self.secret.as_deref()?, self.size?);
        Some(json!({"message": "height", "value": size.height, "secret": secret}))
    }
}

fn amp(height: u32) -> Json {
    json!({"sentinel": "amp", "type": "embed-size", "height": height})
}

/// Whole pixels that hold the length; none for what no page is long.
fn pixels(length: f64) -> Option<u32> {
    // A layout that ends on a fraction by rounding alone needs no further pixel.
    let whole = (length - 0.01).ceil();
    (1.0..=100_000.0).contains(&whole).then_some(whole as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: &str = "https://calc.org/index.html#embed=1&growth=0.5";

    #[test]
    fn every_host_is_told_four_ways_and_only_of_changes() {
        let mut dialects = Dialects::new(PLAIN);
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
        let mut dialects = Dialects::new(PLAIN);
        let question = json!({"sentinel": "amp", "type": "frames-init"});
        assert_eq!(dialects.heard(&question), None, "nothing is measured yet");
        dialects.measured(500.0, 400.0);
        assert_eq!(dialects.heard(&question), Some(json!({"sentinel": "amp", "type": "embed-size", "height": 500})));
    }

    #[test]
    fn pym_has_its_name_from_the_query() {
        let mut dialects = Dialects::new("https://calc.org/?initialWidth=600&childId=graphic#embed=1");
        assert!(dialects.measured(500.0, 600.0).contains(&json!("pymxPYMxgraphicxPYMxheightxPYMx500")));
        let width = |width: &str| json!(format!("pymxPYMxgraphicxPYMxwidthxPYMx{width}"));
        assert_eq!(dialects.heard(&width("600")), None);
        assert!(dialects.measured(500.0, 600.0).is_empty(), "as it was");
        dialects.heard(&width("360"));
        assert_eq!(dialects.measured(640.0, 360.0).len(), 5, "a new width, a new height");
        dialects.heard(&width("300"));
        assert_eq!(
            dialects.measured(640.0, 360.0),
            [json!("pymxPYMxgraphicxPYMxheightxPYMx640")],
            "a width it did not get"
        );
        dialects.heard(&json!("pymxPYMxotherxPYMxwidthxPYMx300"));
        assert!(dialects.measured(640.0, 360.0).is_empty());
    }

    #[test]
    fn iframe_resizer_of_both_ages() {
        let mut dialects = Dialects::new(PLAIN);
        assert_eq!(dialects.greeting(), json!("[iFrameResizerChild]Ready"));
        assert_eq!(dialects.heard(&json!("[iFrameSizer]resize")), None);
        dialects.measured(500.4, 600.0);
        let four = "[iFrameSizer]calc:8:false:false:32:true:true:null:bodyOffset:null:null:0:false:parent:scroll:true";
        assert_eq!(dialects.heard(&json!(four)), Some(json!("[iFrameSizer]calc:501:600:init")));
        let five = "[iFrameSizer]calc5:8:false:false:32:true:true::auto:::0:false:child:auto:true::0:true::5.5.9:0::";
        assert_eq!(dialects.heard(&json!(five)), Some(json!("[iFrameSizer]calc5:501:600:init")));
        assert!(dialects.measured(700.0, 360.0).contains(&json!("[iFrameSizer]calc5:700:360:size")));
        let again = json!("[iFrameSizer]calc5:700:360:resizeParent");
        assert_eq!(dialects.heard(&json!("[iFrameSizer]reset")), Some(again));
        assert_eq!(dialects.heard(&json!("[iFrameSizer]resize")), None, "as it was");
        let mut early = Dialects::new(PLAIN);
        assert_eq!(early.heard(&json!(four)), None, "nothing is measured yet");
        assert!(early.measured(500.0, 600.0).contains(&json!("[iFrameSizer]calc:500:600:init")));
        for other in ["[iFrameSizer]", "[iFrameSizer]message:{}", "[iFrameSizer]calc:1:2:size", "[iFrameSizer]:8:true"]
        {
            assert_eq!(dialects.heard(&json!(other)), None, "{other}");
        }
    }

    #[test]
    fn wordpress_is_told_with_its_secret() {
        let mut dialects = Dialects::new("https://calc.org/#embed=1#?secret=kx81ab");
        let height = json!({"message": "height", "value": 640, "secret": "kx81ab"});
        assert!(dialects.measured(640.0, 600.0).contains(&height));
        assert_eq!(dialects.heard(&json!({"message": "ready", "secret": "kx81ab"})), Some(height));
        assert_eq!(dialects.heard(&json!({"message": "ready", "secret": "other"})), None);
        assert_eq!(dialects.heard(&json!({"message": "ready"})), None);
    }

    proptest::proptest! {
        #[test]
        fn nothing_that_arrives_breaks_it(rest: String, text: String, key: String, height: f64) {
            let address = format!("https://calc.org/{rest}");
            let mut dialects = Dialects::new(&address);
            for message in dialects.measured(height, 400.0) {
                proptest::prop_assert!(message.is_object() || message.is_string());
            }
            for heard in [json!(text), json!(format!("[iFrameSizer]{text}")), json!(format!("pymxPYMx{text}")), json!({key: text})] {
                let _ = dialects.heard(&heard);
            }
            proptest::prop_assert_eq!(address.matches(tail(&address)).count(), 1);
        }
    }
}
