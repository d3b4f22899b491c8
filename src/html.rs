//! HTML as a tree, before anything of it is trusted.
//!
//! Who parses is handed in, like the URL parser: in the browser its own inert parser, natively
//! `html5ever`. Both follow the HTML standard, so the same text gives the same tree. What of the
//! tree may become part of an article is decided in `formats::fragment`.

mod caps;
pub mod flat;
mod scan;

pub use caps::within_caps;
pub use scan::words;

use crate::text::is_one_of;

/// A node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// Words.
    Text(String),
    /// An element.
    Element(Element),
}

/// An element of the HTML namespace. Elements of others, such as SVG, have an empty name; those of
/// them that [`is_unseen`] are left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Element {
    /// Its name, in lower case.
    pub name: String,
    /// Its attributes, their names in lower case.
    pub attributes: Vec<(String, String)>,
    /// What it holds.
    pub children: Vec<Node>,
}

impl Element {
    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| &**value)
    }

    /// Whether it has this class.
    pub fn has_class(&self, class: &str) -> bool {
        self.get("class").is_some_and(|all| all.split_ascii_whitespace().any(|one| one == class))
    }

    /// The elements that it holds, without the text between them.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|child| match child {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first element below, at any depth, that fits.
    pub fn find(&self, fits: &dyn Fn(&Element) -> bool) -> Option<&Element> {
        self.elements().find_map(|child| if fits(child) { Some(child) } else { child.find(fits) })
    }

    /// Its words, as they stand.
    pub fn text(&self) -> String {
        let mut out = String::new();
        text(&self.children, &mut out);
        out
    }
}

/// The words of nodes, one after the other.
pub fn text(nodes: &[Node], out: &mut String) {
    for node in nodes {
        match node {
            Node::Text(words) => out.push_str(words),
            Node::Element(element) => text(&element.children, out),
        }
    }
}

/// Whether an element of SVG or MathML holds words that no reader sees.
pub fn is_unseen(name: &str) -> bool {
    is_one_of(name, "script style title desc metadata annotation annotation-xml")
}

/// Parses a fragment, as the content of a `body`. Comments, doctypes and the content of
/// `template` are left out. It is given nothing beyond the caps of [`crate::limits`].
pub type Parser = fn(&str) -> Vec<Node>;

/// Parses nothing: for sources that hold no HTML.
pub fn no_parser(_: &str) -> Vec<Node> {
    Vec::new()
}

/// The parser of native builds. In the browser it is the browser's own.
#[cfg(not(target_arch = "wasm32"))]
pub fn standard(html: &str) -> Vec<Node> {
    native::parse(html)
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use super::{Element, Node};
    use crate::limits::MAX_HTML_DEPTH;
    use html5ever::tendril::TendrilSink;
    use html5ever::{ParseOpts, ns, parse_document};
    use markup5ever_rcdom::{Handle, NodeData, RcDom};

    pub fn parse(html: &str) -> Vec<Node> {
        // A whole document without scripting, as the browser's inert parser takes it.
        let mut options = ParseOpts::default();
        options.tree_builder.scripting_enabled = false;
        // Browsers differ in where they leave this character out and where they replace it.
        let html = html.replace('\0', "\u{fffd}");
        let dom = parse_document(RcDom::default(), options).one(&*html);
        let mut out = Vec::new();
        if let Some(body) = body(&dom.document) {
            children(&body, 0, &mut out);
        }
        out
    }

    fn body(document: &Handle) -> Option<Handle> {
        let named = |node: &Handle, wanted: &str| matches!(&node.data, NodeData::Element { name, .. } if &*name.local == wanted);
        let all = document.children.borrow();
        let html = all.iter().find(|node| named(node, "html"))?;
        let inside = html.children.borrow();
        inside.iter().find(|node| named(node, "body")).cloned()
    }

    /// Deeper than that the words are left. The caps are passed long before, unless they err.
    const MAX_DEPTH: usize = 2 * MAX_HTML_DEPTH;

    fn children(node: &Handle, depth: usize, out: &mut Vec<Node>) {
        for child in node.children.borrow().iter() {
            match &child.data {
                NodeData::Text { contents } => out.push(Node::Text(contents.borrow().to_string())),
                NodeData::Element { name, attrs, .. } => {
                    let is_html = name.ns == ns!(html);
                    if !is_html && super::is_unseen(&name.local) {
                        continue;
                    }
                    let mut element = Element {
                        name: if is_html { name.local.to_string() } else { String::new() },
                        attributes: attrs
                            .borrow()
                            .iter()
                            .map(|one| (one.name.local.to_string(), one.value.to_string()))
                            .collect(),
                        children: Vec::new(),
                    };
                    if depth < MAX_DEPTH {
                        children(child, depth + 1, &mut element.children);
                    } else {
                        flat_text(child, &mut element.children);
                    }
                    out.push(Node::Element(element));
                }
                _ => {}
            }
        }
    }

    /// The words of a tree that is too deep to be a tree here.
    fn flat_text(node: &Handle, out: &mut Vec<Node>) {
        let mut open = vec![node.clone()];
        while let Some(node) = open.pop() {
            if let NodeData::Text { contents } = &node.data {
                out.push(Node::Text(contents.borrow().to_string()));
            }
            open.extend(node.children.borrow().iter().rev().cloned());
        }
    }

    #[cfg(test)]
    mod tests {
        use super::*;
        use crate::html::text;

        #[test]
        fn a_fragment_becomes_a_tree() {
            let tree =
                parse("<p class='a b' ID=x>Một <b>hai</b><!-- ba --></p><svg><a>bốn</a></svg>");
            let [Node::Element(p), Node::Element(svg)] = &tree[..] else { panic!("{tree:?}") };
            assert_eq!((&*p.name, p.get("id"), p.has_class("b")), ("p", Some("x"), true));
            assert_eq!((p.text(), &*svg.name, svg.text()), ("Một hai".into(), "", "bốn".into()));
            let mut words = String::new();
            text(&tree, &mut words);
            assert_eq!(words, "Một haibốn");
        }
    }
}
