//! What stands where an article or the catalogue is about to be: bars of its geometry.

use yew::prelude::*;

use super::Cx;
use super::element::{el, list, words};

/// While an article is on its way.
pub fn article(cx: &Cx) -> Html {
    let bars = [
        "tb-bar tb-bar-kicker",
        "tb-bar tb-bar-headline",
        "tb-bar tb-bar-headline tb-bar-short",
        "tb-bar tb-bar-meta",
        "tb-bar tb-bar-lede",
        "tb-bar tb-bar-lede",
        "tb-bar tb-bar-lede tb-bar-short",
        "tb-bar tb-bar-picture",
        "tb-bar",
        "tb-bar",
        "tb-bar",
        "tb-bar tb-bar-short",
    ];
    waiting(cx, "tb-skeleton", bars.iter().map(|bar| el("div", bar, Html::default())).collect())
}

/// While the catalogue is on its way.
pub fn catalogue(cx: &Cx) -> Html {
    let mut nodes = vec![
        el("div", "tb-bar tb-bar-picture", Html::default()),
        el("div", "tb-bar tb-bar-headline", Html::default()),
        el("div", "tb-bar tb-bar-headline tb-bar-short", Html::default()),
    ];
    for _ in 0..5 {
        nodes.push(html! {
            <div class="tb-bar-row">
                <div class="tb-bar-words">
                    <div class="tb-bar"></div><div class="tb-bar"></div>
                    <div class="tb-bar tb-bar-short"></div>
                </div>
                <div class="tb-bar tb-bar-thumb"></div>
            </div>
        });
    }
    waiting(cx, "tb-skeleton tb-skeleton-catalogue", nodes)
}

/// The bars are for the eye; a screen reader hears one sentence.
fn waiting(cx: &Cx, class: &'static str, bars: Vec<Html>) -> Html {
    let inner = html! {
        <>
            <p class="tb-hidden" role="status">{ words(cx.strings.loading) }</p>
            <div aria-hidden="true">{ list(bars) }</div>
        </>
    };
    el("div", class, inner)
}
