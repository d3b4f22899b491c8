//! A tree in one line, as `static/adapters.js` hands over what the browser has parsed: one call
//! for all of it, where each look at a node would be another.
//!
//! Items are parted by U+0000, which no parsed HTML holds: `<name` opens an element of HTML and
//! `!name` one of another namespace, `@name` and the next item are an attribute, `#text` are words,
//! `>` closes.

use super::{Element, Node, is_unseen};

/// What no element is called: it does not come into the tree.
const UNSEEN: &str = "!";

/// Reads the line. Whatever is wrong with it costs no more than what it stands for.
pub fn read(line: &str) -> Vec<Node> {
    let mut root = Element::default();
    let mut open: Vec<Element> = Vec::new();
    let mut items = line.split('\0');
    while let Some(item) = items.next() {
        let (Some(kind), Some(rest)) = (item.get(..1), item.get(1..)) else { continue };
        let here = open.last_mut().unwrap_or(&mut root);
        match kind {
            "<" => open.push(named(rest)),
            "!" => open.push(named(if is_unseen(rest) { UNSEEN } else { "" })),
            "@" => {
                let value = items.next().unwrap_or_default();
                here.attributes.push((rest.to_owned(), value.to_owned()));
            }
            // Browsers part long words into several nodes.
            "#" => match here.children.last_mut() {
                Some(Node::Text(words)) => words.push_str(rest),
                _ => here.children.push(Node::Text(rest.to_owned())),
            },
            _ => {
                let Some(closed) = open.pop() else { continue };
                if closed.name != UNSEEN {
                    let around = open.last_mut().unwrap_or(&mut root);
                    around.children.push(Node::Element(closed));
                }
            }
        }
    }
    root.children
}

fn named(name: &str) -> Element {
    Element { name: name.to_owned(), ..Element::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_becomes_a_tree() {
        let line = "<p\0@class\0a b\0@id\0\0#Một \0<b\0#ha\0#i\0>\0>\0!svg\0!title\0#ba\0>\0!a\0@href\0x\0#bốn\0>\0>";
        let tree = read(line);
        let [Node::Element(p), Node::Element(svg)] = &tree[..] else { panic!("{tree:?}") };
        assert_eq!((&*p.name, p.get("class"), p.get("id")), ("p", Some("a b"), Some("")));
        assert_eq!((p.text(), p.children.len()), ("Một hai".into(), 2));
        assert_eq!((&*svg.name, svg.text(), svg.children.len()), ("", "bốn".into(), 1));
    }

    #[test]
    fn what_is_wrong_in_a_line_breaks_nothing() {
        for line in ["", "\0\0", ">", "<p", "@a", "<p\0@a", "é", "<\0>\0>", "#\0#x"] {
            read(line);
        }
        assert_eq!(read("#\0#x"), [Node::Text("x".into())]);
    }
}
