//! What the reader sees: pure functions from an article to markup.
//!
//! 1. [`article::article`] shows a whole article. Whoever calls it does so once an article, and
//!    then leaves what came of it alone.
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
mod scope;
pub mod skeleton;
mod table;

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
    /// When pictures are loaded.
    pub pictures: Pictures,
    /// Whether related articles are shown.
    pub related: bool,
    /// The origin whose pictures are asked for without cookies.
    pub cookieless: Option<String>,
}

/// When pictures are loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pictures {
    /// When they come near.
    #[default]
    Near,
    /// Each on a tap.
    Tap,
    /// Never: their words stand for them.
    Never,
}
