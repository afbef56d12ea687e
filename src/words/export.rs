//! Words of what people take along: citations, table heads, the parts of a copied text.

/// The name of the program, as it is cited.
pub const NAME: &str = "Payback";
/// Leads from a copied text back to the page.
pub const OPEN: &str = "Open this scenario";

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `20 November 2026`.
pub fn day(year: u16, month: u8, day: u8) -> String {
    let name = usize::from(month).checked_sub(1).and_then(|at| MONTHS.get(at));
    name.map_or_else(|| format!("{year}"), |name| format!("{day} {name} {year}"))
}

/// `Payback 1.0.0, “AWS, base”. Calculated on 20 November 2026.`
pub fn citation(version: &str, subject: &str, day: &str) -> String {
    format!("{NAME} {version}, “{subject}”. Calculated on {day}.")
}

/// Heads the list of changed inputs.
pub fn changed_from(origin: &str) -> String {
    format!("Changed from {origin}:")
}

/// A changed input's value, with the one it had.
pub fn instead_of(now: &str, before: &str) -> String {
    format!("{now} instead of {before}")
}

/// The unit of a quarterly series, as table heads have it.
pub fn series_unit(name: &str) -> &'static str {
    match name {
        "run_rate" => "$B/yr",
        "utilisation" | "custom_share" => "share",
        "gw" => "GW",
        "cu" => "CU",
        _ => "$B",
    }
}

/// The head of a range's lower end.
pub fn low_end(name: &str) -> String {
    format!("{name}, from")
}

/// The head of a range's upper end.
pub fn high_end(name: &str) -> String {
    format!("{name}, to")
}
