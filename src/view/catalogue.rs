//! The catalogue: a lead story with a wide picture, then rows by section.

use yew::prelude::*;

use super::Cx;
use super::article::time;
use super::element::{el, heading, list, text, words};
use super::picture::{Slot, frame};
use crate::article::{Catalogue, CatalogueItem, Lang, Text};

/// The catalogue. `href` gives the address at which the site shows an article.
pub fn catalogue(cx: &Cx, catalogue: &Catalogue, href: &dyn Fn(&CatalogueItem) -> String) -> Html {
    let Some((lead, rest)) = catalogue.items.split_first() else { return empty(cx) };
    // The masthead says it to the eye.
    let title = catalogue.title.as_ref().map_or_else(|| words(cx.strings.home), text);
    let mut nodes =
        vec![heading(1, cx.heading_shift, "tb-hidden", title), story(cx, lead, href, true)];
    for (index, (section, items)) in by_section(rest).into_iter().enumerate() {
        let id = "tb-section-".to_owned() + &index.to_string();
        let title = section.map_or_else(|| words(cx.strings.other_section), text);
        let title = html! { <span id={id.clone()} dir="auto">{ title }</span> };
        let mut stories = Vec::with_capacity(items.len());
        for item in items {
            stories.push(el("li", "", story(cx, item, href, false)));
        }
        nodes.push(html! {
            <section aria-labelledby={id}>
                { heading(2, cx.heading_shift, "tb-section-title", title) }
                <ul class="tb-stories">{ list(stories) }</ul>
            </section>
        });
    }
    el("div", "tb-catalogue", list(nodes))
}

fn empty(cx: &Cx) -> Html {
    let (what, next) = cx.strings.catalogue_empty;
    html! {
        <div class="tb-failure tb-empty">
            <p class="tb-failure-what">{ words(what) }</p>
            <p class="tb-failure-next">{ words(next) }</p>
        </div>
    }
}

/// Articles by section, the sections in the order in which the newest articles name them.
fn by_section(items: &[CatalogueItem]) -> Vec<(Option<&Text>, Vec<&CatalogueItem>)> {
    let mut sections: Vec<(Option<&Text>, Vec<&CatalogueItem>)> = Vec::new();
    for item in items {
        let name = item.section.as_ref();
        match sections.iter_mut().find(|(section, _)| *section == name) {
            Some((_, members)) => members.push(item),
            None => sections.push((name, vec![item])),
        }
    }
    sections
}

/// One article. The headline's link covers the whole card, so that a card is one link.
fn story(
    cx: &Cx,
    item: &CatalogueItem,
    href: &dyn Fn(&CatalogueItem) -> String,
    lead: bool,
) -> Html {
    let level = if lead { 2 } else { 3 };
    let title = html! { <a href={href(item)} dir="auto">{ text(&item.headline) }</a> };
    let lang = Lang::new(cx.strings.lang);
    let picture = item
        .image
        .as_ref()
        .map(|image| frame(image, if lead { Slot::Column } else { Slot::Thumb }, lead));
    let inner = html! {
        <>
            <div class="tb-story-words">
                if let Some(section) = item.section.as_ref().filter(|_| lead) {
                    <p class="tb-kicker" dir="auto">{ text(section) }</p>
                }
                { heading(level, cx.heading_shift, "tb-story-title", title) }
                if let Some(lede) = &item.lede {
                    <p class="tb-story-lede" dir="auto">{ text(lede) }</p>
                }
                if let Some(moment) = &item.published {
                    { time(cx, "tb-date", moment, &lang) }
                }
            </div>
            { picture.unwrap_or_default() }
        </>
    };
    el("article", if lead { "tb-story tb-story-lead" } else { "tb-story" }, inner)
}
