//! What stands where an article could not be had: what happened, what to do, and the ways on.

use yew::prelude::*;

use super::Cx;
use super::element::{string, words};
use crate::error::LoadError;

/// A failure to load. `original` is the article's own page, where it is known.
pub fn failure(cx: &Cx, error: &LoadError, onretry: Callback<()>, original: Option<&str>) -> Html {
    let s = cx.strings;
    let (what, next) = s.failure(error);
    let onclick = Callback::from(move |_: MouseEvent| onretry.emit(()));
    html! {
        <div class="tb-failure" role="alert">
            <p class="tb-failure-what" tabindex="-1">{ words(what) }</p>
            <p class="tb-failure-next">{ words(next) }</p>
            <div class="tb-failure-ways">
                <button type="button" class="tb-button tb-retry-load" {onclick}>
                    { words(s.try_again) }
                </button>
                if let Some(url) = original {
                    <a class="tb-original" href={url.to_owned()} rel="noopener">
                        { words(s.original) }
                    </a>
                }
            </div>
            if let Some(detail) = detail(cx, error) {
                <p class="tb-failure-detail">{ string(detail) }</p>
            }
        </div>
    }
}

/// What an editor wants to know, in small print.
fn detail(cx: &Cx, error: &LoadError) -> Option<String> {
    let s = cx.strings;
    match error {
        LoadError::Server(status) | LoadError::Status(status) => {
            Some(s.code_.to_owned() + &status.to_string())
        }
        LoadError::OriginNotAllowed { origin } => Some(s.source_.to_owned() + origin),
        LoadError::NotJson { line, column } => {
            let (line, column) = (line.to_string(), column.to_string());
            Some([s.line_, &line, ", ", s.column_, &column].concat())
        }
        _ => None,
    }
}
