//! The container of a spreadsheet file: named parts, deflated one by one.

use super::pack::pack;

/// 1 January 1980, the first day the format knows: the file depends on its content only.
const DAY: u16 = 0x21;
/// The version of the format that a reader needs.
const NEEDS: u16 = 20;
/// Names are in UTF-8.
const UTF8: u16 = 0x0800;
const DEFLATED: u16 = 8;

struct Part {
    name: String,
    crc: u32,
    packed: u32,
    size: u32,
    offset: u32,
}

/// A container while it is filled.
#[derive(Default)]
pub(super) struct Zip {
    bytes: Vec<u8>,
    parts: Vec<Part>,
}

impl Zip {
    /// Adds a part.
    pub fn add(&mut self, name: &str, content: &str) {
        let packed = pack(content.as_bytes());
        let part = Part {
            name: name.to_owned(),
            crc: checksum(content.as_bytes()),
            packed: length(packed.len()),
            size: length(content.len()),
            offset: length(self.bytes.len()),
        };
        self.long(0x0403_4b50);
        self.describe(&part);
        self.short(0);
        self.bytes.extend_from_slice(part.name.as_bytes());
        self.bytes.extend_from_slice(&packed);
        self.parts.push(part);
    }

    /// The whole file, with the directory at its end.
    pub fn finish(mut self) -> Vec<u8> {
        let start = length(self.bytes.len());
        let parts = std::mem::take(&mut self.parts);
        for part in &parts {
            self.long(0x0201_4b50);
            self.short(NEEDS);
            self.describe(part);
            for nothing in [0, 0, 0, 0] {
                self.short(nothing);
            }
            self.long(0);
            self.long(part.offset);
            self.bytes.extend_from_slice(part.name.as_bytes());
        }
        let count = u16::try_from(parts.len()).unwrap_or(u16::MAX);
        let size = length(self.bytes.len()) - start;
        self.long(0x0605_4b50);
        for short in [0, 0, count, count] {
            self.short(short);
        }
        self.long(size);
        self.long(start);
        self.short(0);
        self.bytes
    }

    /// What local header and directory have in common, up to the length of the name.
    fn describe(&mut self, part: &Part) {
        for short in [NEEDS, UTF8, DEFLATED, 0, DAY] {
            self.short(short);
        }
        for long in [part.crc, part.packed, part.size] {
            self.long(long);
        }
        self.short(u16::try_from(part.name.len()).unwrap_or_default());
    }

    fn short(&mut self, value: u16) {
        self.bytes.extend_from_slice(&value.to_le_bytes());
    }

    fn long(&mut self, value: u32) {
        self.bytes.extend_from_slice(&value.to_le_bytes());
    }
}

fn length(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// CRC-32, bit by bit: a table would weigh more in the page than it saves of a download's time.
fn checksum(bytes: &[u8]) -> u32 {
    let bit = |sum: u32, _| (sum >> 1) ^ if sum & 1 == 1 { 0xEDB8_8320 } else { 0 };
    !bytes.iter().fold(u32::MAX, |sum, &byte| (0..8).fold(sum ^ u32::from(byte), bit))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_checksum_is_that_of_the_format() {
        assert_eq!(super::checksum(b"123456789"), 0xCBF4_3926);
    }
}
