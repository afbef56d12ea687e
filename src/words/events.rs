//! Texts of the list of events.

use super::numbers::{NARROW_SPACE, machine};
use super::scenario_parts::{event_in_short, length};
use super::text::Text;
use super::{dates, scenario_parts};
use crate::scenario::{Event, EventKind, round_to_9_decimals};

phrases! {
    /// Heading of the list, and the name of its tab.
    title = "What could happen";
    /// Explanation of events.
    help = "Dated events that nobody saw coming: orders do not foresee them, and while an event runs, nobody knows its end. What orders pass by in that time is not made up later. Each event stands on the time axis of the cash and revenue charts, where it can be moved.";
    /// Note of the badge.
    source = "Our assumption. No report states an event; dates and sizes are yours.";
    /// Accessible name of the badge.
    badge = "What could happen: our assumption. No report states an event.";
    /// Accessible name of the help button.
    help_button = "What is this? What could happen";
    /// Button that adds an event.
    add = "Add an event";
    /// Message in place of that button.
    full = "A scenario holds six events.";
    /// Message in place of the list.
    none = "No event. Demand, price and capacity follow the assumptions above.";
    /// Entry of the What-if menu.
    menu_entry = "An event of your own…";
    /// Unit of the size.
    percent = "%";
    /// Note of an event after the horizon.
    after_horizon = "This event is after the horizon and changes nothing.";
    /// Accessible name of the markers on a chart.
    markers = "Events on the time axis";
    /// Words by which the search finds the list.
    search_words = "events what could happen shock bubble bursts crash crisis recession price war outage demand price capacity";
}

/// The name of a kind of event in its list.
pub fn kind(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Demand => "Demand",
        EventKind::Price => "Price",
        EventKind::Capacity => "Capacity",
    }
}

/// The date in its field: `Q3 2028`.
pub fn date_field(quarter: u16) -> String {
    dates::quarter(quarter.into())
}

/// The size in its field, in percent.
pub fn size_field(size: f64) -> String {
    machine(round_to_9_decimals(size * 100.0))
}

/// The length in its list: `for good`, `for 2 years`.
pub fn length_option(quarters: Option<u16>) -> String {
    quarters.map_or_else(|| "for good".to_owned(), |quarters| format!("for {}", length(quarters)))
}

/// Accessible name of a control: `Date, event 2`.
pub fn control(name: &str, index: usize) -> String {
    format!("{name}, event {}", index + 1)
}

/// Names of the four controls.
pub const KIND: &str = "Kind";
/// The control of the date.
pub const DATE: &str = "Date";
/// The control of the size.
pub const SIZE: &str = "Size in percent";
/// The control of the length.
pub const LENGTH: &str = "For how long";

/// Accessible name of the row of an event.
pub fn row(event: &Event) -> String {
    scenario_parts::event(event)
}

/// Button that removes an event: `Remove: demand −20 % from Q3 2028 for good`.
pub fn remove(event: &Event) -> String {
    format!("Remove: {}", scenario_parts::event(event))
}

/// Accessible name of a marker: `Date of the event demand −20 %`.
pub fn marker(event: &Event) -> String {
    format!("Date of the event {}", event_in_short(event))
}

/// The notice about a refused date, with the date that is used instead.
pub fn refused_date(text: &str, used: u16) -> Text {
    refused(text, "A date is a quarter from Q2 2026 on, such as Q3 2028".to_owned(), date_field(used))
}

/// The notice about a refused size, with the size that is used instead.
pub fn refused_size(text: &str, event: &Event) -> Text {
    let allowed = match event.kind {
        EventKind::Demand | EventKind::Price => {
            format!("A change lies between −100{NARROW_SPACE}% and 1,000{NARROW_SPACE}%")
        }
        EventKind::Capacity => format!("A loss of capacity lies between −100{NARROW_SPACE}% and 0"),
    };
    refused(text, allowed, scenario_parts::size(event))
}

fn refused(text: &str, allowed: String, used: String) -> Text {
    let asked = match text.trim() {
        "" => Text::new().plain("The field is empty. "),
        text => Text::new().plain("You entered ").strong(format!("“{text}”")).plain(". "),
    };
    asked.plain(allowed).plain("; ").strong(used).plain(" is used instead.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refused_texts_are_named_with_what_is_used_instead() {
        let event = Event { kind: EventKind::Capacity, quarter: 10, size: -0.3, quarters: None };
        let date = refused_date("soon", event.quarter).to_string();
        assert_eq!(
            date,
            "You entered “soon”. A date is a quarter from Q2 2026 on, such as Q3 2028; Q3 2028 is used instead."
        );
        let size = refused_size("5", &event).to_string().replace('\u{202f}', " ");
        assert_eq!(size, "You entered “5”. A loss of capacity lies between −100 % and 0; −30 % is used instead.");
    }
}
