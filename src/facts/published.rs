//! Sources of the defaults that third parties published. Nothing here was verified: each source was seen as an excerpt.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::{Deserialize, Deserializer};

use super::typeset;
use crate::scenario::Input;

const TEXT: &str = include_str!("sources.json");

/// The publication that an input's default comes from.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublishedSource {
    /// The statement, in our words.
    #[serde(deserialize_with = "typeset")]
    pub says: String,
    /// The publisher.
    #[serde(rename = "source", deserialize_with = "typeset")]
    pub publisher: String,
    /// The address, if it is known. The file says `null` where it is not.
    #[serde(deserialize_with = "Option::deserialize")]
    pub address: Option<String>,
    /// The year or the month of publication: `2025`, `2025-09`.
    #[serde(deserialize_with = "year_or_month")]
    pub date: (u16, Option<u8>),
}

/// The publication that an input's default comes from; `None` where it is reported or assumed.
pub fn published_source(input: Input) -> Option<&'static PublishedSource> {
    static SOURCES: LazyLock<BTreeMap<Input, PublishedSource>> = LazyLock::new(|| match serde_json::from_str(TEXT) {
        Ok(sources) => sources,
        Err(error) => unreachable!("sources.json is part of the program, and a test reads it: {error}"),
    });
    SOURCES.get(&input)
}

fn year_or_month<'de, D: Deserializer<'de>>(deserializer: D) -> Result<(u16, Option<u8>), D::Error> {
    let text = String::deserialize(deserializer)?;
    let (year, month) = text.split_once('-').map_or((text.as_str(), None), |(year, month)| (year, Some(month)));
    let wrong = || serde::de::Error::custom(format!("{text} is neither a year nor a month"));
    let month = match month.map(|month| month.parse().ok().filter(|month| (1..=12).contains(month))) {
        Some(None) => return Err(wrong()),
        Some(month) => month,
        None => None,
    };
    Ok((year.parse().map_err(|_| wrong())?, month))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Source;

    #[test]
    fn every_published_input_has_its_source() {
        for &input in Input::ALL {
            let is_published = input.spec().source == Source::Published;
            assert_eq!(published_source(input).is_some(), is_published, "{input:?}");
        }
        let price = published_source(Input::Price).unwrap();
        assert!(price.says.starts_with("OpenAI buys 4.5 GW") && price.publisher.contains("Wall Street Journal"));
        assert_eq!(price.date, (2025, Some(9)));
        assert!(published_source(Input::Tax).unwrap().address.is_none());
    }

    #[test]
    fn a_malformed_file_is_an_error() {
        let read = |text: &str| serde_json::from_str::<BTreeMap<Input, PublishedSource>>(text);
        let entry = r#"{"tax": {"says": "21 %", "source": "law", "address": null, "date": "2018-01"}}"#;
        assert!(read(entry).is_ok());
        for (part, other) in [
            ("tax", "taxes"),
            ("\"says\"", "\"said\""),
            (r#""address": null, "#, ""),
            ("2018-01", "2018-13"),
            ("2018-01", "last year"),
            (r#""date""#, r#""url": "x", "date""#),
        ] {
            assert!(read(&entry.replacen(part, other, 1)).is_err(), "{part} → {other}");
        }
    }
}
