//! The notes of `map`.

use super::map::{Field, MapView, Reported, point};
use crate::chart::{Align, At, Note, Place, Point, Role, Span, Spot, When};
use crate::scenario::Input;
use crate::words;

/// The callout, the names of axes and lines, the reported values, and the meaning of the colours.
pub fn notes(view: &MapView, field: &Field) -> Vec<Note> {
    let mut notes = vec![callout(view)];
    notes.extend(axis_names(view));
    notes.extend(reported(view));
    if !view.payback {
        notes.extend(contour_name(view));
        notes.extend(ridge_name(view, field));
        notes.extend(side_name(field, true));
        notes.extend(side_name(field, false));
    }
    notes
}

fn callout(view: &MapView) -> Note {
    let summary = &view.outcome.summary;
    let text = words::chart::you_are_here(view.payback, summary.npv, summary.payback_years);
    let lines =
        vec![vec![Span::bold(text, Role::Ink, 13.0)], vec![Span::plain(words::chart::drag_both(), Role::Ink2, 12.0)]];
    let (x, y) = point(view);
    let moves = [
        (28.0, 34.0, Align::Left),
        (28.0, -34.0, Align::Left),
        (-28.0, 34.0, Align::Right),
        (-28.0, -34.0, Align::Right),
    ];
    let spots = Spot::around(At::point(x, y), &moves);
    Note { boxed: true, keep: true, ..Note::new(lines, spots) }
}

fn axis_names(view: &MapView) -> [Note; 2] {
    let note =
        |text: String, at: At, align| Note { halo: false, ..Note::at(Span::plain(text, Role::Ink2, 12.0), at, align) };
    let upwards = At::place(Place::Panel(0.0), Place::Panel(0.0)).moved(0.0, 9.0);
    let across = At::place(Place::Plot(1.0), Place::Panel(1.0)).moved(0.0, -10.0);
    [
        note(words::chart::upwards(view.map.y.input), upwards, Align::Left),
        note(words::chart::across(view.map.x.input), across, Align::Right),
    ]
}

fn reported(view: &MapView) -> Vec<Note> {
    let mut notes = Vec::new();
    let mut name = |input: Input, reported: &Reported, at: At| {
        let value = Span::bold(words::units::amount(input, reported.value), Role::Ink, 12.0);
        let by = Span::plain(format!("\u{a0}{}", reported.by), Role::Ink3, 12.0);
        let spots = Spot::around(at, &[(0.0, 0.0, Align::Left)]);
        notes.push(Note { when: When::Wide, ..Note::new(vec![vec![value, by]], spots) });
    };
    for reported in view.across {
        let at = At::place(Place::Value(reported.value), Place::Panel(0.0));
        name(view.map.x.input, reported, at.moved(8.0, 36.0));
    }
    for reported in view.upwards {
        let at = At::place(Place::Panel(1.0), Place::Value(reported.value));
        name(view.map.y.input, reported, at.moved(-120.0, 0.0));
    }
    notes
}

/// The name of the break-even line, along it on its losing side.
fn contour_name(view: &MapView) -> Option<Note> {
    let lines = view.map.break_even();
    let longest = lines.iter().max_by_key(|line| line.len()).filter(|line| line.len() > 8)?;
    Some(named_along(longest, words::chart::npv_zero().to_owned(), Role::D4))
}

fn ridge_name(view: &MapView, field: &Field) -> Option<Note> {
    let text = words::chart::best_of_each(view.map.x.input, view.map.y.input);
    (field.ridge.len() > 5).then(|| named_along(&field.ridge, text, Role::D7))
}

/// Text along a line, on its left, at one of several places.
fn named_along(line: &[Point], text: String, on: Role) -> Note {
    let rising = line.first().zip(line.last()).is_some_and(|(first, last)| first.1 <= last.1);
    let line: Vec<Point> = if rising { line.to_vec() } else { line.iter().rev().copied().collect() };
    let spot = |share: f64| {
        let middle = (line.len() as f64 * share) as usize;
        let (from, to) = (*line.get(middle.saturating_sub(2))?, *line.get((middle + 2).min(line.len() - 1))?);
        let at = At::point((from.0 + to.0) / 2.0, (from.1 + to.1) / 2.0).moved(-9.0, -9.0);
        Some(Spot { at, align: Align::Centre, along: Some((from, to)) })
    };
    let spots = [0.62, 0.75, 0.85, 0.5, 0.4, 0.3].into_iter().filter_map(spot).collect();
    let note = Note::line(Span::bold(text, Role::Ink, 12.0), spots);
    Note { when: When::Wide, halo: false, on: Some(on), ..note }
}

/// The meaning of the colours of one side, where that side has the most room.
fn side_name(field: &Field, loses: bool) -> Option<Note> {
    let (columns, rows) = (field.grid.columns.len() as f64 - 1.0, field.grid.rows.len() as f64 - 1.0);
    let mut best: Option<(f64, f64, f64, Role)> = None;
    for across in [0.13, 0.3, 0.5, 0.7, 0.86] {
        for upwards in [0.1, 0.25, 0.5, 0.75, 0.9] {
            let corners = [(-0.11, -0.06), (0.11, -0.06), (-0.11, 0.06), (0.11, 0.06), (0.0, 0.0)];
            let inside = corners.map(|(dx, dy)| field.class_at((across + dx) * columns, (upwards + dy) * rows));
            let [.., Some((_, role))] = inside else { continue };
            let even = inside.iter().filter(|corner| corner.is_some_and(|(_, class)| class == role)).count();
            let sure = |corner: &Option<(f64, Role)>| corner.is_some_and(|(value, _)| (value < 0.0) == loses);
            let least = inside.iter().flatten().map(|(value, _)| value.abs()).fold(f64::INFINITY, f64::min);
            let merit = least + 1e6 * even as f64;
            if inside.iter().all(sure) && best.is_none_or(|best| merit > best.0) {
                best = Some((merit, across, upwards, role));
            }
        }
    }
    let (_, across, upwards, role) = best?;
    let [first, second] = words::chart::side(loses);
    let span = |text| vec![Span::bold(text, Role::Ink, 14.0)];
    let at = At::place(Place::Plot(across), Place::Plot(1.0 - upwards));
    let note = Note::new(vec![span(first), span(second)], Spot::around(at, &[(0.0, 0.0, Align::Centre)]));
    Some(Note { when: When::Wide, halo: false, on: Some(role), ..note })
}
