//! Where the reader is.

use yew::prelude::*;

use crate::browser::{history, url};
use crate::route::Route;

/// Where the reader is, and how they came there.
#[derive(Clone, PartialEq)]
pub struct Place {
    /// What this address shows.
    pub route: Route,
    /// The part after `#`.
    pub fragment: String,
    /// The layout that the link asks for.
    pub view: Option<String>,
    /// Whether the reader came back here, or reloaded.
    pub restored: bool,
    /// The number of the step that led here; 0 for the first page.
    pub serial: u32,
    /// Goes to an address of this site; false where it shows none of it.
    pub follow: Callback<String, bool>,
    base: AttrValue,
}

impl Place {
    /// Whether this address shows the list of articles.
    pub fn route_is_catalogue(&self) -> bool {
        self.route == Route::Catalogue
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

fn read(base: &str, serial: u32, restored: bool) -> (Route, history::Place, u32, bool) {
    let here = history::here();
    let route = Route::parse(&here.path, &url::path(base), here.src.as_deref());
    (route, here, serial, restored)
}

/// Follows the address bar.
#[hook]
pub fn use_place(base: &AttrValue) -> Place {
    let state = {
        let base = base.clone();
        use_state(move || read(&base, 0, true))
    };
    // What a callback sees of the state is what it was when the callback was made.
    let serial = use_mut_ref(|| 0u32);
    let arrive = {
        let (setter, base, serial) = (state.setter(), base.clone(), serial.clone());
        move |restored: bool| {
            *serial.borrow_mut() += 1;
            setter.set(read(&base, *serial.borrow(), restored));
        }
    };
    {
        let arrive = arrive.clone();
        let shown = use_mut_ref(history::here);
        *shown.borrow_mut() = state.1.clone();
        use_effect_with((), move |()| {
            let traversal = history::on_traverse(move || {
                let here = history::here();
                // A step within the page is the browser's own business.
                let same_page = {
                    let shown = shown.borrow();
                    shown.path == here.path && shown.src == here.src
                };
                if !same_page {
                    arrive(true);
                }
            });
            let leaving = history::on_leave();
            move || drop((traversal, leaving))
        });
    }
    let follow = {
        let base = base.clone();
        use_callback(base, move |href: String, base: &AttrValue| {
            let Some(target) = history::place(&href) else { return false };
            let route = Route::parse(&target.path, &url::path(base), target.src.as_deref());
            if route == Route::Unknown {
                return false;
            }
            history::push(&href);
            arrive(false);
            true
        })
    };
    let (route, here, serial, restored) = (*state).clone();
    Place {
        route,
        fragment: here.fragment,
        view: here.view,
        restored,
        serial,
        follow,
        base: base.clone(),
    }
}
