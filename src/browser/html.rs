//! HTML as a tree, by the browser's own parser: into a document of its own, where no script runs,
//! nothing is loaded and no handler is heard. `static/adapters.js` has the call, since all programs
//! of a page share the one Trusted Types policy, which cannot be made twice.

use std::cell::RefCell;

use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Node as DomNode;

use crate::html::{Element, Node};

thread_local! {
    static PARSE: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Who parses: a function from a text to the element that holds its nodes.
pub fn set_parser(parse: Function) {
    PARSE.set(Some(parse));
}

/// The fragment's nodes.
pub fn parse(html: &str) -> Vec<Node> {
    let mut out = Vec::new();
    let parse = PARSE.with_borrow(Clone::clone);
    let body = parse.and_then(|parse| parse.call1(&JsValue::NULL, &html.into()).ok());
    if let Some(body) = body.and_then(|body| body.dyn_into::<DomNode>().ok()) {
        children(&body, &mut out);
    }
    out
}

/// What the starter puts before names of which browsers would tell the console where a policy
/// forbids them, even though none of it could do anything here.
const MARK: char = '\u{fdd0}';

fn plain(text: String) -> String {
    if !text.contains(MARK) {
        return text;
    }
    text.replace("noembed \u{fdd0}", "style").replace("wbr \u{fdd0}", "base").replace(MARK, "")
}

fn children(parent: &DomNode, out: &mut Vec<Node>) {
    let mut next = parent.first_child();
    while let Some(node) = next {
        match node.node_type() {
            DomNode::TEXT_NODE | DomNode::CDATA_SECTION_NODE => {
                out.push(Node::Text(plain(node.text_content().unwrap_or_default())));
            }
            DomNode::ELEMENT_NODE => {
                if let Some(element) = node.dyn_ref::<web_sys::Element>() {
                    out.push(Node::Element(self::element(element)));
                }
            }
            _ => {}
        }
        next = node.next_sibling();
    }
}

fn element(from: &web_sys::Element) -> Element {
    let is_html = from.namespace_uri().as_deref() == Some("http://www.w3.org/1999/xhtml");
    let mut element = Element {
        name: if is_html { from.local_name() } else { String::new() },
        ..Element::default()
    };
    for name in from.get_attribute_names() {
        let Some(name) = name.as_string() else { continue };
        if let Some(value) = from.get_attribute(&name) {
            element.attributes.push((plain(name), plain(value)));
        }
    }
    children(from, &mut element.children);
    element
}
