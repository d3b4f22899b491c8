//! The foot: whose article it was, where its original is, and the other layout.

use yew::prelude::*;

use super::Cx;
use super::element::{href, text, words};
use crate::article::Publisher;
use crate::safe_url::SafeUrl;

/// The foot. Both layout buttons are there; the style sheet shows the one for the other layout,
/// since it alone knows how wide the viewer is.
pub fn foot(cx: &Cx, publisher: Option<&Publisher>, original: Option<&SafeUrl>) -> Html {
    let s = cx.strings;
    html! {
        <footer class="tb-foot">
            if let Some(publisher) = publisher {
                <p class="tb-publisher">
                    if let Some(url) = &publisher.url {
                        <a href={href(url)} rel="noopener"><bdi>{ text(&publisher.name) }</bdi></a>
                    } else {
                        <bdi>{ text(&publisher.name) }</bdi>
                    }
                </p>
            }
            if let Some(url) = original {
                <a class="tb-original" href={href(url)} rel="noopener">{ words(s.original) }</a>
            }
            <button type="button" class="tb-switch" data-view-to="mobile">
                { words(s.mobile_version) }
            </button>
            <button type="button" class="tb-switch" data-view-to="desktop">
                { words(s.desktop_version) }
            </button>
        </footer>
    }
}
