//! "Phiên bản di động" and "Phiên bản máy tính": which layout is shown, and who decided.

use yew::prelude::*;

use super::Place;
use crate::browser::{dom, storage, watch};

/// Where the choice is kept for the next visit.
const KEY: &str = "tb-view";
/// From this width of the viewer on, `auto` is the desktop layout: the container query of
/// `static/css/tokens.css`.
const DESKTOP: f64 = 641.0;
/// What a phone is told to be as wide as, for the desktop layout: two columns.
const DESKTOP_VIEWPORT: u32 = 1_040;

/// The layout.
#[derive(Clone, PartialEq)]
pub struct Layout {
    /// What was chosen: `auto`, `mobile` or `desktop`.
    pub view: &'static str,
    /// What is shown: `mobile` or `desktop`.
    pub shown: &'static str,
    /// Chooses.
    pub choose: Callback<String>,
}

fn known(view: &str) -> Option<&'static str> {
    ["mobile", "desktop", "auto"].into_iter().find(|known| *known == view)
}

/// Follows the viewer's width, unless the reader or the link has chosen.
#[hook]
pub fn use_layout(root: &NodeRef, place: &Place) -> Layout {
    let by_link = place.view.as_deref().and_then(known);
    let view = use_state_eq(|| by_link.or_else(|| known(&storage::get(KEY)?)).unwrap_or("auto"));
    let wide =
        use_state_eq(|| dom::mount_point().is_some_and(|root| watch::width(&root) >= DESKTOP));
    {
        let wide = wide.setter();
        let root = root.clone();
        use_effect_with((), move |()| {
            let report = move |width| wide.set(width >= DESKTOP);
            let watch = root.cast().and_then(|root| watch::on_width(&root, report));
            move || drop(watch)
        });
    }
    {
        let view = view.setter();
        use_effect_with(by_link, move |by_link| {
            if let Some(by_link) = by_link {
                storage::set(KEY, by_link);
                view.set(by_link);
            }
        });
    }
    use_effect_with(*view, |view| {
        dom::set_viewport_width((*view == "desktop").then_some(DESKTOP_VIEWPORT));
    });
    let choose = {
        let view = view.setter();
        use_callback((), move |wanted: String, ()| {
            if let Some(wanted) = known(&wanted) {
                storage::set(KEY, wanted);
                view.set(wanted);
            }
        })
    };
    let shown = match *view {
        "auto" if *wide => "desktop",
        "auto" => "mobile",
        chosen => chosen,
    };
    Layout { view: *view, shown, choose }
}
