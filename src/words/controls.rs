//! Words on controls. Tests and assistive tools find them by these names.

use super::inputs;
use crate::scenario::{Input, Preset};

/// The name of the product.
pub const NAME: &str = "Payback";

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident = $text:expr;)*) => {
        $($(#[$doc])* pub fn $name() -> &'static str { $text })*
    };
}
pub(super) use words;

words! {
    /// The choice of a company.
    company = "Company";
    /// The choice of a case.
    case = "Case";
    /// What follows a company's name whose numbers are estimates.
    estimated = "est.";
    /// The choice of a debate.
    what_if = "What if";
    /// The same as it stands on its button.
    what_if_button = "What if…";
    /// One step back.
    undo = "Undo";
    /// One step forward.
    redo = "Redo";
    /// Opens the list of steps.
    history = "History";
    /// Keeps the scenario for comparison.
    pin = "Pin to compare";
    /// Opens the downloads.
    download = "Download";
    /// A download.
    json = "JSON";
    /// A download.
    csv = "CSV";
    /// A download.
    xlsx = "Spreadsheet (XLSX)";
    /// A download.
    offline_copy = "Offline copy (HTML)";
    /// Reads a scenario from a file.
    open_json = "Open JSON";
    /// Opens what can be shared.
    share = "Share";
    /// Copies the address.
    copy_link = "Copy link";
    /// What is said when it is copied.
    link_copied = "Link copied";
    /// What is said where the browser does not let it be copied.
    copy_by_hand = "The browser does not let the page copy. The link is selected: copy it by hand.";
    /// The address in the sharing panel.
    link = "Link to this scenario";
    /// The code for an article.
    embed_code = "Code to embed it";
    /// Copies that code.
    copy_code = "Copy code";
    /// What is said when it is copied.
    code_copied = "Code copied";
    /// The switch of colours.
    theme = "Colours";
    /// Dark on light.
    theme_light = "Light";
    /// Light on dark.
    theme_dark = "Dark";
    /// As the device has it.
    theme_auto = "Auto";
    /// Prints the page.
    print = "Print";
    /// Opens the drawer.
    all_assumptions = "All assumptions";
    /// Puts every input back.
    reset_all = "Reset all";
    /// Closes what is open.
    close = "Close";
    /// Finds an input in the drawer.
    find = "Find an assumption";
    /// What stands in the empty field.
    find_hint = "Find…";
    /// Nothing was found.
    found_none = "No assumption by that name.";
    /// Asks for the break-even value.
    what_would_it_take = "What would it take?";
    /// Takes the break-even value over.
    set = "Set";
    /// A chart's data.
    table = "Table";
    /// A chart as a picture of lines.
    svg = "SVG";
    /// A chart as a picture of points.
    png = "PNG";
    /// A chart as a picture, into the clipboard.
    copy = "Copy";
    /// Opens how a chart is saved.
    save = "Save";
    /// A chart for an article.
    embed = "Embed";
    /// Opens a figure's working.
    why = "why";
    /// Hides a chart's data again.
    hide_table = "Hide table";
    /// Opens the page on its own.
    open_full = "Open full version";
    /// Puts an embedded one back.
    reset = "Reset";
    /// Opens the list of keys.
    keyboard = "Keyboard";
    /// Opens the three steps.
    guide = "Show me around";
    /// Plays a line as sound.
    listen = "Listen";
    /// Stops it.
    stop = "Stop";
    /// Jumps over the bar.
    skip = "Skip to the answer";
    /// The sliders, for assistive tools.
    sliders = "Sliders";
    /// The figures, for assistive tools.
    figures = "Figures";
    /// The groups of inputs, for assistive tools.
    groups = "Groups of assumptions";
    /// A group with changed inputs, for assistive tools.
    changed = "changed";
    /// The sections, for assistive tools.
    sections = "Sections";
    /// Opens the dock of sliders.
    open_sliders = "Open the sliders";
    /// Folds it.
    fold_sliders = "Fold the sliders";
    /// Goes back to what was there before the link.
    bring_back = "Bring back what I had";
    /// A download that the browser refuses.
    no_download = "The browser does not let this page hand over a file.";
    /// There is no self-contained page to copy.
    no_offline_copy = "An offline copy can be saved from the built page only.";
    /// The answer and figures as text.
    in_words = "In words";
    /// Copies them.
    copy_text = "Copy as text";
    /// Copies them.
    copy_markdown = "Copy as Markdown";
    /// What is said then.
    text_copied = "Text copied";
    /// How tables are written.
    tables = "Tables (CSV)";
    /// What separates their fields.
    separators = "Separators";
    /// One way.
    commas = "1.5, comma";
    /// Another way.
    semicolons = "1,5; semicolon";
    /// The first row.
    csv_comment = "Source in the first row";
    /// A table.
    csv_years = "CSV by year";
    /// A table.
    csv_quarters = "CSV by quarter";
    /// What an embedded view shows.
    builder_charts = "Charts";
    /// What an embedded view shows.
    builder_controls = "Sliders";
    /// Whether it has its sentence.
    builder_title = "Answer sentence";
    /// How wide it stands.
    builder_width = "Width";
    /// Where it stands.
    builder_place = "Where it goes";
    /// Shows it.
    builder_preview = "Preview";
    /// Takes a warning off.
    dismiss = "Dismiss";
}

/// `Reset Demand growth today, annual rate`.
pub fn reset_input(input: Input) -> String {
    format!("Reset {}", inputs::label(input))
}

/// `Reset Demand`.
pub fn reset_group(group: &str) -> String {
    format!("Reset {group}")
}

/// What would it take, of an input.
pub fn what_would_it_take_of(input: Input) -> String {
    format!("What would it take? {}", inputs::label(input))
}

/// `51 assumptions, 1 changed`: the count beside the drawer's title.
pub fn changed_of(changed: usize, all: usize) -> String {
    format!("{changed} of {all} changed")
}

/// What stands before and after the count on the button; the count itself is no part of its name.
pub fn all_assumptions_around() -> (&'static str, &'static str) {
    ("All ", "assumptions")
}

/// The button with the count: `All 51 assumptions`.
pub fn all_assumptions_count(all: usize) -> String {
    format!("All {all} assumptions")
}

/// The name of a company, case or debate; the space before a percent sign is kept narrow.
pub fn preset(preset: &Preset) -> String {
    preset.label.replace(" %", "\u{202f}%")
}

/// The help button of an input.
pub fn help_of(input: Input) -> String {
    format!("What is this? {}", inputs::label(input))
}

/// A figure's working: `Why? Payback`.
pub fn why_of(figure: &str) -> String {
    format!("Why? {figure}")
}

/// A chart's control, with the chart it belongs to.
pub fn of_chart(control: &str, chart: &str) -> String {
    format!("{control}: {chart}")
}
