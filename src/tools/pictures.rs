//! A picture that does not come leaves its alternative text in its box, and a way to ask again.

use crate::browser::dom::{self, Element};
use crate::strings::Strings;

/// Marks the frame of a picture that failed.
pub fn broken(image: &Element, strings: &Strings) {
    if !dom::is(image, "img.tb-img") {
        return;
    }
    // Its server may show it to nobody who brings no cookies, or say nothing of other sites.
    if dom::remove_attribute(image, "crossorigin") {
        dom::reload_picture(image);
        return;
    }
    let Some(frame) = dom::closest(image, ".tb-frame") else { return };
    if dom::is(&frame, ".tb-broken") {
        return;
    }
    dom::toggle_class(&frame, "tb-broken", true);
    let alt = dom::attribute(image, "alt").filter(|alt| !alt.is_empty());
    let alt = alt.unwrap_or_else(|| strings.picture_failed.to_owned());
    dom::append(&frame, "span", "tb-broken-alt", &alt, &[]);
    // A picture within a link cannot hold a button.
    if dom::closest(&frame, "a").is_none() {
        dom::append(&frame, "button", "tb-retry", strings.try_again, &[("type", "button")]);
    }
}

/// A picture that failed before anybody listened is asked for again, so that its failure is heard.
pub fn missed(root: &Element) {
    dom::reload_failed_pictures(root, "img.tb-img");
}

/// Asks for the picture again whose button was pressed.
pub fn retry(target: &Element) {
    let Some(button) = dom::closest(target, ".tb-retry") else { return };
    let Some(frame) = dom::closest(&button, ".tb-frame") else { return };
    dom::remove_all(&frame, ".tb-broken-alt, .tb-retry");
    dom::toggle_class(&frame, "tb-broken", false);
    if let Some(image) = dom::find(&frame, "img") {
        dom::reload_picture(&image);
    }
}
