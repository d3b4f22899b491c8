//! What stands where an article could not be had: what happened, what to do, and the ways on.

use yew::AttrValue;

use super::Cx;
use super::element::{Attr, Out, heading};
use crate::error::LoadError;
use crate::text::digits;

/// A failure to load. `original` is the article's own page, where it is known; `home` the
/// catalogue, unless it is what failed.
pub fn failure(
    cx: &Cx,
    out: &mut Out,
    error: &LoadError,
    original: Option<String>,
    home: Option<AttrValue>,
) {
    let s = cx.strings;
    let (what, next) = s.failure(error);
    out.el("div", "tb-failure", |out| {
        out.put(Attr::Role, "alert");
        out.el(heading(1, cx.heading_shift), "tb-failure-what", |out| {
            out.put(Attr::Tabindex, "-1");
            out.words(what);
        });
        out.el("p", "tb-failure-next", |out| out.words(next));
        out.el("div", "tb-failure-ways", |out| {
            out.el("button", "tb-button tb-retry-load", |out| {
                out.put(Attr::Type, "button");
                if let LoadError::Server { wait: 1.., .. } = error {
                    out.put(Attr::Disabled, "");
                }
                out.words(s.try_again);
            });
            if let Some(url) = original {
                out.el("a", "tb-original", |out| {
                    out.set(Attr::Href, url.into());
                    out.put(Attr::Rel, "noopener");
                    out.words(s.original);
                });
            }
            if let Some(home) = home {
                out.el("a", "tb-home", |out| {
                    out.set(Attr::Href, home);
                    out.words(s.home);
                });
            }
        });
        if let Some(detail) = detail(cx, error) {
            out.el("p", "tb-failure-detail", |out| out.string(detail));
        }
    });
}

/// What an editor wants to know, in small print.
fn detail(cx: &Cx, error: &LoadError) -> Option<String> {
    let s = cx.strings;
    match error {
        LoadError::Server { status, wait: 0 } | LoadError::Status(status) => {
            Some(s.code_.to_owned() + &digits((*status).into()))
        }
        LoadError::Server { status, wait } => {
            let (status, wait) = (digits((*status).into()), digits((*wait).into()));
            Some([s.code_, &status, s.again_, &wait, s.seconds].concat())
        }
        LoadError::OriginNotAllowed { origin } => Some(s.source_.to_owned() + origin),
        LoadError::NotJson { line, column } => {
            let (line, column) = (digits(*line as i64), digits(*column as i64));
            Some([s.line_, &line, ", ", s.column_, &column].concat())
        }
        _ => None,
    }
}
