//! Payback's commands: each sets up what it lacks, says what it does, and is quick the second time.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod apart;
mod bench;
mod browsers;
mod check;
mod document;
mod folders;
mod found;
mod glue;
mod inline;
mod names;
mod page;
mod payload;
mod picture;
mod policy;
mod rows;
mod scripts;
mod serve;
mod shell;
mod site;
mod sizes;
mod tools;
mod wasm;

use anyhow::{Result, bail};

const USAGE: &str = "\
Usage: cargo xtask <command>

  serve [--port 8080]   build the optimised page and serve it on 127.0.0.1
  build                 build the optimised page: dist/index.html, one self-contained file
  test                  check everything: format, clippy, native tests, page, browser tests
      --no-browser          leave the browser tests out
      --browser <name>      only chromium, firefox or webkit (may be repeated)
      --only <text>         only the browser tests whose name contains the text
  bench                 measure the model natively, and the page in Chromium where it is installed
  dev                   build and reload while you edit (trunk serve)

A site with an address: PAYBACK_SITE=https://example.org/payback/ cargo xtask build also writes its canonical address, social
picture and oEmbed answer.

The first run of a command installs what it needs: the wasm32 target, Trunk, wasm-bindgen and wasm-opt (about 7 minutes),
and for the tests Chromium, Firefox and WebKitGTK with their drivers (about 4 minutes). Later runs find them.
";

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if let Err(error) = dispatch(&words) {
        eprintln!("\nerror: {error:#}");
        std::process::exit(1);
    }
}

fn dispatch(words: &[String]) -> Result<()> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["serve"] => serve::run(serve::PORT),
        ["serve", "--port", port] => serve::run(port.parse()?),
        ["build"] => page::build(),
        ["test", flags @ ..] => check::run(flags),
        ["bench"] => bench::run(),
        ["dev"] => page::dev(),
        ["inline"] => inline::hook(),
        ["picture", file] => picture::draw(file.as_ref()),
        [] | ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            Ok(())
        }
        _ => bail!("`{}` is not a command\n\n{USAGE}", words.join(" ")),
    }
}
