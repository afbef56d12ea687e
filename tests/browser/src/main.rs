//! The finished page in Chromium, Firefox and WebKit; run by `cargo xtask test`.

#![forbid(unsafe_code)]

fn main() {
    println!("browser result: none yet");
}
