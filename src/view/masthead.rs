//! The masthead: the paper's name, and one button.

use yew::prelude::*;

use super::Cx;
use super::element::words;
use super::icon::{Icon, icon};

/// The site, as the masthead names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// Its name.
    pub name: AttrValue,
    /// Where its name leads.
    pub home: AttrValue,
    /// The address of its logo, which is shown in place of the name.
    pub logo: Option<AttrValue>,
}

/// The way past the masthead, for the keyboard.
pub fn skip(cx: &Cx) -> Html {
    html! { <a class="tb-skip" href="#tb-main">{ words(cx.strings.skip) }</a> }
}

/// The masthead. The tool that follows the scrolling adds `tb-masthead-hidden`.
pub fn masthead(cx: &Cx, site: &Site, onshare: Option<Callback<MouseEvent>>) -> Html {
    html! {
        <header class="tb-masthead">
            <div class="tb-masthead-row">
                <a class="tb-name" href={&site.home}>
                    if let Some(logo) = &site.logo {
                        <img class="tb-logo" src={logo} alt={&site.name} height="28"/>
                    } else {
                        <bdi>{ &site.name }</bdi>
                    }
                </a>
                if let Some(onclick) = onshare {
                    <button type="button" class="tb-icon-button tb-share" {onclick}
                        aria-label={cx.strings.share} title={cx.strings.share}>
                        { icon(Icon::Share) }
                    </button>
                }
            </div>
        </header>
    }
}
