//! Pictures, recordings and video, as schema.org's media objects.

use super::Writer;
use crate::article::{AudioTrack, Image, MediaSource, Video};
use crate::safe_url::SafeUrl;
use crate::text::digits;

impl Writer<'_> {
    /// A field that is a picture.
    pub(super) fn image(&mut self, key: &str, image: Option<&Image>) {
        if let Some(image) = image {
            self.json.key(key);
            self.picture(image);
        }
    }

    /// A picture as a value.
    pub(super) fn picture(&mut self, image: &Image) {
        self.json.object(true);
        self.url("url", Some(&image.url));
        // The reader takes it from there, too.
        let largest = || image.renditions.last().and_then(|r| Some((r.width, r.height?)));
        self.size(image.size.or_else(largest));
        self.number("contentSize", image.bytes);
        self.line("description", image.alt.as_deref());
        self.inlines("caption", &image.caption);
        self.line("creditText", image.credit.as_deref());
        if let Some(focus) = image.focus {
            self.json.key("focus");
            self.json.object(true);
            for (key, tenths) in [("x", focus.x), ("y", focus.y)] {
                self.json.key(key);
                match tenths {
                    0 => self.json.bare("0"),
                    1..=9 => self.json.bare(&["0.", &digits(tenths.into())].concat()),
                    10.. => self.json.bare("1"),
                }
            }
            self.json.object(false);
        }
        if !image.renditions.is_empty() {
            self.json.key("encoding");
            self.json.array(true);
            for rendition in &image.renditions {
                self.json.object(true);
                self.url("contentUrl", Some(&rendition.url));
                self.number("width", Some(rendition.width.into()));
                self.number("height", rendition.height.map(u64::from));
                self.number("contentSize", rendition.bytes);
                self.json.object(false);
            }
            self.json.array(false);
        }
        self.json.object(false);
    }

    fn size(&mut self, size: Option<(u32, u32)>) {
        self.number("width", size.map(|(width, _)| width.into()));
        self.number("height", size.map(|(_, height)| height.into()));
    }

    /// Width and height of what stands in a frame.
    pub(super) fn frame(&mut self, url: &SafeUrl, size: Option<(u32, u32)>) {
        self.url("url", Some(url));
        self.size(size);
    }

    /// A recording as a value.
    pub(super) fn track(&mut self, track: &AudioTrack) {
        self.json.object(true);
        self.source(&track.source);
        self.line("name", track.name.as_deref());
        self.duration(track.seconds);
        self.json.object(false);
    }

    fn source(&mut self, source: &MediaSource) {
        self.url("contentUrl", Some(&source.url));
        self.line("encodingFormat", source.mime.as_deref());
        self.number("contentSize", source.bytes);
        self.size(source.size);
    }

    /// The fields of a video block.
    pub(super) fn video(&mut self, video: &Video) {
        self.json.key("sources");
        self.json.array(true);
        for source in &video.sources {
            self.json.object(true);
            self.source(source);
            self.json.object(false);
        }
        self.json.array(false);
        self.image("poster", video.poster.as_ref());
        if !video.tracks.is_empty() {
            self.json.key("tracks");
            self.json.array(true);
            for track in &video.tracks {
                self.json.object(true);
                self.url("contentUrl", Some(&track.url));
                self.line("inLanguage", track.lang.as_ref().map(|lang| &*lang.tag));
                self.line("name", track.label.as_deref());
                self.json.object(false);
            }
            self.json.array(false);
        }
        self.inlines("caption", &video.caption);
        self.duration(video.seconds);
    }

    fn duration(&mut self, seconds: Option<u32>) {
        if let Some(seconds) = seconds {
            self.line("duration", Some(&["PT", &digits(seconds.into()), "S"].concat()));
        }
    }
}
