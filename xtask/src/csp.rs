//! The content security policy: only the page's own scripts and style, by hash, and frames of the page itself (the embed preview).

use crate::payload::base64;
use sha2::{Digest, Sha256};

/// The `<meta>` element of the policy.
pub fn meta(scripts: &[&str], style: &str) -> String {
    let scripts: Vec<String> = scripts.iter().map(|script| hash(script)).collect();
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src {} 'wasm-unsafe-eval'; \
         style-src {}; img-src data: blob:; frame-src 'self' file:; connect-src 'none'; base-uri 'none'; form-action 'none'\">",
        scripts.join(" "),
        hash(style)
    )
}

fn hash(text: &str) -> String {
    format!("'sha256-{}'", base64(&Sha256::digest(text.as_bytes())))
}

#[cfg(test)]
mod tests {
    #[test]
    fn writes_a_hash_as_browsers_expect_it() {
        assert_eq!(super::hash(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    }
}
