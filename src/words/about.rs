//! The dialog about the model: purpose, limits, sources and checks.

/// A section of the dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Topic {
    /// The heading.
    pub title: &'static str,
    /// The paragraphs.
    pub body: &'static [&'static str],
}

phrases! {
    /// Title of the dialog, and the button that opens it.
    title = "About the model";
}

/// The sections, in order.
pub const TOPICS: [Topic; 6] = [
    Topic {
        title: "What it is",
        body: &[
            "A model of one hyperscaler’s AI business, quarter by quarter from Q1 2026. Demand grows. Capex buys capacity, \
             which arrives later. Revenue is the smaller of demand and capacity. The cash that results decides when the \
             build-out pays back.",
            "The model shows what follows from the assumptions you set. It is not a forecast of any company, and it is not \
             investment advice.",
        ],
    },
    Topic {
        title: "How to read the answer",
        body: &[
            "Payback is the moment from which cumulative cash stays above zero. It says nothing about the cash that follows: \
             a smaller plan, or a cap on power, pays back sooner, but is worth less and leaves demand unserved. That is why \
             payback, worth and unmet demand are always shown together.",
            "Worth today, NPV, is all cash discounted to Q1 2026, including a value for what is left at the horizon. How \
             that value is measured is a choice; the line under the answer says how much it adds.",
        ],
    },
    Topic {
        title: "Where the numbers come from",
        body: &[
            "Every assumption carries a letter. R: stated in five press reports. P: published by a third party, not \
             verified here. A: our own assumption. Nothing was checked against filings.",
            "Price and utilisation are weakly known, and they move the answer more than the three sliders of the first \
             screen. For Azure and Google Cloud, only an estimate of the run rate is reported.",
        ],
    },
    Topic {
        title: "What it leaves out",
        body: &[
            "Ordinary cloud revenue that AI pulls along, savings of the company’s own products, the cost of not building, \
             the value of waiting, resale and second uses of old chips; prepayments, leases, inflation, scarcity pricing, \
             and separate lags for chips and shells. Orders foresee demand perfectly, except for events.",
            "Replacement is compute for compute: shells that frugal new chips free stand empty. Orders ask whether demand \
             is there, never whether they pay, and what they pass by while an event runs is not made up later. A lower \
             price buys proportionally more compute. Capacity for own use is worth nothing here.",
            "Above about 130\u{202f}% growth the answer hardly changes: the build-out, not demand, limits revenue. A capex \
             plan of zero also stops replacement during its own years.",
        ],
    },
    Topic {
        title: "What the simulated cases are",
        body: &[
            "In each case, twelve uncertain inputs are drawn together, each around the value you set, and some of them \
             correlated. The resulting shares depend on the assumed ranges. They are shares of simulated cases, not \
             probabilities: nobody knows the true ranges.",
        ],
    },
    Topic {
        title: "How it was checked",
        body: &[
            "The model agrees with 27 scenarios that were calculated beforehand, quarter by quarter, to nine digits. \
             Random scenarios over the whole range satisfy the rules that must always hold: capital put in minus \
             write-offs equals the capital that is left; cash carries over from quarter to quarter; revenue is never more \
             than demand or capacity; at a discount rate of zero, NPV is the sum of the cash; every rate of return makes \
             NPV zero; a business twice as large has twice the money and the same payback.",
            "The working shows every equation with the numbers of your scenario, and a test calculates the equations as \
             they are shown. The spreadsheet contains the model as formulas.",
        ],
    },
];
