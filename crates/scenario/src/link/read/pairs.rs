//! An address as keys and texts.

use super::super::text::decode;
use super::super::{LinkNotice, LinkProblem};
use super::told;
use crate::parse::clip;

/// How much of a fragment or query is read: several times the longest link that this page writes.
const LENGTH: usize = 32 * 1024;

/// Keys that other sites append to addresses; they say nothing about a scenario.
const TRACKING: [&str; 22] = [
    "fbclid",
    "gclid",
    "dclid",
    "gbraid",
    "wbraid",
    "msclkid",
    "yclid",
    "twclid",
    "ttclid",
    "igshid",
    "igsh",
    "mc_cid",
    "mc_eid",
    "li_fat_id",
    "mkt_tok",
    "ref",
    "ref_src",
    "ref_url",
    "_ga",
    "_gl",
    "secret",
    "si",
];

/// Keys with their texts, in the order of the address.
#[derive(Default)]
pub(super) struct Pairs(Vec<(String, String)>);

impl Pairs {
    /// Takes a key's text out.
    pub fn take(&mut self, key: &str) -> Option<String> {
        let place = self.0.iter().position(|(name, _)| name == key)?;
        Some(self.0.remove(place).1)
    }

    /// Whether a key is there.
    pub fn has(&self, key: &str) -> bool {
        self.0.iter().any(|(name, _)| name == key)
    }

    /// How many are there.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The keys that nobody took, short enough to be shown.
    pub fn rest(&mut self) -> Vec<String> {
        self.0.drain(..).map(|(key, _)| clip(&key)).collect()
    }

    /// Puts others in; where both have a key, theirs counts.
    pub fn override_with(&mut self, others: Self) {
        self.0.retain(|(key, _)| !others.has(key));
        self.0.extend(others.0);
    }
}

/// Cuts off what WordPress appends: `?secret=…`, or `#?secret=…` where there was a fragment already.
pub(super) fn split_secret(fragment: &str) -> (&str, Option<String>) {
    let Some((before, after)) = fragment.rsplit_once("?secret=") else { return (fragment, None) };
    let secret: String = after.chars().take_while(char::is_ascii_alphanumeric).take(64).collect();
    (before.trim_end_matches('#'), Some(secret).filter(|secret| !secret.is_empty()))
}

/// Reads `key=text&key=text`; keys in lower case, `-` as `_`. The last of several counts.
pub(super) fn pairs(raw: &str, query: bool, notices: &mut Vec<LinkNotice>) -> Pairs {
    let mut pairs = Pairs::default();
    for piece in shortened(raw, notices).split('&').filter(|piece| !piece.is_empty()) {
        let (key, text) = piece.split_once('=').unwrap_or((piece, ""));
        let (key, text) = (decode(key), decode(text));
        let name = key.text.trim().to_ascii_lowercase().replace('-', "_");
        if query && (name.starts_with("utm_") || TRACKING.contains(&name.as_str())) {
            continue;
        }
        if key.broken || text.broken {
            notices.push(told(LinkProblem::Broken { key: clip(&name) }));
        }
        if pairs.take(&name).is_some() {
            notices.push(told(LinkProblem::Duplicate { key: clip(&name), used: clip(&text.text) }));
        }
        pairs.0.push((name, text.text));
    }
    pairs
}

/// The text up to the length that is read, without a piece cut in two.
fn shortened<'a>(raw: &'a str, notices: &mut Vec<LinkNotice>) -> &'a str {
    if raw.len() <= LENGTH {
        return raw;
    }
    let end = (0..=LENGTH).rev().find(|&end| raw.is_char_boundary(end)).unwrap_or(0);
    let head = raw.get(..end).unwrap_or_default();
    let head = head.rsplit_once('&').map_or("", |(whole, _)| whole);
    notices.push(told(LinkProblem::TooLong { read: head.len() }));
    head
}
