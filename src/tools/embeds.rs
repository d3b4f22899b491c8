//! Third-party content is loaded when its button is pressed, and not before.

use crate::browser::dom::{self, Element};
use crate::providers::frame_url;
use crate::safe_url::{SafeUrl, UrlUse};

/// Puts the content into its card, whose button was pressed.
pub fn load(target: &Element) {
    let Some(button) = dom::closest(target, ".tb-embed-load") else { return };
    let Some(card) = dom::closest(&button, ".tb-embed-card") else { return };
    let attribute = |name| dom::attribute(&button, name).unwrap_or_default();
    // The button stands in a page that others may have written: its address is checked again.
    let resolve = crate::browser::url::standard;
    let url = SafeUrl::new(&attribute("data-src"), None, resolve, UrlUse::Frame);
    let Some(url) = url.and_then(|url| frame_url(&url)) else { return };
    dom::clear(&card);
    let attributes = [
        ("sandbox", "allow-scripts allow-popups"),
        ("allow", "fullscreen; encrypted-media; picture-in-picture"),
        ("referrerpolicy", "no-referrer"),
        ("title", &attribute("data-title")),
        // Last, since it starts the load.
        ("src", &url),
    ];
    if let Some(frame) = dom::append(&card, "iframe", "tb-embed-frame", "", &attributes) {
        dom::focus(&frame);
    }
}
