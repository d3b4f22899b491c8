//! The masthead gives way while the reader reads down, and returns on the way up.

use yew::prelude::*;

use crate::browser::{dom, watch};

/// Follows the scrolling. A class is set by hand: rendering for it would be waste.
#[hook]
pub fn use_masthead(root: &NodeRef) {
    let root = root.clone();
    use_effect_with((), move |()| {
        let listener = watch::on_scroll_direction(move |down| {
            let masthead = root.cast().and_then(|root| dom::find(&root, ".tb-masthead"));
            if let Some(masthead) = masthead {
                dom::toggle_class(&masthead, "tb-masthead-hidden", down);
            }
        });
        move || drop(listener)
    });
}
