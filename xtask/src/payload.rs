//! The program inside the page: gzip in base64, with its length and digest.

use anyhow::Result;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// A program ready to be put into a page.
pub struct Payload {
    text: String,
    size: usize,
    digest: String,
}

impl Payload {
    /// Packs a WebAssembly module.
    pub fn new(program: &[u8]) -> Result<Self> {
        let mut packed = Vec::new();
        zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, program, &mut packed)?;
        let digest = Sha256::digest(program).iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Self { text: base64(&packed), size: program.len(), digest })
    }

    /// The data blocks that the start script reads: the program, and a place for what a person saves into a copy.
    pub fn blocks(&self) -> String {
        format!(
            "<script type=\"application/json\" id=\"payback-state\"></script>\n\
             <script type=\"application/octet-stream\" id=\"payback-engine\" data-length=\"{}\" data-size=\"{}\" data-digest=\"{}\">{}</script>",
            self.text.len(),
            self.size,
            self.digest,
            self.text
        )
    }
}

/// Plain base64.
pub fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}
