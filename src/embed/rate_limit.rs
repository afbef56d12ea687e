//! Limits the messages to a host: at most ten outcomes a second, answers before changes, and only the latest change.

use super::MessageId;

/// The maximum number of outcomes in any second.
const PER_SECOND: usize = 10;

/// Milliseconds.
const SECOND: f64 = 1000.0;

/// The maximum number of waiting questions. Beyond it the oldest are dropped.
const MAX_WAITING: usize = 100;

/// The messages that wait to be sent, and the times of the last ones. Times are in milliseconds.
#[derive(Clone, Debug, Default)]
pub struct RateLimit {
    questions: Vec<Option<MessageId>>,
    changed: bool,
    last_change: Option<f64>,
    sent: Vec<f64>,
}

impl RateLimit {
    /// Queues an answer to a question, with its id if it has one.
    pub fn asked(&mut self, id: Option<MessageId>) {
        self.questions.retain(|waiting| *waiting != id);
        self.questions.push(id);
        self.questions.drain(..self.questions.len().saturating_sub(MAX_WAITING));
    }

    /// Queues a message about a change.
    pub fn changed(&mut self) {
        self.changed = true;
    }

    /// Takes the messages that may be sent now: one id, or `None`, for each.
    pub fn take_due(&mut self, now: f64) -> Vec<Option<MessageId>> {
        // A clock that was set back must not block messages.
        self.sent.retain(|&time| time <= now && now - time < SECOND);
        let count = PER_SECOND.saturating_sub(self.sent.len()).min(self.questions.len());
        let mut due: Vec<Option<MessageId>> = self.questions.drain(..count).collect();
        self.sent.resize(self.sent.len() + count, now);
        if self.changed && self.sent.len() < PER_SECOND && self.until_change(now) <= 0.0 {
            self.changed = false;
            self.last_change = Some(now);
            self.sent.push(now);
            due.push(None);
        }
        due
    }

    /// Milliseconds until the next message may be sent, or `None` if no message waits.
    pub fn delay(&self, now: f64) -> Option<f64> {
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

    fn id(n: u32) -> Option<MessageId> {
        MessageId::try_from(json!(n)).ok()
    }

    #[test]
    fn a_flood_of_changes_becomes_ten_a_second_and_the_last_one_is_sent() {
        let mut limit = RateLimit::default();
        let mut times = Vec::new();
        for now in 0..1000 {
            limit.changed();
            times.extend(limit.take_due(f64::from(now)).into_iter().map(|_| now));
        }
        assert_eq!(times, (0..10).map(|n| n * 100).collect::<Vec<_>>());
        let delay = limit.delay(999.0).unwrap();
        assert_eq!(delay, 1.0);
        assert_eq!(limit.take_due(999.0 + delay), [None]);
        assert_eq!(limit.delay(1000.0), None);
    }

    #[test]
    fn questions_go_first_and_each_id_is_answered() {
        let mut limit = RateLimit::default();
        limit.changed();
        for n in 0..25 {
            limit.asked(id(n));
        }
        let mut answers = limit.take_due(0.0);
        assert_eq!(answers.len(), PER_SECOND);
        let mut now = 0.0;
        while let Some(delay) = limit.delay(now) {
            assert!(delay > 0.0);
            now += delay;
            answers.extend(limit.take_due(now));
        }
        assert_eq!(answers.len(), 26);
        assert_eq!(answers.last(), Some(&None));
        assert!(now <= 2100.0);
    }

    #[test]
    fn the_same_question_twice_is_one_and_a_flood_is_bounded() {
        let mut limit = RateLimit::default();
        for n in 0..10_000 {
            limit.asked(id(n));
            limit.asked(None);
        }
        assert!(limit.questions.len() <= MAX_WAITING);
        assert!(limit.questions.contains(&None));
    }

    #[test]
    fn a_clock_set_back_blocks_no_messages() {
        let mut limit = RateLimit::default();
        limit.changed();
        assert_eq!(limit.take_due(1e12).len(), 1);
        limit.changed();
        assert_eq!(limit.delay(0.0), Some(0.0));
        assert_eq!(limit.take_due(0.0).len(), 1);
    }
}
