//! The program inside the page, as text.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// First of the 256 characters that stand for a byte without a character of its own: U+0100 + byte.
const OFFSET: u32 = 0x100;

/// The script elements that `start.js` reads: the program, and an empty place for the state of a saved copy.
pub fn elements(program: &[u8]) -> String {
    let digest: String = Sha256::digest(program).iter().map(|byte| format!("{byte:02x}")).collect();
    format!(
        "<script type=\"application/json\" id=\"payback-state\"></script>\n\
         <script type=\"application/octet-stream\" id=\"payback-program\" data-size=\"{}\" data-digest=\"{digest}\" \
         data-checksum=\"{}\">{}</script>",
        program.len(),
        checksum(program),
        encode(program)
    )
}

/// One character per byte: the low eight bits of its code are the byte. Compression on the way sees the program as it is.
fn encode(program: &[u8]) -> String {
    program.iter().map(|byte| character(*byte)).collect()
}

/// Printable ASCII stands for itself, except `<`, which could end the element. HTML changes none of these characters.
fn character(byte: u8) -> char {
    let plain = matches!(byte, b' '..=b'~') && byte != b'<';
    let code = if plain { u32::from(byte) } else { OFFSET + u32::from(byte) };
    char::from_u32(code).unwrap_or_default()
}

/// FNV-1a, for pages without a secure origin, where browsers offer no digest.
fn checksum(program: &[u8]) -> u32 {
    program.iter().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// Standard base64.
pub fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_one_character_that_html_keeps() {
        for byte in 0..=u8::MAX {
            let character = character(byte);
            assert_eq!(u32::from(character) & 0xff, u32::from(byte));
            assert!(character != '<' && !character.is_control());
        }
    }

    #[test]
    fn the_checksum_is_fnv_1a() {
        assert_eq!(checksum(b""), 0x811c_9dc5);
        assert_eq!(checksum(b"foobar"), 0xbf9c_f968);
    }
}
