//! Files of other formats: the page's starter brings the module that turns them into the native
//! one, when it is needed for the first time.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::error::LoadError;

thread_local! {
    /// Brings the module, and converts by it.
    static CONVERT: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// What is done with the JSON of the native format, or with the reason why there is none.
pub type Report = Box<dyn FnOnce(Result<String, LoadError>)>;

/// Who converts: a function that promises the JSON.
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
    spawn_local(async move {
        let result = run(&bytes, &address, &format, number).await;
        if !dropped.get() {
            report(result);
        }
    });
    Conversion(over)
}

async fn run(bytes: &[u8], address: &str, format: &str, number: u32) -> Result<String, LoadError> {
    let convert = CONVERT.with_borrow(Clone::clone).ok_or(LoadError::NotArticle)?;
    let bytes = Uint8Array::from(bytes);
    let given = Array::of4(&bytes, &address.into(), &format.into(), &number.into());
    let native = match convert.apply(&JsValue::NULL, &given) {
        Ok(promise) => JsFuture::from(Promise::from(promise)).await,
        Err(error) => Err(error),
    };
    native.map_err(|_| LoadError::Network)?.as_string().ok_or(LoadError::NotArticle)
}
