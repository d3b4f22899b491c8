//! Blocks: the closed list of what an article's body is made of.

use super::{AudioTrack, Image, Inline, Moment, Related, Text, Video};
use crate::safe_url::SafeUrl;

/// One block of the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// The author's own name for the block, so that a link can point at it.
    pub id: Option<Text>,
    /// What the block is.
    pub kind: BlockKind,
}

impl From<BlockKind> for Block {
    fn from(kind: BlockKind) -> Self {
        Self { id: None, kind }
    }
}

/// What a block is. The view renders this with one exhaustive `match`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BlockKind {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A heading within the body.
    Heading {
        /// 2 to 4; the headline is level 1.
        level: HeadingLevel,
        /// Its text.
        text: Vec<Inline>,
    },
    /// A picture.
    Image(Image),
    /// Several pictures that belong together.
    Gallery {
        /// The pictures, each with its own caption.
        images: Vec<Image>,
        /// How they are laid out.
        layout: GalleryLayout,
        /// The caption of the whole.
        caption: Vec<Inline>,
    },
    /// A quotation.
    Quote {
        /// What is quoted.
        content: Flow,
        /// Who said it.
        cite: Vec<Inline>,
        /// Where it was said.
        url: Option<SafeUrl>,
        /// Quoted in passing, or pulled out of the text for emphasis.
        style: QuoteStyle,
    },
    /// A list; lists nest through [`Flow::Blocks`].
    List {
        /// Bulleted or numbered.
        style: ListStyle,
        /// Its items.
        items: Vec<Flow>,
    },
    /// A table.
    Table {
        /// Its caption.
        caption: Vec<Inline>,
        /// Header rows.
        head: Vec<Vec<Cell>>,
        /// Body rows.
        rows: Vec<Vec<Cell>>,
    },
    /// A video.
    Video(Video),
    /// A sound recording.
    Audio {
        /// The recording.
        track: AudioTrack,
        /// Its caption.
        caption: Vec<Inline>,
    },
    /// Third-party content, which is loaded only when the reader asks for it.
    Embed {
        /// The provider's name, as shown on the button.
        provider: Option<Text>,
        /// The address that is loaded on tap.
        url: SafeUrl,
        /// What it is.
        title: Option<Text>,
        /// Width and height in CSS pixels: the space to keep for it.
        size: Option<(u32, u32)>,
        /// Its caption.
        caption: Vec<Inline>,
    },
    /// A box set apart from the text.
    Box {
        /// Its title.
        title: Option<Text>,
        /// What kind of box.
        tone: BoxTone,
        /// What it holds.
        blocks: Vec<Block>,
    },
    /// Events in order.
    Timeline {
        /// The events.
        items: Vec<TimelineItem>,
    },
    /// Related links inside the body.
    Related {
        /// The heading above them.
        title: Option<Text>,
        /// The links.
        items: Vec<Related>,
    },
    /// Source code or other preformatted text.
    Code {
        /// The programming language.
        language: Option<Text>,
        /// The text, with its white space.
        text: Text,
    },
    /// A thematic break.
    Divider,
    /// A block that this version does not know and that brought no fallback.
    Unknown {
        /// Its `type`, as found.
        kind: Text,
    },
}

/// Content that is either one run of text or a list of blocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flow {
    /// One run of text.
    Text(Vec<Inline>),
    /// Blocks.
    Blocks(Vec<Block>),
}

/// The level of a heading within the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HeadingLevel {
    /// Level 2.
    Two,
    /// Level 3.
    Three,
    /// Level 4.
    Four,
}

/// How a gallery is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum GalleryLayout {
    /// All at once, cropped to one shape.
    #[default]
    Grid,
    /// One beside the other, swiped sideways.
    Carousel,
}

/// How a quotation stands in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum QuoteStyle {
    /// An indented block.
    #[default]
    Block,
    /// Large, pulled out of the text.
    Pull,
}

/// The marker of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListStyle {
    /// Bullets.
    Bullet,
    /// Numbers, from this one on.
    Number(i32),
}

/// One cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What it says.
    pub text: Vec<Inline>,
    /// Whether it heads its row or column.
    pub header: bool,
    /// How many columns it spans, at least 1.
    pub colspan: u16,
    /// How many rows it spans, at least 1.
    pub rowspan: u16,
    /// How its text is set.
    pub align: Align,
}

/// The alignment of a table cell, in terms of the text's direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// Where lines of this language begin.
    #[default]
    Start,
    /// In the middle.
    Center,
    /// Where lines of this language end.
    End,
}

/// What a box is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum BoxTone {
    /// A side note.
    #[default]
    Note,
    /// Background information.
    Info,
    /// The article in brief.
    KeyPoints,
    /// Something to beware of.
    Warning,
}

/// One event of a timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineItem {
    /// When.
    pub date: Option<TimelineDate>,
    /// What, in a line.
    pub title: Option<Text>,
    /// The rest.
    pub blocks: Vec<Block>,
}

/// A timeline speaks of dates that a clock knows, and of others ("mùa thu 1945").
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TimelineDate {
    /// A date that could be read.
    Moment(Moment),
    /// Any other, as written.
    Words(Text),
}
