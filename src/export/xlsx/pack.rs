//! Packing, as the container wants it: Deflate in its plainest form, with the codes that the format itself sets. A better
//! packer would make the file a quarter smaller and the page seven kilobytes larger.

/// How far back a repetition may lie.
const WINDOW: usize = 32 * 1024;
/// The shortest and the longest repetition worth a reference.
const SHORTEST: usize = 4;
const LONGEST: usize = 257;
/// Bits of the number under which a beginning is remembered.
const PLACES: u32 = 15;
/// How many earlier places with the same beginning are looked at.
const TRIES: usize = 8;
/// The symbol that ends the text, and the one of the shortest length that the format knows, 3.
const END: u32 = 256;
const LENGTHS: u32 = 257;

/// The text, packed.
pub(super) fn pack(text: &[u8]) -> Vec<u8> {
    let mut bits = Bits::default();
    // The last block, and the codes are the format's.
    bits.number(0b011, 3);
    // Where a beginning stood last, and for every place where its own stood before; counted from 1, for 0 is nowhere.
    let mut last = vec![0; 1 << PLACES];
    let mut earlier = vec![0; text.len()];
    let mut covered = 0;
    for (at, &byte) in text.iter().enumerate() {
        if let (Some(last), Some(earlier)) = (last.get_mut(beginning(text, at)), earlier.get_mut(at)) {
            *earlier = std::mem::replace(last, at + 1);
        }
        if at < covered {
            continue;
        }
        let (length, distance) = longest(text, &earlier, at);
        covered = at + length.max(1);
        if length >= SHORTEST {
            bits.reference(length, distance);
        } else {
            bits.symbol(u32::from(byte));
        }
    }
    bits.symbol(END);
    bits.number(0, 7);
    bits.bytes
}

/// A number for the next four bytes.
fn beginning(text: &[u8], at: usize) -> usize {
    let bytes = text.get(at..).and_then(|rest| rest.first_chunk()).copied().unwrap_or_default();
    (u32::from_le_bytes(bytes).wrapping_mul(0x9E37_79B1) >> (32 - PLACES)) as usize
}

/// The longest repetition that begins here, and how far back it stood.
fn longest(text: &[u8], earlier: &[usize], at: usize) -> (usize, usize) {
    let before = |place: &usize| earlier.get(*place)?.checked_sub(1).filter(|place| at - place <= WINDOW);
    let places = std::iter::successors(before(&at), before).take(TRIES);
    let found = places.map(|place| (alike(text, place, at), at - place));
    found.reduce(|one, other| if other.0 > one.0 { other } else { one }).unwrap_or_default()
}

fn alike(text: &[u8], before: usize, at: usize) -> usize {
    let (one, other) = (text.get(before..).unwrap_or_default(), text.get(at..).unwrap_or_default());
    one.iter().zip(other).take(LONGEST).take_while(|(one, other)| one == other).count()
}

/// Bits, the lowest of a byte first.
#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    held: u32,
    count: u32,
}

impl Bits {
    fn number(&mut self, number: u32, count: u32) {
        self.held |= number << self.count;
        self.count += count;
        while self.count >= 8 {
            self.bytes.push(self.held as u8);
            self.held >>= 8;
            self.count -= 8;
        }
    }

    /// Codes stand the other way round than numbers.
    fn code(&mut self, code: u32, count: u32) {
        self.number(code.reverse_bits() >> (32 - count), count);
    }

    fn symbol(&mut self, symbol: u32) {
        match symbol {
            0..144 => self.code(0x30 + symbol, 8),
            144..256 => self.code(0x190 + symbol - 144, 9),
            256..280 => self.code(symbol - 256, 7),
            _ => self.code(0xC0 + symbol - 280, 8),
        }
    }

    fn reference(&mut self, length: usize, distance: usize) {
        let (group, rest, count) = grouped(length as u32 - 3, 3);
        self.symbol(LENGTHS + group);
        self.number(rest, count);
        let (group, rest, count) = grouped(distance as u32 - 1, 2);
        self.code(group, 5);
        self.number(rest, count);
    }
}

/// A number as its group, its place in it, and the bits which that takes; `exact` bits of it are in the group.
fn grouped(number: u32, exact: u32) -> (u32, u32, u32) {
    let count = (u32::BITS - number.leading_zeros()).saturating_sub(exact);
    ((count << (exact - 1)) + (number >> count), number & ((1 << count) - 1), count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_packed_unpacks(letters in prop::collection::vec(0..4_u8, 0..3000), bytes in any::<Vec<u8>>(), again in 0..40_usize) {
            let text = [letters.repeat(again), bytes].concat();
            let unpacked = miniz_oxide::inflate::decompress_to_vec(&pack(&text));
            prop_assert_eq!(unpacked.ok(), Some(text));
        }
    }
}
