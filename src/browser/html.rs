//! HTML as a tree, by the browser's own parser. `static/adapters.js` has the call, since all
//! programs of a page share the one Trusted Types policy, which cannot be made twice, and hands
//! over [the tree in one line](crate::html::flat).

use std::cell::RefCell;

use js_sys::Function;
use wasm_bindgen::JsValue;

use crate::html::{Node, flat};

thread_local! {
    static PARSE: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Who parses: a function from a text to the line of its tree.
pub fn set_parser(parse: Function) {
    PARSE.set(Some(parse));
}

/// The fragment's nodes.
pub fn parse(html: &str) -> Vec<Node> {
    let parse = PARSE.with_borrow(Clone::clone);
    let line = parse.and_then(|parse| parse.call1(&JsValue::NULL, &html.into()).ok());
    flat::read(&line.and_then(|line| line.as_string()).unwrap_or_default())
}
