//! The program inside the page: one character a byte, so that a server's compression sees the program as it is.
//!
//! Brotli makes of this a quarter less than of gzip in base64, and nothing has to be unpacked.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// A program ready to be put into a page.
pub struct Payload {
    text: String,
    alphabet: String,
    size: usize,
    digest: String,
    check: u32,
}

impl Payload {
    /// Writes a WebAssembly module as text.
    pub fn new(program: &[u8]) -> Self {
        let alphabet = alphabet(program);
        let text = program.iter().filter_map(|byte| alphabet.get(usize::from(*byte))).collect();
        let digest = Sha256::digest(program).iter().map(|byte| format!("{byte:02x}")).collect();
        Self { text, alphabet: alphabet.iter().collect(), size: program.len(), digest, check: check(program) }
    }

    /// The data blocks that the start script reads: the program, and a place for what a person saves into a copy.
    pub fn blocks(&self) -> String {
        let Self { text, alphabet, size, digest, check } = self;
        let alphabet = alphabet.replace('&', "&amp;").replace('"', "&quot;");
        format!(
            "<script type=\"application/json\" id=\"payback-state\"></script>\n\
             <script type=\"application/octet-stream\" id=\"payback-engine\" data-size=\"{size}\" data-digest=\"{digest}\" \
             data-check=\"{check}\" data-alphabet=\"{alphabet}\">{text}</script>"
        )
    }
}

/// A character for each byte: what occurs often gets the short ones. None of them means anything to HTML, not even in a row.
fn alphabet(program: &[u8]) -> Vec<char> {
    let mut counts = [0_usize; 256];
    for byte in program {
        if let Some(count) = counts.get_mut(usize::from(*byte)) {
            *count += 1;
        }
    }
    let mut order: Vec<usize> = (0..256).collect();
    order.sort_by_key(|&byte| std::cmp::Reverse(counts.get(byte).copied()));
    let short = (' '..='~').filter(|sign| *sign != '<');
    let long = '\u{100}'..;
    let mut alphabet = vec![' '; 256];
    for (byte, sign) in order.into_iter().zip(short.chain(long)) {
        if let Some(place) = alphabet.get_mut(byte) {
            *place = sign;
        }
    }
    alphabet
}

/// A sum for browsers that offer no digest outside secure pages (FNV-1a).
fn check(program: &[u8]) -> u32 {
    program.iter().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// Plain base64.
pub fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_has_a_character_of_its_own_that_html_keeps() {
        let program: Vec<u8> = (0..=255).chain([7; 9]).collect();
        let alphabet = alphabet(&program);
        assert_eq!(alphabet.iter().collect::<std::collections::HashSet<_>>().len(), 256);
        assert!(alphabet.iter().all(|sign| !"<\0\r\n".contains(*sign) && !sign.is_control()));
        assert_eq!(alphabet[7], ' ', "the most frequent byte takes the first character");
        let text = Payload::new(&program).text;
        assert_eq!(text.chars().count(), program.len());
    }

    #[test]
    fn the_check_is_the_one_that_the_start_script_makes() {
        assert_eq!(check(b""), 0x811c_9dc5);
        assert_eq!(check(b"foobar"), 0xbf9c_f968);
    }
}
