//! A site's own colours, as a constructed style sheet: the page's policy lets no other in.

use js_sys::{Array, Reflect};
use wasm_bindgen::JsCast;
use web_sys::CssStyleSheet;

/// Adds rules to the page. Where the browser cannot, the colours stay as they are.
pub fn add_rules(css: &str) -> Option<()> {
    let document = super::document()?;
    let sheet = CssStyleSheet::new().ok()?;
    sheet.replace_sync(css).ok()?;
    let key = "adoptedStyleSheets".into();
    let sheets: Array = Reflect::get(&document, &key).ok()?.dyn_into().ok()?;
    Reflect::set(&document, &key, &sheets.concat(&Array::of1(&sheet))).ok()?;
    Some(())
}
