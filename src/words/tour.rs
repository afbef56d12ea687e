//! Texts of the tour, which explains the page in three steps.

/// A step of the tour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TourStep {
    /// The heading.
    pub title: &'static str,
    /// The explanation.
    pub body: &'static str,
}

/// The steps, in order.
pub const STEPS: [TourStep; 3] = [
    TourStep {
        title: "The answer",
        body: "This sentence says when the build-out pays back, what it is worth today and how much growth it needs. It always holds for the numbers that it names.",
    },
    TourStep {
        title: "The sliders",
        body: "Move a slider, and the sentence, the figures and the charts follow. The colour behind the slider shows where the build-out is worth it, and the mark shows where it breaks even.",
    },
    TourStep {
        title: "What would it take?",
        body: "For every assumption, the page can find the value at which the build-out breaks even. Open “All assumptions” and try one.",
    },
];

phrases! {
    /// Button to the next step.
    next = "Next";
    /// Button to the previous step.
    back = "Back";
    /// Button that leaves the tour early.
    skip = "Skip";
    /// Button that ends the tour.
    done = "Done";
}

/// “1 of 3”.
pub fn step_of(step: usize) -> String {
    format!("{step} of {}", STEPS.len())
}
