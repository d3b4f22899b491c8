//! Sound, moving pictures, and what third parties bring.

use super::Pictures;
use super::element::size;
use super::element::{Attr, Out};
use super::picture::caption;
use super::scope::Scope;
use crate::article::{AudioTrack, Text, Video};
use crate::providers;
use crate::safe_url::SafeUrl;
use crate::text::duration;

/// A video with the browser's own controls. Nothing of it is loaded before it is played, but
/// where there is no still its first picture is.
pub fn video(sc: &Scope, out: &mut Out, video: &Video) {
    let poster = video.poster.as_ref();
    let known = video.sources.iter().find_map(|s| s.size).or(poster.and_then(|p| p.size));
    out.el("div", "tb-frame", |out| {
        out.el("video", "tb-video", |out| {
            out.put(Attr::Controls, "");
            out.put(Attr::Playsinline, "");
            let waits = poster.is_some() || sc.cx.pictures != Pictures::Near;
            out.put(Attr::Preload, if waits { "none" } else { "metadata" });
            if let Some(poster) = poster.filter(|_| sc.cx.pictures == Pictures::Near) {
                out.url(Attr::Poster, &poster.url);
            }
            size(out, known);
            out.set(Attr::AriaLabel, label(sc.words.video, video.seconds).into());
            for source in &video.sources {
                out.el("source", "", |out| {
                    out.url(Attr::Src, &source.url);
                    out.maybe(Attr::Type, source.mime.clone().map(Into::into));
                });
            }
            for track in &video.tracks {
                out.el("track", "", |out| {
                    out.put(Attr::Kind, "captions");
                    out.maybe(
                        Attr::Srclang,
                        track.lang.as_ref().map(|lang| lang.tag.clone().into()),
                    );
                    out.maybe(Attr::Label, track.label.clone().map(Into::into));
                    out.url(Attr::Src, &track.url);
                });
            }
        });
    });
    caption(sc, out, &video.caption, poster.and_then(|poster| poster.credit.as_ref()));
}

/// The spoken versions of the article.
pub fn listen(sc: &Scope, out: &mut Out) {
    if sc.article.audio.is_empty() {
        return;
    }
    out.el("section", "tb-listen", |out| {
        out.put(Attr::AriaLabelledby, "tb-listen");
        sc.section_title(out, "tb-listen", sc.words.listen);
        for track in &sc.article.audio {
            out.el("div", "tb-audio", |out| player(sc, out, track));
        }
    });
}

/// What it is and how long, then the browser's own player.
pub fn player(sc: &Scope, out: &mut Out, track: &AudioTrack) {
    out.el("span", "tb-audio-name", |out| {
        match &track.name {
            Some(name) => out.name(name),
            None => out.el("bdi", "", |out| out.words(sc.words.audio)),
        }
        let mut about = track.seconds.map(duration).unwrap_or_default();
        if let Some(bytes) = track.source.bytes {
            if !about.is_empty() {
                about.push_str(" · ");
            }
            about.push_str(&sc.cx.formats.bytes(bytes, &sc.article.lang));
        }
        if !about.is_empty() {
            out.words(" ");
            out.el("span", "tb-audio-about", |out| out.string(about));
        }
    });
    out.el("audio", "", |out| {
        out.put(Attr::Controls, "");
        out.put(Attr::Preload, "none");
        out.url(Attr::Src, &track.source.url);
        let name = track.name.as_deref().unwrap_or(sc.words.audio);
        out.set(Attr::AriaLabel, label(name, track.seconds).into());
    });
}

fn label(name: &str, seconds: Option<u32>) -> String {
    let mut label = name.to_owned();
    if let Some(seconds) = seconds {
        label.push_str(", ");
        label.push_str(&duration(seconds));
    }
    label
}

/// Third-party content: a card that loads nothing. Its button is there only for a provider whose
/// frame the page's policy allows.
pub fn embed(
    sc: &Scope,
    out: &mut Out,
    provider: Option<&Text>,
    url: &SafeUrl,
    title: Option<&Text>,
    known: Option<(u32, u32)>,
) {
    let host = url.host().unwrap_or_default();
    let name = provider.map_or(host, |name| name);
    let title = title.map_or(name, |title| title);
    let frame = providers::frame_url(url);
    // Space is kept only for what can come.
    let class = if frame.is_some() { shape(known) } else { "tb-embed-card" };
    out.el("div", class, |out| {
        out.el("p", "tb-embed-title", |out| {
            out.put(Attr::Dir, "auto");
            out.string(title.to_owned());
        });
        sc.ours_of(out, "p", "tb-embed-host", sc.words.content_from_, host);
        if let Some(frame) = frame {
            out.el("button", "tb-button tb-embed-load", |out| {
                out.put(Attr::Type, "button");
                out.set(Attr::DataSrc, frame.into());
                out.set(Attr::DataTitle, title.to_owned().into());
                sc.ours_of(out, "span", "", sc.words.load_from_, name);
            });
        }
        out.el("a", "tb-embed-link", |out| {
            out.url(Attr::Href, url);
            out.put(Attr::Rel, "noopener noreferrer nofollow");
            sc.ours_of(out, "span", "", sc.words.open_at_, name);
        });
    });
}

/// The nearest of four shapes, so that loading the content moves nothing.
fn shape(size: Option<(u32, u32)>) -> &'static str {
    let (width, height) = size.unwrap_or((16, 9));
    match u64::from(width) * 100 / u64::from(height).max(1) {
        ..80 => "tb-embed-card tb-shape-9-16",
        80..115 => "tb-embed-card tb-shape-1-1",
        115..155 => "tb-embed-card tb-shape-4-3",
        155.. => "tb-embed-card tb-shape-16-9",
    }
}
