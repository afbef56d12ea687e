//! The XLSX file: a ZIP archive of XML parts that refer to each other by relationships.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

use super::worksheet::Worksheet;
use super::{chart, style};
use crate::export::{Date, escape};

/// The first line of every part.
pub(super) const XML_HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// The XML namespace of workbooks, worksheets and styles.
pub(super) const SPREADSHEET: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
/// The XML namespace of relationships inside documents, and the prefix of their types.
pub(super) const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const DOCUMENT: &str = "application/vnd.openxmlformats-officedocument";

/// Writes worksheets as an XLSX file; `title` and `date` become its document properties.
pub(super) fn package(sheets: &[Worksheet], title: &str, date: Date) -> ZipResult<Vec<u8>> {
    let mut package = Package::default();
    let mut root = Relationships::default();
    root.add(&format!("{RELATIONSHIPS}/officeDocument"), "xl/workbook.xml");
    root.add(&format!("{PACKAGE}/relationships/metadata/core-properties"), "docProps/core.xml");
    package.add_relationships("_rels/.rels", &root);
    package.add(
        "docProps/core.xml",
        "application/vnd.openxmlformats-package.core-properties+xml",
        properties(title, date),
    );

    let mut related = Relationships::default();
    for n in 1..=sheets.len() {
        related.add(&format!("{RELATIONSHIPS}/worksheet"), &format!("worksheets/sheet{n}.xml"));
    }
    related.add(&format!("{RELATIONSHIPS}/styles"), "styles.xml");
    package.add("xl/workbook.xml", &format!("{DOCUMENT}.spreadsheetml.sheet.main+xml"), workbook(sheets));
    package.add_relationships("xl/_rels/workbook.xml.rels", &related);
    package.add("xl/styles.xml", &format!("{DOCUMENT}.spreadsheetml.styles+xml"), style::sheet());
    for (sheet, n) in sheets.iter().zip(1..) {
        package.add_worksheet(sheet, n);
    }
    package.finish()
}

/// The parts of a file, and the content type of each.
#[derive(Default)]
struct Package {
    parts: Vec<(String, String)>,
    content_types: String,
    chart_count: usize,
}

impl Package {
    fn add(&mut self, path: &str, content_type: &str, xml: String) {
        let _ = write!(self.content_types, "<Override PartName=\"/{path}\" ContentType=\"{content_type}\"/>");
        self.parts.push((path.to_owned(), xml));
    }

    fn add_relationships(&mut self, path: &str, relationships: &Relationships) {
        if relationships.count > 0 {
            let list = &relationships.xml;
            let xml = format!("{XML_HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">{list}</Relationships>");
            self.parts.push((path.to_owned(), xml));
        }
    }

    /// Adds a worksheet with its links and charts. The worksheet refers to its links first, then to its drawing.
    fn add_worksheet(&mut self, sheet: &Worksheet, n: usize) {
        self.add(
            &format!("xl/worksheets/sheet{n}.xml"),
            &format!("{DOCUMENT}.spreadsheetml.worksheet+xml"),
            sheet.xml(),
        );
        let mut related = Relationships::default();
        for target in sheet.link_targets() {
            related.add_external(&format!("{RELATIONSHIPS}/hyperlink"), target);
        }
        if !sheet.charts.is_empty() {
            related.add(&format!("{RELATIONSHIPS}/drawing"), &format!("../drawings/drawing{n}.xml"));
            self.add_drawing(sheet, n);
        }
        self.add_relationships(&format!("xl/worksheets/_rels/sheet{n}.xml.rels"), &related);
    }

    fn add_drawing(&mut self, sheet: &Worksheet, n: usize) {
        let mut related = Relationships::default();
        for placed in &sheet.charts {
            self.chart_count += 1;
            let count = self.chart_count;
            self.add(
                &format!("xl/charts/chart{count}.xml"),
                &format!("{DOCUMENT}.drawingml.chart+xml"),
                placed.chart.xml(),
            );
            related.add(&format!("{RELATIONSHIPS}/chart"), &format!("../charts/chart{count}.xml"));
        }
        self.add(
            &format!("xl/drawings/drawing{n}.xml"),
            &format!("{DOCUMENT}.drawing+xml"),
            chart::drawing(&sheet.charts),
        );
        self.add_relationships(&format!("xl/drawings/_rels/drawing{n}.xml.rels"), &related);
    }

    fn finish(self) -> ZipResult<Vec<u8>> {
        let content_types = format!(
            "{XML_HEAD}<Types xmlns=\"{PACKAGE}/content-types\">\
             <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
             <Default Extension=\"xml\" ContentType=\"application/xml\"/>{}</Types>",
            self.content_types
        );
        // A fixed date: the bytes depend on the content only.
        let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (path, xml) in [("[Content_Types].xml".to_owned(), content_types)].into_iter().chain(self.parts) {
            zip.start_file(path, options)?;
            zip.write_all(xml.as_bytes())?;
        }
        Ok(zip.finish()?.into_inner())
    }
}

/// The relationships of a part, with the ids `rId1`, `rId2`, … in the order of adding.
#[derive(Default)]
struct Relationships {
    xml: String,
    count: usize,
}

impl Relationships {
    fn add(&mut self, kind: &str, target: &str) {
        self.push(kind, target, "");
    }

    fn add_external(&mut self, kind: &str, target: &str) {
        self.push(kind, target, " TargetMode=\"External\"");
    }

    fn push(&mut self, kind: &str, target: &str, mode: &str) {
        self.count += 1;
        let (id, target) = (self.count, escape(target));
        let _ = write!(self.xml, "<Relationship Id=\"rId{id}\" Type=\"{kind}\" Target=\"{target}\"{mode}/>");
    }
}

/// The part that lists worksheets and defined names. Programs calculate every formula when they open the file.
fn workbook(sheets: &[Worksheet]) -> String {
    let list: String = sheets
        .iter()
        .zip(1..)
        .map(|(sheet, n)| format!("<sheet name=\"{}\" sheetId=\"{n}\" r:id=\"rId{n}\"/>", escape(sheet.name)))
        .collect();
    let mut names: Vec<(&str, String)> = sheets
        .iter()
        .flat_map(|sheet| sheet.names.iter().map(|(id, cell)| (id.as_str(), format!("{}!{cell}", sheet.name))))
        .collect();
    names.sort();
    let names: String =
        names.iter().map(|(id, cell)| format!("<definedName name=\"{id}\">{cell}</definedName>")).collect();
    format!(
        "{XML_HEAD}<workbook xmlns=\"{SPREADSHEET}\" xmlns:r=\"{RELATIONSHIPS}\"><bookViews><workbookView/></bookViews>\
         <sheets>{list}</sheets><definedNames>{names}</definedNames><calcPr calcId=\"191029\" fullCalcOnLoad=\"1\"/></workbook>"
    )
}

fn properties(title: &str, date: Date) -> String {
    let title = escape(title);
    format!(
        "{XML_HEAD}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{title}</dc:title>\
         <dc:creator>Payback</dc:creator><dcterms:created xsi:type=\"dcterms:W3CDTF\">{date}T00:00:00Z</dcterms:created></cp:coreProperties>"
    )
}
