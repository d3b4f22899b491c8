//! The foot: whose article it was, where its original is, and the other layout.

use super::Cx;
use super::element::{Attr, Out};
use crate::article::Publisher;
use crate::safe_url::SafeUrl;

/// The foot, with a button for sharing where no masthead has one. Both layout buttons are there; the style sheet shows the one for the other layout,
/// since it alone knows how wide the viewer is.
pub fn foot(
    cx: &Cx,
    out: &mut Out,
    publisher: Option<&Publisher>,
    original: Option<&SafeUrl>,
    shares: bool,
) {
    out.el("footer", "tb-foot", |out| {
        out.put(Attr::Part, "toolbar");
        if let Some(publisher) = publisher {
            out.el("p", "tb-publisher", |out| match &publisher.url {
                Some(url) => out.el("a", "", |out| {
                    out.url(Attr::Href, url);
                    out.put(Attr::Rel, "noopener");
                    out.name(&publisher.name);
                }),
                None => out.name(&publisher.name),
            });
        }
        if let Some(url) = original {
            out.el("a", "tb-original", |out| {
                out.url(Attr::Href, url);
                out.put(Attr::Rel, "noopener");
                out.words(cx.strings.original);
            });
        }
        if shares {
            out.el("button", "tb-switch tb-share", |out| {
                out.put(Attr::Type, "button");
                out.words(cx.strings.share);
            });
        }
        for (view, words) in
            [("mobile", cx.strings.mobile_version), ("desktop", cx.strings.desktop_version)]
        {
            out.el("button", "tb-switch", |out| {
                out.put(Attr::Type, "button");
                out.put(Attr::DataViewTo, view);
                out.words(words);
            });
        }
    });
}
