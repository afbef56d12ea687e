//! Every failure has its own name and message, and the static page stays readable.

use super::{Test, test};
use anyhow::{Context, Result, ensure};
use browser_tests::page::{Mode, Page};
use browser_tests::site::Variant;

pub const TESTS: &[Test] = &[
    // A page from a file has no server that could send a policy.
    test!(names_a_policy_that_blocks_webassembly).modes(&[Mode::Http, Mode::Frame]).noisy(),
    test!(names_an_altered_program).modes(&Mode::ALL).noisy(),
    test!(names_a_shortened_program).modes(&Mode::ALL).noisy(),
    test!(names_a_truncated_file).modes(&Mode::ALL).noisy(),
    test!(names_missing_webassembly).modes(&Mode::ALL).noisy(),
    test!(names_an_old_browser).modes(&Mode::ALL).noisy(),
    test!(names_missing_memory).modes(&Mode::ALL).noisy(),
    test!(names_exhausted_memory_and_restarts).modes(&Mode::ALL).noisy(),
    test!(names_a_panic_and_keeps_the_results).modes(&Mode::ALL).noisy(),
    test!(a_panic_in_one_frame_leaves_the_other_running).noisy(),
    test!(restarts_with_the_same_inputs_after_a_panic).modes(&Mode::ALL).noisy(),
];

fn fails(page: &Page, variant: Variant, cause: &str) -> Result<()> {
    page.load(variant, "")?;
    page.wait_for_failure(cause)?;
    ensure!(page.answer()?.contains("8.4"), "the static answer is gone");
    Ok(())
}

fn names_a_policy_that_blocks_webassembly(page: &Page) -> Result<()> {
    fails(page, Variant::WasmBlocked, "wasm-blocked")
}

fn names_an_altered_program(page: &Page) -> Result<()> {
    fails(page, Variant::Altered, "payload-altered")
}

fn names_a_shortened_program(page: &Page) -> Result<()> {
    fails(page, Variant::Shortened, "payload-truncated")
}

fn names_a_truncated_file(page: &Page) -> Result<()> {
    fails(page, Variant::Truncated, "payload-truncated")
}

fn names_missing_webassembly(page: &Page) -> Result<()> {
    fails(page, Variant::NoWebAssembly, "no-webassembly")
}

fn names_an_old_browser(page: &Page) -> Result<()> {
    let old = [Variant::NoModules, Variant::OldSyntax, Variant::OldInstructions, Variant::OldInterfaces];
    old.into_iter().try_for_each(|variant| fails(page, variant, "old-browser").with_context(|| format!("{variant:?}")))
}

fn names_missing_memory(page: &Page) -> Result<()> {
    let variants = [Variant::NoMemory, Variant::FullMemory];
    variants.into_iter().try_for_each(|variant| fails(page, variant, "memory").with_context(|| format!("{variant:?}")))
}

fn names_exhausted_memory_and_restarts(page: &Page) -> Result<()> {
    page.load(Variant::FillableMemory, "")?;
    page.wait_until_live()?;
    page.slide("capex", 0.25)?;
    wait_for_link(page)?;
    let capex = page.script(CAPEX, vec![])?;
    page.script("fillMemory();", vec![])?;
    // No memory is left for a text of this length.
    let long_text = "const f = document.querySelector('input.field[name=growth]'); f.value = '9'.repeat(2 ** 24); \
        f.dispatchEvent(new Event('input', { bubbles: true }));";
    page.script(long_text, vec![])?;
    page.wait_for_failure("memory")?;
    ensure!(page.answer()?.contains("AWS"), "the last answer is gone");
    // WebKit may still hold the memory of the old page, and fail again.
    restart(page, "memory").or_else(|_| restart(page, "memory"))?;
    ensure!(page.script(CAPEX, vec![])? == capex, "the input is lost");
    Ok(())
}

const CAPEX: &str = "return document.querySelector('input[type=range][name=capex]').value;";

fn wait_for_link(page: &Page) -> Result<()> {
    page.wait_until("the address has the inputs", || Ok(page.script("return location.hash;", vec![])? != ""))
}

fn restart(page: &Page, cause: &str) -> Result<()> {
    page.reload_by(|| page.click(&format!("[data-failure={cause}] [data-restart]")))
}

/// Makes the program panic, in a page of the variant `Panics`.
fn panic(page: &Page) -> Result<()> {
    page.script("setTimeout(panic);", vec![])?;
    page.wait_for_failure("panic")
}

fn names_a_panic_and_keeps_the_results(page: &Page) -> Result<()> {
    page.load(Variant::Panics, "growth=0.5")?;
    page.wait_until_live()?;
    let (answer, npv) = (page.answer()?, page.metric("npv")?);
    ensure!(!answer.contains("8.4"), "the answer is still the default");
    panic(page)?;
    ensure!(page.answer()? == answer && page.metric("npv")? == npv, "the last results are gone");
    Ok(())
}

fn a_panic_in_one_frame_leaves_the_other_running(page: &Page) -> Result<()> {
    let frame = format!("<iframe src={}></iframe>", page.embed_url(Variant::Panics));
    page.visit(&format!("<!doctype html><title>Two</title>{frame}{frame}"), None)?;
    page.in_frame(1, || page.wait_until_live())?;
    page.in_frame(0, || {
        page.wait_until_live()?;
        panic(page)
    })?;
    page.in_frame(1, || {
        let before = page.answer()?;
        page.slide("growth", 0.35)?;
        page.wait_until("the other frame follows its slider", || Ok(page.answer()? != before))
    })
}

fn restarts_with_the_same_inputs_after_a_panic(page: &Page) -> Result<()> {
    page.load(Variant::Panics, "")?;
    page.wait_until_live()?;
    let default = page.metric("npv")?;
    page.slide("growth", 0.35)?;
    page.wait_until("the figure has changed", || Ok(page.metric("npv")? != default))?;
    let npv = page.metric("npv")?;
    wait_for_link(page)?;
    panic(page)?;
    restart(page, "panic")?;
    page.wait_until("the figure is as before the panic", || Ok(page.metric("npv")? == npv))
}
