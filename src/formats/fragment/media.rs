//! Recordings, videos and what third parties bring.

use super::Reader;
use super::pictures::{first, size};
use crate::article::{
    AudioTrack, BlockKind, Flow, Image, Lang, MediaSource, QuoteStyle, TextTrack, Video,
};
use crate::error::Problem;
use crate::formats::cursor::push;
use crate::html::Element;
use crate::safe_url::{SafeUrl, UrlUse};
use crate::text::clean;
use crate::text::fold::fold;

const PROVIDERS: [(&str, &str); 9] = [
    ("youtube", "YouTube"),
    ("youtu.be", "YouTube"),
    ("vimeo", "Vimeo"),
    ("spotify", "Spotify"),
    ("facebook", "Facebook"),
    ("twitter", "X"),
    ("instagram", "Instagram"),
    ("tiktok", "TikTok"),
    ("soundcloud", "SoundCloud"),
];
const SOURCES: &str = "data-src data-lazy-src src";
const EMBEDS: &str = "data-src data-lazy-src src data data-href";

/// Posts whose words come along, for those who do not load the rest.
const POSTS: &str = "twitter-tweet twitter-video instagram-media tiktok-embed bluesky-embed \
    text-post-media";
/// Posts that come as an address alone.
const BARE_POSTS: &str = "fb-post fb-video";

pub(super) fn is_post(element: &Element) -> bool {
    POSTS.split(' ').any(|class| element.has_class(class))
}

pub(super) fn is_bare_post(element: &Element) -> bool {
    BARE_POSTS.split(' ').any(|class| element.has_class(class))
}

impl Reader<'_> {
    fn file(&self, element: &Element) -> Option<MediaSource> {
        let url = self.cursor.url_of(first(element, SOURCES)?, UrlUse::Media)?;
        let mime = element.get("type").map(clean::line).filter(|mime| !mime.is_empty());
        Some(MediaSource { url, mime, bytes: None, size: size(element) })
    }

    /// `video` or `audio`, and the words in it that are not merely for old browsers.
    pub(super) fn player(&mut self, element: &Element) {
        self.flush();
        let (mut files, mut tracks) = (Vec::new(), Vec::new());
        push(&mut files, self.file(element));
        for one in element.elements() {
            match &*one.name {
                "source" => push(&mut files, self.file(one)),
                "track" => push(&mut tracks, self.track(one)),
                _ => {}
            }
        }
        for file in &mut files {
            file.size = file.size.or_else(|| size(element));
        }
        if files.is_empty() {
            self.cursor.warn(Problem::NotShown { what: "a recording without an address" });
        } else if element.name == "audio" {
            let name = element.get("title").map(clean::line).filter(|name| !name.is_empty());
            let source = MediaSource { size: None, ..files.swap_remove(0) };
            let track = AudioTrack { source, name, seconds: None };
            self.push(BlockKind::Audio { track, caption: Vec::new() });
        } else {
            let poster = first(element, "data-poster poster");
            let poster = poster.and_then(|poster| self.cursor.url_of(poster, UrlUse::Picture));
            self.push(BlockKind::Video(Video {
                sources: files,
                poster: poster.map(Image::at),
                tracks,
                caption: Vec::new(),
                seconds: None,
            }));
        }
        if !is_fallback(element) {
            self.walk(&element.children);
            self.flush();
        }
    }

    fn track(&self, track: &Element) -> Option<TextTrack> {
        let lang = track.get("srclang").filter(|tag| Lang::is_tag(tag)).map(Lang::new);
        let label = track.get("label").map(clean::line).filter(|label| !label.is_empty());
        let url = self.cursor.url_of(track.get("src")?, UrlUse::Media)?;
        Some(TextTrack { url, lang, label })
    }

    /// `iframe`, `embed` or `object`; where it has no address, what it holds instead.
    pub(super) fn embed(&mut self, element: &Element) {
        let address = first(element, EMBEDS);
        let url = address.and_then(|address| self.cursor.url_of(address, UrlUse::Link));
        if let Some(url) = url {
            self.flush();
            let title = element.get("title").map(clean::line).filter(|title| !title.is_empty());
            let (provider, size) = (provider(&url), size(element));
            let caption = Vec::new();
            self.push(BlockKind::Embed { provider, url, title, size, caption });
            return;
        }
        // Its content is text where it is an `iframe`, and another way to show it elsewhere.
        let within = element.name != "iframe" && !element.children.is_empty();
        if within {
            self.walk(&element.children);
        } else if address.is_none() {
            self.cursor.warn(Problem::NotShown { what: "a frame without an address" });
        }
    }

    /// A post of a social network: its words as a quotation, with the way to it.
    pub(super) fn post(&mut self, element: &Element) {
        self.flush();
        let blocks = self.nested(&element.children);
        let named = "data-instgrm-permalink data-text-post-permalink data-href cite";
        let mut last = None;
        last_link(element, &mut last);
        let url = first(element, named).or(last);
        let url = url.and_then(|url| self.cursor.url_of(url, UrlUse::Link));
        if let (true, Some(url)) = (blocks.is_empty(), &url) {
            let (provider, url) = (provider(url), url.clone());
            let (title, size, caption) = (None, None, Vec::new());
            return self.push(BlockKind::Embed { provider, url, title, size, caption });
        }
        if !blocks.is_empty() {
            let style = QuoteStyle::Block;
            self.push(BlockKind::Quote {
                content: Flow::Blocks(blocks),
                cite: Vec::new(),
                url,
                style,
            });
        }
    }
}

/// The last link says where the post is.
fn last_link<'a>(element: &'a Element, last: &mut Option<&'a str>) {
    for child in element.elements() {
        *last = child.get("href").filter(|_| child.name == "a").or(*last);
        last_link(child, last);
    }
}

/// The name of a provider, for its button.
fn provider(url: &SafeUrl) -> Option<crate::article::Text> {
    let host = url.host()?;
    let known = PROVIDERS.iter().find(|(part, _)| host.contains(part))?;
    Some(known.1.into())
}

/// Whether what a player holds only speaks of the player, for browsers that have none.
fn is_fallback(element: &Element) -> bool {
    let text = fold(&element.text());
    let link = element.find(&|one| one.name == "a" && one.get("href").is_some());
    let whole_link = link.is_some_and(|link| fold(&link.text()) == text);
    let mut of_browsers = "browser trinhduyet html5 navegador navigateur".split(' ');
    whole_link || (text.chars().count() < 200 && of_browsers.any(|word| text.contains(word)))
}
