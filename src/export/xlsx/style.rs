//! The looks of cells: a fixed list, in the order of the file's style sheet.

/// How a cell looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Style {
    /// Text, or a number as it is.
    #[default]
    Plain,
    /// The head of a sheet.
    Title,
    /// Small print, grey.
    Note,
    /// Small print behind a number.
    Beside,
    /// The head of a column or block.
    Head,
    /// The head of a column of numbers.
    HeadRight,
    /// The equation behind a column, its unit.
    Small,
    /// An input that is a number.
    Input,
    /// An input in percent.
    InputPercent,
    /// Two decimals.
    Amount,
    /// Four decimals.
    Fine,
    /// Percent with one decimal.
    Percent,
    /// A whole number.
    Whole,
    /// Text that wraps.
    Wrapped,
    /// A link.
    Link,
    /// Something is not right.
    Alarm,
}

/// Number formats of their own, from 164 on: amounts, fine amounts, percent, whole numbers.
const FORMATS: [&str; 4] = ["#,##0.00", "0.0000", "0.0%", "0"];

/// Where a cell's content stands.
const LEFT: &str = "";
const RIGHT: &str = " horizontal=\"right\"";
const WRAPPED: &str = " wrapText=\"1\"";
const RIGHT_WRAPPED: &str = " horizontal=\"right\" wrapText=\"1\"";
const INDENTED: &str = " horizontal=\"left\" indent=\"1\"";

/// (number format, font, fill, border, place) of every style, in the order of [`Style`].
const LOOKS: [(u16, u8, u8, u8, &str); 16] = [
    (0, 0, 0, 0, LEFT),
    (0, 1, 0, 0, LEFT),
    (0, 2, 0, 0, LEFT),
    (0, 2, 0, 0, INDENTED),
    (0, 3, 0, 1, WRAPPED),
    (0, 3, 0, 1, RIGHT_WRAPPED),
    (0, 2, 0, 0, RIGHT_WRAPPED),
    (0, 4, 2, 2, RIGHT),
    (166, 4, 2, 2, RIGHT),
    (164, 0, 0, 0, RIGHT),
    (165, 0, 0, 0, RIGHT),
    (166, 0, 0, 0, RIGHT),
    (167, 0, 0, 0, RIGHT),
    (0, 0, 0, 0, WRAPPED),
    (0, 5, 0, 0, LEFT),
    (0, 6, 0, 0, LEFT),
];

/// (size, bold, colour, underlined).
const FONTS: [(u8, bool, &str, bool); 7] = [
    (11, false, "FF16191D", false),
    (16, true, "FF16191D", false),
    (10, false, "FF666B73", false),
    (11, true, "FF16191D", false),
    (11, false, "FF1F3FBF", false),
    (11, false, "FF0B6B85", true),
    (11, true, "FFA3180F", false),
];

impl Style {
    /// Its number in the style sheet.
    pub fn index(self) -> usize {
        self as usize
    }
}

/// The style sheet.
pub(super) fn sheet() -> String {
    let formats: String = FORMATS
        .iter()
        .zip(164..)
        .map(|(code, id)| format!("<numFmt numFmtId=\"{id}\" formatCode=\"{code}\"/>"))
        .collect();
    let fonts: String = FONTS.iter().map(|&(size, bold, colour, line)| font(size, bold, colour, line)).collect();
    let looks: String = LOOKS.iter().map(|&(format, font, fill, border, place)| {
        format!(
            "<xf numFmtId=\"{format}\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"{border}\" xfId=\"0\" applyNumberFormat=\"1\" \
             applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"{place}/></xf>"
        )
    }).collect();
    format!(
        "{head}<styleSheet xmlns=\"{main}\"><numFmts count=\"4\">{formats}</numFmts><fonts count=\"{count}\">{fonts}</fonts>\
         <fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>\
         <fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFFF4D6\"/><bgColor indexed=\"64\"/></patternFill></fill></fills>\
         <borders count=\"3\"><border/><border><left/><right/><top/>{bottom}<diagonal/></border>\
         <border>{edges}<diagonal/></border></borders>\
         <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
         <cellXfs count=\"{looks_count}\">{looks}</cellXfs>\
         <cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>",
        head = super::xml::HEAD,
        main = super::xml::MAIN,
        count = FONTS.len(),
        looks_count = LOOKS.len(),
        bottom = edge("bottom", "FF8A8880"),
        edges = ["left", "right", "top", "bottom"].map(|side| edge(side, "FFD9B24A")).concat(),
    )
}

fn edge(side: &str, colour: &str) -> String {
    format!("<{side} style=\"thin\"><color rgb=\"{colour}\"/></{side}>")
}

fn font(size: u8, bold: bool, colour: &str, underlined: bool) -> String {
    let bold = if bold { "<b/>" } else { "" };
    let underline = if underlined { "<u/>" } else { "" };
    format!(
        "<font>{bold}{underline}<sz val=\"{size}\"/><color rgb=\"{colour}\"/><name val=\"Calibri\"/><family val=\"2\"/></font>"
    )
}
