//! The article as the viewer knows it: typed, checked, and free of any wire format.
//!
//! Everything here is plain data. Adapters in [`crate::formats`] build it, the components in
//! [`crate::view`] show it, and nothing in between changes it.

mod block;
mod inline;
mod media;
mod metadata;

pub use block::{
    Align, Block, BlockKind, BoxTone, Cell, Flow, GalleryLayout, HeadingLevel, ListStyle,
    QuoteStyle, TimelineDate, TimelineItem,
};
pub use inline::{Inline, Mark, plain_text};
pub use media::{AudioTrack, Focus, Image, MediaSource, Rendition, TextTrack, Video};
pub use metadata::{
    Author, Catalogue, CatalogueItem, Correction, Dir, Lang, License, Moment, Publisher, Related,
};

use std::rc::Rc;

use crate::safe_url::SafeUrl;

/// Immutable text. Reference-counted, so that handing it to the DOM layer copies nothing.
pub type Text = Rc<str>;

/// One article, ready to be shown.
///
/// Only the headline is required. Every URL in here has passed [`SafeUrl`]; inline text is a
/// tree; there is no place that could hold raw HTML.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Article {
    /// Stable identifier: the last segment of the route `/a/<id>`.
    pub id: Option<Text>,
    /// The article's own page at the publisher.
    pub canonical: Option<SafeUrl>,
    /// Language and writing direction.
    pub lang: Lang,
    /// The line above the headline.
    pub kicker: Option<Text>,
    /// The headline, shown as the `h1`.
    pub headline: Text,
    /// The sub-headline.
    pub alternative_headline: Option<Text>,
    /// The lede (*sapo*).
    pub lede: Vec<Inline>,
    /// Who wrote it, in the order given.
    pub authors: Vec<Author>,
    /// Who published it.
    pub publisher: Option<Publisher>,
    /// When it was published.
    pub published: Option<Moment>,
    /// When it was last changed, where that is later than `published`.
    pub modified: Option<Moment>,
    /// The section of the paper.
    pub section: Option<Text>,
    /// Topics (schema.org `keywords`).
    pub topics: Vec<Text>,
    /// The lead picture, which is also the share card.
    pub lead_image: Option<Image>,
    /// Related articles.
    pub related: Vec<Related>,
    /// Spoken versions.
    pub audio: Vec<AudioTrack>,
    /// Corrections, newest first as given.
    pub corrections: Vec<Correction>,
    /// Whom to credit for the article as a whole.
    pub credit: Option<Text>,
    /// The copyright notice.
    pub copyright: Option<Text>,
    /// The licence.
    pub license: Option<License>,
    /// The body.
    pub body: Vec<Block>,
    /// Footnotes, in the order in which [`Mark::Note`] refers to them by index.
    pub notes: Vec<Flow>,
}
