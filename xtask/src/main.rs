//! The command line of `cargo xtask`.

#![forbid(unsafe_code)]

use anyhow::{Result, bail};
use xtask::{bench, inline, serve, social_image, test, trunk};

const USAGE: &str = "\
Usage: cargo xtask <command>

  serve [--port 8080]   build the optimised page and serve it on 127.0.0.1
  build                 build the optimised page: dist/index.html, one self-contained file
  test                  run every check: format, clippy, native tests, page, browser tests
      --no-browser          without the browser tests
  test <filter>         build the page and run the browser tests whose name contains the filter, such as
                        chromium::live; flags of cargo test (--exact, --skip, --list, --test-threads) may follow
  bench                 measure the model natively, and the page in Chromium if it is installed
  dev                   build and reload while sources change (trunk serve)

PAYBACK_SITE=https://example.org/payback/ cargo xtask build adds the canonical address, the social image and the
oEmbed answer.

A command installs what it needs the first time: the wasm32 target, Trunk, wasm-bindgen and wasm-opt (about 7 minutes), and
for the tests Chromium, Firefox and WebKitGTK with their drivers, and fonts (about 4 minutes).
";

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if let Err(error) = dispatch(&args) {
        eprintln!("\nerror: {error:#}");
        std::process::exit(1);
    }
}

fn dispatch(args: &[String]) -> Result<()> {
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args.as_slice() {
        ["serve"] => serve::run(serve::DEFAULT_PORT),
        ["serve", "--port", port] => serve::run(port.parse()?),
        ["build"] => trunk::build(),
        ["test"] => test::everything(true),
        ["test", "--no-browser"] => test::everything(false),
        ["test", args @ ..] => test::browser_tests_only(args),
        ["bench"] => bench::run_benchmarks(),
        ["dev"] => trunk::serve(),
        ["inline"] => inline::hook(),
        ["social-image", svg, png] => social_image::render(svg.as_ref(), png.as_ref()),
        [] | ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            Ok(())
        }
        _ => bail!("`{}` is not a command\n\n{USAGE}", args.join(" ")),
    }
}
