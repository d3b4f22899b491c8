//! Where the site is, and the addresses of all that it holds.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What `encodeURIComponent` leaves alone, so that the viewer writes the same addresses.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~')
    .remove(b'!')
    .remove(b'*')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')');

/// The site's place on the web.
pub(super) struct Home {
    /// The whole address, with a slash at its end.
    pub(super) url: String,
    /// Scheme and host.
    pub(super) origin: String,
    /// The path alone, with a slash at both ends.
    pub(super) path: String,
}

impl Home {
    pub(super) fn new(url: &str) -> Self {
        let origin = crate::safe_url::origin(url).unwrap_or_default().to_owned();
        let path = url.get(origin.len()..).unwrap_or("/").to_owned();
        Self { url: url.to_owned(), origin, path }
    }

    /// The whole address of a file of the site.
    pub(super) fn at(&self, path: &str) -> String {
        [&self.url, path].concat()
    }

    /// The same from the host's root: what a page calls it, so that a preview elsewhere works.
    pub(super) fn here(&self, path: &str) -> String {
        [&self.path, path].concat()
    }

    /// Markup with the addresses of this host as seen from it: shorter, and right wherever the
    /// site is tried out. Only attributes of addresses are touched; words are not.
    pub(super) fn localized(&self, markup: &str) -> String {
        let whole = [&self.origin, "/"].concat();
        let mut out = String::with_capacity(markup.len());
        for part in markup.split_inclusive('>') {
            let start = out.len() + part.find('<').unwrap_or(part.len());
            let mut rest = part;
            while let Some(at) = rest.find(&whole) {
                let (before, after) = rest.split_at(at);
                out.push_str(before);
                let tag = out.get(start..).unwrap_or_default();
                let kept = if begins_address(tag) { whole.len() - 1 } else { 0 };
                out.push_str(after.get(kept..whole.len()).unwrap_or_default());
                rest = after.get(whole.len()..).unwrap_or_default();
            }
            out.push_str(rest);
        }
        out
    }
}

/// Whether an address begins where this part of a tag ends.
fn begins_address(tag: &str) -> bool {
    // Quotes in a value are escaped, so that this is where it began.
    let Some((before, value)) = tag.rsplit_once("=\"") else { return false };
    match before.rsplit(' ').next().unwrap_or_default() {
        "href" | "src" | "poster" => value.is_empty(),
        "srcset" => value.is_empty() || value.ends_with(", "),
        _ => false,
    }
}

/// The folder of an article.
pub(super) fn article(id: &str) -> String {
    ["a/", id, "/"].concat()
}

/// The same in an address.
pub(super) fn article_url(id: &str) -> String {
    ["a/", &encoded(id), "/"].concat()
}

/// A part of an address.
pub(super) fn encoded(text: &str) -> String {
    utf8_percent_encode(text, PLAIN).to_string()
}

/// A path whose parts go into an address.
pub(super) fn encoded_path(path: &str) -> String {
    path.split('/').map(encoded).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_this_host_become_short_and_words_stay() {
        let home = Home::new("https://bao.example/x/");
        assert_eq!((&*home.origin, &*home.path), ("https://bao.example", "/x/"));
        let markup = "<img alt=\"https://bao.example/\" sizes=\"a, b\" srcset=\"https://bao.example/a 1w, https://bao.example/b 2w, https://c.example/https://bao.example/ 3w\" src=\"https://bao.example/b\">\
            https://bao.example/ &lt;a href=\"https://bao.example/\" <a href=\"https://bao.example/x/a/b\">";
        let expected = "<img alt=\"https://bao.example/\" sizes=\"a, b\" srcset=\"/a 1w, /b 2w, https://c.example/https://bao.example/ 3w\" src=\"/b\">\
            https://bao.example/ &lt;a href=\"https://bao.example/\" <a href=\"/x/a/b\">";
        assert_eq!(home.localized(markup), expected);
    }

    #[test]
    fn names_are_encoded_as_in_the_browser() {
        assert_eq!(article_url("hồ (1)"), "a/h%E1%BB%93%20(1)/");
        assert_eq!(encoded_path("a b/c"), "a%20b/c");
    }
}
