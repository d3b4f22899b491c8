//! The few things that are done to the page by hand: focus, scrolling, and the tools' small
//! changes inside an article that was rendered once.

use super::boot::get;
pub use gloo::events::EventListener as Listener;
use gloo::events::{EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
pub use web_sys::{Element, Event};
use web_sys::{
    FocusOptions, HtmlElement, HtmlImageElement, HtmlMetaElement, MouseEvent, Node, ScrollBehavior,
    ScrollToOptions,
};

/// What is done about an event, given the element that it happened to.
pub type Handler = Box<dyn Fn(&Element, &Event)>;

/// Listens to every event of a kind below an element, until dropped. Events that do not bubble,
/// such as a picture's `error`, are caught on their way down.
pub fn delegate(root: &Element, event: &'static str, phase: Phase, handle: Handler) -> Listener {
    let phase = match phase {
        Phase::Down => EventListenerPhase::Capture,
        Phase::Up => EventListenerPhase::Bubble,
    };
    let options = EventListenerOptions { phase, passive: false };
    Listener::new_with_options(root, event, options, move |event| {
        // Clicks may start on a text node.
        let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
        let element = target.and_then(|node| match node.dyn_into::<Element>() {
            Ok(element) => Some(element),
            Err(node) => node.parent_element(),
        });
        if let Some(element) = element {
            handle(&element, event);
        }
    })
}

/// When a delegated event is handled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// On its way down to its target.
    Down,
    /// On its way up.
    Up,
}

/// The nearest element that fits, from this one outwards.
pub fn closest(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok().flatten()
}

/// The first element below that fits.
pub fn find(root: &Element, selector: &str) -> Option<Element> {
    root.query_selector(selector).ok().flatten()
}

/// The first element of the page that fits.
pub fn find_in_page(selector: &str) -> Option<Element> {
    super::document()?.query_selector(selector).ok().flatten()
}

/// Sets or removes a class.
pub fn toggle_class(element: &Element, class: &str, on: bool) {
    let _ = element.class_list().toggle_with_force(class, on);
}

/// Focuses an element without scrolling to it.
pub fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Takes the focus from whatever has it. Removing what has it would lay the page out for that alone.
pub fn unfocus() {
    let focused = super::document().and_then(|document| document.active_element());
    if let Some(focused) = focused.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = focused.blur();
    }
}

/// Scrolls the page to this many pixels from its top, at once.
pub fn scroll_to(top: i32) {
    if let Some(window) = super::window() {
        let options = ScrollToOptions::new();
        options.set_top(f64::from(top));
        options.set_behavior(ScrollBehavior::Instant);
        window.scroll_to_with_scroll_to_options(&options);
    }
}

/// Scrolls to the element that an address's fragment names.
pub fn scroll_to_fragment(fragment: &str) {
    let id = super::url::decode(fragment);
    let element = super::document().and_then(|document| document.get_element_by_id(&id));
    if let Some(element) = element {
        element.scroll_into_view();
    }
}

/// The address that a plain click on this link would open in this very tab. `None` for any other click: the browser knows best what to do with those.
pub fn followed_link(target: &Element, event: &Event) -> Option<String> {
    let mouse = event.dyn_ref::<MouseEvent>()?;
    let modified = mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key() || mouse.alt_key();
    if modified || mouse.button() != 0 || event.default_prevented() {
        return None;
    }
    let link = closest(target, "a[href]")?;
    if link.has_attribute("target") || link.has_attribute("download") {
        return None;
    }
    let href = link.get_attribute("href")?;
    if href.starts_with('#') {
        return None;
    }
    let page = super::window()?.location().href().ok()?;
    // Others, such as `mailto:`, lead to no page.
    super::url::standard(&href, Some(&page)).filter(|url| url.starts_with("http"))
}

/// Asks for a picture once more.
pub fn reload_picture(image: &Element) -> Option<()> {
    let image: &HtmlImageElement = image.dyn_ref()?;
    // A picture that has waited for a tap has its addresses aside. Setting the same one again
    // starts the load again.
    let kept = |aside, name| image.get_attribute(aside).or_else(|| image.get_attribute(name));
    if let Some(srcset) = kept("data-srcset", "srcset") {
        image.set_srcset(&srcset);
    }
    image.set_src(&kept("data-src", "src")?);
    Some(())
}

/// A phone lays a page out as wide as this says; `None` is the width of the device.
pub fn set_viewport_width(width: Option<u32>) {
    let meta = find_in_page("meta[name=viewport]");
    if let Some(meta) = meta.as_ref().and_then(|meta| meta.dyn_ref::<HtmlMetaElement>()) {
        let content = match width {
            Some(width) => format!("width={width}"),
            None => "width=device-width, initial-scale=1, viewport-fit=cover".to_owned(),
        };
        if meta.content() != content {
            meta.set_content(&content);
        }
    }
}

/// Whether an element fits a selector.
pub fn is(element: &Element, selector: &str) -> bool {
    element.matches(selector).unwrap_or(false)
}

/// An attribute's value.
pub fn attribute(element: &Element, name: &str) -> Option<String> {
    element.get_attribute(name)
}

/// Gives an attribute a value.
pub fn set_attribute(element: &Element, name: &str, value: &str) {
    let _ = element.set_attribute(name, value);
}

/// Takes an attribute away; false where there is none.
pub fn remove_attribute(element: &Element, name: &str) -> bool {
    element.has_attribute(name) && element.remove_attribute(name).is_ok()
}

/// The words within an element.
pub fn text(element: &Element) -> String {
    element.text_content().unwrap_or_default()
}

/// The value that the pressed button of this kind stands for.
pub fn pressed(target: &Element, selector: &str, attribute: &str) -> Option<String> {
    closest(target, selector)?.get_attribute(attribute)
}

/// Adds a new element at the end of another.
pub fn append(
    parent: &Element,
    tag: &str,
    class: &str,
    text: &str,
    attributes: &[(&str, &str)],
) -> Option<Element> {
    let element = super::document()?.create_element(tag).ok()?;
    element.set_class_name(class);
    element.set_text_content(Some(text));
    for (name, value) in attributes {
        element.set_attribute(name, value).ok()?;
    }
    parent.append_child(&element).ok()?;
    Some(element)
}

/// Empties an element.
pub fn clear(element: &Element) {
    element.set_text_content(None);
}

/// Words in the place of what an element holds.
pub fn set_text(element: &Element, text: &str) {
    element.set_text_content(Some(text));
}

/// Asks once more for each picture below that has failed.
pub fn reload_failed_pictures(root: &Element, selector: &str) {
    let Ok(found) = root.query_selector_all(selector) else { return };
    for index in 0..found.length() {
        let image = found.item(index).and_then(|node| node.dyn_into::<HtmlImageElement>().ok());
        if let Some(image) = image.filter(|image| image.complete() && image.natural_width() == 0) {
            reload_picture(&image);
        }
    }
}

/// Removes what fits below an element.
pub fn remove_all(root: &Element, selector: &str) {
    while let Some(found) = find(root, selector) {
        found.remove();
    }
}

/// Keeps the browser from doing what it would.
pub fn prevent_default(event: &Event) {
    event.prevent_default();
}

/// The element into which the app is mounted.
pub fn mount_point() -> Option<Element> {
    super::document()?.get_element_by_id("trangbao")
}

/// An element like that one, outside of the page and empty.
pub fn next_mount_point() -> Option<Element> {
    mount_point()?.clone_node().ok()?.dyn_into().ok()
}

/// Whether an element is part of the page.
pub fn is_in_page(element: &Element) -> bool {
    element.is_connected()
}

/// Puts an element that is outside of the page into the place of the mount point.
pub fn put_in_place(made: &Element) {
    if !is_in_page(made)
        && let Some(place) = mount_point()
    {
        let _ = place.replace_with_with_node_1(made);
    }
}

/// The page's title.
pub fn title() -> String {
    super::document().map(|document| document.title()).unwrap_or_default()
}

/// The page's address.
pub fn address() -> String {
    super::window().and_then(|window| window.location().href().ok()).unwrap_or_default()
}

/// Whether the reader has asked the browser to save data.
pub fn saves_data() -> bool {
    let navigator = super::window().map(|window| window.navigator());
    let connection = navigator.and_then(|navigator| get(&navigator, "connection"));
    connection.and_then(|connection| get(&connection, "saveData")).is_some_and(|on| on.is_truthy())
}

/// The reader's first language.
pub fn language() -> String {
    super::window().and_then(|window| window.navigator().language()).unwrap_or_default()
}

/// A line on the console, for what nobody but an engineer can mend.
pub fn log_error(message: &str) {
    web_sys::console::error_1(&message.into());
}
