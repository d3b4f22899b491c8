//! The masthead: the paper's name, and one button.

use yew::AttrValue;

use super::Cx;
use super::element::{Attr, Out};
use super::icon::{Icon, icon};

/// The site, as the masthead names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// Its name.
    pub name: AttrValue,
    /// Where its name leads.
    pub home: AttrValue,
    /// The address of its logo, which stands before the name.
    pub logo: Option<AttrValue>,
}

/// The way past the masthead, for the keyboard.
pub fn skip(cx: &Cx, out: &mut Out) {
    out.el("a", "tb-skip", |out| {
        out.put(Attr::Href, "#tb-main");
        out.words(cx.strings.skip);
    });
}

/// The masthead, with a button for sharing where there is something to share. The tool that
/// follows the scrolling adds `tb-masthead-hidden`.
pub fn masthead(cx: &Cx, out: &mut Out, site: &Site, shares: bool) {
    out.el("header", "tb-masthead", |out| {
        out.el("div", "tb-masthead-row", |out| {
            out.el("a", "tb-name", |out| {
                out.set(Attr::Href, site.home.clone());
                if let Some(logo) = &site.logo {
                    out.el("img", "tb-logo", |out| {
                        out.set(Attr::Src, logo.clone());
                        out.put(Attr::Alt, "");
                        out.put(Attr::Height, "28");
                    });
                }
                out.el("bdi", "", |out| out.string(site.name.to_string()));
            });
            if shares {
                out.el("button", "tb-icon-button tb-share", |out| {
                    out.put(Attr::Type, "button");
                    out.put(Attr::AriaLabel, cx.strings.share);
                    out.put(Attr::Title, cx.strings.share);
                    icon(out, Icon::Share);
                });
            }
        });
    });
}
