//! The program inside the page: as text that a server's compression sees through, and what it must be when it is a program
//! again.

use crate::apart;
use anyhow::Result;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// A program ready to be put into a page.
pub struct Payload {
    text: String,
    size: usize,
    digest: String,
    check: u32,
}

impl Payload {
    /// Writes a WebAssembly module as text.
    pub fn new(program: &[u8]) -> Result<Self> {
        let digest = Sha256::digest(program).iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Self { text: apart::apart(program)?, size: program.len(), digest, check: check(program) })
    }

    /// The data blocks that the start script reads: the program, and a place for what a person saves into a copy.
    pub fn blocks(&self) -> String {
        let Self { text, size, digest, check } = self;
        let length = text.chars().count();
        format!(
            "<script type=\"application/json\" id=\"payback-state\"></script>\n\
             <script type=\"application/octet-stream\" id=\"payback-engine\" data-length=\"{length}\" data-size=\"{size}\" \
             data-digest=\"{digest}\" data-check=\"{check}\">{text}</script>"
        )
    }
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
    fn the_check_is_the_one_that_the_start_script_makes() {
        assert_eq!(check(b""), 0x811c_9dc5);
        assert_eq!(check(b"foobar"), 0xbf9c_f968);
    }
}
