//! Markup in the making.
//!
//! `html!` spells every element out as code that builds its parts in place, which a browser then
//! downloads. Here an element is a few calls, so the whole view weighs about half. The price is
//! that an element's attributes are set in its closure, before its children.

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VList, VTag, VText};

use crate::article::Text;
use crate::safe_url::SafeUrl;
use crate::text::digits;

macro_rules! attributes {
    ($($variant:ident $name:literal,)*) => {
        /// The attributes that the view knows. There is no other way to set one, so neither
        /// `style` nor a handler can come in.
        #[derive(Clone, Copy)]
        #[allow(missing_docs, reason = "a variant is named after its attribute")]
        pub enum Attr { $($variant,)* }
        /// Their names, in the order of the variants.
        static NAMES: &[&str] = &[$($name,)*];
    };
}

// Whatever decides how a picture loads comes before `src`, since `src` starts loading in some
// engines. What many elements have comes first.
attributes! {
    Class "class",
    Id "id",
    Lang "lang",
    Dir "dir",
    Role "role",
    Part "part",
    Tabindex "tabindex",
    Type "type",
    Loading "loading",
    Fetchpriority "fetchpriority",
    Decoding "decoding",
    Referrerpolicy "referrerpolicy",
    Crossorigin "crossorigin",
    Preload "preload",
    Controls "controls",
    Playsinline "playsinline",
    Width "width",
    Height "height",
    Alt "alt",
    Sizes "sizes",
    Srcset "srcset",
    Poster "poster",
    Href "href",
    Rel "rel",
    Title "title",
    AriaHidden "aria-hidden",
    AriaLabel "aria-label",
    AriaLabelledby "aria-labelledby",
    Cite "cite",
    Colspan "colspan",
    D "d",
    DataLayout "data-layout",
    DataSrc "data-src",
    DataSrcset "data-srcset",
    DataState "data-state",
    DataTheme "data-theme",
    DataTitle "data-title",
    DataView "data-view",
    DataViewTo "data-view-to",
    Datetime "datetime",
    Disabled "disabled",
    Kind "kind",
    Label "label",
    Rowspan "rowspan",
    Scope "scope",
    Srclang "srclang",
    Start "start",
    Translate "translate",
    ViewBox "viewBox",
    Src "src",
}

/// Collects markup, from the outside in.
pub struct Out {
    /// The elements that are open, the innermost last. The first stands for what is around.
    open: Vec<Open>,
    extent: Extent,
}

/// How much of a page is made.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    Whole,
    /// What the first screen shows: the rest can be put into its place a moment later.
    Beginning,
}

#[derive(Default)]
struct Open {
    attributes: Vec<(Attr, AttrValue)>,
    children: Vec<Html>,
}

impl Out {
    /// The markup that a function makes.
    pub fn collect(make: impl FnOnce(&mut Self)) -> Html {
        Self::collect_so_far(Extent::Whole, make)
    }

    /// So much of it.
    pub fn collect_so_far(extent: Extent, make: impl FnOnce(&mut Self)) -> Html {
        let mut out = Self { open: vec![Open::default()], extent };
        make(&mut out);
        run(out.open.pop().unwrap_or_default().children)
    }

    /// Markup that takes the place of another instead of being patched into it.
    pub fn keyed(key: u32, inner: Html) -> Html {
        let keyed = VList::with_children(vec![inner], Some(digits(key.into()).into()));
        // Yew compares keys within a list, and an element's only child would be none.
        VList::with_children(vec![keyed.into()], None).into()
    }

    /// An element; its attributes and children are set in the closure. An empty class is none.
    #[inline(always)]
    pub fn el(&mut self, tag: &'static str, class: &'static str, inner: impl FnOnce(&mut Self)) {
        self.begin(class);
        inner(self);
        self.end(tag);
    }

    fn begin(&mut self, class: &'static str) {
        self.open.push(Open::default());
        if !class.is_empty() {
            self.put(Attr::Class, class);
        }
    }

    fn end(&mut self, tag: &'static str) {
        let Some(Open { attributes, children }) = self.open.pop() else { return };
        let mut vtag = VTag::new(tag);
        if !attributes.is_empty() {
            // One list of names for all elements, as far as it is needed: a value for each name,
            // most of them absent.
            let length = attributes.iter().map(|(key, _)| *key as usize + 1).max();
            let keys = length.and_then(|length| NAMES.get(..length)).unwrap_or(NAMES);
            let mut values: Box<[_]> = keys.iter().map(|_| None).collect();
            for (key, value) in attributes {
                if let Some(slot) = values.get_mut(key as usize) {
                    *slot = Some(AttributeOrProperty::Attribute(value));
                }
            }
            vtag.attributes = Attributes::Dynamic { keys, values };
        }
        if let Some(slot) = vtag.children_mut()
            && !children.is_empty()
        {
            *slot = run(children);
        }
        self.node(vtag.into());
    }

    /// Children that are no part of the beginning. They keep their place in it.
    pub fn rest(&mut self, make: impl FnOnce(&mut Self)) {
        self.open.push(Open::default());
        if self.extent == Extent::Whole {
            make(self);
        }
        let children = self.open.pop().unwrap_or_default().children;
        self.node(VList::with_children(children, None).into());
    }

    /// An attribute of the element that is open.
    pub fn set(&mut self, key: Attr, value: AttrValue) {
        if let Some(open) = self.open.last_mut() {
            open.attributes.push((key, value));
        }
    }

    /// An attribute whose value is known beforehand.
    pub fn put(&mut self, key: Attr, value: &'static str) {
        self.set(key, AttrValue::Static(value));
    }

    /// An attribute that is left out where it has no value.
    pub fn maybe(&mut self, key: Attr, value: Option<AttrValue>) {
        if let Some(value) = value {
            self.set(key, value);
        }
    }

    /// An attribute from text of the article.
    pub fn attr(&mut self, key: Attr, text: &Text) {
        self.set(key, text.clone().into());
    }

    /// An attribute from a number.
    pub fn number(&mut self, key: Attr, number: u32) {
        self.set(key, digits(number.into()).into());
    }

    /// An attribute from an address.
    pub fn url(&mut self, key: Attr, url: &SafeUrl) {
        self.set(key, url.to_rc().into());
    }

    /// A child.
    pub fn node(&mut self, node: Html) {
        if let Some(open) = self.open.last_mut() {
            open.children.push(node);
        }
    }

    /// Words, shared with the article.
    pub fn text(&mut self, text: &Text) {
        self.node(VText::new(AttrValue::from(text.clone())).into());
    }

    /// Words of the interface.
    pub fn words(&mut self, words: &'static str) {
        self.node(VText::new(words).into());
    }

    /// Words made up here.
    pub fn string(&mut self, string: String) {
        self.node(VText::new(string).into());
    }

    /// An element that holds nothing but words of the article, in their own direction.
    pub fn line(&mut self, tag: &'static str, class: &'static str, text: &Text) {
        self.el(tag, class, |out| {
            out.put(Attr::Dir, "auto");
            out.text(text);
        });
    }

    /// A name, in a direction of its own whatever stands beside it.
    pub fn name(&mut self, name: &Text) {
        self.el("bdi", "", |out| out.text(name));
    }
}

/// Nodes one after the other; a single one needs no list around it.
fn run(mut nodes: Vec<Html>) -> Html {
    match nodes.pop() {
        Some(only) if nodes.is_empty() => only,
        last => {
            nodes.extend(last);
            VList::with_children(nodes, None).into()
        }
    }
}

/// The tag of a heading: level 1 is the headline's, and `shift` lowers all of them.
pub fn heading(level: u8, shift: u8) -> &'static str {
    match level.saturating_add(shift) {
        0 | 1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}

/// Width and height of an element that keeps its space.
pub fn size(out: &mut Out, size: Option<(u32, u32)>) {
    if let Some((width, height)) = size {
        out.number(Attr::Width, width);
        out.number(Attr::Height, height);
    }
}
