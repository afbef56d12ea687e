//! Mounts the app in a browser; natively it only says how to get there.

#![forbid(unsafe_code)]

#[cfg(target_arch = "wasm32")]
fn main() {
    payback::app::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("Payback runs in a browser: `cargo xtask serve` builds the page and serves it.");
}
