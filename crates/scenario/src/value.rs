//! The value of an input of any kind, and the options of the two choices.

use serde::Serialize;

/// A value of an input.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// A number; percentages are fractions.
    Number(f64),
    /// An option, by id.
    Choice(&'static str),
    /// On or off.
    Switch(bool),
}

impl Value {
    /// The number, if the value is one.
    pub fn number(self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(number),
            _ => None,
        }
    }

    /// The text in links; for a number, the shortest text that reads back as the same number.
    pub(crate) fn text(self) -> String {
        match self {
            Self::Number(number) => {
                let text = serde_json::Value::from(number).to_string();
                text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
            }
            Self::Choice(id) => id.to_owned(),
            Self::Switch(on) => if on { "on" } else { "off" }.to_owned(),
        }
    }
}

/// The type of a field of the scenario.
pub(super) trait Field {
    fn value(&self) -> Value;
    fn assign(&mut self, value: Value);
}

impl Field for f64 {
    fn value(&self) -> Value {
        Value::Number(*self)
    }
    fn assign(&mut self, value: Value) {
        if let Value::Number(number) = value {
            *self = number;
        }
    }
}

impl Field for bool {
    fn value(&self) -> Value {
        Value::Switch(*self)
    }
    fn assign(&mut self, value: Value) {
        if let Value::Switch(on) = value {
            *self = on;
        }
    }
}

macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$option_doc:meta])* $option:ident = $id:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
        pub enum $name { $($(#[$option_doc])* #[serde(rename = $id)] $option),* }

        impl $name {
            /// The ids of the options.
            pub const IDS: &'static [&'static str] = &[$($id),*];

            /// The id of the option.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$option => $id),* }
            }

            /// The option with this id.
            pub fn from_id(id: &str) -> Option<Self> {
                match id { $($id => Some(Self::$option),)* _ => None }
            }
        }

        impl Field for $name {
            fn value(&self) -> Value {
                Value::Choice(self.id())
            }
            fn assign(&mut self, value: Value) {
                if let Value::Choice(id) = value && let Some(option) = Self::from_id(id) {
                    *self = option;
                }
            }
        }
    };
}

choice! {
    /// The course of demand growth.
    GrowthShape {
        /// Growth fades to the long-run rate.
        Fade = "fade",
        /// Growth stays at today's rate.
        Constant = "constant",
        /// Growth ends as demand reaches the size of the market.
        Saturating = "saturating",
    }
}

choice! {
    /// The kind of value that the business has at the horizon.
    Terminal {
        /// No value.
        None = "none",
        /// Net book value, limited by a multiple of EBITDA.
        Nbv = "nbv",
        /// After-tax profit as a perpetuity.
        Perpetuity = "perpetuity",
        /// A multiple of EBITDA.
        Multiple = "multiple",
    }
}
