//! Ids of elements that several parts of the page refer to.

use crate::scenario::{Group, Input};
use crate::words::inputs;

/// Prefix of the ids of the drawer's controls: the page beside the drawer has some of the inputs too.
pub(crate) const DRAWER_PREFIX: &str = "drawer-";

/// Id of the drawer's search field.
pub(crate) const DRAWER_SEARCH: &str = "drawer-find";

/// Id of the control of the capex plan by year.
pub(crate) const CAPEX_PLAN: &str = "drawer-capex-plan";

/// Id of the list of events.
pub(crate) const EVENTS: &str = "drawer-events";

/// Returns the id of an input's control in the drawer.
pub(crate) fn drawer_control(input: Input) -> String {
    format!("{DRAWER_PREFIX}{}", input.id())
}

/// Returns the id of an input's number field; the prefix is the drawer's, or empty.
pub(crate) fn number_field(prefix: &str, input: Input) -> String {
    format!("{prefix}{}-field", input.id())
}

/// Returns the id of a group's section in the drawer.
pub(crate) fn drawer_group(group: Group) -> String {
    format!("drawer-group-{}", inputs::group(group).to_ascii_lowercase())
}
