//! What the reader sees: pure functions from an article to markup.
//!
//! 1. [`ArticleView`] is the only component. It renders an article once, through
//!    [`article::article`], and again only when it is given another article.
//! 2. The body goes through the one exhaustive `match` of [`block`], its words through [`inline`].
//! 3. Around the article stand [`masthead`], [`foot`], [`catalogue`], [`skeleton`] and [`failure`].
//!
//! Nothing in here keeps state, listens or asks the browser anything. What has to react (a broken
//! picture, an embed, a footnote) is found by the tools through its class, so that a page written
//! as static HTML behaves the same as one rendered in the browser. No element carries a `style`
//! attribute, since the page's policy forbids it: whatever varies is a class.

pub mod article;
mod block;
pub mod catalogue;
pub mod element;
pub mod failure;
pub mod foot;
mod icon;
mod inline;
pub mod masthead;
mod media;
mod picture;
mod related;
pub mod skeleton;
mod table;

use std::rc::Rc;

use yew::prelude::*;

use crate::article::Article;
use crate::strings::Strings;
use crate::text::Formats;

/// What the view needs to know besides the article.
pub struct Cx {
    /// The interface's words.
    pub strings: &'static Strings,
    /// How dates and numbers are written.
    pub formats: Formats,
    /// How far below `h1` the headline stands, for pages that have an `h1` of their own.
    pub heading_shift: u8,
}

/// An article, and what the view needs to show it.
#[derive(Properties, Clone)]
pub struct ArticleProps {
    /// The article.
    pub article: Rc<Article>,
    /// What the view needs besides.
    pub cx: Rc<Cx>,
}

/// Articles never change, so the same one is the one at the same place in memory.
impl PartialEq for ArticleProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.article, &other.article) && Rc::ptr_eq(&self.cx, &other.cx)
    }
}

/// An article, rendered once and then left alone.
#[component]
pub fn ArticleView(props: &ArticleProps) -> Html {
    article::article(&props.cx, &props.article)
}
