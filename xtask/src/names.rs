//! Short names for what the program and its glue call each other, in place of long ones that end in hashes.

use crate::wasm::{self, Bytes};
use anyhow::{Result, ensure};
use std::cmp::Reverse;

/// The program and the glue with short names; what the program offers and the glue does not use is offered no more.
pub fn shorten(program: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let mut glue = glue.to_string();
    let shortened = |(section, inside)| {
        let inside = match section {
            wasm::IMPORTS => imports(inside, &mut glue)?,
            wasm::EXPORTS => exports(inside, &mut glue)?,
            _ => inside.to_vec(),
        };
        Ok((section, inside))
    };
    let sections = wasm::sections(program)?.into_iter().map(shortened).collect::<Result<Vec<_>>>()?;
    Ok((wasm::module(&sections), glue))
}

fn imports(section: &[u8], glue: &mut String) -> Result<Vec<u8>> {
    let mut bytes = Bytes(section);
    let count = bytes.number()?;
    let (mut imports, mut module) = (Vec::new(), "");
    wasm::number(&mut imports, usize::try_from(count)?);
    for place in 0..count {
        let (from, name) = (bytes.name()?, bytes.name()?);
        ensure!(bytes.byte()? == 0, "the program imports {name}, which is no function");
        if place == 0 {
            rename(glue, &format!("\"{from}\""), "a")?;
            module = from;
        }
        ensure!(from == module, "the program imports {name} from elsewhere than the others");
        let short = short(place);
        rename(glue, name, &short)?;
        wasm::sized(&mut imports, b"a");
        wasm::sized(&mut imports, short.as_bytes());
        imports.push(0);
        wasm::number(&mut imports, usize::try_from(bytes.number()?)?);
    }
    Ok(imports)
}

/// The glue has each import at one place, as a key.
fn rename(glue: &mut String, long: &str, short: &str) -> Result<()> {
    let key = format!("\n{long}: ");
    ensure!(glue.matches(&key).count() == 1, "the glue has not exactly one {long}: has wasm-bindgen changed?");
    *glue = glue.replacen(&key, &format!("\n{short}: "), 1);
    Ok(())
}

fn exports(section: &[u8], glue: &mut String) -> Result<Vec<u8>> {
    let mut bytes = Bytes(section);
    let (mut kept, mut long) = (Vec::new(), Vec::new());
    for place in 0..bytes.number()? {
        let (name, kind, index) = (bytes.name()?, bytes.byte()?, bytes.number()?);
        if !glue.contains(&format!("wasm.{name}")) {
            continue;
        }
        let mut short = name.to_string();
        if name.starts_with("wasm_bindgen__") {
            short = format!("invoke{place}");
            long.push((name, short.clone()));
        }
        kept.push((short, kind, index));
    }
    // One name may begin with another.
    long.sort_by_key(|(name, _)| Reverse(name.len()));
    for (name, short) in long {
        *glue = glue.replace(name, &short);
    }
    let mut exports = Vec::new();
    wasm::number(&mut exports, kept.len());
    for (name, kind, index) in kept {
        wasm::sized(&mut exports, name.as_bytes());
        exports.push(kind);
        wasm::number(&mut exports, usize::try_from(index)?);
    }
    Ok(exports)
}

/// a, b, … z, aa, ab, …
fn short(place: u32) -> String {
    let letter = char::from(b'a' + (place % 26) as u8);
    if place < 26 { letter.to_string() } else { short(place / 26 - 1) + &letter.to_string() }
}

#[cfg(test)]
mod tests {
    use super::{short, shorten};

    #[test]
    fn both_sides_call_each_other_the_same() {
        let program = b"\0asm\x01\0\0\0\x02\x0f\x01\x06./b.js\x04a_cf\0\x03\
            \x07\x2d\x03\x10wasm_bindgen__h1\0\x01\x12wasm_bindgen__h1_2\0\x02\x01m\x02\0";
        let glue = "return {\n\"./b.js\": {\na_cf: f,\n}};\n(wasm.wasm_bindgen__h1, wasm.wasm_bindgen__h1_2)";
        let (program, glue) = shorten(program, glue).unwrap();
        assert_eq!(glue, "return {\na: {\na: f,\n}};\n(wasm.invoke0, wasm.invoke1)");
        let expected = b"\0asm\x01\0\0\0\x02\x07\x01\x01a\x01a\0\x03\x07\x15\x02\x07invoke0\0\x01\x07invoke1\0\x02";
        assert_eq!(program, expected);
        assert!(shorten(&program, "").is_err(), "the glue does not have what the program imports");
    }

    #[test]
    fn each_place_has_a_name() {
        assert_eq!([0, 25, 26, 27, 701, 702].map(short), ["a", "z", "aa", "ab", "zz", "aaa"]);
    }
}
