//! Where the reader is, and how they came there.

use std::rc::Rc;

use crate::browser::{history, url};
use crate::route::Route;

/// Where the reader is.
pub struct Place {
    /// What this address shows.
    pub route: Route,
    /// Whether the reader came back here, or reloaded.
    pub restored: bool,
    /// Whether this is where the visit began.
    pub is_first: bool,
    here: history::Place,
    base: Rc<str>,
}

impl Place {
    /// Where the visit begins.
    pub fn first(base: &Rc<str>) -> Self {
        let here = history::here();
        let route = route(base, &here);
        Self { route, restored: true, is_first: true, here, base: base.clone() }
    }

    /// Moves to where the address bar is now. A step within the page is the browser's own
    /// business, and no move.
    pub fn move_to(&mut self, base: &Rc<str>, restored: bool) -> bool {
        let here = history::here();
        let same_page = here.path == self.here.path
            && here.src == self.here.src
            && here.format == self.here.format;
        if !same_page || !restored {
            let route = route(base, &here);
            *self = Self { route, restored, is_first: false, here, base: base.clone() };
        }
        !same_page || !restored
    }

    pub fn is_catalogue(&self) -> bool {
        self.route == Route::Catalogue
    }

    /// Whether the reader may be brought to somewhere within the page.
    pub fn is_within(&self) -> bool {
        self.restored || !self.fragment().is_empty()
    }

    /// The part of the address after `#`.
    pub fn fragment(&self) -> &str {
        &self.here.fragment
    }

    /// The format that the link names; the file's own where empty.
    pub fn format(&self) -> &str {
        self.here.format.as_deref().unwrap_or_default()
    }

    /// The layout that the link asks for.
    pub fn view(&self) -> Option<&str> {
        self.here.view.as_deref()
    }

    /// The address from which a `?src=` link takes its article.
    pub fn source(&self) -> Option<String> {
        match &self.route {
            Route::Source(src) => url::standard(src, Some(&self.base))
                .filter(|url| url.starts_with("https://") || url.starts_with("http://")),
            _ => None,
        }
    }

    /// This page's own address, without what only concerns this reader.
    pub fn own_address(&self) -> String {
        match &self.route {
            Route::Article(id) => [&self.base, "a/", id].concat(),
            Route::Source(src) => [&self.base, "?src=", &url::encode(src)].concat(),
            Route::Catalogue | Route::Unknown => self.base.to_string(),
        }
    }
}

fn route(base: &str, here: &history::Place) -> Route {
    Route::parse(&here.path, &url::path(base), here.src.as_deref())
}

/// Whether an address belongs to the app.
pub fn belongs(href: &str, base: &str) -> bool {
    url::is_own_origin(href)
        && history::place(href).is_some_and(|there| route(base, &there) != Route::Unknown)
}
