//! Elements whose tag or class is not a literal, and the few conversions that all of them share.
//!
//! `html!` turns a class that is not a literal into a set of names; here it stays one string.

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VList, VTag, VText};

use crate::article::Text;
use crate::safe_url::SafeUrl;

/// An element with no attributes but its class.
pub fn el(tag: &'static str, class: &'static str, children: Html) -> Html {
    match class {
        "" => element(tag, &[], [], children),
        _ => element(tag, &["class"], [Some(AttrValue::Static(class))], children),
    }
}

/// An element with attributes; those without a value are left out.
pub fn element<const N: usize>(
    tag: &'static str,
    keys: &'static [&'static str; N],
    values: [Option<AttrValue>; N],
    children: Html,
) -> Html {
    assemble(tag, keys, &values, children)
}

fn assemble(
    tag: &'static str,
    keys: &'static [&'static str],
    values: &[Option<AttrValue>],
    children: Html,
) -> Html {
    let mut vtag = VTag::new(tag);
    let values = values.iter().map(|v| v.clone().map(AttributeOrProperty::Attribute)).collect();
    vtag.attributes = Attributes::Dynamic { keys, values };
    if let Some(slot) = vtag.children_mut() {
        *slot = children;
    }
    vtag.into()
}

/// A heading: level 1 is the headline's, and `shift` lowers all of them.
pub fn heading(level: u8, shift: u8, class: &'static str, children: Html) -> Html {
    el(heading_tag(level, shift), class, children)
}

/// The tag of a heading.
pub fn heading_tag(level: u8, shift: u8) -> &'static str {
    let tags = ["h1", "h2", "h3", "h4", "h5", "h6"];
    tags[usize::from(level.saturating_add(shift).clamp(1, 6) - 1)]
}

/// Words, shared with the article.
pub fn text(text: &Text) -> Html {
    VText::new(AttrValue::from(text.clone())).into()
}

/// Words of the interface.
pub fn words(words: &'static str) -> Html {
    VText::new(words).into()
}

/// Words made up here.
pub fn string(string: String) -> Html {
    VText::new(string).into()
}

/// One after the other.
pub fn list(nodes: Vec<Html>) -> Html {
    VList::with_children(nodes, None).into()
}

/// Every item, one after the other.
pub fn each<T>(items: &[T], mut show: impl FnMut(&T) -> Html) -> Html {
    let mut nodes = Vec::with_capacity(items.len());
    for item in items {
        nodes.push(show(item));
    }
    list(nodes)
}

/// An attribute from an article's text.
pub fn attr(text: &Text) -> AttrValue {
    text.clone().into()
}

/// An attribute from an address.
pub fn href(url: &SafeUrl) -> AttrValue {
    url.to_rc().into()
}

/// An attribute from a number.
pub fn number(number: u32) -> AttrValue {
    number.to_string().into()
}

/// `tb-` and the author's name for a block: no name of an article's can be mistaken for ours.
pub fn id(name: &Text) -> AttrValue {
    ("tb-".to_owned() + name).into()
}
