//! Which address shows what.

/// What an address of the site shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// The list of articles.
    Catalogue,
    /// The article with this identifier.
    Article(String),
    /// The article at this address, as the link has it.
    Source(String),
    /// Nothing.
    Unknown,
}

impl Route {
    /// The route of a path, given the path at which the site begins and the value of `?src=`.
    /// The identifier is still percent-encoded.
    ///
    /// ```
    /// # use trangbao::route::Route;
    /// let article = Route::Article("tay-ho".to_owned());
    /// assert_eq!(Route::parse("/bao/a/tay-ho", "/bao/", None), article);
    /// assert_eq!(Route::parse("/bao/", "/bao/", None), Route::Catalogue);
    /// ```
    pub fn parse(path: &str, base: &str, src: Option<&str>) -> Self {
        // The site's root without its slash is still the site's root.
        let below = match path.strip_prefix(base) {
            Some(below) => below,
            None if base.strip_suffix('/') == Some(path) => "",
            None => return Self::Unknown,
        };
        let below = below.trim_end_matches('/');
        match (below, below.strip_prefix("a/"), src) {
            // Where the root's own page is another one, the app has a place of its own.
            ("" | "index.html" | "app", _, Some(src)) => Self::Source(src.to_owned()),
            ("" | "index.html" | "app", _, None) => Self::Catalogue,
            (_, Some(id), _) => {
                let id = id.strip_suffix("/index.html").unwrap_or(id);
                if id.is_empty() || id.contains('/') {
                    Self::Unknown
                } else {
                    Self::Article(id.to_owned())
                }
            }
            _ => Self::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_has_one_route() {
        let check = |path, base, src, expected| assert_eq!(Route::parse(path, base, src), expected);
        let article = |id: &str| Route::Article(id.to_owned());
        check("/", "/", None, Route::Catalogue);
        check("/index.html", "/", None, Route::Catalogue);
        check("/bao", "/bao/", None, Route::Catalogue);
        check("/bao/app/", "/bao/", None, Route::Catalogue);
        check("/app/", "/", Some("x.json"), Route::Source("x.json".to_owned()));
        check("/", "/", Some("x.json"), Route::Source("x.json".to_owned()));
        check("/a/tay-ho", "/", None, article("tay-ho"));
        check("/a/tay-ho/", "/", None, article("tay-ho"));
        check("/a/tay-ho/index.html", "/", None, article("tay-ho"));
        check("/a/tay-ho", "/", Some("x.json"), article("tay-ho"));
        check("/a/", "/", None, Route::Unknown);
        check("/a/b/c", "/", None, Route::Unknown);
        check("/elsewhere", "/", None, Route::Unknown);
        check("/a/tay-ho", "/bao/", None, Route::Unknown);
    }
}
