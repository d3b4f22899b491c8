//! What the boot module hands over: where the site begins, and answers already on their way.

use std::cell::RefCell;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::AbortController;

/// An answer that was asked for before the viewer was there.
pub struct Early {
    /// The answer.
    pub response: Promise,
    /// Ends it.
    pub controller: AbortController,
    /// Comes true when the page shows of it what it can by itself.
    pub shown: Option<Promise>,
}

/// What the boot module told.
pub struct Boot {
    /// The address at which the site begins, with a slash at its end.
    pub base: String,
}

thread_local! {
    static EARLY: RefCell<Vec<(String, Early)>> = const { RefCell::new(Vec::new()) };
}

impl Early {
    /// Reads `{ response, controller }`.
    pub(super) fn read(object: &JsValue) -> Option<Self> {
        let response = get(object, "response")?.dyn_into().ok()?;
        let controller = get(object, "controller")?.dyn_into().ok()?;
        let shown = get(object, "shown").and_then(|shown| shown.dyn_into().ok());
        Some(Self { response, controller, shown })
    }
}

impl Boot {
    /// Reads the options of the boot module. A page without one gets the address of the page.
    pub fn read(options: JsValue) -> Self {
        let base = text(&options, "base").unwrap_or_else(super::url::page_folder);
        let early = get(&options, "early").filter(JsValue::is_object);
        let entries = early.map(|early| Object::entries(early.unchecked_ref())).unwrap_or_default();
        let entries = entries.iter().filter_map(|entry| {
            let entry: js_sys::Array = entry.dyn_into().ok()?;
            Some((entry.get(0).as_string()?, Early::read(&entry.get(1))?))
        });
        EARLY.with_borrow_mut(|early| *early = entries.collect());
        super::adapters::set_converter(function(&options, "convert"));
        Self { base }
    }
}

/// Keeps an early answer until it is asked for.
pub(super) fn offer(url: &str, answer: Early) {
    EARLY.with_borrow_mut(|early| early.push((url.to_owned(), answer)));
}

/// Takes the early answer for an address. Each can be taken once: a retry asks anew.
pub(super) fn take(url: &str) -> Option<Early> {
    EARLY.with_borrow_mut(|early| {
        let index = early.iter().position(|(address, _)| address == url)?;
        Some(early.swap_remove(index).1)
    })
}

pub(super) fn get(object: &JsValue, key: &str) -> Option<JsValue> {
    Reflect::get(object, &key.into()).ok().filter(|value| !value.is_undefined())
}

pub(super) fn function(object: &JsValue, key: &str) -> Option<Function> {
    get(object, key)?.dyn_into().ok()
}

pub(super) fn text(object: &JsValue, key: &str) -> Option<String> {
    get(object, key)?.as_string()
}
