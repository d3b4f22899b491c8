//! The browser, as the rest of the viewer may use it: text and effects, one small module each.
//!
//! Nothing in here knows what an article is, and nothing outside of here names `web_sys`.
//! Whatever the browser may refuse (storage, sharing, the clipboard) is refused quietly.

pub mod adapters;
mod allocator;
pub mod boot;
pub mod dom;
pub mod element;
pub mod fetch;
pub mod head;
pub mod history;
pub mod html;
pub mod intl;
pub mod scroll;
pub mod share;
pub mod storage;
pub mod theme;
pub mod timer;
pub mod url;
pub mod watch;

use web_sys::{Document, Window};

/// The window. A page always has one.
fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}
