//! The body: the one `match` from block to markup. A new kind of block has its arms here, and the
//! compiler asks for them.

use super::element::{Attr, Out};
use super::inline::inlines;
use super::picture::Slot;
use super::scope::Scope;
use super::{media, picture, related, table};
use crate::article::{
    Block, BlockKind, BoxTone, Flow, Inline, ListStyle, QuoteStyle, Text, TimelineDate,
    TimelineItem,
};
use crate::safe_url::SafeUrl;
use crate::text::{digits, length};

/// How many blocks of the body may be on the first screen of a phone...
const FIRST_SCREEN: usize = 3;
/// ... and how many below a picture.
const BELOW_PICTURE: usize = 1;
/// From this block of the body on, what has words is laid out when it comes near.
const FAR: usize = 8;
/// Their mean length is told to the style sheet in steps of so many characters...
const FAR_STEP: usize = 8;
/// ... whose number is the sum of these.
const FAR_CLASSES: [(usize, &str); 6] = [
    (1, " tb-far-1"),
    (2, " tb-far-2"),
    (4, " tb-far-4"),
    (8, " tb-far-8"),
    (16, " tb-far-16"),
    (32, " tb-far-32"),
];

/// The blocks of the body. Where `first_picture_waits`, the first picture among those of the
/// first screen is loaded at once.
pub fn body(sc: &Scope, out: &mut Out, blocks: &[Block], first_picture_waits: bool) {
    let eager =
        blocks.iter().take(FIRST_SCREEN).position(|b| matches!(b.kind, BlockKind::Image(_)));
    let eager = eager.filter(|_| first_picture_waits);
    out.el("div", "", |out| {
        out.set(Attr::Class, ["tb-body", &far(blocks)].concat().into());
        out.put(Attr::Part, "body");
        let first = if first_picture_waits { FIRST_SCREEN } else { BELOW_PICTURE };
        let (beginning, rest) = blocks.split_at(first.min(blocks.len()));
        for (index, one) in beginning.iter().enumerate() {
            block(sc, out, one, eager == Some(index));
        }
        out.rest(|out| self::blocks(sc, out, rest));
    });
}

/// The classes that tell how much space the blocks far down are likely to take, so that the
/// scroll bar is right before they are laid out.
fn far(blocks: &[Block]) -> String {
    let lengths = blocks.iter().skip(FAR).map(length).filter(|length| *length > 0);
    let (count, sum) = lengths.fold((0, 0), |(count, sum), length| (count + 1, sum + length));
    let Some(mean) = usize::checked_div(sum, count) else { return String::new() };
    let steps = (mean / FAR_STEP).min(63);
    let needed = FAR_CLASSES.iter().filter(|(step, _)| steps & step > 0).map(|(_, class)| *class);
    [" tb-long"].into_iter().chain(needed).collect()
}

/// Blocks within a block.
pub fn blocks(sc: &Scope, out: &mut Out, blocks: &[Block]) {
    for one in blocks {
        block(sc, out, one, false);
    }
}

/// Text, or blocks within a block.
pub fn flow(sc: &Scope, out: &mut Out, flow: &Flow) {
    match flow {
        Flow::Text(run) => inlines(sc, out, run),
        Flow::Blocks(inner) => blocks(sc, out, inner),
    }
}

/// One block: an element of its own kind, which carries the author's name for it, and what the
/// block holds.
fn block(sc: &Scope, out: &mut Out, block: &Block, eager: bool) {
    if matches!(block.kind, BlockKind::Related { .. }) && !sc.cx.related {
        return;
    }
    let (tag, class) = outside(sc, &block.kind);
    out.el(tag, class, |out| {
        if tag == "figure" {
            out.put(Attr::Part, "figure");
        }
        if let Some(name) = &block.id {
            // Under a prefix of its own, so that no name can be mistaken for ours.
            out.set(Attr::Id, ("tb-b-".to_owned() + name).into());
        }
        inside(sc, out, &block.kind, eager);
    });
}

/// A block's own element and its class.
fn outside(sc: &Scope, kind: &BlockKind) -> (&'static str, &'static str) {
    match kind {
        BlockKind::Paragraph(_) => ("p", ""),
        BlockKind::Heading { level, .. } => sc.level(*level),
        BlockKind::Image(_) => ("figure", "tb-figure"),
        BlockKind::Gallery { .. } => ("figure", "tb-figure tb-gallery"),
        BlockKind::Quote { style: QuoteStyle::Block, .. } => ("figure", "tb-quote"),
        BlockKind::Quote { style: QuoteStyle::Pull, .. } => ("figure", "tb-quote tb-pull"),
        BlockKind::List { style: ListStyle::Bullet, .. } => ("ul", ""),
        BlockKind::List { style: ListStyle::Number(_), .. } => ("ol", ""),
        BlockKind::Table { .. } => ("figure", "tb-figure tb-table"),
        BlockKind::Video(_) => ("figure", "tb-figure"),
        BlockKind::Audio { .. } => ("figure", "tb-figure tb-audio"),
        BlockKind::Embed { .. } => ("figure", "tb-figure tb-embed"),
        BlockKind::Box { tone, .. } => (
            "aside",
            match tone {
                BoxTone::Note => "tb-box tb-box-note",
                BoxTone::Info => "tb-box tb-box-info",
                BoxTone::KeyPoints => "tb-box tb-box-key-points",
                BoxTone::Warning => "tb-box tb-box-warning",
            },
        ),
        BlockKind::Timeline { .. } => ("ol", "tb-timeline"),
        BlockKind::Related { .. } => ("aside", "tb-related"),
        BlockKind::Code { .. } => ("pre", "tb-code"),
        BlockKind::Divider => ("hr", "tb-divider"),
        BlockKind::Unknown { .. } => ("aside", "tb-notice tb-unknown"),
    }
}

/// What a block holds.
fn inside(sc: &Scope, out: &mut Out, kind: &BlockKind, eager: bool) {
    match kind {
        BlockKind::Paragraph(run) | BlockKind::Heading { text: run, .. } => inlines(sc, out, run),
        BlockKind::Image(image) => picture::captioned(sc, out, image, Slot::Column, eager),
        BlockKind::Gallery { images, layout, caption } => {
            picture::gallery(sc, out, images, *layout, caption);
        }
        BlockKind::Quote { content, cite, url, style: _ } => {
            quote(sc, out, content, cite, url.as_ref());
        }
        BlockKind::List { style, items } => list(sc, out, *style, items),
        BlockKind::Table { caption, head, rows } => table::table(sc, out, caption, head, rows),
        BlockKind::Video(video) => media::video(sc, out, video),
        BlockKind::Audio { track, caption } => {
            media::player(sc, out, track);
            picture::caption(sc, out, caption, None);
        }
        BlockKind::Embed { provider, url, title, size, caption } => {
            media::embed(sc, out, provider.as_ref(), url, title.as_ref(), *size);
            picture::caption(sc, out, caption, None);
        }
        BlockKind::Box { title, tone, blocks } => {
            boxed(sc, out, title.as_ref(), *tone, blocks);
        }
        BlockKind::Timeline { items } => items.iter().for_each(|item| event(sc, out, item)),
        BlockKind::Related { title, items } => related::inline(sc, out, title.as_ref(), items),
        BlockKind::Code { language: _, text } => code(sc, out, text),
        BlockKind::Divider => {}
        BlockKind::Unknown { kind: _ } => unknown(sc, out),
    }
}

fn quote(sc: &Scope, out: &mut Out, content: &Flow, cite: &[Inline], url: Option<&SafeUrl>) {
    out.el("blockquote", "", |out| {
        if let Some(url) = url {
            out.url(Attr::Cite, url);
        }
        match content {
            Flow::Text(run) => out.el("p", "", |out| inlines(sc, out, run)),
            Flow::Blocks(inner) => blocks(sc, out, inner),
        }
    });
    if cite.is_empty() && url.is_none() {
        return;
    }
    out.el("figcaption", "", |out| {
        out.el("cite", "", |out| {
            out.put(Attr::Dir, "auto");
            match url {
                None => inlines(sc, out, cite),
                Some(url) => out.el("a", "", |out| {
                    Scope::link(out, url);
                    match cite {
                        [] => out.string(url.host().unwrap_or(url.as_str()).to_owned()),
                        _ => inlines(sc, out, cite),
                    }
                }),
            }
        });
    });
}

fn list(sc: &Scope, out: &mut Out, style: ListStyle, items: &[Flow]) {
    match style {
        ListStyle::Bullet | ListStyle::Number(1) => {}
        ListStyle::Number(start) => out.set(Attr::Start, digits(start.into()).into()),
    }
    for item in items {
        out.el("li", "", |out| flow(sc, out, item));
    }
}

fn boxed(sc: &Scope, out: &mut Out, title: Option<&Text>, tone: BoxTone, inner: &[Block]) {
    match title {
        Some(title) => out.attr(Attr::AriaLabel, title),
        None => out.put(
            Attr::AriaLabel,
            match tone {
                BoxTone::Note => sc.words.box_note,
                BoxTone::Info => sc.words.box_info,
                BoxTone::KeyPoints => sc.words.box_key_points,
                BoxTone::Warning => sc.words.box_warning,
            },
        ),
    }
    if let Some(title) = title {
        out.line("p", "tb-box-title", title);
    }
    blocks(sc, out, inner);
}

fn event(sc: &Scope, out: &mut Out, item: &TimelineItem) {
    out.el("li", "tb-event", |out| {
        match &item.date {
            Some(TimelineDate::Moment(moment)) => sc.time(out, "tb-event-date", moment),
            Some(TimelineDate::Words(when)) => {
                out.el("span", "tb-event-date", |out| out.text(when));
            }
            None => {}
        }
        if let Some(title) = &item.title {
            out.line("p", "tb-event-title", title);
        }
        blocks(sc, out, &item.blocks);
    });
}

/// Code scrolls in its own box, so the keyboard must reach it. It is never translated.
fn code(sc: &Scope, out: &mut Out, code: &Text) {
    out.put(Attr::Tabindex, "0");
    out.put(Attr::Dir, "ltr");
    out.put(Attr::Translate, "no");
    out.put(Attr::Role, "group");
    out.put(Attr::AriaLabel, sc.words.code);
    out.el("code", "", |out| out.text(code));
}

fn unknown(sc: &Scope, out: &mut Out) {
    out.put(Attr::Role, "note");
    sc.ours(out, "span", "", sc.words.unknown_block);
    if let Some(url) = &sc.article.canonical {
        out.words(" ");
        out.el("a", "", |out| {
            out.url(Attr::Href, url);
            out.put(Attr::Rel, "noopener");
            sc.ours(out, "span", "", sc.words.original);
        });
    }
}
