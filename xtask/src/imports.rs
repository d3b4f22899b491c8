//! Gives the functions that the wasm and JavaScript take from each other short names, and the module that has them.
//!
//! wasm-bindgen names each after what it does and adds a hash, so that several crates cannot clash: 60 characters that no
//! compression helps, once in the wasm and once in the glue. In one finished pair of files nothing can clash any more.
//! The module is named after the crate; without that, programs that take the same functions have the very same glue.

use crate::ui::Outcome;

/// The wasm and the glue with short names. Other modules than the glue, and names that the glue does not hold exactly
/// once, are left as they are.
pub fn shorten(wasm: &[u8], glue: &str) -> Outcome<(Vec<u8>, String)> {
    let mut glue = glue.to_owned();
    let mut out = wasm.get(..8).ok_or("the wasm file is empty")?.to_vec();
    let mut reader = Reader { bytes: wasm, at: 8 };
    while reader.at < wasm.len() {
        let start = reader.at;
        let id = reader.byte()?;
        let size = reader.number()?;
        let body = reader.take(size)?;
        if [IMPORTS, EXPORTS].contains(&id) {
            let shortened = if id == IMPORTS { imports } else { exports };
            let body = shortened(body, &mut glue)?;
            out.push(id);
            push_number(&mut out, body.len());
            out.extend(body);
        } else {
            out.extend_from_slice(wasm.get(start..reader.at).unwrap_or_default());
        }
    }
    Ok((out, glue))
}

/// The identifiers of the sections of imports and exports.
const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;

/// What the glue is called in the wasm and in its own table.
const MODULE: &str = "a";

fn imports(body: &[u8], glue: &mut String) -> Outcome<Vec<u8>> {
    let mut reader = Reader { bytes: body, at: 0 };
    let count = reader.number()?;
    let mut out = Vec::new();
    let mut own = None;
    push_number(&mut out, count);
    for index in 0..count {
        let module = reader.name()?;
        let field = reader.name()?;
        let described = reader.at;
        reader.skip_description()?;
        let short = name(index);
        let field = if rename(glue, field, &short) { &short } else { field };
        let key = ["\"", module, "\":"].concat();
        if module.len() > 1 && glue.matches(&key).count() == 1 {
            *glue = glue.replace(&key, &["\"", MODULE, "\":"].concat());
            own = Some(module);
        }
        let module = if own == Some(module) { MODULE } else { module };
        for text in [module, field] {
            push_number(&mut out, text.len());
            out.extend_from_slice(text.as_bytes());
        }
        out.extend_from_slice(body.get(described..reader.at).unwrap_or_default());
    }
    Ok(out)
}

/// What JavaScript takes from the wasm: of that, the names that are wasm-bindgen's own.
fn exports(body: &[u8], glue: &mut String) -> Outcome<Vec<u8>> {
    let mut reader = Reader { bytes: body, at: 0 };
    let count = reader.number()?;
    let mut out = Vec::new();
    push_number(&mut out, count);
    for index in 0..count {
        let field = reader.name()?;
        let described = reader.at;
        reader.byte()?;
        reader.number()?;
        let short = name(index);
        let field = if rename_export(glue, field, &short) { &short } else { field };
        push_number(&mut out, field.len());
        out.extend_from_slice(field.as_bytes());
        out.extend_from_slice(body.get(described..reader.at).unwrap_or_default());
    }
    Ok(out)
}

/// `a` to `z`, `aa` and so on; upper case would compress worse.
fn name(mut index: usize) -> String {
    let mut name = String::new();
    loop {
        name.insert(0, char::from(b'a' + (index % 26) as u8));
        index /= 26;
        if index == 0 {
            return name;
        }
        index -= 1;
    }
}

/// Renames a key of the glue's table of imports; false where it does not stand there exactly once.
fn rename(glue: &mut String, from: &str, to: &str) -> bool {
    if !from.starts_with("__wb") {
        return false;
    }
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let whole: Vec<usize> = glue
        .match_indices(from)
        .map(|(at, _)| at)
        .filter(|at| {
            let before = glue.get(..*at).and_then(|text| text.chars().next_back());
            let after = glue.get(at + from.len()..).and_then(|text| text.chars().next());
            before.is_some_and(|c| c == ',' || c == '{' || c.is_whitespace())
                && after.is_some_and(|c| !is_part(c))
        })
        .collect();
    let [at] = whole.as_slice() else { return false };
    glue.replace_range(*at..at + from.len(), to);
    true
}

/// Renames a property of `wasm` in the glue; false where it is spoken of in another way.
fn rename_export(glue: &mut String, from: &str, to: &str) -> bool {
    let (old, new) = ([".", from].concat(), [".", to].concat());
    if !from.starts_with("__wb") || glue.contains(&["wasm", &new].concat()) {
        return false;
    }
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let ends = |rest: &str| !rest.starts_with(is_part);
    let (mut out, mut rest) = (String::new(), glue.as_str());
    let mut known = 0;
    while let Some((before, after)) = rest.split_once(&old) {
        let is_own = before.ends_with("wasm") && ends(after);
        known += usize::from(is_own);
        out.extend([before, if is_own { &new } else { &old }]);
        rest = after;
    }
    out.push_str(rest);
    let spoken =
        glue.match_indices(from).filter(|(at, _)| glue.get(at + from.len()..).is_some_and(ends));
    if known == 0 || spoken.count() != known {
        return false;
    }
    *glue = out;
    true
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Outcome<&'a [u8]> {
        let end = self.at.checked_add(length);
        let part = end.and_then(|end| self.bytes.get(self.at..end));
        self.at = self.at.saturating_add(length);
        part.ok_or_else(|| "the wasm file ends too early".to_owned())
    }

    fn byte(&mut self) -> Outcome<u8> {
        Ok(self.take(1)?.first().copied().unwrap_or_default())
    }

    /// A number in LEB128.
    fn number(&mut self) -> Outcome<usize> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                break;
            }
        }
        Ok(number)
    }

    fn name(&mut self) -> Outcome<&'a str> {
        let length = self.number()?;
        std::str::from_utf8(self.take(length)?).map_err(|e| format!("a name in the wasm: {e}"))
    }

    /// What an import is: a function, a table, a memory, a global or a tag.
    fn skip_description(&mut self) -> Outcome {
        match self.byte()? {
            0 => self.number().map(drop),
            1 => self.byte().and_then(|_| self.skip_limits()),
            2 => self.skip_limits(),
            3 => self.take(2).map(drop),
            4 => self.byte().and_then(|_| self.number()).map(drop),
            kind => Err(format!("the wasm imports something of an unknown kind, {kind}")),
        }
    }

    fn skip_limits(&mut self) -> Outcome {
        let has_end = self.byte()? & 1 == 1;
        self.number()?;
        if has_end {
            self.number()?;
        }
        Ok(())
    }
}

fn push_number(out: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short_and_different() {
        assert_eq!(name(0), "a");
        assert_eq!(name(25), "z");
        assert_eq!(name(26), "aa");
        assert_eq!(name(27), "ab");
    }

    #[test]
    fn both_files_agree_on_the_new_name() {
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        let mut body = vec![1];
        for text in ["./x.js", "__wbg_abort_f8d1"] {
            push_number(&mut body, text.len());
            body.extend_from_slice(text.as_bytes());
        }
        body.extend([0, 3]);
        wasm.push(IMPORTS);
        push_number(&mut wasm, body.len());
        wasm.extend(&body);
        wasm.extend([10, 1, 0]);
        let (wasm, glue) =
            shorten(&wasm, "{\"./x.js\":{__wbg_abort_f8d1:function(e){e.abort()}}}").unwrap();
        assert_eq!(glue, "{\"a\":{a:function(e){e.abort()}}}");
        assert_eq!(&wasm[8..], b"\x02\x07\x01\x01a\x01a\x00\x03\x0a\x01\x00");
    }

    #[test]
    fn exports_are_renamed_where_the_glue_asks_for_them() {
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        let mut body = vec![3];
        for text in ["memory", "__wbindgen_export", "__wbindgen_export2"] {
            push_number(&mut body, text.len());
            body.extend_from_slice(text.as_bytes());
            body.extend([0, 1]);
        }
        wasm.push(EXPORTS);
        push_number(&mut wasm, body.len());
        wasm.extend(&body);
        let glue =
            "wasm.memory;wasm.__wbindgen_export(wasm.__wbindgen_export2);wasm.__wbindgen_export2";
        let (wasm, glue) = shorten(&wasm, glue).unwrap();
        assert_eq!(glue, "wasm.memory;wasm.b(wasm.c);wasm.c");
        assert_eq!(&wasm[8..], b"\x07\x12\x03\x06memory\x00\x01\x01b\x00\x01\x01c\x00\x01");
        let mut other = "x['__wbindgen_export'];wasm.__wbindgen_export".to_owned();
        assert!(!rename_export(&mut other, "__wbindgen_export", "b"));
    }

    #[test]
    fn a_name_that_stands_twice_stays() {
        let mut glue = "{__wbg_a:1,__wbg_a:2}".to_owned();
        assert!(!rename(&mut glue, "__wbg_a", "a"));
    }

    #[test]
    fn a_broken_file_is_an_error() {
        assert!(shorten(b"\0asm\x01\0\0\0\x02\x7f", "").is_err());
    }
}
