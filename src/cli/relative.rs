//! Addresses that were relative stay so.
//!
//! In an article every address is absolute. Where nobody said where the file is on the web, it is
//! read as lying deep in a place that cannot exist, and what comes to lie there is made relative
//! again when it is written.

use url::Url;

/// Folders of a host that no name server knows. Deep, so that `../../pictures/` leads to a place
/// of its own.
pub(super) const NOWHERE: &str = "https://relative.invalid/0/1/2/3/4/5/6/7/8/9/";
const HOST: &str = "https://relative.invalid/";

/// The address of a file in a folder.
pub(super) fn within(folder: &str, name: &str) -> String {
    let mut url = match Url::parse(folder) {
        Ok(url) => url,
        Err(_) => return folder.to_owned(),
    };
    if let Ok(mut path) = url.path_segments_mut() {
        path.pop_if_empty().push(name);
    }
    url.into()
}

/// A text with the addresses below [`NOWHERE`] as seen from a file there. `itself` is what the
/// file is called from the text: nothing within it, its name from anywhere else.
pub(super) fn restored(text: &str, address: &str, itself: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(HOST) {
        // An address in its normal form has neither spaces nor quotes.
        let ends = |c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '\\');
        let (path, after) = after.split_at(after.find(ends).unwrap_or(after.len()));
        out.push_str(before);
        out.push_str(&relative(path, address, itself));
        rest = after;
    }
    out + rest
}

/// What leads from the file to a path of its host.
fn relative(path: &str, address: &str, itself: &str) -> String {
    let folder = NOWHERE.strip_prefix(HOST).unwrap_or_default();
    let file = address.strip_prefix(NOWHERE).unwrap_or_default();
    let (place, behind) = path.split_at(path.find(['?', '#']).unwrap_or(path.len()));
    if place.strip_prefix(folder) == Some(file) && !behind.is_empty() {
        return [itself, behind].concat();
    }
    let depth = folder.matches('/').count();
    for up in 0..depth {
        let parent: String = folder.split_inclusive('/').take(depth - up).collect();
        if let Some(below) = path.strip_prefix(&parent) {
            let first = below.split(['/', '?', '#']).next().unwrap_or_default();
            // Without a dot before it, `a:b` would be a scheme, and nothing at all the file.
            let here = up == 0 && (first.is_empty() || first.contains(':'));
            return [&*"../".repeat(up), if here { "./" } else { "" }, below].concat();
        }
    }
    ["/", path].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::safe_url::standard;

    #[test]
    fn relative_addresses_come_back() {
        let address = within(NOWHERE, "bài #1.json");
        for input in [
            "a.webp",
            "../a.webp",
            "../../pictures/a.webp?x=1#y",
            "/a.webp",
            "./",
            "../",
            "./a:b",
            "#tb-a",
            "../../../../../../../../../a",
            "b/c/",
            "%C3%A0",
        ] {
            let whole = standard(input, Some(&address)).unwrap();
            assert_eq!(restored(&whole, &address, ""), input, "{whole}");
        }
        let whole = standard("#2", Some(&address)).unwrap();
        assert_eq!(restored(&whole, &address, "b.json"), "b.json#2");
    }

    #[test]
    fn words_around_stay() {
        let address = within(NOWHERE, "a.json");
        let text = r#"<a href="https://relative.invalid/0/1/2/3/4/5/6/7/8/9/x 1w, https://relative.invalid/y 2w">https://bao.example/</a>"#;
        let expected = r#"<a href="x 1w, /y 2w">https://bao.example/</a>"#;
        assert_eq!(restored(text, &address, ""), expected);
    }
}
