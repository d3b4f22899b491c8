//! Files of other formats: the page's starter brings the module that turns them into the native
//! one, when it is needed for the first time.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Function, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

use crate::error::LoadError;

thread_local! {
    /// Brings the module, and converts by it.
    static CONVERT: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// What is done with the JSON of the native format, or with the reason why there is none.
pub type Report = Box<dyn FnOnce(Result<String, LoadError>)>;

/// Who converts: a function that calls back with the JSON, with nothing where there is none, and
/// with `null` where the module cannot be had.
pub fn set_converter(convert: Option<Function>) {
    CONVERT.set(convert);
}

/// Ends the wait for the module when it is dropped: what comes after that is not reported.
pub struct Conversion(Rc<Cell<bool>>);

impl Drop for Conversion {
    fn drop(&mut self) {
        self.0.set(true);
    }
}

/// Turns a file of whatever format into the native one.
pub fn convert(
    bytes: Vec<u8>,
    address: String,
    format: String,
    number: u32,
    report: Report,
) -> Conversion {
    let over = Rc::new(Cell::new(false));
    let dropped = over.clone();
    let done = Closure::once_into_js(move |native: JsValue| {
        if !dropped.get() {
            let failed = if native.is_null() { LoadError::Network } else { LoadError::NotArticle };
            report(native.as_string().ok_or(failed));
        }
    });
    if let Some(convert) = CONVERT.with_borrow(Clone::clone) {
        let bytes = Uint8Array::from(&*bytes);
        let given = Array::of5(&done, &bytes, &address.into(), &format.into(), &number.into());
        // Should it fail, its page has a console to say so; it promises to call back.
        let _ = convert.apply(&JsValue::NULL, &given);
    }
    Conversion(over)
}
