//! Measuring speed.

use crate::shell::{self, cargo, say};
use anyhow::Result;

/// The model natively.
pub fn run() -> Result<()> {
    say("Measuring the model (about two minutes)");
    shell::run(&mut cargo(&["bench", "--package", "payback"]))
}
