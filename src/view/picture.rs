//! Pictures: the figure with its caption, the gallery, and the one `<img>` that all of them use.

use super::element::size;
use super::element::{Attr, Out};
use super::inline::inlines;
use super::scope::Scope;
use super::{Cx, Pictures};
use crate::article::{GalleryLayout, Image, Inline, Text};
use crate::safe_url::origin;
use crate::text::digits;

/// Where a picture stands, which tells the browser how wide it will be.
#[derive(Clone, Copy)]
pub enum Slot {
    /// As wide as the text; on a phone from edge to edge.
    Column,
    /// One of several beside each other.
    Part,
    /// A thumbnail.
    Thumb,
}

impl Slot {
    /// The `sizes` attribute. A lazy picture is laid out before it loads, so where the browser can
    /// it measures (`auto`); the rest is for those that cannot, and for pictures loaded at once.
    fn sizes(self, auto: bool) -> &'static str {
        match (self, auto) {
            (Self::Column, true) => "auto, (min-width: 728px) 680px, 100vw",
            (Self::Column, false) => "(min-width: 728px) 680px, 100vw",
            (Self::Part, true) => "auto, (min-width: 728px) 340px, 80vw",
            (Self::Part, false) => "(min-width: 728px) 340px, 80vw",
            (Self::Thumb, true) => "auto, (min-width: 728px) 240px, 33vw",
            (Self::Thumb, false) => "(min-width: 728px) 240px, 33vw",
        }
    }
}

/// A picture with its caption, in a figure of this class.
pub fn figure(sc: &Scope, out: &mut Out, image: &Image, eager: bool, class: &'static str) {
    out.el("figure", class, |out| {
        out.put(Attr::Part, "figure");
        captioned(sc, out, image, Slot::Column, eager);
    });
}

/// What a figure holds: a picture and its caption.
pub fn captioned(sc: &Scope, out: &mut Out, image: &Image, slot: Slot, eager: bool) {
    frame(sc.cx, out, image, slot, eager);
    caption(sc, out, &image.caption, image.credit.as_ref());
}

/// A caption, with the credit set apart. Nothing where there is neither.
pub fn caption(sc: &Scope, out: &mut Out, caption: &[Inline], credit: Option<&Text>) {
    if caption.is_empty() && credit.is_none() {
        return;
    }
    out.el("figcaption", "", |out| {
        out.put(Attr::Part, "caption");
        if !caption.is_empty() {
            out.el("span", "tb-caption", |out| {
                out.put(Attr::Dir, "auto");
                inlines(sc, out, caption);
            });
        }
        if let Some(credit) = credit {
            out.words(" ");
            out.line("span", "tb-credit", credit);
        }
    });
}

/// The box that keeps a picture's place, whether it has come, is on its way or never comes.
///
/// A picture that waits for a tap is like one that did not come: its words and a button.
pub fn frame(cx: &Cx, out: &mut Out, image: &Image, slot: Slot, eager: bool) {
    // What a thumbnail shows is said by the headline beside it.
    let is_thumb = matches!(slot, Slot::Thumb);
    match cx.pictures {
        Pictures::Near => {}
        Pictures::Tap if !is_thumb => {}
        Pictures::Never if !is_thumb => return words(out, "p", "tb-picture-words", image),
        Pictures::Tap | Pictures::Never => return,
    }
    // Without a size the box has a shape of its own, and the picture fits itself in.
    let waits = cx.pictures == Pictures::Tap;
    let class = match (image.size.is_some(), waits) {
        (true, false) => "tb-frame",
        (false, false) => "tb-frame tb-unsized",
        (true, true) => "tb-frame tb-broken",
        (false, true) => "tb-frame tb-unsized tb-broken",
    };
    out.el("div", class, |out| {
        out.el("img", "", |out| img(cx, out, image, slot, eager, waits));
        if waits {
            words(out, "span", "tb-broken-alt", image);
            out.el("button", "tb-retry", |out| {
                out.put(Attr::Type, "button");
                out.words(cx.strings.show_picture);
            });
        }
    });
}

/// What a picture shows, in words.
fn words(out: &mut Out, tag: &'static str, class: &'static str, image: &Image) {
    if let Some(alt) = image.alt.as_ref().filter(|alt| !alt.is_empty()) {
        out.line(tag, class, alt);
    }
}

/// Whatever decides how to load comes before `src`, since `src` starts loading in some engines.
fn img(cx: &Cx, out: &mut Out, image: &Image, slot: Slot, eager: bool, waits: bool) {
    // The point to keep in sight where the picture is cropped is two classes, since there may be
    // no `style` attribute.
    match image.focus {
        None => out.put(Attr::Class, "tb-img"),
        Some(focus) => {
            let (x, y) = (digits(focus.x.into()), digits(focus.y.into()));
            out.set(Attr::Class, ["tb-img tb-fx-", &x, " tb-fy-", &y].concat().into());
        }
    }
    out.put(Attr::Loading, if eager { "eager" } else { "lazy" });
    if eager {
        out.put(Attr::Fetchpriority, "high");
    }
    out.put(Attr::Decoding, "async");
    out.put(Attr::Referrerpolicy, "no-referrer");
    // Where its server does not allow this, the tool for broken pictures takes it back.
    if cx.cookieless.is_some() && origin(image.url.as_str()) == cx.cookieless.as_deref() {
        out.put(Attr::Crossorigin, "anonymous");
    }
    size(out, image.size);
    match &image.alt {
        Some(alt) => out.attr(Attr::Alt, alt),
        None => out.put(Attr::Alt, ""),
    }
    if let Some(srcset) = srcset(image) {
        // Only a picture that is lazy, and whose box has a size, can be measured.
        let sizes = slot.sizes(!eager && image.size.is_some());
        out.put(Attr::Sizes, sizes);
        out.set(if waits { Attr::DataSrcset } else { Attr::Srcset }, srcset.into());
    }
    out.url(if waits { Attr::DataSrc } else { Attr::Src }, &image.url);
}

/// Every width there is, so that a phone need not load a desk's picture.
fn srcset(image: &Image) -> Option<String> {
    let whole = image.size.map(|(width, _)| (&image.url, width));
    let mut candidates: Vec<_> = image.renditions.iter().map(|r| (&r.url, r.width)).collect();
    if candidates.is_empty() {
        return None;
    }
    if let Some(whole) = whole
        && !candidates.iter().any(|(url, width)| *url == whole.0 || *width == whole.1)
    {
        candidates.push(whole);
    }
    let mut srcset = String::new();
    for (url, width) in candidates {
        // A comma at its end would be read as the separator.
        if url.as_str().ends_with(',') {
            continue;
        }
        if !srcset.is_empty() {
            srcset.push_str(", ");
        }
        srcset.push_str(url.as_str());
        srcset.push(' ');
        srcset.push_str(&digits(width.into()));
        srcset.push('w');
    }
    (!srcset.is_empty()).then_some(srcset)
}

/// Several pictures: all at once, or one beside the other.
pub fn gallery(
    sc: &Scope,
    out: &mut Out,
    images: &[Image],
    layout: GalleryLayout,
    words: &[Inline],
) {
    let class = match layout {
        GalleryLayout::Grid => "tb-grid",
        GalleryLayout::Carousel => "tb-carousel",
    };
    out.el("div", class, |out| {
        if layout == GalleryLayout::Carousel {
            out.put(Attr::Tabindex, "0");
            out.put(Attr::Role, "group");
            out.put(Attr::AriaLabel, sc.words.gallery);
        }
        for image in images {
            out.el("figure", "tb-picture", |out| captioned(sc, out, image, Slot::Part, false));
        }
    });
    caption(sc, out, words, None);
}

/// Whether two pictures are the same, be it in another width.
pub fn same(one: &Image, other: &Image) -> bool {
    let has =
        |image: &Image, url| image.url == url || image.renditions.iter().any(|r| r.url == url);
    has(one, other.url.clone()) || has(other, one.url.clone())
}
