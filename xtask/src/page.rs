//! Small edits of the HTML that Trunk has written: find a start tag, read or set its attributes, insert lines.
//!
//! Trunk's minifier drops quotes and optional tags, so a tag is read as a browser reads it and not by its spelling.

use std::ops::Range;

/// One start tag: its place in the text and its attributes in their order.
#[derive(Debug, PartialEq)]
pub struct Tag {
    /// From `<` to just after `>`.
    pub at: Range<usize>,
    name: String,
    attributes: Vec<(String, String)>,
}

impl Tag {
    /// An attribute's value; `""` where it has none.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Sets an attribute.
    pub fn set(&mut self, name: &str, value: &str) {
        match self.attributes.iter_mut().find(|(key, _)| key == name) {
            Some((_, old)) => value.clone_into(old),
            None => self.attributes.push((name.to_owned(), value.to_owned())),
        }
    }

    /// The tag as text.
    pub fn write(&self) -> String {
        let mut text = format!("<{}", self.name);
        for (key, value) in &self.attributes {
            text.push(' ');
            text.push_str(key);
            if !value.is_empty() {
                let escaped = value.replace('&', "&amp;").replace('"', "&quot;");
                text.push_str(&format!("=\"{escaped}\""));
            }
        }
        text.push('>');
        text
    }
}

/// The first start tag of this name, from `from` on, for which `wanted` holds.
pub fn find(html: &str, mut from: usize, name: &str, wanted: impl Fn(&Tag) -> bool) -> Option<Tag> {
    loop {
        let tag = find_any(html, from, &[name])?;
        if wanted(&tag) {
            return Some(tag);
        }
        from = tag.at.end;
    }
}

/// The first start tag with one of these names, from `from` on.
pub fn find_any(html: &str, from: usize, names: &[&str]) -> Option<Tag> {
    let mut at = from;
    loop {
        at += html.get(at..)?.find('<')?;
        // A commented-out tag is none.
        if html[at..].starts_with("<!--") {
            at += html[at..].find("-->")?;
            continue;
        }
        if let Some(tag) = read(html, at)
            && names.contains(&tag.name.as_str())
        {
            return Some(tag);
        }
        at += 1;
    }
}

/// The tag that starts at `start`, which is at a `<`.
fn read(html: &str, start: usize) -> Option<Tag> {
    let mut rest = &html[start + 1..];
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-')?;
    let name = rest[..end].to_ascii_lowercase();
    if name.is_empty() {
        return None;
    }
    rest = &rest[end..];
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if let Some(after) = rest.strip_prefix('>') {
            let at = start..html.len() - after.len();
            return Some(Tag { at, name, attributes });
        }
        let end = rest.find(|c: char| c.is_ascii_whitespace() || "=>/".contains(c))?;
        let key = rest[..end].to_ascii_lowercase();
        rest = rest[end..].trim_start();
        let Some(after) = rest.strip_prefix('=') else {
            attributes.push((key, String::new()));
            continue;
        };
        let after = after.trim_start();
        let (value, left) = match after.chars().next()? {
            quote @ ('"' | '\'') => after[1..].split_once(quote)?,
            _ => after.split_at(after.find(|c: char| c.is_ascii_whitespace() || c == '>')?),
        };
        attributes.push((key, value.replace("&quot;", "\"").replace("&amp;", "&")));
        rest = left;
    }
}

/// Puts text before `</head>`, or where the head ends in a page whose author left that tag out.
pub fn into_head(html: &mut String, text: &str) -> bool {
    let at =
        html.find("</head>").or_else(|| find(html, 0, "body", |_| true).map(|tag| tag.at.start));
    match at {
        Some(at) => html.insert_str(at, text),
        None => return false,
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!doctype html><meta charset=utf-8><!-- <script data-js> --><title>a < b</title></head>\
        <body><script type=module src=/boot.js data-js='/a.js' data-wasm=\"/a.wasm\" async></script>";

    #[test]
    fn a_tag_is_found_however_it_is_quoted() {
        let tag = find(PAGE, 0, "script", |tag| tag.get("data-js").is_some()).expect("a script");
        assert_eq!(tag.get("src"), Some("/boot.js"));
        assert_eq!(tag.get("data-js"), Some("/a.js"));
        assert_eq!(tag.get("data-wasm"), Some("/a.wasm"));
        assert_eq!(tag.get("async"), Some(""));
        assert!(PAGE[tag.at].ends_with("async>"));
    }

    #[test]
    fn attributes_are_set_and_escaped() {
        let mut tag = find("<p class=a>", 0, "p", |_| true).expect("a paragraph");
        tag.set("class", "b");
        tag.set("title", "\"&\"");
        assert_eq!(tag.write(), "<p class=\"b\" title=\"&quot;&amp;&quot;\">");
    }

    #[test]
    fn lines_go_to_the_end_of_the_head() {
        let mut html = PAGE.to_owned();
        assert!(into_head(&mut html, "<link>"));
        assert!(html.contains("<link></head>"));
        let mut bare = "<title>x</title><body>".to_owned();
        assert!(into_head(&mut bare, "<link>"));
        assert_eq!(bare, "<title>x</title><link><body>");
    }
}
