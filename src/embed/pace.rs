//! How often a host hears of outcomes: at most ten times a second, the latest change wins, questions go first.

use serde_json::Value as Json;

/// The most outcomes in any second.
pub const PER_SECOND: usize = 10;

const SECOND: f64 = 1000.0;

/// Questions that wait; a host that asks faster for longer gets no answer to the oldest.
const WAITING: usize = 100;

/// What waits to be sent, and when the last ones were. Clocks are in milliseconds.
#[derive(Clone, Debug, Default)]
pub struct Pace {
    questions: Vec<Option<Json>>,
    changed: bool,
    last_change: Option<f64>,
    sent: Vec<f64>,
}

impl Pace {
    /// A host asked, with or without an id.
    pub fn asked(&mut self, id: Option<Json>) {
        self.questions.retain(|waiting| *waiting != id);
        self.questions.push(id);
        self.questions.drain(..self.questions.len().saturating_sub(WAITING));
    }

    /// The outcome changed.
    pub fn changed(&mut self) {
        self.changed = true;
    }

    /// The ids to send the present outcome with, now: one entry for each message.
    pub fn due(&mut self, now: f64) -> Vec<Option<Json>> {
        // A clock that was set back must not silence the page.
        self.sent.retain(|&time| time <= now && now - time < SECOND);
        let count = PER_SECOND.saturating_sub(self.sent.len()).min(self.questions.len());
        let mut due: Vec<Option<Json>> = self.questions.drain(..count).collect();
        self.sent.resize(self.sent.len() + count, now);
        if self.changed && self.sent.len() < PER_SECOND && self.until_change(now) <= 0.0 {
            self.changed = false;
            self.last_change = Some(now);
            self.sent.push(now);
            due.push(None);
        }
        due
    }

    /// In how many milliseconds to look again; never, where nothing waits.
    pub fn wait(&self, now: f64) -> Option<f64> {
        let full = match self.sent.first() {
            Some(first) if self.sent.len() >= PER_SECOND => (first + SECOND - now).clamp(0.0, SECOND),
            _ => 0.0,
        };
        match (self.questions.is_empty(), self.changed) {
            (false, _) => Some(full),
            (true, true) => Some(full.max(self.until_change(now))),
            (true, false) => None,
        }
    }

    fn until_change(&self, now: f64) -> f64 {
        let apart = SECOND / PER_SECOND as f64;
        self.last_change.map_or(0.0, |last| if last > now { 0.0 } else { (last + apart - now).max(0.0) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_flood_of_changes_becomes_ten_a_second_and_the_last_one_is_sent() {
        let mut pace = Pace::default();
        let mut times = Vec::new();
        for now in 0..1000 {
            pace.changed();
            times.extend(pace.due(f64::from(now)).into_iter().map(|_| now));
        }
        assert_eq!(times, (0..10).map(|n| n * 100).collect::<Vec<_>>());
        let wait = pace.wait(999.0).unwrap();
        assert_eq!(wait, 1.0);
        assert_eq!(pace.due(999.0 + wait), [None]);
        assert_eq!(pace.wait(1000.0), None);
    }

    #[test]
    fn questions_go_first_and_each_id_is_answered() {
        let mut pace = Pace::default();
        pace.changed();
        for id in 0..25 {
            pace.asked(Some(json!(id)));
        }
        let mut answers = pace.due(0.0);
        assert_eq!(answers.len(), PER_SECOND);
        let mut now = 0.0;
        while let Some(wait) = pace.wait(now) {
            assert!(wait > 0.0);
            now += wait;
            answers.extend(pace.due(now));
        }
        assert_eq!(answers.len(), 26);
        assert_eq!(answers.last(), Some(&None));
        assert!(now <= 2100.0);
    }

    #[test]
    fn the_same_question_twice_is_one_and_a_flood_is_bounded() {
        let mut pace = Pace::default();
        for id in 0..10_000 {
            pace.asked(Some(json!(id)));
            pace.asked(None);
        }
        assert!(pace.questions.len() <= WAITING);
        assert!(pace.questions.contains(&None));
    }

    #[test]
    fn a_clock_set_back_does_not_silence_it() {
        let mut pace = Pace::default();
        pace.changed();
        assert_eq!(pace.due(1e12).len(), 1);
        pace.changed();
        assert_eq!(pace.wait(0.0), Some(0.0));
        assert_eq!(pace.due(0.0).len(), 1);
    }
}
