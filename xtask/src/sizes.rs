//! The size of the page, raw and as servers send it.

use anyhow::Result;
use std::io::Write;

/// The page's budget with brotli, in bytes.
const BUDGET: usize = 500_000;

/// Prints the raw, gzip and brotli sizes.
pub fn report(page: &[u8]) -> Result<()> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(page)?;
    let gzip = gzip.finish()?.len();
    let mut brotli = Vec::new();
    brotli::BrotliCompress(&mut &page[..], &mut brotli, &brotli::enc::BrotliEncoderParams::default())?;
    let brotli = brotli.len();
    println!("   The page: {} bytes; {gzip} with gzip, {brotli} with brotli", page.len());
    if brotli > BUDGET {
        println!("   That is over its budget of {BUDGET} bytes with brotli");
    }
    Ok(())
}
