//! Where in a file the places are that JSON pointers name.
//!
//! Reading keeps no positions, since the browser needs none. The command walks the text once more
//! for the few values that it has something to say of.

use std::collections::HashMap;

use super::{Json, read};
use crate::limits::MAX_DEPTH;

/// A place in a text. Both count from 1, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// Where the values begin that these pointers (RFC 6901) name. Where a value is not in the text,
/// the place is that of the innermost one around it that is.
///
/// ```
/// # use trangbao::json::locate::{locate, Place};
/// let json = b"{\n  \"body\": [{ \"url\": 7 }]\n}";
/// assert_eq!(locate(json, &["/body/0/url"]), [Place { line: 2, column: 21 }]);
/// ```
pub fn locate(bytes: &[u8], pointers: &[&str]) -> Vec<Place> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = &String::from_utf8_lossy(bytes);
    let mut walk = Walk { text, at: 0, found: vec![0; pointers.len()] };
    let all: Vec<Wanted> = pointers.iter().copied().enumerate().collect();
    walk.value(&all, 0);
    places(text, &walk.found)
}

/// A pointer by its index, and what of it lies still ahead.
type Wanted<'a> = (usize, &'a str);

struct Walk<'a> {
    text: &'a str,
    at: usize,
    /// Where the pointers lead, as far as they were followed.
    found: Vec<usize>,
}

impl Walk<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    fn value(&mut self, wanted: &[Wanted], depth: usize) {
        self.space();
        let mut inside: HashMap<String, Vec<Wanted>> = HashMap::new();
        for (index, pointer) in wanted {
            // Of a key that is there twice the last one counts, and so it does here.
            if let Some(found) = self.found.get_mut(*index) {
                *found = self.at;
            }
            if let Some(rest) = pointer.strip_prefix('/') {
                let (key, _) = rest.split_once('/').unwrap_or((rest, ""));
                let rest = rest.get(key.len()..).unwrap_or_default();
                let key = key.replace("~1", "/").replace("~0", "~");
                inside.entry(key).or_default().push((*index, rest));
            }
        }
        match self.peek() {
            Some(b'{') if !inside.is_empty() && depth < MAX_DEPTH => {
                self.members(b'}', &mut |walk, _| {
                    let key = walk.key();
                    walk.space();
                    walk.at += 1;
                    walk.member(inside.get(&key), depth);
                });
            }
            Some(b'[') if !inside.is_empty() && depth < MAX_DEPTH => {
                self.members(b']', &mut |walk, index| {
                    walk.member(inside.get(&index.to_string()), depth);
                });
            }
            _ => self.skip(),
        }
    }

    fn member(&mut self, wanted: Option<&Vec<Wanted>>, depth: usize) {
        match wanted {
            Some(wanted) => self.value(wanted, depth + 1),
            None => self.skip(),
        }
    }

    /// Visits what stands between two brackets. The text has been read before, so it is JSON; were
    /// it none, this would still come to an end.
    fn members(&mut self, close: u8, visit: &mut dyn FnMut(&mut Self, usize)) {
        self.at += 1;
        for index in 0.. {
            self.space();
            match self.peek() {
                None => return,
                Some(byte) if byte == close => break,
                Some(b',') => {
                    self.at += 1;
                    self.space();
                }
                Some(_) => {}
            }
            let before = self.at;
            visit(self, index);
            if self.at == before {
                return;
            }
        }
        self.at += 1;
    }

    fn key(&mut self) -> String {
        let start = self.at;
        self.string();
        let quoted = self.text.get(start..self.at).unwrap_or_default();
        match read(quoted.as_bytes()) {
            Ok((Json::Text(key), _)) => key.to_string(),
            _ => String::new(),
        }
    }

    fn string(&mut self) {
        self.at += 1;
        while let Some(byte) = self.peek() {
            self.at += if byte == b'\\' { 2 } else { 1 };
            if byte == b'"' {
                return;
            }
        }
    }

    /// Passes over a value, however deep.
    fn skip(&mut self) {
        let mut depth = 0usize;
        self.space();
        while let Some(byte) = self.peek() {
            match byte {
                b'"' => {
                    self.string();
                    if depth == 0 {
                        return;
                    }
                    continue;
                }
                b'[' | b'{' => depth += 1,
                b']' | b'}' | b',' if depth == 0 => return,
                b']' | b'}' => {
                    depth -= 1;
                    if depth == 0 {
                        self.at += 1;
                        return;
                    }
                }
                _ => {}
            }
            self.at += 1;
        }
    }
}

/// Lines and columns of offsets, in one pass.
fn places(text: &str, offsets: &[usize]) -> Vec<Place> {
    let mut order: Vec<usize> = (0..offsets.len()).collect();
    let offset_of = |index: &usize| offsets.get(*index).copied().unwrap_or_default();
    order.sort_by_key(offset_of);
    let mut places = vec![Place { line: 1, column: 1 }; offsets.len()];
    let mut now = Place { line: 1, column: 1 };
    let mut chars = text.char_indices().peekable();
    for index in order {
        while let Some((_, c)) = chars.next_if(|(at, _)| *at < offset_of(&index)) {
            now = match c {
                '\n' => Place { line: now.line + 1, column: 1 },
                _ => Place { column: now.column + 1, ..now },
            };
        }
        if let Some(place) = places.get_mut(index) {
            *place = now;
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(json: &str, pointer: &str, expected: (usize, usize)) {
        let [place] = locate(json.as_bytes(), &[pointer])[..] else { panic!() };
        assert_eq!((place.line, place.column), expected, "{pointer} in {json}");
    }

    #[test]
    fn values_are_found() {
        let json = "\n {\"ễ\": \"ộ\", \"b\" :\n[1, {\"c/d\": [ ], \"~\": null}, \"x\"] }";
        check(json, "", (2, 2));
        check(json, "/ễ", (2, 8));
        check(json, "/b", (3, 1));
        check(json, "/b/0", (3, 2));
        check(json, "/b/1/c~1d", (3, 13));
        check(json, "/b/1/~0", (3, 23));
        check(json, "/b/2", (3, 30));
        check("\u{feff}[\r\n 7]", "/0", (2, 2));
        check(r#"{"a\"":{"\u0062":[[],[5]]}}"#, "/a\"/b/1/0", (1, 23));
    }

    #[test]
    fn what_is_not_there_is_in_what_is_around() {
        check("[{}, {\n}]", "/1/headline", (1, 6));
        check("[1]", "/7", (1, 1));
        check("7", "/a", (1, 1));
    }

    #[test]
    fn the_last_of_a_repeated_key_counts() {
        check(r#"{"a":1,"a":2}"#, "/a", (1, 12));
        check(r#"{"a":{"b":1},"a":2}"#, "/a/b", (1, 18));
    }

    #[test]
    fn several_are_found_at_once_in_any_order() {
        let json = b"[1,\n2,\n3]";
        let lines: Vec<_> =
            locate(json, &["/2", "/0", "/1", "/1"]).iter().map(|p| p.line).collect();
        assert_eq!(lines, [3, 1, 2, 2]);
    }

    #[test]
    fn no_text_keeps_it_from_ending() {
        for text in [
            "",
            "{",
            "[",
            "[1",
            "{\"a",
            "{\"a\"",
            "{\"a\":",
            "[,,]",
            "{]",
            "[}",
            "\\",
            "{\"a\":1 \"b\":2}",
        ] {
            locate(text.as_bytes(), &["/a/b", "/0/0", ""]);
        }
        let deep = "[".repeat(200_000);
        locate(deep.as_bytes(), &["/0/0/0"]);
    }
}
