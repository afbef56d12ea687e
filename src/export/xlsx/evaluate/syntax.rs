//! The syntax of formulas: the part of the spreadsheets' language that this workbook uses.

use crate::export::xlsx::address::column_of;

/// An operator between two operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Join,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// Operators by their sign, with longer signs first, and how tightly they bind.
const OPERATORS: [(&str, Operator, u8); 12] = [
    ("<=", Operator::LessOrEqual, 1),
    (">=", Operator::GreaterOrEqual, 1),
    ("<>", Operator::NotEqual, 1),
    ("<", Operator::Less, 1),
    (">", Operator::Greater, 1),
    ("=", Operator::Equal, 1),
    ("&", Operator::Join, 2),
    ("+", Operator::Add, 3),
    ("-", Operator::Subtract, 3),
    ("*", Operator::Multiply, 4),
    ("/", Operator::Divide, 4),
    ("^", Operator::Power, 5),
];

/// A rectangle of cells. Columns count from 0 and rows from 1; both ends belong to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Area {
    /// The worksheet; the formula's own where `None`.
    pub sheet: Option<String>,
    /// The first and the last column.
    pub columns: (usize, usize),
    /// The first and the last row.
    pub rows: (usize, usize),
}

/// A formula as a tree.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Expression {
    Number(f64),
    Text(String),
    Area(Area),
    Name(String),
    Negative(Box<Self>),
    Operation(Operator, Box<Self>, Box<Self>),
    Call(String, Vec<Self>),
}

/// Reads a formula; `None` where it is not of this language.
pub(super) fn parse(formula: &str) -> Option<Expression> {
    let mut parser = Parser { rest: formula };
    let expression = parser.operation(0)?;
    parser.rest.is_empty().then_some(expression)
}

struct Parser<'a> {
    rest: &'a str,
}

impl<'a> Parser<'a> {
    fn accept(&mut self, sign: &str) -> bool {
        match self.rest.strip_prefix(sign) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    /// Takes the characters at the front that satisfy a condition.
    fn take_while(&mut self, belongs: impl Fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|letter| !belongs(letter)).unwrap_or(self.rest.len());
        let (front, rest) = self.rest.split_at(end);
        self.rest = rest;
        front
    }

    /// Reads operands joined by operators that bind tighter than `least`.
    fn operation(&mut self, least: u8) -> Option<Expression> {
        let mut left = self.operand()?;
        while let Some(&(sign, operator, tightness)) =
            OPERATORS.iter().find(|(sign, ..)| self.rest.starts_with(sign)).filter(|(.., tightness)| *tightness > least)
        {
            self.accept(sign);
            let right = self.operation(tightness)?;
            left = Expression::Operation(operator, Box::new(left), Box::new(right));
        }
        Some(left)
    }

    fn operand(&mut self) -> Option<Expression> {
        if self.accept("-") {
            // A sign binds tighter than any operator.
            return self.operand().map(|operand| Expression::Negative(Box::new(operand)));
        }
        if self.accept("(") {
            let inner = self.operation(0)?;
            return self.accept(")").then_some(inner);
        }
        if self.accept("\"") {
            return self.text();
        }
        match self.rest.chars().next()? {
            '0'..='9' => self.number(),
            _ => self.named(),
        }
    }

    fn text(&mut self) -> Option<Expression> {
        let mut text = String::new();
        loop {
            text.push_str(self.take_while(|letter| letter != '"'));
            if !self.accept("\"") {
                return None;
            }
            if !self.accept("\"") {
                return Some(Expression::Text(text));
            }
            text.push('"');
        }
    }

    fn number(&mut self) -> Option<Expression> {
        let start = self.rest;
        self.take_while(|letter| letter.is_ascii_digit() || letter == '.');
        if self.accept("E") {
            let _ = self.accept("+") || self.accept("-");
            self.take_while(|letter| letter.is_ascii_digit());
        }
        let length = start.len() - self.rest.len();
        start.get(..length)?.parse().ok().map(Expression::Number)
    }

    /// Reads a call of a function, a defined name, or cells.
    fn named(&mut self) -> Option<Expression> {
        let mut word = self.word()?;
        let sheet = if self.accept("!") { Some(std::mem::replace(&mut word, self.word()?).to_owned()) } else { None };
        if self.accept("(") {
            return self.arguments().map(|arguments| Expression::Call(word.to_owned(), arguments));
        }
        let Some(first) = cell(word) else { return Some(Expression::Name(word.to_owned())) };
        let last = if self.accept(":") { cell(self.word()?)? } else { first };
        Some(Expression::Area(Area { sheet, columns: (first.0, last.0), rows: (first.1, last.1) }))
    }

    fn word(&mut self) -> Option<&'a str> {
        let word = self.take_while(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '$' | '.'));
        (!word.is_empty()).then_some(word)
    }

    fn arguments(&mut self) -> Option<Vec<Expression>> {
        let mut arguments = vec![self.operation(0)?];
        while self.accept(",") {
            arguments.push(self.operation(0)?);
        }
        self.accept(")").then_some(arguments)
    }
}

/// The column and the row of a cell's address; `None` for a name.
pub(super) fn cell(address: &str) -> Option<(usize, usize)> {
    let address = address.replace('$', "");
    let digits = address.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, row) = address.split_at(digits);
    Some((column_of(letters)?, row.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_bind_tighter_than_powers_and_powers_than_products() {
        let number = |number| Box::new(Expression::Number(number));
        let negative = Expression::Negative(number(2.0));
        let power = Expression::Operation(Operator::Power, Box::new(negative), number(2.0));
        assert_eq!(parse("-2^2*3"), Some(Expression::Operation(Operator::Multiply, Box::new(power), number(3.0))));
        let less = parse("1-2-3<=4").unwrap();
        let Expression::Operation(Operator::LessOrEqual, left, _) = less else { panic!("{less:?}") };
        assert!(
            matches!(*left, Expression::Operation(Operator::Subtract, ref left, _) if **left != Expression::Number(1.0))
        );
    }

    #[test]
    fn cells_names_and_calls_are_told_apart() {
        let area = |sheet: Option<&str>, columns, rows| {
            Expression::Area(Area { sheet: sheet.map(str::to_owned), columns, rows })
        };
        assert_eq!(parse("Model!$AB$10:$AB$12"), Some(area(Some("Model"), (27, 27), (10, 12))));
        assert_eq!(parse("C7"), Some(area(None, (2, 2), (7, 7))));
        assert_eq!(parse("event_size_1"), Some(Expression::Name("event_size_1".to_owned())));
        assert_eq!(parse("N(1E+9)"), Some(Expression::Call("N".to_owned(), vec![Expression::Number(1e9)])));
        assert_eq!(parse("\"a\"\"b\""), Some(Expression::Text("a\"b".to_owned())));
        assert_eq!((parse("1+"), parse("(1"), parse("1)")), (None, None, None));
    }
}
