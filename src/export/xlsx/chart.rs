//! Native spreadsheet charts over ranges of cells.

use std::fmt::Write as _;

use super::package::{RELATIONSHIPS, XML_HEAD};
use crate::export::escape;

const CHART: &str = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const ANCHOR: &str = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";

/// A series of a chart.
#[derive(Clone)]
pub(super) struct Series {
    /// The name in the legend.
    pub name: &'static str,
    /// The range of cells with its values.
    pub values: String,
    /// The colour, as six hexadecimal digits.
    pub colour: &'static str,
}

/// A line chart, or stacked columns with lines over them.
#[derive(Clone)]
pub(super) struct Chart {
    /// The title.
    pub title: &'static str,
    /// The title of the value axis.
    pub unit: &'static str,
    /// The number format of the value axis.
    pub format: &'static str,
    /// The range of cells with the categories.
    pub categories: String,
    /// Series drawn as stacked columns.
    pub columns: Vec<Series>,
    /// Series drawn as lines.
    pub lines: Vec<Series>,
}

/// A chart and its position on a worksheet.
#[derive(Clone)]
pub(super) struct PlacedChart {
    /// The chart.
    pub chart: Chart,
    /// The column and row of the upper left corner, counted from 0.
    pub corner: (usize, usize),
}

/// The size of a chart, in columns and rows.
pub(super) const SIZE: (usize, usize) = (10, 20);

impl Chart {
    /// The chart's part of the file.
    pub fn xml(&self) -> String {
        let mut plots = String::new();
        let mut index = 0;
        if !self.columns.is_empty() {
            plots.push_str("<c:barChart><c:barDir val=\"col\"/><c:grouping val=\"stacked\"/><c:varyColors val=\"0\"/>");
            for series in &self.columns {
                let fill = format!("<c:spPr>{}</c:spPr><c:invertIfNegative val=\"0\"/>", solid_fill(series.colour));
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
                    solid_fill(series.colour)
                );
                self.series(&mut plots, &mut index, series, &line, "<c:smooth val=\"0\"/>");
            }
            plots.push_str("<c:marker val=\"1\"/><c:axId val=\"1\"/><c:axId val=\"2\"/></c:lineChart>");
        }
        format!(
            "{XML_HEAD}<c:chartSpace xmlns:c=\"{CHART}\" xmlns:a=\"{DRAWING}\" xmlns:r=\"{RELATIONSHIPS}\"><c:roundedCorners val=\"0\"/><c:chart>{title}\
             <c:autoTitleDeleted val=\"0\"/><c:plotArea><c:layout/>{plots}{axes}</c:plotArea><c:legend><c:legendPos val=\"b\"/>\
             <c:overlay val=\"0\"/></c:legend><c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart></c:chartSpace>",
            title = title(self.title, 1200, true),
            axes = self.axes(),
        )
    }

    fn series(&self, out: &mut String, index: &mut usize, series: &Series, format: &str, end: &str) {
        let (name, values, categories) = (escape(series.name), escape(&series.values), escape(&self.categories));
        let _ = write!(
            out,
            "<c:ser><c:idx val=\"{index}\"/><c:order val=\"{index}\"/><c:tx><c:v>{name}</c:v></c:tx>{format}\
             <c:cat><c:strRef><c:f>{categories}</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>{values}</c:f></c:numRef></c:val>{end}</c:ser>"
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
            grid = solid_fill("E8E5DD"),
            unit = title(self.unit, 900, false),
        )
    }
}

fn solid_fill(colour: &str) -> String {
    format!("<a:solidFill><a:srgbClr val=\"{colour}\"/></a:solidFill>")
}

fn title(text: &str, size: u16, bold: bool) -> String {
    let (text, bold) = (escape(text), u8::from(bold));
    format!(
        "<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"{size}\" b=\"{bold}\"/></a:pPr><a:r><a:rPr sz=\"{size}\" b=\"{bold}\"/>\
         <a:t>{text}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>"
    )
}

/// The part that places charts on a worksheet. Chart n has the relationship `rId`n.
pub(super) fn drawing(charts: &[PlacedChart]) -> String {
    let mut out = format!("{XML_HEAD}<xdr:wsDr xmlns:xdr=\"{ANCHOR}\" xmlns:a=\"{DRAWING}\">");
    for (PlacedChart { corner: (column, row), .. }, id) in charts.iter().zip(1..) {
        let (right, bottom) = (column + SIZE.0, row + SIZE.1);
        let anchor = |column: usize, row: usize| {
            format!(
                "<xdr:col>{column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{row}</xdr:row><xdr:rowOff>0</xdr:rowOff>"
            )
        };
        let _ = write!(
            out,
            "<xdr:twoCellAnchor><xdr:from>{from}</xdr:from><xdr:to>{to}</xdr:to><xdr:graphicFrame macro=\"\"><xdr:nvGraphicFramePr>\
             <xdr:cNvPr id=\"{id}\" name=\"Chart {id}\"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x=\"0\" y=\"0\"/>\
             <a:ext cx=\"0\" cy=\"0\"/></xdr:xfrm><a:graphic><a:graphicData uri=\"{CHART}\"><c:chart xmlns:c=\"{CHART}\" \
             xmlns:r=\"{RELATIONSHIPS}\" r:id=\"rId{id}\"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>",
            from = anchor(*column, *row),
            to = anchor(right, bottom),
        );
    }
    out.push_str("</xdr:wsDr>");
    out
}
