//! Pictures, video and sound.

use super::{Inline, Lang, Text};
use crate::safe_url::SafeUrl;

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// The picture that is shown where no rendition fits better.
    pub url: SafeUrl,
    /// Width and height in pixels. Known for the whole picture, so that its space can be kept.
    pub size: Option<(u32, u32)>,
    /// The alternative text; absent means decorative.
    pub alt: Option<Text>,
    /// The caption.
    pub caption: Vec<Inline>,
    /// Whom to credit.
    pub credit: Option<Text>,
    /// The file's size in bytes.
    pub bytes: Option<u64>,
    /// The same picture in other widths, narrowest first.
    pub renditions: Vec<Rendition>,
    /// What must stay visible when the picture is cropped.
    pub focus: Option<Focus>,
}

impl Image {
    /// A picture of which nothing but its address is known.
    pub fn at(url: SafeUrl) -> Self {
        Self {
            url,
            size: None,
            alt: None,
            caption: Vec::new(),
            credit: None,
            bytes: None,
            renditions: Vec::new(),
            focus: None,
        }
    }

    /// The same without a caption: under the name of a person there is no place for one.
    pub fn uncaptioned(self) -> Self {
        Self { caption: Vec::new(), ..self }
    }
}

/// The same picture in another size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendition {
    /// Where it is.
    pub url: SafeUrl,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: Option<u32>,
    /// The file's size in bytes.
    pub bytes: Option<u64>,
}

/// A point of a picture, in tenths of its width and height (0 to 10).
///
/// Tenths, because the page's policy forbids style attributes: each tenth is a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Focus {
    /// From the left.
    pub x: u8,
    /// From the top.
    pub y: u8,
}

/// A video.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Video {
    /// The files, best first.
    pub sources: Vec<MediaSource>,
    /// The still shown before it plays.
    pub poster: Option<Image>,
    /// Captions and subtitles.
    pub tracks: Vec<TextTrack>,
    /// Its caption.
    pub caption: Vec<Inline>,
    /// Its length in seconds.
    pub seconds: Option<u32>,
}

/// One file of a video or a recording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MediaSource {
    /// Where it is.
    pub url: SafeUrl,
    /// Its media type.
    pub mime: Option<Text>,
    /// The file's size in bytes.
    pub bytes: Option<u64>,
    /// Width and height in pixels, for video.
    pub size: Option<(u32, u32)>,
}

/// Timed text for a video.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextTrack {
    /// The WebVTT file.
    pub url: SafeUrl,
    /// Its language.
    pub lang: Option<Lang>,
    /// Its name in the player's menu.
    pub label: Option<Text>,
}

/// A recording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AudioTrack {
    /// The file.
    pub source: MediaSource,
    /// Its name; for a spoken article, the voice.
    pub name: Option<Text>,
    /// Its length in seconds.
    pub seconds: Option<u32>,
}
