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
    /// Comes true when the page shows of it what it can by itself. What is done with the answer then
    /// has a task of its own.
    pub shown: Option<Promise>,
}

/// What the boot module told.
pub struct Boot {
    /// The address at which the site begins, with a slash at its end.
    pub base: String,
}

thread_local! {
    /// By address. What comes after the boot module goes on adding to it.
    static EARLY: RefCell<JsValue> = RefCell::new(Object::new().into());
}

impl Early {
    /// Reads `{ response, controller }`.
    fn read(object: &JsValue) -> Option<Self> {
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
        if let Some(early) = get(&options, "early").filter(JsValue::is_object) {
            EARLY.set(early);
        }
        super::adapters::set_converter(function(&options, "convert"));
        Self { base }
    }
}

/// Keeps an early answer, `{ response, controller }`, until it is asked for.
pub(super) fn offer(url: &str, answer: &JsValue) {
    EARLY.with_borrow(|early| {
        // Only a frozen object would refuse.
        let _ = Reflect::set(early, &url.into(), answer);
    });
}

/// Takes the early answer for an address. Each can be taken once: a retry asks anew.
pub(super) fn take(url: &str) -> Option<Early> {
    let answer = EARLY.with_borrow(|early| get(early, url))?;
    let taken = Early::read(&answer)?;
    // What it says stays for those who rescue the page; it can no longer be ended, and so not be taken.
    let _ = Reflect::set(&answer, &"controller".into(), &JsValue::UNDEFINED);
    Some(taken)
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
