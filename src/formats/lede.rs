//! Ledes that a system made by itself: the beginning of the text once more, and a word to click.

use crate::article::{Block, BlockKind, Flow, Inline, Mark, plain_text};
use crate::safe_url::SafeUrl;
use crate::text::fold::fold;

/// So many letters say that two texts begin alike.
const ENOUGH: usize = 60;
/// Fewer letters than this are a word that may stand anywhere.
const FEW: usize = 20;
/// How far into the text, in bytes, a repetition may begin: a byline may come before it.
const NEAR: usize = 400;

/// What comes after an ellipsis where a theme asks to go on reading.
const ASKS: [&str; 5] = ["Continue reading", "Read more", "Read More", "Đọc tiếp", "Xem thêm"];

/// Takes off what only leads to the rest: `[…]`, and a link at the end to the article itself.
pub(super) fn without_tail(lede: &mut Vec<Inline>, own: Option<&SafeUrl>) {
    let mut led_on = false;
    while let Some(last) = lede.last_mut() {
        match last {
            Inline::Text(text) => {
                let kept = without_dots(text, led_on);
                if !kept.is_empty() {
                    *text = kept.into();
                    return;
                }
            }
            Inline::Marked { .. } if leads_to(last, own) => led_on = true,
            Inline::Marked { .. } => return,
            Inline::Break => {}
        }
        lede.pop();
    }
}

/// An ellipsis in brackets is a machine's; one without may be the author's.
fn without_dots(text: &str, mut led_on: bool) -> &str {
    let mut text = text.trim_end();
    let ask = ASKS.iter().find_map(|ask| text.rfind(ask));
    let before = ask.and_then(|at| text.get(..at)).map(str::trim_end);
    if let Some(before) = before.filter(|it| it.ends_with(['…', ']']) || it.ends_with("...")) {
        (text, led_on) = (before, true);
    }
    let dots: &[&str] =
        if led_on { &["[…]", "[...]", "…", "..."] } else { &["[…]", "[...]"] };
    dots.iter().find_map(|dots| text.strip_suffix(dots)).unwrap_or(text).trim_end()
}

fn leads_to(inline: &Inline, own: Option<&SafeUrl>) -> bool {
    fn page(url: &SafeUrl) -> Option<&str> {
        url.as_str().split('#').next()
    }
    match inline {
        Inline::Marked { mark: Mark::Link { url, .. }, .. } => {
            own.is_some_and(|own| page(own) == page(url))
        }
        Inline::Marked { content, .. } => content.last().is_some_and(|last| leads_to(last, own)),
        Inline::Text(_) | Inline::Break => false,
    }
}

/// Whether the text begins with the same words, whatever marks and points stand between them.
pub(super) fn repeats(lede: &[Inline], body: &[Block]) -> bool {
    let start: String = fold(&plain_text(lede)).chars().take(ENOUGH).collect();
    let mut words = String::new();
    opening(body, &mut words);
    let body = fold(&words);
    match start.chars().count() {
        0 => false,
        1..FEW => body.starts_with(&start),
        _ => body.find(&start).is_some_and(|at| at < NEAR),
    }
}

/// The first words of the blocks.
fn opening(blocks: &[Block], out: &mut String) {
    for block in blocks {
        if out.len() > 4 * (NEAR + ENOUGH) {
            return;
        }
        match &block.kind {
            BlockKind::Paragraph(text) | BlockKind::Heading { text, .. } => {
                out.push_str(&plain_text(text));
            }
            BlockKind::Quote { content, .. } => flow(content, out),
            BlockKind::List { items, .. } => items.iter().for_each(|item| flow(item, out)),
            BlockKind::Box { blocks, .. } => opening(blocks, out),
            // Pictures, recordings and tables lend no words to a lede.
            BlockKind::Image(_)
            | BlockKind::Gallery { .. }
            | BlockKind::Table { .. }
            | BlockKind::Video(_)
            | BlockKind::Audio { .. }
            | BlockKind::Embed { .. }
            | BlockKind::Timeline { .. }
            | BlockKind::Related { .. }
            | BlockKind::Code { .. }
            | BlockKind::Divider
            | BlockKind::Unknown { .. } => {}
        }
    }
}

fn flow(flow: &Flow, out: &mut String) {
    match flow {
        Flow::Text(text) => out.push_str(&plain_text(text)),
        Flow::Blocks(blocks) => opening(blocks, out),
    }
}
