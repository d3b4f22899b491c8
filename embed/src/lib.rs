//! What `static/embed.js` calls: the viewer without the app around it, a download of its own.
#![cfg(target_arch = "wasm32")]

use trangbao::browser::element::{Told, Wishes};
use trangbao::embed;
use wasm_bindgen::prelude::*;

/// Shows an article in this element; the function is told what becomes of it. The number stands
/// for it from then on.
#[wasm_bindgen]
pub fn open(host: JsValue, wishes: JsValue, told: JsValue) -> u32 {
    embed::open(host.unchecked_into(), Wishes::read(&wishes), Told::new(told))
}

/// Tells what is wanted now; false where it has to be opened anew for that.
#[wasm_bindgen]
pub fn wish(id: u32, wishes: JsValue) -> bool {
    embed::wish(id, Wishes::read(&wishes))
}

/// Ends what was opened.
#[wasm_bindgen]
pub fn close(id: u32) {
    embed::close(id);
}
