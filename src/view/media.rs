//! Sound, moving pictures, and what third parties bring.

use yew::prelude::*;

use super::article::{Scope, section_title};
use super::block::size;
use super::element::{attr, each, el, element, href, list, number, string, text, words};
use super::picture::caption;
use crate::article::{AudioTrack, Inline, MediaSource, Text, Video};
use crate::embeds;
use crate::safe_url::SafeUrl;
use crate::text::duration;

/// A video with the browser's own controls. Nothing of it is loaded before it is played, but
/// where there is no still its first picture is.
pub fn video(sc: &Scope, video: &Video) -> Html {
    let poster = video.poster.as_ref();
    let known = video.sources.iter().find_map(|s| s.size).or(poster.and_then(|p| p.size));
    let [width, height] = size(known);
    let preload = if poster.is_some() { "none" } else { "metadata" };
    let inner = html! {
        <>
            { each(&video.sources, source) }
            { each(&video.tracks, |track| html! {
                <track kind="captions" srclang={track.lang.as_ref().map(|lang| attr(&lang.tag))}
                    label={track.label.as_ref().map(attr)} src={href(&track.url)}/>
            }) }
        </>
    };
    let label = label(sc.words.video, None, video.seconds);
    let player = element(
        "video",
        &["class", "controls", "playsinline", "preload", "poster", "width", "height", "aria-label"],
        [
            Some("tb-video".into()),
            Some("".into()),
            Some("".into()),
            Some(preload.into()),
            poster.map(|poster| href(&poster.url)),
            width,
            height,
            Some(label.into()),
        ],
        inner,
    );
    let credit = poster.and_then(|poster| poster.credit.as_ref());
    let frame = el("div", "tb-frame", player);
    el("figure", "tb-figure", list(vec![frame, caption(sc, &video.caption, credit)]))
}

fn source(source: &MediaSource) -> Html {
    let mime = source.mime.as_ref().map(attr);
    html! { <source src={href(&source.url)} type={mime}/> }
}

/// A recording.
pub fn audio(sc: &Scope, track: &AudioTrack, words: &[Inline]) -> Html {
    el("figure", "tb-figure tb-audio", list(vec![player(sc, track), caption(sc, words, None)]))
}

/// The spoken versions of the article.
pub fn listen(sc: &Scope) -> Html {
    if sc.article.audio.is_empty() {
        return Html::default();
    }
    html! {
        <section class="tb-listen" aria-labelledby="tb-listen">
            { section_title(sc, "tb-listen", sc.words.listen) }
            { each(&sc.article.audio, |track| el("div", "tb-audio", player(sc, track))) }
        </section>
    }
}

/// What it is and how long, then the browser's own player.
fn player(sc: &Scope, track: &AudioTrack) -> Html {
    let name = track.name.as_ref().map_or(sc.words.audio, |name| name);
    let mut about = Vec::new();
    about.extend(track.seconds.map(duration));
    about.extend(track.source.bytes.map(|n| sc.cx.formats.bytes(n, &sc.article.lang)));
    html! {
        <>
            <span class="tb-audio-name">
                <bdi>{ track.name.as_ref().map_or_else(|| words(sc.words.audio), text) }</bdi>
                if !about.is_empty() {
                    { " " }<span class="tb-audio-about">{ about.join(" · ") }</span>
                }
            </span>
            <audio controls=true preload="none" src={href(&track.source.url)}
                aria-label={label(name, None, track.seconds)}></audio>
        </>
    }
}

fn label(kind: &str, name: Option<&str>, seconds: Option<u32>) -> String {
    let mut label = kind.to_owned();
    for more in [name.map(str::to_owned), seconds.map(duration)].into_iter().flatten() {
        label.push_str(", ");
        label.push_str(&more);
    }
    label
}

/// Third-party content: a card that loads nothing. Its button is there only for a provider whose
/// frame the page's policy allows.
pub fn embed(
    sc: &Scope,
    provider: Option<&Text>,
    url: &SafeUrl,
    title: Option<&Text>,
    known: Option<(u32, u32)>,
    words: &[Inline],
) -> Html {
    let host = url.host().unwrap_or_default();
    let name = provider.map_or(host, |name| name);
    let title = title.map_or(name, |title| title);
    let [width, height] = known.map_or([None, None], |(w, h)| [Some(number(w)), Some(number(h))]);
    let frame = embeds::frame_url(url);
    let loads = frame.is_some();
    let load = frame.map(|frame| {
        element(
            "button",
            &["type", "class", "data-src", "data-title", "data-width", "data-height"],
            [
                Some("button".into()),
                Some("tb-button tb-embed-load".into()),
                Some(frame.into()),
                Some(title.to_owned().into()),
                width,
                height,
            ],
            sc.ours("span", "", string(sc.words.load_from_.to_owned() + name)),
        )
    });
    let card = html! {
        <>
            <p class="tb-embed-title" dir="auto">{ title.to_owned() }</p>
            { sc.ours("p", "tb-embed-host", string(sc.words.content_from_.to_owned() + host)) }
            { load.unwrap_or_default() }
            <a class="tb-embed-link" href={href(url)} rel="noopener noreferrer nofollow">
                { sc.ours("span", "", string(sc.words.open_at_.to_owned() + name)) }
            </a>
        </>
    };
    // Space is kept only for what can come.
    let class = if loads { shape(known) } else { "tb-embed-card" };
    let card = el("div", class, card);
    el("figure", "tb-figure tb-embed", list(vec![card, caption(sc, words, None)]))
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
