//! Mends JSON text in place before it is parsed: one pass, no byte moves.

use crate::error::Problem;

/// Decodes and mends. Every replacement is as long as what it replaces.
pub(super) fn mend(bytes: &[u8], max_depth: usize) -> (String, Vec<Problem>) {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let decoded = String::from_utf8_lossy(bytes);
    let mut problems = Vec::new();
    if matches!(decoded, std::borrow::Cow::Owned(_)) {
        problems.push(Problem::InvalidUtf8);
    }
    let mut scan = Scan { text: decoded.into_owned().into_bytes(), at: 0, problems };
    scan.run(max_depth);
    // Only ASCII was written, and only over ASCII or over whole strings.
    let text = String::from_utf8(scan.text).unwrap_or_default();
    (text, scan.problems)
}

struct Scan {
    text: Vec<u8>,
    at: usize,
    problems: Vec<Problem>,
}

impl Scan {
    fn run(&mut self, max_depth: usize) {
        let mut depth = 0usize;
        while let Some(byte) = self.text.get(self.at) {
            match byte {
                b'"' => self.string(),
                b'[' | b'{' if depth == max_depth => self.blank_container(),
                b'[' | b'{' => {
                    depth += 1;
                    self.at += 1;
                }
                b']' | b'}' => {
                    depth = depth.saturating_sub(1);
                    self.at += 1;
                }
                b'-' | b'0'..=b'9' => self.number(),
                _ => self.at += 1,
            }
        }
    }

    fn note(&mut self, problem: Problem) {
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }

    /// Passes over a string, replacing the halves of surrogate pairs that stand alone.
    fn string(&mut self) {
        self.at += 1;
        while let Some(byte) = self.text.get(self.at) {
            match byte {
                b'"' => {
                    self.at += 1;
                    return;
                }
                b'\\' => match self.escape_at(self.at) {
                    Some(0xD800..=0xDBFF)
                        if matches!(self.escape_at(self.at + 6), Some(0xDC00..=0xDFFF)) =>
                    {
                        self.at += 12;
                    }
                    Some(0xD800..=0xDFFF) => {
                        self.text[self.at + 2..self.at + 6].copy_from_slice(b"fffd");
                        self.note(Problem::LoneSurrogate);
                        self.at += 6;
                    }
                    _ => self.at += 2,
                },
                _ => self.at += 1,
            }
        }
    }

    /// The code unit of a `\uXXXX` at this place.
    fn escape_at(&self, at: usize) -> Option<u32> {
        let digits = self.text.get(at..at + 6)?.strip_prefix(b"\\u")?;
        digits.iter().try_fold(0, |unit, byte| Some(unit * 16 + char::from(*byte).to_digit(16)?))
    }

    /// Brings a number down whose magnitude no computer counts.
    fn number(&mut self) {
        let start = self.at;
        let is_number = |byte: &u8| matches!(byte, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-');
        let length = self.text[start..].iter().take_while(|byte| is_number(byte)).count();
        self.at += length;
        let token = &self.text[start..self.at];
        let mantissa_end = token.iter().position(|b| matches!(b, b'e' | b'E')).unwrap_or(length);
        let digits = |part: &[u8]| part.iter().take_while(|b| b.is_ascii_digit()).count();
        let sign = usize::from(token[0] == b'-');
        let whole = digits(&token[sign..]);
        let exponent = match token.get(mantissa_end + 1..) {
            Some(exponent) if exponent.first() != Some(&b'-') => exponent
                .iter()
                .filter(|byte| byte.is_ascii_digit())
                .fold(0usize, |sum, byte| (sum * 10 + usize::from(byte - b'0')).min(1_000_000)),
            _ => 0,
        };
        if whole + exponent > 308 {
            let token = &mut self.text[start..self.at];
            token[sign..].fill(b' ');
            token[sign..sign + 5].copy_from_slice(b"1e300");
            self.note(Problem::HugeNumber);
        }
    }

    /// Replaces a container that lies too deep by a number, the only value that always fits.
    fn blank_container(&mut self) {
        let start = self.at;
        let mut depth = 0usize;
        let mut in_string = false;
        while let Some(byte) = self.text.get(self.at) {
            match byte {
                b'\\' if in_string => self.at += 1,
                b'"' => in_string = !in_string,
                b'[' | b'{' if !in_string => depth += 1,
                b']' | b'}' if !in_string => depth -= 1,
                _ => {}
            }
            self.at += 1;
            if depth == 0 {
                break;
            }
        }
        self.at = self.at.min(self.text.len());
        for byte in &mut self.text[start..self.at] {
            // Lines stay where they are.
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
        self.text[start] = b'0';
        self.note(Problem::TooDeep);
    }
}
