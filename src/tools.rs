//! What a rendered page can do. The tools read the DOM and listen at its root; the article itself
//! is never rendered again, so they serve a page written as static HTML just as well.

mod embeds;
mod pictures;

use yew::prelude::*;

use crate::browser::dom::{self, Phase};
use crate::strings::Strings;

/// Gives the page its behaviour: links that stay in the app, the layout switch, pictures that can
/// be asked for again, embeds that load on tap.
#[hook]
pub fn use_tools(
    root: &NodeRef,
    strings: &'static Strings,
    follow: Callback<String, bool>,
    choose_layout: Callback<String>,
) {
    let root = root.clone();
    use_effect_with((strings.lang, follow, choose_layout), move |(_, follow, choose)| {
        let (follow, choose) = (follow.clone(), choose.clone());
        let listeners = root.cast().map(|root| {
            let on_click = move |target: &_, event: &_| {
                if let Some(href) = dom::followed_link(target, event) {
                    if follow.emit(href) {
                        dom::prevent_default(event);
                    }
                } else if let Some(view) = dom::pressed(target, ".tb-switch", "data-view-to") {
                    choose.emit(view);
                } else {
                    pictures::retry(target);
                    embeds::load(target);
                }
            };
            let on_error = move |target: &_, _: &_| pictures::broken(target, strings);
            [
                dom::delegate(&root, "click", Phase::Up, on_click),
                dom::delegate(&root, "error", Phase::Down, on_error),
            ]
        });
        move || drop(listeners)
    });
}
