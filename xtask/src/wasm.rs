//! Reads a WebAssembly module as far as packing needs: what is before its code, the code's instructions, and what is after.

use anyhow::{Context, Result, bail, ensure};

/// The sections that others than this room look into.
pub const IMPORTS: u8 = 2;
/// What the program offers.
pub const EXPORTS: u8 = 7;
const CODE: u8 = 10;

const HEADER: &[u8] = b"\0asm\x01\0\0\0";

/// A module in three pieces.
pub struct Module {
    /// All bytes up to the section of code.
    pub before: Vec<u8>,
    /// The section of code.
    pub functions: Vec<Function>,
    /// All bytes from there on.
    pub after: Vec<u8>,
}

/// The code of one function.
pub struct Function {
    /// How many locals there are of each type in turn.
    pub locals: Vec<(u32, u8)>,
    /// Its instructions, with the last `end`.
    pub steps: Vec<Step>,
}

/// One instruction.
pub struct Step {
    /// All its bytes.
    pub whole: Vec<u8>,
    /// The opcode, and what belongs to it and hardly varies.
    pub head: Vec<u8>,
    /// How the bytes behind the head are made from the numbers.
    pub rest: Rest,
    /// The numbers.
    pub numbers: Vec<u32>,
}

/// What is behind an instruction's head; the start script knows each by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rest {
    /// Nothing.
    Nothing = 0,
    /// A number.
    One = 1,
    /// Two numbers.
    Two = 2,
    /// A local.
    Local = 3,
    /// A local so recent that the word names it.
    Recent = 4,
    /// A number below or above zero: 0, -1, 1, -2, …
    Signed = 5,
    /// Bytes up to one below 128.
    Long = 6,
    /// Eight bytes.
    Float = 7,
    /// A number, and one more numbers than it says.
    Table = 8,
}

/// The sections of a module, each with its number.
pub fn sections(program: &[u8]) -> Result<Vec<(u8, &[u8])>> {
    let mut bytes = Bytes(program);
    ensure!(bytes.take(8)? == HEADER, "the program is not a WebAssembly module");
    let mut sections = Vec::new();
    while !bytes.0.is_empty() {
        let (section, length) = (bytes.byte()?, bytes.number()?);
        sections.push((section, bytes.take(length)?));
    }
    Ok(sections)
}

/// A module with these sections.
pub fn module<T: AsRef<[u8]>>(sections: &[(u8, T)]) -> Vec<u8> {
    let mut module = HEADER.to_vec();
    for (section, inside) in sections {
        module.push(*section);
        sized(&mut module, inside.as_ref());
    }
    module
}

/// Appends how many bytes there are, and the bytes.
pub fn sized(to: &mut Vec<u8>, bytes: &[u8]) {
    number(to, bytes.len());
    to.extend(bytes);
}

/// Appends a number, as short as can be.
pub fn number(to: &mut Vec<u8>, mut rest: usize) {
    while rest > 127 {
        to.push(rest as u8 | 128);
        rest >>= 7;
    }
    to.push(rest as u8);
}

/// Pulls a module into its pieces; fails where its code is not as short as can be, and for instructions it does not know.
pub fn pieces(program: &[u8]) -> Result<Module> {
    let sections = sections(program)?;
    let at = sections.iter().position(|(section, _)| *section == CODE).context("the program has no code")?;
    let (before, rest) = sections.split_at(at);
    let Some(((_, code), after)) = rest.split_first() else { bail!("the program has no code") };
    Ok(Module { before: module(before), functions: functions(code)?, after: module(after).split_off(HEADER.len()) })
}

fn functions(section: &[u8]) -> Result<Vec<Function>> {
    let mut bytes = Bytes(section);
    let functions = (0..bytes.number()?).map(|_| bytes.function()).collect::<Result<Vec<_>>>()?;
    ensure!(bytes.0.is_empty(), "there is more code than functions");
    Ok(functions)
}

/// Bytes that are still to be read.
pub struct Bytes<'a>(pub &'a [u8]);

impl<'a> Bytes<'a> {
    /// So many bytes.
    pub fn take(&mut self, count: u32) -> Result<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(usize::try_from(count)?).context("the program ends early")?;
        self.0 = rest;
        Ok(taken)
    }

    /// One byte.
    pub fn byte(&mut self) -> Result<u8> {
        self.take(1)?.first().copied().context("the program ends early")
    }

    /// The bytes of one number.
    fn long(&mut self) -> Result<&'a [u8]> {
        let last = self.0.iter().position(|byte| *byte < 128).context("the program ends early")?;
        self.take(u32::try_from(last + 1)?)
    }

    /// A number.
    pub fn number(&mut self) -> Result<u32> {
        let bytes = self.long()?;
        ensure!(bytes.len() == 1 || bytes.last() != Some(&0), "a number is longer than it must be");
        Ok(u32::try_from(sum(bytes)?)?)
    }

    /// A name.
    pub fn name(&mut self) -> Result<&'a str> {
        let length = self.number()?;
        Ok(std::str::from_utf8(self.take(length)?)?)
    }

    /// A number with a sign as one without: 0, -1, 1, -2, …
    fn signed(&mut self) -> Result<u32> {
        let bytes = self.long()?;
        let unused = 64 - 7 * bytes.len();
        let number = i32::try_from((sum(bytes)?.cast_signed() << unused) >> unused)?;
        let short = bytes.len() == 1 || !(-64..64).contains(&(number >> (7 * (bytes.len() - 2))));
        ensure!(short, "a number is longer than it must be");
        Ok(((number << 1) ^ (number >> 31)).cast_unsigned())
    }

    fn function(&mut self) -> Result<Function> {
        let length = self.number()?;
        let mut body = Bytes(self.take(length)?);
        let locals = (0..body.number()?).map(|_| Ok((body.number()?, body.byte()?))).collect::<Result<_>>()?;
        let (mut steps, mut depth) = (Vec::new(), 1);
        while depth > 0 {
            let step = body.step()?;
            match step.head.first() {
                Some(0x02..=0x04) => depth += 1,
                Some(0x0b) => depth -= 1,
                _ => {}
            }
            steps.push(step);
        }
        ensure!(body.0.is_empty(), "a function goes on behind its end");
        Ok(Function { locals, steps })
    }

    /// Which of the instructions on several numbers side by side it is; how many bytes belong to it.
    fn wide(&mut self) -> Result<u32> {
        Ok(match self.number()? {
            0..=11 | 21..=34 | 92 | 93 => 1,
            12 | 13 => 16,
            14..=20 | 35..=83 | 94..=255 => 0,
            // A place in memory, and behind it a lane.
            84..=91 => {
                self.take(1)?;
                self.number()?;
                1
            }
            other => bail!("an instruction fd {other} is not known"),
        })
    }

    fn step(&mut self) -> Result<Step> {
        let start = self.0;
        let op = self.byte()?;
        let inside = match op {
            0x02..=0x04 | 0x28..=0x3e | 0x3f | 0x40 => 1,
            0x43 => 4,
            0xfc => match self.0.first() {
                Some(0..=7) => 1,
                Some(0x0b) => 2,
                Some(0x0a) => 3,
                other => bail!("an instruction fc {other:?} is not known"),
            },
            0xfd => self.wide()?,
            _ => 0,
        };
        self.take(inside)?;
        let read = |bytes: &Self| start.get(..start.len() - bytes.0.len()).unwrap_or_default().to_vec();
        let head = read(self);
        let (rest, numbers) = match op {
            0x0c | 0x0d | 0x10 | 0x23 | 0x24 | 0x28..=0x3e => (Rest::One, vec![self.number()?]),
            0xfd if matches!(start.get(1), Some(0..=11 | 92 | 93)) => (Rest::One, vec![self.number()?]),
            0x0e => {
                let count = self.number()?;
                let targets = (0..=count).map(|_| self.number());
                (Rest::Table, [Ok(count)].into_iter().chain(targets).collect::<Result<_>>()?)
            }
            0x11 => (Rest::Two, vec![self.number()?, self.number()?]),
            0x20..=0x22 => (Rest::Local, vec![self.number()?]),
            0x41 => (Rest::Signed, vec![self.signed()?]),
            0x42 => (Rest::Long, self.long()?.iter().copied().map(u32::from).collect()),
            0x44 => (Rest::Float, self.take(8)?.iter().copied().map(u32::from).collect()),
            0x00..=0x05 | 0x0b | 0x0f | 0x1a | 0x1b | 0x3f | 0x40 | 0x43 | 0x45..=0xc4 | 0xfc | 0xfd => {
                (Rest::Nothing, vec![])
            }
            _ => bail!("an instruction {op:#x} is not known"),
        };
        Ok(Step { whole: read(self), head, rest, numbers })
    }
}

/// What the bytes of a number add up to.
fn sum(bytes: &[u8]) -> Result<u64> {
    ensure!(bytes.len() <= 5, "a number is larger than it may be");
    Ok(bytes.iter().rev().fold(0, |sum, byte| sum << 7 | u64::from(byte & 127)))
}
