//! What happens around the page and is the app's business: the history, the scrolling, the width.

use yew::Callback;

use super::Msg;
use crate::browser::dom::{Element, Listener};
use crate::browser::{history, watch};
use crate::shell;

/// What listens to the window. Dropping it stops all of it.
pub struct Around {
    _listeners: [Option<Listener>; 3],
    _width: Option<watch::WidthWatch>,
}

impl Around {
    /// Follows the reader through the history, lets the masthead give way, reports the width.
    pub fn watch(root: &Element, report: Callback<Msg>) -> Self {
        let moved = report.clone();
        Self {
            _listeners: [
                history::on_traverse(Box::new(move || moved.emit(Msg::Moved { back: true }))),
                history::on_leave(),
                shell::masthead_gives_way(root),
            ],
            _width: watch::on_width(root, Box::new(move |width| report.emit(Msg::Resized(width)))),
        }
    }
}
