//! Colour roles, and the palettes that give each role a colour.

use std::fmt;

use plotters::style::RGBColor;

/// A colour: red, green, blue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl fmt::Display for Rgb {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(red, green, blue) = self;
        write!(formatter, "#{red:02X}{green:02X}{blue:02X}")
    }
}

impl From<RGBColor> for Rgb {
    fn from(RGBColor(red, green, blue): RGBColor) -> Self {
        Self(red, green, blue)
    }
}

impl Rgb {
    /// A colour from its six hexadecimal digits.
    pub const fn hex(code: u32) -> Self {
        let [_, red, green, blue] = code.to_be_bytes();
        Self(red, green, blue)
    }

    /// Relative luminance, as contrast is defined on it.
    pub fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// Contrast with another colour, 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance() + 0.05, other.luminance() + 0.05);
        one.max(two) / one.min(two)
    }

    fn mixed(self, other: Self, share: f64) -> Self {
        let mix = |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * share).round() as u8;
        Self(mix(self.0, other.0), mix(self.1, other.1), mix(self.2, other.2))
    }
}

macro_rules! roles {
    ($($(#[$doc:meta])* $role:ident $name:literal $light:literal $dark:literal;)*) => {
        /// The role of a colour.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Role { $($(#[$doc])* $role,)* }

        impl Role {
            /// Every role, in the order of the tokens.
            pub const ALL: &'static [Self] = &[$(Self::$role,)*];

            /// The name of the style sheet's custom property.
            pub fn name(self) -> &'static str {
                match self { $(Self::$role => $name,)* }
            }
        }

        const COUNT: usize = Role::ALL.len();
        const LIGHT: [Rgb; COUNT] = [$(Rgb::hex($light),)*];
        const DARK: [Rgb; COUNT] = [$(Rgb::hex($dark),)*];
    };
}

roles! {
    /// The page.
    Paper "--paper" 0xFBFAF7 0x14171A;
    /// Fields, readouts, drawer.
    Surface "--surface" 0xFFFFFF 0x1D2125;
    /// Hover and disabled fill.
    Sunken "--sunken" 0xF2F0EA 0x101315;
    /// Text, this scenario's line, marks.
    Ink "--ink" 0x16191D 0xF0EEE9;
    /// Secondary text, the zero line.
    Ink2 "--ink2" 0x474C54 0xC3C4C2;
    /// Captions, axis labels.
    Ink3 "--ink3" 0x666B73 0x9A9D9F;
    /// Hairlines.
    Rule "--rule" 0xE2DFD7 0x2F3439;
    /// Gridlines.
    Grid "--grid" 0xE8E5DD 0x262B2F;
    /// Borders of controls, ticks.
    Edge "--edge" 0x8A8880 0x737980;
    /// Worth more than it costs.
    Gain "--gain" 0x0B6B85 0x5CC3DC;
    /// Bars of gain.
    GainMid "--gain-mid" 0x5FA9BD 0x2F7F95;
    /// Areas of gain.
    GainWash "--gain-wash" 0xDDECEF 0x16323A;
    /// Worth less than it costs.
    Loss "--loss" 0xB4450C 0xF0935A;
    /// Bars of loss.
    LossMid "--loss-mid" 0xE19A6C 0xA65A2B;
    /// Areas of loss.
    LossWash "--loss-wash" 0xF8E7DA 0x38241A;
    /// Demand.
    Demand "--demand" 0x7A3E97 0xC79BE0;
    /// Unmet demand.
    DemandWash "--demand-wash" 0xEFE6F3 0x2A2231;
    /// Capacity, merchant chips, the upper end of a range.
    Slate "--slate" 0x59626D 0x9AA5B1;
    /// Shells, the lower end of a range.
    Sand "--sand" 0xC6BCA6 0x7A7263;
    /// Custom chips: lines and text.
    Gold "--gold" 0x8F6300 0xE0B449;
    /// Custom chips: areas.
    GoldMid "--gold-mid" 0xD2A94A 0x8F7230;
    /// The baseline.
    Ghost "--ghost" 0x8F8C84 0x6D7277;
    /// The first pinned scenario.
    PinA "--pinA" 0x7A3E97 0xC79BE0;
    /// The second.
    PinB "--pinB" 0x8F6300 0xE0B449;
    /// The third.
    PinC "--pinC" 0x3E7A46 0x86C98F;
    /// The focus ring.
    Focus "--focus" 0x1A5FD0 0x7FB2FF;
    /// Notices.
    Notice "--notice" 0xFFF4D6 0x3A3118;
    /// The edge of notices.
    NoticeEdge "--notice-edge" 0x8A6100 0xD9B24A;
    /// Refused values.
    Error "--error" 0xA3180F 0xFF9A8F;
    /// Deepest loss of the diverging scale.
    D0 "--d0" 0xA33A06 0xF0935A;
    /// Class 1.
    D1 "--d1" 0xC8632B 0xC8713C;
    /// Class 2.
    D2 "--d2" 0xDF9062 0x96552F;
    /// Class 3.
    D3 "--d3" 0xEFBD9C 0x653D27;
    /// Just below zero.
    D4 "--d4" 0xF7DFCD 0x3B2A22;
    /// Just above zero.
    D5 "--d5" 0xD9EAEE 0x1B3138;
    /// Class 6.
    D6 "--d6" 0xABD0DA 0x1F4C58;
    /// Class 7.
    D7 "--d7" 0x74B1C3 0x2A6E80;
    /// Class 8.
    D8 "--d8" 0x3A8DA6 0x3D98AF;
    /// Highest gain.
    D9 "--d9" 0x0B6B85 0x5CC3DC;
}

impl Role {
    /// The ten classes of the diverging scale, from loss to gain.
    pub const CLASSES: [Self; 10] =
        [Self::D0, Self::D1, Self::D2, Self::D3, Self::D4, Self::D5, Self::D6, Self::D7, Self::D8, Self::D9];

    /// The three pins.
    pub const PINS: [Self; 3] = [Self::PinA, Self::PinB, Self::PinC];
}

/// The limits of the ten classes of the diverging scale: net present values in $ billion.
pub const SPLITS: [f64; 9] = [-300.0, -200.0, -100.0, -50.0, 0.0, 50.0, 100.0, 150.0, 200.0];

/// The class of a net present value; `scale` stretches the limits with the size of the business.
pub fn class_of(npv: f64, scale: f64) -> Role {
    let at = SPLITS.iter().take_while(|split| npv >= **split * scale).count();
    Role::CLASSES.get(at).copied().unwrap_or(Role::Paper)
}

/// A colour for each role.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Palette([Rgb; COUNT]);

impl Palette {
    /// The light theme.
    pub const LIGHT: Self = Self(LIGHT);
    /// The dark theme.
    pub const DARK: Self = Self(DARK);

    /// The colour of a role.
    pub fn rgb(&self, role: Role) -> Rgb {
        self.0.get(role as usize).copied().unwrap_or_default()
    }

    /// The palette of a system's forced colours. Meaning is then carried by shape, dash and text.
    pub fn forced(canvas: Rgb, text: Rgb, grey: Rgb, highlight: Rgb) -> Self {
        use Role::*;
        let pick = |role: Role| match role {
            Paper | Surface | Sunken | Notice => canvas,
            Grid | Rule => canvas.mixed(grey, 0.5),
            Edge | Ghost => grey,
            Gain | Focus | D9 => highlight,
            D8 => canvas.mixed(highlight, 0.7),
            GainMid | D7 => canvas.mixed(highlight, 0.55),
            D6 => canvas.mixed(highlight, 0.4),
            GainWash | D5 => canvas.mixed(highlight, 0.2),
            LossMid | GoldMid | Sand | D2 => canvas.mixed(text, 0.45),
            D1 => canvas.mixed(text, 0.6),
            D3 => canvas.mixed(text, 0.3),
            LossWash | DemandWash | D4 => canvas.mixed(text, 0.15),
            _ => text,
        };
        let mut colours = [text; COUNT];
        Role::ALL.iter().zip(colours.iter_mut()).for_each(|(role, colour)| *colour = pick(*role));
        Self(colours)
    }

    /// The colour of text on a fill: white, ink or paper, whichever has the highest contrast.
    pub fn on(&self, fill: Role) -> Rgb {
        let ground = self.rgb(fill);
        let (ink, paper) = (self.rgb(Role::Ink), self.rgb(Role::Paper));
        let pale = if paper.luminance() > ink.luminance() { Rgb(255, 255, 255) } else { paper };
        if ground.contrast(ink) >= ground.contrast(pale) { ink } else { pale }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_split_where_the_scale_says() {
        assert_eq!(class_of(-1.0, 1.0), Role::CLASSES[4]);
        assert_eq!(class_of(0.0, 1.0), Role::CLASSES[5]);
        assert_eq!(class_of(1e9, 1.0), Role::CLASSES[9]);
        assert_eq!(class_of(-1e9, 1.0), Role::CLASSES[0]);
        assert_eq!(class_of(60.0, 2.0), Role::CLASSES[5]);
    }

    #[test]
    fn text_and_lines_stand_out_on_paper() {
        use Role::*;
        for palette in [Palette::LIGHT, Palette::DARK] {
            let on_paper = |role| palette.rgb(role).contrast(palette.rgb(Paper));
            for role in [Ink, Ink2, Ink3, Gain, Loss, Demand, Slate, Gold, PinA, PinB, PinC, Error] {
                assert!(on_paper(role) >= 4.5, "{role:?} {}", on_paper(role));
            }
            for role in [Edge, Ghost, Focus] {
                assert!(on_paper(role) >= 3.0, "{role:?} {}", on_paper(role));
            }
            let on = |text, ground| palette.rgb(text).contrast(palette.rgb(ground));
            assert!(on(Gain, GainWash) >= 4.5 && on(Loss, LossWash) >= 4.5 && on(Demand, DemandWash) >= 4.5);
            for class in Role::CLASSES {
                // Words on a class are bold and large.
                assert!(palette.on(class).contrast(palette.rgb(class)) >= 4.3, "{class:?}");
            }
        }
    }

    #[test]
    fn forced_colours_keep_what_is_read_readable() {
        let palette = Palette::forced(Rgb(0, 0, 0), Rgb(255, 255, 255), Rgb(63, 242, 63), Rgb(26, 235, 255));
        for role in [Role::Ink, Role::Ink3, Role::Loss, Role::Gain, Role::PinB] {
            assert!(palette.rgb(role).contrast(palette.rgb(Role::Paper)) >= 4.5, "{role:?}");
        }
    }
}
