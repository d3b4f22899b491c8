//! HTML as a tree, by the browser's own parser: into a document of its own, where no script runs,
//! nothing is loaded and no handler is heard.

use js_sys::{Function, JsString, Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomParser, Node as DomNode};

use super::boot::get;
use crate::html::{Element, Node};

/// The fragment's nodes.
pub fn parse(html: &str) -> Vec<Node> {
    let mut out = Vec::new();
    if let Some(body) = body(html) {
        children(&body, &mut out);
    }
    out
}

fn body(html: &str) -> Option<web_sys::HtmlElement> {
    let parser = DomParser::new().ok()?;
    let parse: Function = get(&parser, "parseFromString")?.dyn_into().ok()?;
    let document = parse.call2(&parser, &trusted(html)?, &"text/html".into()).ok()?;
    document.dyn_into::<web_sys::Document>().ok()?.body()
}

/// Where the page enforces Trusted Types, this is the one policy that may make HTML of text: what
/// it makes goes into the inert parser and nowhere else.
fn trusted(html: &str) -> Option<JsValue> {
    thread_local! {
        static POLICY: Option<JsValue> = policy();
    }
    POLICY.with(|policy| match policy {
        None => Some(html.into()),
        Some(policy) => {
            let make: Function = get(policy, "createHTML")?.dyn_into().ok()?;
            make.call1(policy, &html.into()).ok()
        }
    })
}

fn policy() -> Option<JsValue> {
    let types = get(&js_sys::global(), "trustedTypes")?;
    let create: Function = get(&types, "createPolicy")?.dyn_into().ok()?;
    let as_it_is = Closure::<dyn Fn(JsString) -> JsString>::new(|html: JsString| html);
    let rules = Object::new();
    Reflect::set(&rules, &"createHTML".into(), &as_it_is.into_js_value()).ok()?;
    create.call2(&types, &"trangbao".into(), &rules).ok()
}

fn children(parent: &DomNode, out: &mut Vec<Node>) {
    let mut next = parent.first_child();
    while let Some(node) = next {
        match node.node_type() {
            DomNode::TEXT_NODE | DomNode::CDATA_SECTION_NODE => {
                out.push(Node::Text(node.text_content().unwrap_or_default()));
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
            element.attributes.push((name, value));
        }
    }
    children(from, &mut element.children);
    element
}
