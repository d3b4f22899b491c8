//! Where the reader is, how they got there, and how far they had scrolled.

use std::cell::{Cell, RefCell};

use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::{ScrollRestoration, Url};

use super::scroll::Scrolled;

/// An entry of the history.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// The path, from the root of the origin.
    pub path: String,
    /// The value of `?src=`.
    pub src: Option<String>,
    /// The value of `?format=`.
    pub format: Option<String>,
    /// The value of `?view=`.
    pub view: Option<String>,
    /// The part after `#`, without it.
    pub fragment: String,
}

thread_local! {
    /// The entry that is shown.
    static ENTRY: Cell<u32> = const { Cell::new(0) };
    /// How far each entry of this visit was scrolled.
    static SCROLLED: RefCell<Vec<(u32, Scrolled)>> = const { RefCell::new(Vec::new()) };
}

/// Where the page is now.
pub fn here() -> Place {
    let href = super::window().and_then(|window| window.location().href().ok());
    href.and_then(|href| place(&href)).unwrap_or_else(|| Place {
        path: "/".to_owned(),
        src: None,
        format: None,
        view: None,
        fragment: String::new(),
    })
}

/// The entry that an address would make.
pub fn place(href: &str) -> Option<Place> {
    let url = Url::new(href).ok()?;
    let query = url.search_params();
    Some(Place {
        path: url.pathname(),
        src: query.get("src").filter(|src| !src.is_empty()),
        format: query.get("format"),
        view: query.get("view"),
        fragment: url.hash().trim_start_matches('#').to_owned(),
    })
}

/// Takes the restoring of the scroll position into our own hands: the browser would do it before
/// the article is there. The position survives a reload in the session's storage.
pub fn begin() {
    let Some(history) = super::window().and_then(|window| window.history().ok()) else { return };
    let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    let entry = history.state().ok().and_then(|state| state.as_f64());
    ENTRY.set(entry.map_or_else(fresh_entry, |entry| entry as u32));
    if entry.is_none() {
        let _ = history.replace_state_with_url(&ENTRY.get().into(), "", None);
    }
}

/// Entries are numbered by the clock, so that those of an earlier visit are not taken for ours.
fn fresh_entry() -> u32 {
    (js_sys::Date::now() / 10.0) as u64 as u32
}

/// Goes to an address of our own site, as a new entry.
pub fn push(href: &str) {
    remember_scroll();
    let Some(history) = super::window().and_then(|window| window.history().ok()) else { return };
    let entry = ENTRY.get().wrapping_add(1).max(fresh_entry());
    if history.push_state_with_url(&JsValue::from(entry), "", Some(href)).is_ok() {
        ENTRY.set(entry);
    }
}

/// Calls back when the reader went back or forward, until dropped.
pub fn on_traverse(callback: Box<dyn Fn()>) -> Option<EventListener> {
    let window = super::window()?;
    Some(EventListener::new(&window, "popstate", move |_| {
        // The page still stands where the entry that is left had scrolled to.
        remember_scroll();
        let state = super::window().and_then(|window| window.history().ok()?.state().ok());
        ENTRY.set(state.and_then(|state| state.as_f64()).map_or_else(fresh_entry, |e| e as u32));
        callback();
    }))
}

/// Keeps the scroll position when the page is left for another site or reloaded.
pub fn on_leave() -> Option<EventListener> {
    let window = super::window()?;
    Some(EventListener::new(&window, "pagehide", |_| {
        super::storage::set_for_visit(
            "tb-scroll",
            &[&ENTRY.get().to_string(), " ", &Scrolled::now().write()].concat(),
        );
    }))
}

fn remember_scroll() {
    let (entry, top) = (ENTRY.get(), Scrolled::now());
    SCROLLED.with_borrow_mut(|scrolled| {
        scrolled.retain(|(other, _)| *other != entry);
        scrolled.push((entry, top));
    });
}

/// How far the shown entry had been scrolled when it was left.
pub fn remembered_scroll() -> Option<Scrolled> {
    let entry = ENTRY.get();
    let in_visit = SCROLLED
        .with_borrow(|scrolled| scrolled.iter().find(|(e, _)| *e == entry).map(|(_, top)| *top));
    in_visit.or_else(|| {
        let stored = super::storage::get_for_visit("tb-scroll")?;
        let (stored_entry, top) = stored.split_once(' ')?;
        (stored_entry.parse() == Ok(entry)).then(|| Scrolled::read(top)).flatten()
    })
}
