//! The spreadsheet program's own charts, drawn from the cells.

use std::fmt::Write as _;

use super::xml::{HEAD, RELATIONS, escape};

const CHART: &str = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const ANCHOR: &str = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";

/// A series of a chart.
pub(super) struct Series {
    /// Its name.
    pub name: &'static str,
    /// Its cells.
    pub values: String,
    /// Its colour, as six digits.
    pub colour: &'static str,
}

/// A chart with lines, or with bars on top of each other and lines over them.
pub(super) struct Chart {
    /// What it shows.
    pub title: &'static str,
    /// What it is counted in.
    pub unit: &'static str,
    /// How numbers stand on its axis.
    pub format: &'static str,
    /// The cells along its axis.
    pub along: String,
    /// Series as stacked bars.
    pub bars: Vec<Series>,
    /// Series as lines.
    pub lines: Vec<Series>,
}

/// A chart in its place.
pub(super) struct Placed {
    /// The chart's part.
    pub xml: String,
    /// Its upper left corner, as column and row from 0.
    pub corner: (usize, usize),
}

/// Columns and rows that a chart covers.
pub(super) const SIZE: (usize, usize) = (10, 20);

impl Chart {
    /// The chart's part of the file.
    pub fn xml(&self) -> String {
        let mut plots = String::new();
        let mut index = 0;
        if !self.bars.is_empty() {
            plots.push_str("<c:barChart><c:barDir val=\"col\"/><c:grouping val=\"stacked\"/><c:varyColors val=\"0\"/>");
            for series in &self.bars {
                let fill = format!("<c:spPr>{}</c:spPr><c:invertIfNegative val=\"0\"/>", solid(series.colour));
                self.series(&mut plots, &mut index, series, &fill, "");
            }
            plots.push_str(
                "<c:gapWidth val=\"30\"/><c:overlap val=\"100\"/><c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart>",
            );
        }
        if !self.lines.is_empty() {
            plots.push_str("<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>");
            for series in &self.lines {
                let line = format!(
                    "<c:spPr><a:ln w=\"25400\" cap=\"rnd\">{}<a:round/></a:ln></c:spPr><c:marker><c:symbol val=\"none\"/></c:marker>",
                    solid(series.colour)
                );
                self.series(&mut plots, &mut index, series, &line, "<c:smooth val=\"0\"/>");
            }
            plots.push_str("<c:marker val=\"1\"/><c:axId val=\"1\"/><c:axId val=\"2\"/></c:lineChart>");
        }
        format!(
            "{HEAD}<c:chartSpace xmlns:c=\"{CHART}\" xmlns:a=\"{DRAWING}\" xmlns:r=\"{RELATIONS}\"><c:roundedCorners val=\"0\"/><c:chart>{title}\
             <c:autoTitleDeleted val=\"0\"/><c:plotArea><c:layout/>{plots}{axes}</c:plotArea><c:legend><c:legendPos val=\"b\"/>\
             <c:overlay val=\"0\"/></c:legend><c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart></c:chartSpace>",
            title = title(self.title, 1200, true),
            axes = self.axes(),
        )
    }

    fn series(&self, out: &mut String, index: &mut usize, series: &Series, look: &str, end: &str) {
        let (name, values, along) = (escape(series.name), escape(&series.values), escape(&self.along));
        let _ = write!(
            out,
            "<c:ser><c:idx val=\"{index}\"/><c:order val=\"{index}\"/><c:tx><c:v>{name}</c:v></c:tx>{look}\
             <c:cat><c:strRef><c:f>{along}</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>{values}</c:f></c:numRef></c:val>{end}</c:ser>"
        );
        *index += 1;
    }

    fn axes(&self) -> String {
        let format = escape(self.format);
        format!(
            "<c:catAx><c:axId val=\"1\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"b\"/>\
             <c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/>\
             <c:tickLblPos val=\"low\"/><c:crossAx val=\"2\"/><c:crosses val=\"autoZero\"/><c:tickLblSkip val=\"4\"/><c:noMultiLvlLbl val=\"1\"/></c:catAx>\
             <c:valAx><c:axId val=\"2\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"l\"/>\
             <c:majorGridlines><c:spPr><a:ln w=\"6350\">{grid}</a:ln></c:spPr></c:majorGridlines>{unit}\
             <c:numFmt formatCode=\"{format}\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/>\
             <c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"1\"/><c:crosses val=\"autoZero\"/><c:crossBetween val=\"between\"/></c:valAx>",
            grid = solid("E8E5DD"),
            unit = title(self.unit, 900, false),
        )
    }
}

fn solid(colour: &str) -> String {
    format!("<a:solidFill><a:srgbClr val=\"{colour}\"/></a:solidFill>")
}

fn title(text: &str, size: u16, bold: bool) -> String {
    let (text, bold) = (escape(text), u8::from(bold));
    format!(
        "<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"{size}\" b=\"{bold}\"/></a:pPr><a:r><a:rPr sz=\"{size}\" b=\"{bold}\"/>\
         <a:t>{text}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>"
    )
}

/// The drawing that holds a sheet's charts; each is related by its number.
pub(super) fn drawing(charts: &[Placed]) -> String {
    let mut out = format!("{HEAD}<xdr:wsDr xmlns:xdr=\"{ANCHOR}\" xmlns:a=\"{DRAWING}\">");
    for (Placed { corner: (column, row), .. }, id) in charts.iter().zip(1..) {
        let (right, bottom) = (column + SIZE.0, row + SIZE.1);
        let place = |column: usize, row: usize| {
            format!(
                "<xdr:col>{column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{row}</xdr:row><xdr:rowOff>0</xdr:rowOff>"
            )
        };
        let _ = write!(
            out,
            "<xdr:twoCellAnchor><xdr:from>{from}</xdr:from><xdr:to>{to}</xdr:to><xdr:graphicFrame macro=\"\"><xdr:nvGraphicFramePr>\
             <xdr:cNvPr id=\"{id}\" name=\"Chart {id}\"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x=\"0\" y=\"0\"/>\
             <a:ext cx=\"0\" cy=\"0\"/></xdr:xfrm><a:graphic><a:graphicData uri=\"{CHART}\"><c:chart xmlns:c=\"{CHART}\" \
             xmlns:r=\"{RELATIONS}\" r:id=\"rId{id}\"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>",
            from = place(*column, *row),
            to = place(right, bottom),
        );
    }
    out.push_str("</xdr:wsDr>");
    out
}
