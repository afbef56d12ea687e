//! Pulls a program apart, because alike things beside each other compress best: the words of its code stand in one row, and
//! the numbers behind them in others, each kind by itself. `assets/together.js` is the way back.
//!
//! A word is an instruction without its numbers, or with those that it often has.

use crate::rows::{LONG, Rows};
use crate::wasm::{self, Function, Module, Rest, Step};
use anyhow::Result;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The rows that belong to no opcode. Each opcode has the row of its own number; constants are in those from `CONSTANTS` on,
/// by the opcode that comes next, which says most of what they are.
const WORDS: usize = 0;
const CODE: usize = 1;
const BEFORE: usize = 2;
const AFTER: usize = 3;
const LOCALS: usize = 4;
const CONSTANTS: usize = 256;

/// Numbers that an instruction has as often as this become a part of its word.
const OFTEN: usize = 400;

/// The signs for words, the most frequent first: brotli's contexts tell the first ones apart from all others.
const SIGNS: &str =
    r##" .=%"()',0Ae[]BbaEIOUiouyY!#$&*+-/?@\^_`|~:;{}>123456789CDFGHJKLMNPQRSTVWXZcdfghjklmnpqrstvwxz"##;

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Word {
    rest: Rest,
    /// Where its numbers are, or which local it is.
    row: usize,
    head: Vec<u8>,
}

/// Writes a module as text.
pub fn apart(program: &[u8]) -> Result<String> {
    let Module { before, mut functions, after } = wasm::pieces(program)?;
    functions.iter_mut().for_each(by_age);
    let counts = counts(functions.iter().flat_map(|function| &function.steps).map(|step| step.whole.as_slice()));
    let frequent = |step: &Step| counts.get(step.whole.as_slice()).is_some_and(|count| *count >= OFTEN);
    let words = |function: &Function| function.steps.iter().map(|step| word(step, frequent(step))).collect();
    let code: Vec<Vec<Word>> = functions.iter().map(words).collect();
    let signs = signs(code.iter().flatten());

    let mut rows = Rows::default();
    list(&mut rows, &signs)?;
    rows.bytes(BEFORE, &before);
    rows.bytes(AFTER, &after);
    rows.number(LOCALS, u32::try_from(functions.len())?);
    for (function, code) in functions.iter().zip(&code) {
        locals(&mut rows, function)?;
        let next = code.iter().skip(1).map(|word| CONSTANTS + usize::from(opcode(&word.head))).chain([CONSTANTS]);
        for ((step, word), next) in function.steps.iter().zip(code).zip(next) {
            if let Some(sign) = signs.get(word) {
                rows.sign(CODE, *sign);
            }
            let row = if word.rest == Rest::Signed { next } else { word.row };
            let numbers = if matches!(word.rest, Rest::Nothing | Rest::Recent) { &[] } else { step.numbers.as_slice() };
            numbers.iter().for_each(|number| rows.number(row, *number));
        }
    }
    Ok(rows.text())
}

/// Names each local by how many others were used since: most are used again soon.
fn by_age(function: &mut Function) {
    let mut recent: Vec<u32> = Vec::new();
    for step in function.steps.iter_mut().filter(|step| step.rest == Rest::Local) {
        let Some(number) = step.numbers.first_mut() else { continue };
        let known = u32::try_from(recent.len()).unwrap_or(u32::MAX);
        recent.extend(known..=*number);
        let Some(age) = recent.iter().position(|local| local == number) else { continue };
        recent.remove(age);
        recent.insert(0, *number);
        *number = u32::try_from(age).unwrap_or(u32::MAX);
    }
}

fn word(step: &Step, frequent: bool) -> Word {
    let head = step.head.clone();
    let op = opcode(&head);
    match (step.rest, step.numbers.first()) {
        // What reads a local mostly takes one of the two last; what writes it, the last.
        (Rest::Local, Some(0)) => Word { rest: Rest::Recent, row: 0, head },
        (Rest::Local, Some(1)) if op == 0x20 => Word { rest: Rest::Recent, row: 1, head },
        (rest, Some(_)) if rest == Rest::Local || !frequent => Word { rest, row: row(op), head },
        _ => Word { rest: Rest::Nothing, row: 0, head: step.whole.clone() },
    }
}

/// The row of an opcode's numbers: all that reads memory shares one, and all that writes it another.
fn row(op: u8) -> usize {
    usize::from(match op {
        0x28..=0x35 => 0x28,
        0x36..=0x3e => 0x36,
        _ => op,
    })
}

fn opcode(head: &[u8]) -> u8 {
    head.first().copied().unwrap_or_default()
}

fn counts<T: Ord>(all: impl Iterator<Item = T>) -> BTreeMap<T, usize> {
    let mut counts = BTreeMap::new();
    all.for_each(|one| *counts.entry(one).or_default() += 1);
    counts
}

/// A sign for each word.
fn signs<'a>(code: impl Iterator<Item = &'a Word>) -> BTreeMap<&'a Word, char> {
    let mut order: Vec<_> = counts(code).into_iter().collect();
    order.sort_by_key(|(_, count)| Reverse(*count));
    order.into_iter().map(|(word, _)| word).zip(SIGNS.chars().chain(LONG..)).collect()
}

fn list(rows: &mut Rows, signs: &BTreeMap<&Word, char>) -> Result<()> {
    rows.number(WORDS, u32::try_from(signs.len())?);
    for (word, sign) in signs {
        rows.sign(WORDS, *sign);
        let numbers = [word.rest as usize, word.row, word.head.len()];
        for number in numbers.into_iter().chain(word.head.iter().copied().map(usize::from)) {
            rows.number(WORDS, u32::try_from(number)?);
        }
    }
    Ok(())
}

fn locals(rows: &mut Rows, function: &Function) -> Result<()> {
    rows.number(LOCALS, u32::try_from(function.locals.len())?);
    for (count, kind) in &function.locals {
        rows.number(LOCALS, *count);
        rows.number(LOCALS, u32::from(!kind & 127));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::apart;
    use crate::shell::{command, find, output};

    /// A module with an instruction of each kind, and a body whose size takes two bytes.
    fn program() -> Vec<u8> {
        let mut body = b"\x02\x02\x7f\x01\x7e\x02\x40\x20\x01\x20\x00\x22\x07\x20\x07\x20\x01\x0b".to_vec();
        body.extend(b"\x41\x7b\x6a\x41\xff\xff\xff\xff\x07\x6a\x41\x80\x80\x80\x80\x78\x28\x00\xac\x02\x36\x02\x04");
        body.extend(
            b"\x42\x80\x80\x80\x80\x80\x80\x80\x80\x80\x7f\x44\x00\x01\x80\x3c\x0a\x0d\x00\xff\x43\x01\x02\x03\xff",
        );
        body.extend(b"\x0e\x02\x00\x01\x80\x01\x11\x05\x00\x10\xff\x7f\xfc\x0a\x00\x00\xfc\x0b\x00");
        body.extend(b"\xfd\x00\x04\xac\x02\xfd\x0c0123456789<\r\n\x00\x0b\xfd\xfd\xf0\x01\xfd\x21\x01\xfd\x57\x03\xac\x02\x01\xfd\x0b\x04\x00");
        body.extend([0x01; 90]);
        body.push(0x0b);
        let sized = |inside: &[u8]| [&[0x80 | inside.len() as u8 & 127, inside.len() as u8 >> 7], inside].concat();
        let section = [&[2], &sized(&body)[..], b"\x02\x00\x0b"].concat();
        [b"\0asm\x01\0\0\0\x03\x03\x02\x00\x00\x0a", &sized(&section)[..], b"\x00\x07\x04<\r\n&\x00\xff"].concat()
    }

    #[test]
    fn the_start_script_puts_a_program_together_again() {
        if find("node").is_none() {
            return eprintln!("without node, the browsers alone show that it does");
        }
        let text = serde_json::to_string(&apart(&program()).unwrap()).unwrap();
        let size = program().len();
        let script = include_str!("../assets/together.js");
        let script = format!("{script} console.log(JSON.stringify([...together({text}, {size})]))");
        let bytes = output(&mut command("node", &["-e", &script])).unwrap();
        assert_eq!(serde_json::from_str::<Vec<u8>>(&bytes).unwrap(), program());
    }

    #[test]
    fn what_could_not_be_put_together_is_refused() {
        let altered = |from: &[u8], to: &[u8]| {
            let mut program = program();
            let at = program.windows(from.len()).position(|part| part == from).unwrap();
            program.splice(at..at + from.len(), to.iter().copied());
            apart(&program).map_err(|error| error.to_string())
        };
        let unknown = altered(b"\x01\x01\x01", b"\x01\xd0\x01").unwrap_err();
        assert!(unknown.contains("0xd0 is not known"), "{unknown}");
        for (short, long) in [(b"\x28\x00\xac\x02", b"\x28\x00\xac\x00"), (b"\x41\x7b\x6a\x41", b"\x41\xfb\x7f\x41")] {
            let unusual = altered(short, long).unwrap_err();
            assert!(unusual.contains("longer than it must be"), "{unusual}");
        }
    }
}
