//! The body: the one `match` from block to markup. A new kind of block has its arm here, and the
//! compiler asks for it.

use std::rc::Rc;

use yew::prelude::*;

use super::article::Scope;
use super::element::{attr, each, el, element, heading, href, id, list, number, text, words};
use super::inline::inlines;
use super::{media, picture, related, table};
use crate::article::{
    Block, BlockKind, BoxTone, Flow, Inline, ListStyle, QuoteStyle, Text, TimelineDate,
    TimelineItem,
};
use crate::safe_url::SafeUrl;

/// How many blocks of the body may be on the first screen.
const FIRST_SCREEN: usize = 3;

/// The blocks of the body. Where `first_picture_waits`, the first picture among those of the
/// first screen is loaded at once.
pub fn blocks(sc: &Scope, blocks: &[Block], first_picture_waits: bool) -> Html {
    let eager =
        blocks.iter().take(FIRST_SCREEN).position(|b| matches!(b.kind, BlockKind::Image(_)));
    let eager = eager.filter(|_| first_picture_waits);
    let mut nodes = Vec::with_capacity(blocks.len());
    for (index, one) in blocks.iter().enumerate() {
        nodes.push(named(block(sc, &one.kind, eager == Some(index)), one.id.as_ref()));
    }
    list(nodes)
}

/// Text, or blocks within a block.
pub fn flow(sc: &Scope, flow: &Flow) -> Html {
    match flow {
        Flow::Text(run) => inlines(sc, run),
        Flow::Blocks(inner) => blocks(sc, inner, false),
    }
}

fn block(sc: &Scope, kind: &BlockKind, eager: bool) -> Html {
    match kind {
        BlockKind::Paragraph(run) => el("p", "", inlines(sc, run)),
        BlockKind::Heading { level, text } => {
            let level = sc.level(*level);
            let class = ["tb-h2", "tb-h3", "tb-h4"][usize::from(level - 2)];
            heading(level, sc.cx.heading_shift, class, inlines(sc, text))
        }
        BlockKind::Image(image) => picture::figure(sc, image, eager, false),
        BlockKind::Gallery { images, layout, caption } => {
            picture::gallery(sc, images, *layout, caption)
        }
        BlockKind::Quote { content, cite, url, style } => {
            quote(sc, content, cite, url.as_ref(), *style)
        }
        BlockKind::List { style, items } => bullets(sc, *style, items),
        BlockKind::Table { caption, head, rows } => table::table(sc, caption, head, rows),
        BlockKind::Video(video) => media::video(sc, video),
        BlockKind::Audio { track, caption } => media::audio(sc, track, caption),
        BlockKind::Embed { provider, url, title, size, caption } => {
            media::embed(sc, provider.as_ref(), url, title.as_ref(), *size, caption)
        }
        BlockKind::Box { title, tone, blocks } => boxed(sc, title.as_ref(), *tone, blocks),
        BlockKind::Timeline { items } => timeline(sc, items),
        BlockKind::Related { title, items } => related::inline(sc, title.as_ref(), items),
        BlockKind::Code { language: _, text } => code(sc, text),
        BlockKind::Divider => html! { <hr class="tb-divider"/> },
        BlockKind::Unknown { kind: _ } => unknown(sc),
    }
}

/// The author's own name for a block becomes its id.
fn named(html: Html, name: Option<&Text>) -> Html {
    match (html, name) {
        (Html::VTag(mut tag), Some(name)) => {
            Rc::make_mut(&mut tag).add_attribute("id", id(name));
            Html::VTag(tag)
        }
        (html, _) => html,
    }
}

fn quote(
    sc: &Scope,
    content: &Flow,
    cite: &[Inline],
    url: Option<&SafeUrl>,
    style: QuoteStyle,
) -> Html {
    let class = match style {
        QuoteStyle::Block => "tb-quote",
        QuoteStyle::Pull => "tb-quote tb-pull",
    };
    let words = match content {
        Flow::Text(run) => el("p", "", inlines(sc, run)),
        Flow::Blocks(inner) => blocks(sc, inner, false),
    };
    let by = match (cite, url) {
        ([], Some(url)) => {
            let host = url.host().unwrap_or(url.as_str()).to_owned();
            html! { <a href={href(url)} rel={sc.rel(url)}>{ host }</a> }
        }
        (_, Some(url)) => {
            html! { <a href={href(url)} rel={sc.rel(url)}>{ inlines(sc, cite) }</a> }
        }
        (_, None) => inlines(sc, cite),
    };
    let inner = html! {
        <>
            <blockquote cite={url.map(href)}>{ words }</blockquote>
            if !cite.is_empty() || url.is_some() {
                <figcaption><cite dir="auto">{ by }</cite></figcaption>
            }
        </>
    };
    el("figure", class, inner)
}

fn bullets(sc: &Scope, style: ListStyle, items: &[Flow]) -> Html {
    let items = each(items, |item| el("li", "", flow(sc, item)));
    match style {
        ListStyle::Bullet => el("ul", "", items),
        ListStyle::Number(1) => el("ol", "", items),
        ListStyle::Number(start) => {
            element("ol", &["start"], [Some(start.to_string().into())], items)
        }
    }
}

fn boxed(sc: &Scope, title: Option<&Text>, tone: BoxTone, inner: &[Block]) -> Html {
    let (class, label) = match tone {
        BoxTone::Note => ("tb-box tb-box-note", sc.words.box_note),
        BoxTone::Info => ("tb-box tb-box-info", sc.words.box_info),
        BoxTone::KeyPoints => ("tb-box tb-box-key-points", sc.words.box_key_points),
        BoxTone::Warning => ("tb-box tb-box-warning", sc.words.box_warning),
    };
    let label = title.map_or(label.into(), attr);
    let inner = html! {
        <>
            if let Some(title) = title {
                <p class="tb-box-title" dir="auto">{ text(title) }</p>
            }
            { blocks(sc, inner, false) }
        </>
    };
    element("aside", &["class", "aria-label"], [Some(class.into()), Some(label)], inner)
}

fn timeline(sc: &Scope, items: &[TimelineItem]) -> Html {
    let items = each(items, |item| {
        html! {
            <li class="tb-event">
                { match &item.date {
                    Some(TimelineDate::Moment(moment)) => sc.time("tb-event-date", moment),
                    Some(TimelineDate::Words(when)) => el("span", "tb-event-date", text(when)),
                    None => Html::default(),
                } }
                if let Some(title) = &item.title {
                    <p class="tb-event-title" dir="auto">{ text(title) }</p>
                }
                { blocks(sc, &item.blocks, false) }
            </li>
        }
    });
    el("ol", "tb-timeline", items)
}

/// Code scrolls in its own box, so the keyboard must reach it. It is never translated.
fn code(sc: &Scope, code: &Text) -> Html {
    html! {
        <pre class="tb-code" tabindex="0" dir="ltr" translate="no" role="region"
            aria-label={sc.words.code}><code>{ text(code) }</code></pre>
    }
}

fn unknown(sc: &Scope) -> Html {
    html! {
        <aside class="tb-notice tb-unknown" role="note">
            { sc.ours("span", "", words(sc.words.unknown_block)) }
            if let Some(url) = &sc.article.canonical {
                { " " }
                <a href={href(url)} rel="noopener">
                    { sc.ours("span", "", words(sc.words.original)) }
                </a>
            }
        </aside>
    }
}

/// Width and height for an element that reserves its space.
pub fn size(size: Option<(u32, u32)>) -> [Option<AttrValue>; 2] {
    [size.map(|(width, _)| number(width)), size.map(|(_, height)| number(height))]
}
