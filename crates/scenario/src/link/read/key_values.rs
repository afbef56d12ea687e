//! Splits an address into keys and texts.

use super::super::escape::decode;
use super::super::{LinkNotice, LinkProblem};
use super::link_notice;
use crate::input_error::clip;

/// Maximum number of bytes read of a fragment or query: several times the longest link that this page writes.
const MAX_LENGTH: usize = 32 * 1024;

/// Keys that other sites append to addresses.
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
pub(super) struct KeyValues(Vec<(String, String)>);

impl KeyValues {
    /// Removes a key and returns its text.
    pub fn take(&mut self, key: &str) -> Option<String> {
        let at = self.0.iter().position(|(name, _)| name == key)?;
        Some(self.0.remove(at).1)
    }

    /// Whether a key is present.
    pub fn contains(&self, key: &str) -> bool {
        self.0.iter().any(|(name, _)| name == key)
    }

    /// The number of keys.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Removes the remaining keys and returns them, short enough to be displayed.
    pub fn remaining_keys(&mut self) -> Vec<String> {
        self.0.drain(..).map(|(key, _)| clip(&key)).collect()
    }

    /// Adds other keys, which replace those of the same name.
    pub fn override_with(&mut self, others: Self) {
        self.0.retain(|(key, _)| !others.contains(key));
        self.0.extend(others.0);
    }
}

/// Leaves out the suffix that WordPress appends: `?secret=…`, or `#?secret=…` after a fragment.
pub(super) fn without_secret(fragment: &str) -> &str {
    fragment.rsplit_once("?secret=").map_or(fragment, |(before, _)| before.trim_end_matches('#'))
}

/// Reads `key=text&key=text`, with keys in lower case and `-` as `_`. The last of several equal keys counts.
pub(super) fn key_values(raw: &str, query: bool, notices: &mut Vec<LinkNotice>) -> KeyValues {
    let mut pairs = KeyValues::default();
    for piece in truncated(raw, notices).split('&').filter(|piece| !piece.is_empty()) {
        let (key, text) = piece.split_once('=').unwrap_or((piece, ""));
        let (key, text) = (decode(key), decode(text));
        let name = key.text.trim().to_ascii_lowercase().replace('-', "_");
        if query && (name.starts_with("utm_") || TRACKING.contains(&name.as_str())) {
            continue;
        }
        if key.broken || text.broken {
            notices.push(link_notice(LinkProblem::Broken { key: clip(&name) }));
        }
        if pairs.take(&name).is_some() {
            notices.push(link_notice(LinkProblem::Duplicate { key: clip(&name), used: clip(&text.text) }));
        }
        pairs.0.push((name, text.text));
    }
    pairs
}

/// The text up to the maximum length, ending after a complete pair.
fn truncated<'a>(raw: &'a str, notices: &mut Vec<LinkNotice>) -> &'a str {
    if raw.len() <= MAX_LENGTH {
        return raw;
    }
    let end = (0..=MAX_LENGTH).rev().find(|&end| raw.is_char_boundary(end)).unwrap_or(0);
    let head = raw.get(..end).unwrap_or_default();
    let head = head.rsplit_once('&').map_or("", |(whole, _)| whole);
    notices.push(link_notice(LinkProblem::TooLong { read: head.len() }));
    head
}
