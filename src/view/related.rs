//! Links to other articles: a short list after the lede, cards at the end, a list in the body.

use yew::prelude::*;

use super::article::{Scope, section_title};
use super::element::{attr, each, el, href, list, text, words};
use super::picture::{Slot, frame};
use crate::article::{Related, Text};

/// Related articles without a picture: the short list after the lede, in the side column where
/// there is one.
pub fn links(sc: &Scope) -> Option<Html> {
    let items = shown(sc, false, link);
    (!items.is_empty()).then(|| {
        html! {
            <aside class="tb-related" aria-labelledby="tb-related">
                { section_title(sc, "tb-related", sc.words.related) }
                <ul>{ list(items) }</ul>
            </aside>
        }
    })
}

/// Related articles with a picture: cards after the end.
pub fn cards(sc: &Scope) -> Html {
    let items = shown(sc, true, card);
    if items.is_empty() {
        return Html::default();
    }
    html! {
        <aside class="tb-related tb-cards" aria-labelledby="tb-more">
            { section_title(sc, "tb-more", sc.words.more) }
            <ul>{ list(items) }</ul>
        </aside>
    }
}

/// Related articles named inside the body.
pub fn inline(sc: &Scope, title: Option<&Text>, items: &[Related]) -> Html {
    let label = title.map_or(sc.words.related.into(), attr);
    html! {
        <aside class="tb-related" aria-label={label}>
            <p class="tb-related-title" dir="auto">
                { title.map_or_else(|| words(sc.words.related), text) }
            </p>
            <ul>{ each(items, |item| link(sc, item)) }</ul>
        </aside>
    }
}

fn shown(sc: &Scope, pictured: bool, show: fn(&Scope, &Related) -> Html) -> Vec<Html> {
    let items = sc.article.related.iter().filter(|item| item.image.is_some() == pictured);
    items.map(|item| show(sc, item)).collect()
}

fn link(sc: &Scope, item: &Related) -> Html {
    html! {
        <li><a href={href(&item.url)} rel={sc.rel(&item.url)} dir="auto">{ text(&item.name) }</a></li>
    }
}

fn card(sc: &Scope, item: &Related) -> Html {
    html! {
        <li>
            <a class="tb-card" href={href(&item.url)} rel={sc.rel(&item.url)}>
                if let Some(image) = &item.image {
                    { frame(image, Slot::Thumb, false) }
                }
                { el("span", "tb-card-title", html! { <bdi>{ text(&item.name) }</bdi> }) }
            </a>
        </li>
    }
}
