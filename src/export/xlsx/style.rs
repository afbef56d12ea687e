//! Cell styles: a fixed list, in the order of the file's style sheet.

/// The style of a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Style {
    /// Text or an unformatted number.
    #[default]
    Plain,
    /// The title of a worksheet.
    Title,
    /// Small grey text.
    Note,
    /// Small grey text with an indent, to the right of a number.
    NoteIndented,
    /// The heading of a text column or a block.
    Head,
    /// The heading of a column of numbers.
    HeadRight,
    /// Small grey text above a column of numbers.
    NoteRight,
    /// An input cell.
    Input,
    /// An input cell in percent.
    InputPercent,
    /// A number with two decimals.
    Amount,
    /// A number with four decimals.
    Fine,
    /// A percentage with one decimal.
    Percent,
    /// A whole number.
    Whole,
    /// Text that wraps.
    Wrapped,
    /// A link.
    Link,
    /// A warning.
    Warning,
}

/// Number formats of `Amount`, `Fine`, `Percent` and `Whole`, with ids from 164 on.
const NUMBER_FORMATS: [&str; 4] = ["#,##0.00", "0.0000", "0.0%", "0"];

/// Alignments.
const LEFT: &str = "";
const RIGHT: &str = " horizontal=\"right\"";
const WRAPPED: &str = " wrapText=\"1\"";
const RIGHT_WRAPPED: &str = " horizontal=\"right\" wrapText=\"1\"";
const INDENTED: &str = " horizontal=\"left\" indent=\"1\"";

/// (number format, font, fill, border, alignment) of each style, in the order of [`Style`].
const CELL_FORMATS: [(u16, u8, u8, u8, &str); 16] = [
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
    /// The style of a number with a unit.
    pub fn of_unit(unit: &str) -> Self {
        match unit {
            "share" | "per year" => Self::Percent,
            "$B" | "$B/yr" => Self::Amount,
            "quarter" | "quarters" | "sign" | "count" => Self::Whole,
            _ => Self::Fine,
        }
    }

    /// The index of the style in the style sheet.
    pub fn index(self) -> usize {
        self as usize
    }
}

/// The style sheet.
pub(super) fn sheet() -> String {
    let number_formats: String = NUMBER_FORMATS
        .iter()
        .zip(164..)
        .map(|(code, id)| format!("<numFmt numFmtId=\"{id}\" formatCode=\"{code}\"/>"))
        .collect();
    let fonts: String = FONTS.iter().map(|&(size, bold, colour, line)| font(size, bold, colour, line)).collect();
    let cell_formats: String = CELL_FORMATS.iter().map(|&(format, font, fill, border, alignment)| {
        format!(
            "<xf numFmtId=\"{format}\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"{border}\" xfId=\"0\" applyNumberFormat=\"1\" \
             applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"{alignment}/></xf>"
        )
    }).collect();
    format!(
        "{head}<styleSheet xmlns=\"{main}\"><numFmts count=\"4\">{number_formats}</numFmts><fonts count=\"{count}\">{fonts}</fonts>\
         <fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>\
         <fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFFF4D6\"/><bgColor indexed=\"64\"/></patternFill></fill></fills>\
         <borders count=\"3\"><border/><border><left/><right/><top/>{bottom}<diagonal/></border>\
         <border>{edges}<diagonal/></border></borders>\
         <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
         <cellXfs count=\"{cell_count}\">{cell_formats}</cellXfs>\
         <cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>",
        head = super::package::XML_HEAD,
        main = super::package::SPREADSHEET,
        count = FONTS.len(),
        cell_count = CELL_FORMATS.len(),
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
