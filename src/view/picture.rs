//! Pictures: the figure with its caption, the gallery, and the one `<img>` that all of them use.

use yew::prelude::*;

use super::article::Scope;
use super::block::size;
use super::element::{el, element, href, list, text};
use super::inline::inlines;
use crate::article::{GalleryLayout, Image, Inline, Text};

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
    /// it measures; the rest is for those that cannot, and for pictures loaded at once.
    fn sizes(self) -> &'static str {
        match self {
            Self::Column => "auto, (min-width: 728px) 680px, 100vw",
            Self::Part => "auto, (min-width: 728px) 340px, 80vw",
            Self::Thumb => "auto, (min-width: 728px) 240px, 33vw",
        }
    }
}

/// A picture with its caption.
pub fn figure(sc: &Scope, image: &Image, eager: bool, lead: bool) -> Html {
    let class = if lead { "tb-figure tb-lead" } else { "tb-figure" };
    figure_in(sc, image, Slot::Column, eager, class)
}

fn figure_in(sc: &Scope, image: &Image, slot: Slot, eager: bool, class: &'static str) -> Html {
    let caption = caption(sc, &image.caption, image.credit.as_ref());
    el("figure", class, list(vec![frame(image, slot, eager), caption]))
}

/// A caption, with the credit set apart. Nothing where there is neither.
pub fn caption(sc: &Scope, caption: &[Inline], credit: Option<&Text>) -> Html {
    if caption.is_empty() && credit.is_none() {
        return Html::default();
    }
    html! {
        <figcaption>
            if !caption.is_empty() {
                <span class="tb-caption" dir="auto">{ inlines(sc, caption) }</span>
            }
            if let Some(credit) = credit {
                { " " }<span class="tb-credit" dir="auto">{ text(credit) }</span>
            }
        </figcaption>
    }
}

/// The box that keeps a picture's place, whether it has come, is on its way or never comes.
pub fn frame(image: &Image, slot: Slot, eager: bool) -> Html {
    // Without a size the box has a shape of its own, and the picture fits itself in.
    let class = if image.size.is_some() { "tb-frame" } else { "tb-frame tb-unsized" };
    el("div", class, img(image, slot, eager))
}

fn img(image: &Image, slot: Slot, eager: bool) -> Html {
    let srcset = srcset(image);
    let sizes = slot.sizes();
    let sizes = if eager || image.size.is_none() { &sizes["auto, ".len()..] } else { sizes };
    let [width, height] = size(image.size);
    let alt = image.alt.clone().map_or(AttrValue::Static(""), AttrValue::from);
    let loading = if eager { "eager" } else { "lazy" };
    // Whatever decides how to load comes before `src`, since `src` starts loading in some engines.
    element(
        "img",
        &[
            "class",
            "loading",
            "fetchpriority",
            "decoding",
            "referrerpolicy",
            "width",
            "height",
            "alt",
            "sizes",
            "srcset",
            "src",
        ],
        [
            Some(class(image)),
            Some(loading.into()),
            eager.then_some("high".into()),
            Some("async".into()),
            Some("no-referrer".into()),
            width,
            height,
            Some(alt),
            srcset.is_some().then_some(sizes.into()),
            srcset.map(AttrValue::from),
            Some(href(&image.url)),
        ],
        Html::default(),
    )
}

/// The point to keep in sight where the picture is cropped, as two classes, since there may be no
/// `style` attribute.
fn class(image: &Image) -> AttrValue {
    match image.focus {
        None => "tb-img".into(),
        Some(focus) => {
            let (x, y) = (focus.x.to_string(), focus.y.to_string());
            ["tb-img tb-fx-", &x, " tb-fy-", &y].concat().into()
        }
    }
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
        srcset.push_str(&width.to_string());
        srcset.push('w');
    }
    (!srcset.is_empty()).then_some(srcset)
}

/// Several pictures: all at once, or one beside the other.
pub fn gallery(sc: &Scope, images: &[Image], layout: GalleryLayout, words: &[Inline]) -> Html {
    let mut items = Vec::with_capacity(images.len());
    for image in images {
        items.push(figure_in(sc, image, Slot::Part, false, "tb-picture"));
    }
    let items = list(items);
    let (class, items) = match layout {
        GalleryLayout::Grid => ("tb-figure tb-gallery", el("div", "tb-grid", items)),
        GalleryLayout::Carousel => (
            "tb-figure tb-gallery",
            html! {
                <div class="tb-carousel" tabindex="0" role="group" aria-label={sc.words.gallery}>
                    { items }
                </div>
            },
        ),
    };
    el("figure", class, list(vec![items, caption(sc, words, None)]))
}

/// Whether two pictures are the same, be it in another width.
pub fn same(one: &Image, other: &Image) -> bool {
    let has =
        |image: &Image, url| image.url == url || image.renditions.iter().any(|r| r.url == url);
    has(one, other.url.clone()) || has(other, one.url.clone())
}
