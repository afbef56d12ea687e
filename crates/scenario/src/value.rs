//! The value of one input, whatever its kind, and the named options of the two choices.

/// A value of an input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// A number, percentages as fractions.
    Number(f64),
    /// An option, by its name.
    Choice(&'static str),
    /// On or off.
    Switch(bool),
}

impl Value {
    /// The number, if it is one.
    pub fn number(self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(number),
            _ => None,
        }
    }
}

/// A type that can stand in a field of the scenario.
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
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$option_doc])* $option),* }

        impl $name {
            /// The names of the options.
            pub const IDS: &'static [&'static str] = &[$($id),*];

            /// The option's name.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$option => $id),* }
            }

            /// The option of that name.
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
    /// How growth goes on.
    GrowthShape {
        /// It fades to the long-run rate.
        Fade = "fade",
        /// It stays.
        Constant = "constant",
        /// It ends as the market fills.
        Saturating = "saturating",
    }
}

choice! {
    /// What the business counts for at the horizon.
    Terminal {
        /// Nothing.
        None = "none",
        /// Net book value, no more than it could earn.
        Nbv = "nbv",
        /// Profit for ever.
        Perpetuity = "perpetuity",
        /// A multiple of EBITDA.
        Multiple = "multiple",
    }
}
