//! What `static/attach.js` calls: the tools without the viewer, a download of its own.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen::prelude::*;

/// Gives the page its tools.
#[wasm_bindgen]
pub fn attach() {
    trangbao::attach::attach();
}
