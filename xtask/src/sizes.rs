//! How large the page is, as it stands and as servers send it.

use anyhow::Result;
use std::io::Write;

/// Prints raw, gzip and brotli sizes.
pub fn report(page: &[u8]) -> Result<()> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(page)?;
    let gzip = gzip.finish()?.len();
    let mut brotli = Vec::new();
    brotli::BrotliCompress(&mut &page[..], &mut brotli, &brotli::enc::BrotliEncoderParams::default())?;
    println!("   The page: {} bytes; {gzip} with gzip, {} with brotli", page.len(), brotli.len());
    Ok(())
}
