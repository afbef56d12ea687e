//! The page about the model: what it is, what it leaves out, how it was checked.

/// A part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its heading.
    pub title: &'static str,
    /// Its paragraphs.
    pub body: &'static [&'static str],
}

/// The page's title.
pub fn title() -> &'static str {
    "About the model"
}

/// What leads to the page.
pub fn link() -> &'static str {
    "About the model"
}

/// The page, part by part.
pub const PARTS: [Part; 6] = [
    Part {
        title: "What it is",
        body: &[
            "A model of one hyperscaler’s AI business, quarter by quarter from Q1 2026. Demand grows; capex buys \
             capacity that arrives late; revenue is the smaller of the two; and the cash decides when the build-out \
             pays back.",
            "It answers what would follow from the assumptions you set. It is not a forecast of any company, and it \
             is no investment advice.",
        ],
    },
    Part {
        title: "How to read the answer",
        body: &[
            "Payback is the moment from which cumulative cash stays above zero. It says nothing about how much comes \
             after: a smaller plan, or a cap on power, pays back sooner, is worth less and leaves demand unserved. \
             That is why payback, worth and unmet demand stand together.",
            "Worth today, NPV, is all cash discounted to Q1 2026, with a value for what is left at the horizon. That \
             value is a choice, and the line under the answer says what it adds.",
        ],
    },
    Part {
        title: "Where the numbers come from",
        body: &[
            "Every assumption carries a letter. R: stated in five press reports. P: published by a third party, not \
             verified here. A: our own assumption. Nothing was checked against filings.",
            "Price and utilisation, both weakly known, move the answer more than the three sliders of the first \
             screen. Of Azure and Google Cloud only an estimate of the run rate is reported.",
        ],
    },
    Part {
        title: "What it leaves out",
        body: &[
            "Prepayments, leases and debt, inflation, scarcity pricing, and separate lags for chips and shells. \
             Orders foresee demand perfectly.",
            "Above about 140\u{202f}% growth the answer is flat: the build-out, not demand, limits revenue. A capex \
             plan of zero also stops replacement during its own years.",
        ],
    },
    Part {
        title: "What the simulated cases are",
        body: &[
            "Ten uncertain inputs are drawn together, each around the value you set, some of them moving with each \
             other. The shares that result hold under these ranges. They are shares of simulated cases, not \
             probabilities: nobody knows the true ranges.",
        ],
    },
    Part {
        title: "How it was checked",
        body: &[
            "Twelve scenarios worked out beforehand agree with it quarter by quarter to nine digits. Random scenarios \
             over the whole range keep what must hold: capital put in less what is written off is what is left; cash \
             rolls forward; revenue is never more than demand or capacity; at a discount rate of zero NPV is the sum \
             of the cash; every rate of return makes NPV zero; a business twice as large has twice the money and the \
             same payback.",
            "The working shows every equation with the numbers of your scenario, and a test adds them up again as \
             they stand there. The spreadsheet holds the model as formulas.",
        ],
    },
];
