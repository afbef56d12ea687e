//! Names of buttons, menus, fields and regions, by which readers, tests and assistive tools find them.

use super::{inputs, scenario_parts};
use crate::analysis::OutcomeMeasure;
use crate::scenario::{Input, Preset, ScenarioPart};

phrases! {
    /// Radio group of the companies.
    company = "Company";
    /// Radio group of the cases.
    case = "Case";
    /// Mark of a company whose numbers are estimates.
    estimated = "est.";
    /// Menu of the debates.
    what_if = "What if";
    /// First entry of the menu of the debates.
    what_if_button = "What if…";
    /// Button that undoes a step.
    undo = "Undo";
    /// Button that redoes a step.
    redo = "Redo";
    /// Button that opens the list of steps.
    history = "History";
    /// Button that pins the scenario.
    pin = "Pin to compare";
    /// Menu of the downloads.
    download = "Download";
    /// Menu of files, print, history and help.
    more_menu = "More";
    /// Download of the outcome.
    json = "JSON";
    /// Download of a table.
    csv = "CSV";
    /// Download of the spreadsheet, in the menu.
    xlsx = "Spreadsheet (XLSX)";
    /// Download of the spreadsheet, beside other formats.
    xlsx_short = "XLSX";
    /// Download of the page itself.
    offline_copy = "Offline copy (HTML)";
    /// Button that opens a scenario from a file.
    open_json = "Open JSON";
    /// Button that opens the sharing dialog, and its title.
    share = "Share";
    /// Button that copies the link.
    copy_link = "Copy link";
    /// Confirmation of a copied link.
    link_copied = "Link copied";
    /// Message after the browser has refused to copy.
    copy_refused = "The browser blocked copying. Select the text and copy it yourself.";
    /// Label of the link's field.
    link = "Link to this scenario";
    /// Message of a page that is a file, where its public address is known.
    file_public = "This page is a file on your device, so the link leads to the public page. To send the page itself, save an offline copy.";
    /// Message of a page that is a file, where no public address is known.
    file_only = "This page is a file on your device: the link works only here. To send the scenario, save an offline copy and send that file.";
    /// Heading and label of the embed code.
    embed_code = "Code to embed it";
    /// Button that copies the embed code.
    copy_code = "Copy code";
    /// Confirmation of copied code.
    code_copied = "Code copied";
    /// Button that changes the theme.
    theme = "Colours";
    /// The light theme.
    theme_light = "Light";
    /// The dark theme.
    theme_dark = "Dark";
    /// The theme of the device.
    theme_auto = "Auto";
    /// Button that prints the page.
    print = "Print";
    /// Button that opens the drawer, and the drawer's title.
    all_assumptions = "All assumptions";
    /// Button that resets every input.
    reset_all = "Reset all";
    /// Button that closes a dialog or the drawer.
    close = "Close";
    /// Accessible name of the search field.
    find = "Find an assumption";
    /// Placeholder of the search field.
    find_hint = "Find…";
    /// Message of a search without a match.
    found_none = "No assumption matches.";
    /// Button that searches the break-even value of an input.
    what_would_it_take = "What would it take?";
    /// Button that sets an input to the value found.
    set = "Set";
    /// Button that shows the data of a chart.
    table = "Table";
    /// Download of a chart as a vector image.
    svg = "SVG";
    /// Download of a chart as a raster image.
    png = "PNG";
    /// Button that copies a chart as an image.
    copy = "Copy";
    /// Confirmation of a copied chart.
    chart_copied = "Chart copied";
    /// Message after the browser has refused to copy a chart.
    chart_downloaded = "The browser blocked copying, so the picture was downloaded.";
    /// Message after the browser has refused to copy and to download a chart.
    no_copy_no_download = "The browser blocked copying and downloading.";
    /// Message where the browser cannot make a picture of a chart.
    no_picture = "The browser could not make a picture of the chart.";
    /// Button that embeds a chart.
    embed = "Embed";
    /// Button that opens the working of a figure.
    why = "why";
    /// Link from an embedded calculator to the page.
    open_full = "Open the full version";
    /// Button that resets an embedded calculator.
    reset = "Reset";
    /// Button that opens the list of keyboard shortcuts, and its title.
    keyboard = "Keyboard shortcuts";
    /// Button that starts the tour.
    tour = "Show me around";
    /// Button that plays a line of a chart as sound.
    listen = "Listen";
    /// Button that stops the sound.
    stop = "Stop";
    /// Accessible name of the choice of the line to play.
    line_to_play = "Line to play";
    /// Message where the browser offers no sound.
    no_sound = "This browser cannot play sound on this page.";
    /// Role description of a chart.
    chart_role = "chart; the arrow keys move from point to point";
    /// Message in place of a chart that cannot be drawn.
    no_canvas = "This browser cannot draw the chart. Its table has the same numbers.";
    /// Link over the top bar.
    skip = "Skip to the answer";
    /// Accessible name of the sliders.
    sliders = "Sliders";
    /// Accessible name of the figures.
    figures = "Figures";
    /// Accessible name of the tabs of the drawer.
    groups = "Groups of assumptions";
    /// Accessible name of the mark of a group with changed inputs.
    changed = "changed";
    /// Accessible name of the list of sections.
    sections = "Sections";
    /// Button that shows the sliders on a phone.
    open_sliders = "Show the sliders";
    /// Button that hides the sliders on a phone.
    fold_sliders = "Hide the sliders";
    /// Button that returns to the scenario before the link.
    bring_back = "Restore my scenario";
    /// Message after the browser has refused a download.
    no_download = "The browser blocked the download.";
    /// Message where the page cannot copy itself.
    no_offline_copy = "This build of the page cannot save an offline copy.";
    /// Heading of the answer and figures as text.
    in_words = "Answer and figures as text";
    /// Button that copies them as plain text.
    copy_text = "Copy as text";
    /// Button that copies them as Markdown.
    copy_markdown = "Copy as Markdown";
    /// Confirmation of copied text.
    text_copied = "Text copied";
    /// Heading of the tables as CSV.
    tables = "Tables (CSV)";
    /// Accessible name of the choice of separators.
    separators = "Separators";
    /// Decimal point, and commas between fields.
    commas = "1.5, comma";
    /// Decimal comma, and semicolons between fields.
    semicolons = "1,5; semicolon";
    /// Switch of the source line.
    csv_comment = "Source in the first row";
    /// Download of the table by year.
    csv_years = "CSV by year";
    /// Download of the table by quarter.
    csv_quarters = "CSV by quarter";
    /// Choice of the charts of an embedded calculator.
    builder_charts = "Charts";
    /// Choice of the sliders of an embedded calculator.
    builder_controls = "Sliders";
    /// Switch of the sentence of an embedded calculator.
    builder_title = "Answer sentence";
    /// Width of an embedded calculator.
    builder_width = "Width";
    /// Unit of the width.
    builder_width_unit = "px";
    /// Placeholder of the width: as wide as the column of the article.
    builder_width_column = "column";
    /// Button that downloads the picture that the code shows.
    builder_picture = "Download the picture";
    /// Choice of the publishing system.
    builder_place = "Publish on";
    /// Button that shows the embedded calculator, and its name.
    builder_preview = "Preview";
    /// Button that closes a notice.
    dismiss = "Dismiss";
    /// Accessible name of the choice of a measure.
    choice_measure = "What is measured";
}

/// Name of a measure on its button.
pub fn measure(measure: OutcomeMeasure) -> &'static str {
    match measure {
        OutcomeMeasure::Npv => "NPV",
        OutcomeMeasure::Payback => "Payback",
        OutcomeMeasure::Irr => "IRR",
    }
}

/// `Reset Demand growth today, annual rate`.
pub fn reset_input(input: Input) -> String {
    format!("Reset {}", inputs::label(input))
}

/// `Reset The capex plan by year`.
pub fn reset_part(part: ScenarioPart) -> String {
    format!("Reset {}", scenario_parts::label(part))
}

/// `Reset Unit economics`.
pub fn reset_group(group: &str) -> String {
    format!("Reset {group}")
}

/// `What would it take? Tax rate`.
pub fn what_would_it_take_of(input: Input) -> String {
    format!("What would it take? {}", inputs::label(input))
}

/// `3 changed`, beside the title of the drawer: inputs, the plan by year and the events.
pub fn changed_count(changed: usize) -> String {
    format!("{changed} changed")
}

/// The text around the count on the button of the drawer. The count is not part of the button's accessible name.
pub fn all_assumptions_around() -> (&'static str, &'static str) {
    ("All ", "assumptions")
}

/// `All 51 assumptions`.
pub fn all_assumptions_count(all: usize) -> String {
    format!("All {all} assumptions")
}

/// The name of a company, case or debate, with a narrow space before a percent sign.
pub fn preset(preset: &Preset) -> String {
    preset.label.replace(" %", "\u{202f}%")
}

/// The help button of an input.
pub fn help_of(input: Input) -> String {
    format!("What is this? {}", inputs::label(input))
}

/// The button that opens the working of a figure: `Why? Payback`.
pub fn why_of(figure: &str) -> String {
    format!("Why? {figure}")
}

/// The accessible name of a control that exists several times: `CSV: Year by year`, `Remove: Azure`.
pub fn control_of(control: &str, subject: &str) -> String {
    format!("{control}: {subject}")
}
