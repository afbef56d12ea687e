//! The parts that make sheets one file.

use std::fmt::Write as _;

use super::sheet::Sheet;
use super::xml::{HEAD, MAIN, RELATIONS, escape};
use super::zip::Zip;
use super::{chart, style};
use crate::export::Date;

const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const DOCUMENT: &str = "application/vnd.openxmlformats-officedocument";

/// Puts the sheets into a file; `title` and `date` are its properties.
pub(super) fn pack(mut sheets: Vec<Sheet>, title: &str, date: Date) -> Vec<u8> {
    let mut zip = Zip::default();
    zip.add("[Content_Types].xml", &content_types(&sheets));
    zip.add(
        "_rels/.rels",
        &relations(&[
            (format!("{RELATIONS}/officeDocument"), "xl/workbook.xml".to_owned(), false),
            (format!("{PACKAGE}/relationships/metadata/core-properties"), "docProps/core.xml".to_owned(), false),
        ]),
    );
    zip.add("docProps/core.xml", &properties(title, date));
    zip.add("xl/workbook.xml", &workbook(&sheets));
    let mut related: Vec<_> = (1..=sheets.len())
        .map(|n| (format!("{RELATIONS}/worksheet"), format!("worksheets/sheet{n}.xml"), false))
        .collect();
    related.push((format!("{RELATIONS}/styles"), "styles.xml".to_owned(), false));
    zip.add("xl/_rels/workbook.xml.rels", &relations(&related));
    zip.add("xl/styles.xml", &style::sheet());
    let mut charts = 0;
    for (sheet, n) in sheets.iter_mut().zip(1..) {
        let content = sheet.xml();
        zip.add(&format!("xl/worksheets/sheet{n}.xml"), &content);
        add_related(&mut zip, sheet, n, &mut charts);
    }
    zip.finish()
}

/// A sheet's drawing and links.
fn add_related(zip: &mut Zip, sheet: &Sheet, n: usize, charts: &mut usize) {
    let drawing = (format!("{RELATIONS}/drawing"), format!("../drawings/drawing{n}.xml"), false);
    let links = sheet.targets().map(|target| (format!("{RELATIONS}/hyperlink"), target.to_owned(), true));
    let related: Vec<_> = std::iter::once(drawing).chain(links).collect();
    let related = if sheet.charts.is_empty() { related.get(1..).unwrap_or_default() } else { &related };
    if related.is_empty() {
        return;
    }
    let first = if sheet.charts.is_empty() { 2 } else { 1 };
    zip.add(&format!("xl/worksheets/_rels/sheet{n}.xml.rels"), &numbered(related, first));
    if sheet.charts.is_empty() {
        return;
    }
    zip.add(&format!("xl/drawings/drawing{n}.xml"), &chart::drawing(&sheet.charts));
    let mut related = Vec::new();
    for placed in &sheet.charts {
        *charts += 1;
        zip.add(&format!("xl/charts/chart{charts}.xml"), &placed.xml);
        related.push((format!("{RELATIONS}/chart"), format!("../charts/chart{charts}.xml"), false));
    }
    zip.add(&format!("xl/drawings/_rels/drawing{n}.xml.rels"), &relations(&related));
}

/// (type, target, outside) of a relation.
type Relation = (String, String, bool);

fn relations(list: &[Relation]) -> String {
    numbered(list, 1)
}

fn numbered(list: &[Relation], first: usize) -> String {
    let mut out = format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for ((kind, target, outside), id) in list.iter().zip(first..) {
        let mode = if *outside { " TargetMode=\"External\"" } else { "" };
        let _ = write!(out, "<Relationship Id=\"rId{id}\" Type=\"{kind}\" Target=\"{}\"{mode}/>", escape(target));
    }
    out.push_str("</Relationships>");
    out
}

fn content_types(sheets: &[Sheet]) -> String {
    let mut out = format!(
        "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    );
    let mut part = |name: String, kind: &str| {
        let _ = write!(out, "<Override PartName=\"/{name}\" ContentType=\"{kind}\"/>");
    };
    part("xl/workbook.xml".to_owned(), &format!("{DOCUMENT}.spreadsheetml.sheet.main+xml"));
    part("xl/styles.xml".to_owned(), &format!("{DOCUMENT}.spreadsheetml.styles+xml"));
    part("docProps/core.xml".to_owned(), "application/vnd.openxmlformats-package.core-properties+xml");
    let mut charts = 0;
    for (sheet, n) in sheets.iter().zip(1..) {
        part(format!("xl/worksheets/sheet{n}.xml"), &format!("{DOCUMENT}.spreadsheetml.worksheet+xml"));
        if !sheet.charts.is_empty() {
            part(format!("xl/drawings/drawing{n}.xml"), &format!("{DOCUMENT}.drawing+xml"));
        }
        for _ in &sheet.charts {
            charts += 1;
            part(format!("xl/charts/chart{charts}.xml"), &format!("{DOCUMENT}.drawingml.chart+xml"));
        }
    }
    out.push_str("</Types>");
    out
}

/// The list of sheets and names; everything is calculated anew when the file is opened.
fn workbook(sheets: &[Sheet]) -> String {
    let mut out = format!(
        "{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><bookViews><workbookView/></bookViews><sheets>"
    );
    for (sheet, n) in sheets.iter().zip(1..) {
        let _ = write!(out, "<sheet name=\"{}\" sheetId=\"{n}\" r:id=\"rId{n}\"/>", escape(sheet.name));
    }
    out.push_str("</sheets><definedNames>");
    let names = |sheet: &Sheet| {
        let name = sheet.name;
        sheet.names.iter().map(|(id, at)| (id.clone(), format!("{name}!{at}"))).collect::<Vec<_>>()
    };
    let mut names: Vec<_> = sheets.iter().flat_map(names).collect();
    names.sort_by(Ord::cmp);
    for (id, at) in names {
        let _ = write!(out, "<definedName name=\"{id}\">{at}</definedName>");
    }
    out.push_str("</definedNames><calcPr calcId=\"191029\" fullCalcOnLoad=\"1\"/></workbook>");
    out
}

fn properties(title: &str, date: Date) -> String {
    let title = escape(title);
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{title}</dc:title>\
         <dc:creator>Payback</dc:creator><dcterms:created xsi:type=\"dcterms:W3CDTF\">{date}T00:00:00Z</dcterms:created></cp:coreProperties>"
    )
}
