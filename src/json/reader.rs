//! The grammar of JSON, one function a rule.

use super::Json;
use super::number::number;
use crate::article::Text;
use crate::error::{ParseError, Problem};
use crate::limits::MAX_DEPTH;

/// What was expected where the text goes wrong.
type Expected = &'static str;

/// Reads one value that fills the text.
pub(super) fn read(text: &str, problems: Vec<Problem>) -> Result<(Json, Vec<Problem>), ParseError> {
    let mut reader = Reader { text, at: 0, depth: 0, problems };
    let value = reader.value().and_then(|value| {
        reader.space();
        if reader.peek().is_none() { Ok(value) } else { Err("the end of the file") }
    });
    match value {
        Ok(value) => Ok((value, reader.problems)),
        Err(what) => Err(reader.error(what)),
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    /// Takes this byte if it comes next.
    fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn note(&mut self, problem: Problem) {
        // In the browser nobody reads warnings, as in `formats::cursor`.
        if cfg!(target_arch = "wasm32") {
            return;
        }
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }

    fn value(&mut self) -> Result<Json, Expected> {
        self.space();
        match self.peek() {
            Some(b'"') => self.string().map(Json::Text),
            Some(b'[' | b'{') if self.depth == MAX_DEPTH => self.skip(),
            Some(b'[') => self.array(),
            Some(b'{') => self.object(),
            Some(b'-' | b'0'..=b'9') => {
                let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
                let (value, length, huge) = number(rest).ok_or("a number")?;
                self.at += length;
                if huge {
                    self.note(Problem::HugeNumber);
                }
                Ok(value)
            }
            _ => {
                for (word, value) in
                    [("null", Json::Null), ("true", Json::Bool(true)), ("false", Json::Bool(false))]
                {
                    if self.text.get(self.at..).is_some_and(|rest| rest.starts_with(word)) {
                        self.at += word.len();
                        return Ok(value);
                    }
                }
                Err("a value")
            }
        }
    }

    fn array(&mut self) -> Result<Json, Expected> {
        let mut items = Vec::new();
        self.members(b']', "`,` or `]`", &mut |reader| {
            items.push(reader.value()?);
            Ok(())
        })?;
        Ok(Json::Array(items))
    }

    fn object(&mut self) -> Result<Json, Expected> {
        let mut members = Vec::new();
        self.members(b'}', "`,` or `}`", &mut |reader| {
            reader.space();
            let key =
                if reader.peek() == Some(b'"') { reader.string()? } else { return Err("a key") };
            reader.space();
            if !reader.take(b':') {
                return Err("`:`");
            }
            members.push((key, reader.value()?));
            Ok(())
        })?;
        Ok(Json::Object(members))
    }

    /// What stands between two brackets, parted by commas.
    fn members(
        &mut self,
        close: u8,
        expected: Expected,
        read: &mut dyn FnMut(&mut Self) -> Result<(), Expected>,
    ) -> Result<(), Expected> {
        self.at += 1;
        self.depth += 1;
        self.space();
        if !self.take(close) {
            loop {
                read(self)?;
                self.space();
                if self.take(close) {
                    break;
                }
                if !self.take(b',') {
                    return Err(expected);
                }
            }
        }
        self.depth -= 1;
        Ok(())
    }

    /// Passes over a container that lies too deep, without going deeper itself.
    fn skip(&mut self) -> Result<Json, Expected> {
        let mut depth = 0usize;
        loop {
            match self.peek() {
                None => return Err("`]` or `}`"),
                Some(b'"') => {
                    self.string()?;
                    continue;
                }
                Some(b'[' | b'{') => depth += 1,
                Some(b']' | b'}') => depth -= 1,
                _ => {}
            }
            self.at += 1;
            if depth == 0 {
                self.note(Problem::TooDeep);
                return Ok(Json::Null);
            }
        }
    }

    fn string(&mut self) -> Result<Text, Expected> {
        self.at += 1;
        let mut out = String::new();
        let mut start = self.at;
        loop {
            let byte = self.peek().ok_or("the end of a text, `\"`")?;
            match byte {
                b'"' | b'\\' => {
                    let plain = self.text.get(start..self.at).unwrap_or_default();
                    self.at += 1;
                    if byte == b'"' && out.is_empty() {
                        // Most texts have no escapes, and are copied once.
                        return Ok(plain.into());
                    }
                    out.push_str(plain);
                    if byte == b'"' {
                        return Ok(out.into());
                    }
                    out.push(self.escape()?);
                    start = self.at;
                }
                0..0x20 => return Err("a text without line breaks or tabs; write \\n or \\t"),
                _ => self.at += 1,
            }
        }
    }

    fn escape(&mut self) -> Result<char, Expected> {
        let byte = self.peek().unwrap_or_default();
        self.at += 1;
        Ok(match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let unit = self.unit().ok_or("four hexadecimal digits")?;
                let start = self.at;
                let pair = match unit {
                    0xD800..=0xDBFF if self.take(b'\\') && self.take(b'u') => self
                        .unit()
                        .filter(|low| (0xDC00..=0xDFFF).contains(low))
                        .map(|low| 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)),
                    _ => None,
                };
                if pair.is_none() {
                    self.at = start;
                }
                char::from_u32(pair.unwrap_or(unit)).unwrap_or_else(|| {
                    self.note(Problem::LoneSurrogate);
                    char::REPLACEMENT_CHARACTER
                })
            }
            _ => {
                self.at -= 1;
                return Err("one of \" \\ / b f n r t u after `\\`");
            }
        })
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Option<u32> {
        let mut unit = 0;
        for _ in 0..4 {
            unit = unit * 16 + char::from(self.peek()?).to_digit(16)?;
            self.at += 1;
        }
        Some(unit)
    }

    /// Line and column count from 1, the column in characters.
    fn error(&self, what: Expected) -> ParseError {
        let before = self.text.as_bytes().iter().take(self.at);
        let (mut line, mut column) = (1, 1);
        for byte in before {
            match byte {
                b'\n' => (line, column) = (line + 1, 1),
                // The following bytes of a character that has several.
                0x80..0xC0 => {}
                _ => column += 1,
            }
        }
        ParseError::Syntax { line, column, what }
    }
}
