//! Edits, gestures, undo and redo, pins, and the two editions.

use super::*;
use proptest::prelude::*;

fn number(value: f64) -> Value {
    Value::Number(value)
}

#[test]
fn todays_assumptions_replace_those_of_the_first_edition() {
    let first = Scenario { growth: 0.5, price_change: -0.1, ..first_edition() };
    let mut book = Workbook::open(Sheet { scenario: first, ..Sheet::new(Origin::default()) }, None);
    book.take_todays_assumptions();
    let today = Scenario { growth: 0.5, price_change: -0.1, ..Scenario::DEFAULT };
    assert_eq!((*book.scenario(), *book.baseline()), (today, today));
    book.undo();
    assert_eq!(*book.scenario(), first);
}

#[test]
fn one_drag_is_one_step() {
    let mut book = Workbook::default();
    for value in [190.0, 170.0, 150.0] {
        book.set(&[(Input::Capex, number(value))]);
    }
    book.end_gesture();
    book.set(&[(Input::Capex, number(100.0))]);
    let (history, present) = book.history();
    let steps: Vec<_> = history.cloned().collect();
    assert_eq!(present, 2);
    assert_eq!(steps[1], Action::Input { input: Input::Capex, from: number(200.0), to: number(150.0) });
    assert_eq!(steps[2], Action::Input { input: Input::Capex, from: number(150.0), to: number(100.0) });
    book.undo();
    assert_eq!((book.next_undo(), book.next_redo()), (Some(&steps[1]), Some(&steps[2])));
    assert_eq!(book.scenario().capex, 150.0);
    book.set(&[(Input::Tax, number(0.3))]);
    book.set(&[(Input::Tax, number(0.21))]);
    book.end_gesture();
    assert_eq!(book.history().1, 1, "a drag back to its start leaves no step");
    book.set(&[(Input::Growth, number(0.5))]);
    assert!(!book.can_redo(), "a new step replaces the undone ones");
}

#[test]
fn a_drag_of_an_end_is_one_step_and_a_reset_returns_to_the_analysis() {
    let mut book = Workbook::default();
    let ends = |low| InputRange::between(Input::Tax, low, 0.28);
    for low in [0.2, 0.18, 0.15] {
        book.set_range(Input::Tax, ends(low));
    }
    book.end_gesture();
    book.set_range(Input::Erosion, Some(InputRange::Fixed));
    book.set_range(Input::Horizon, Some(InputRange::Fixed));
    assert_eq!(book.history().1, 2);
    book.reset_ranges();
    assert!(book.sheet().ranges.is_empty());
    book.undo();
    book.undo();
    assert_eq!(book.sheet().ranges.iter().collect::<Vec<_>>(), [(Input::Tax, ends(0.15).unwrap())]);
    book.undo();
    assert!(book.sheet().ranges.is_empty() && !book.can_undo());
}

#[test]
fn another_input_is_another_step_and_no_change_is_no_step() {
    let mut book = Workbook::default();
    book.set(&[(Input::Capex, number(200.0))]);
    assert!(!book.can_undo());
    book.set(&[(Input::Capex, number(150.0))]);
    book.set(&[(Input::Growth, number(0.5))]);
    book.set(&[(Input::Growth, number(-5.0))]);
    assert_eq!(book.scenario().growth, 0.5, "an illegal value changes nothing");
    book.undo();
    assert_eq!((book.scenario().capex, book.scenario().growth), (150.0, 1.0));
}

#[test]
fn another_company_keeps_changes_and_pins() {
    let mut book = Workbook::default();
    book.set(&[(Input::Growth, number(0.5)), (Input::Tax, number(0.3))]);
    book.choose(Origin::new("azure", "base"));
    let azure = Origin::new("azure", "base").scenario();
    assert_eq!((book.scenario().growth, book.scenario().tax), (0.5, 0.3));
    assert_eq!(book.scenario().capex, azure.capex);
    book.choose(Origin::debate("growth_is_22"));
    assert_eq!((book.scenario().growth, book.scenario().tax), (0.22, 0.3), "a debate sets what it is about");
    book.pin(Pin { name: "mine".to_owned(), scenario: *book.scenario() });
    let pin = |id: &str| Pin { name: id.to_owned(), scenario: Origin::new(id, "base").scenario() };
    let left = book.pin_beside(vec![pin("aws"), pin("azure"), pin("google")]);
    let names: Vec<_> = book.sheet().pins.iter().map(|pin| pin.name.as_str()).collect();
    assert_eq!(names, ["mine", "aws", "azure"]);
    assert_eq!(left, [pin("google")]);
    assert_eq!(book.pin_beside(vec![pin("aws")]), [], "a pinned company is not pinned again");
}

#[test]
fn pins_and_resets() {
    let mut book = Workbook::default();
    book.set(&[(Input::Growth, number(0.5)), (Input::Tax, number(0.3))]);
    for name in ["a", "b", "c", "d"] {
        book.pin(Pin { name: name.to_owned(), scenario: *book.scenario() });
    }
    let names: Vec<_> = book.sheet().pins.iter().map(|pin| pin.name.clone()).collect();
    assert_eq!(names, ["a", "b", "d"]);
    book.reset_group(Group::Demand);
    assert_eq!((book.scenario().growth, book.scenario().tax), (1.0, 0.3));
    book.swap(0, "e".to_owned());
    assert_eq!((book.scenario().growth, book.sheet().pins[0].scenario.growth), (0.5, 1.0));
    book.reset_all();
    assert_eq!(*book.scenario(), Scenario::DEFAULT);
}

#[test]
fn a_full_history_keeps_its_first_step() {
    let mut book = Workbook::default();
    let start = book.sheet().clone();
    for step in 0..400 {
        book.set_seed(step);
    }
    let (history, present) = book.history();
    let actions: Vec<_> = history.cloned().collect();
    assert_eq!((actions.len(), present), (MAX_STEPS, MAX_STEPS - 1));
    assert_eq!((&actions[0], &actions[1], &actions[299]), (&Action::Opened, &Action::Seed(101), &Action::Seed(399)));
    book.go(0);
    assert_eq!(*book.sheet(), start);
}

#[derive(Clone, Debug)]
enum Act {
    Set(usize, f64),
    EndGesture,
    Choose(usize, usize),
    Debate(usize),
    Pin,
    Unpin(usize),
    Swap(usize),
    Reset,
    Seed(u32),
    Range(usize, f64),
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        4 => (0..Input::ALL.len(), 0.0..1.0).prop_map(|(at, x)| Act::Set(at, x)),
        2 => Just(Act::EndGesture),
        1 => (0..3usize, 0..3usize).prop_map(|(a, b)| Act::Choose(a, b)),
        1 => (0..13usize).prop_map(Act::Debate),
        1 => Just(Act::Pin),
        1 => (0..3usize).prop_map(Act::Unpin),
        1 => (0..3usize).prop_map(Act::Swap),
        1 => Just(Act::Reset),
        1 => (0..9u32).prop_map(Act::Seed),
        2 => (0..Input::ALL.len(), 0.0..1.0).prop_map(|(at, x)| Act::Range(at, x)),
    ]
}

fn perform(book: &mut Workbook, act: &Act) {
    let lists = crate::presets();
    match *act {
        Act::Set(at, x) => {
            let input = Input::ALL[at];
            let value = input.range().map_or(Value::Switch(x < 0.5), |range| number(range.snap(range.value_along(x))));
            book.set(&[(input, value)]);
        }
        Act::EndGesture => book.end_gesture(),
        Act::Choose(a, b) => book.choose(Origin::new(&lists.companies[a].id, &lists.cases[b].id)),
        Act::Debate(at) => book.choose(Origin::debate(&lists.debates[at].id)),
        Act::Pin => book.pin(Pin { name: "pin".to_owned(), scenario: *book.scenario() }),
        Act::Unpin(at) => book.unpin(at),
        Act::Swap(at) => book.swap(at, "swapped".to_owned()),
        Act::Reset => book.reset_all(),
        Act::Seed(seed) => book.set_seed(seed),
        Act::Range(at, x) => book.set_range(Input::ALL[at], InputRange::between(Input::ALL[at], x, 1.0)),
    }
}

proptest! {
    #[test]
    fn any_sequence_undone_gives_the_start_and_redone_the_end(acts in prop::collection::vec(act(), 0..40)) {
        let mut book = Workbook::default();
        let start = book.sheet().clone();
        for act in &acts {
            perform(&mut book, act);
        }
        let end = book.sheet().clone();
        while book.can_undo() {
            book.undo();
        }
        prop_assert_eq!(book.sheet(), &start);
        while book.can_redo() {
            book.redo();
        }
        prop_assert_eq!(book.sheet(), &end);
    }
}
