//! The smaller of two numbers as a plain comparison: the standard one is a call in WebAssembly, for the sake of NaN, which
//! does not occur here.

/// The smaller.
#[inline(always)]
pub(super) fn least(a: f64, b: f64) -> f64 {
    if a < b { a } else { b }
}

/// The number, or 0 where it is negative.
#[inline(always)]
pub(super) fn positive(a: f64) -> f64 {
    if a > 0.0 { a } else { 0.0 }
}
