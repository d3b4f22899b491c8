//! The body: one arm for each kind of block.

use super::json::Writer;
use super::{audio, image, moment, number, related, size, source, text, url};
use crate::article::{
    Align, Block, BlockKind, BoxTone, Cell, Flow, GalleryLayout, HeadingLevel, Inline, Lang,
    ListStyle, Mark, QuoteStyle, TimelineDate, TimelineItem, Video,
};

/// The footnotes of the article, which stand in the text where they are called.
type Notes<'a> = &'a [Flow];

pub(super) fn blocks(out: &mut Writer, blocks: &[Block], notes: Notes) {
    out.list(blocks, &mut |out, block| {
        out.object(&mut |out| {
            out.pair("type", name(&block.kind));
            text(out, "id", block.id.as_ref());
            kind(out, &block.kind, notes);
        });
    });
}

fn name(kind: &BlockKind) -> &str {
    match kind {
        BlockKind::Paragraph(_) => "paragraph",
        BlockKind::Heading { .. } => "heading",
        BlockKind::Image(_) => "image",
        BlockKind::Gallery { .. } => "gallery",
        BlockKind::Quote { .. } => "quote",
        BlockKind::List { .. } => "list",
        BlockKind::Table { .. } => "table",
        BlockKind::Video(_) => "video",
        BlockKind::Audio { .. } => "audio",
        BlockKind::Embed { .. } => "embed",
        BlockKind::Box { .. } => "box",
        BlockKind::Timeline { .. } => "timeline",
        BlockKind::Related { .. } => "related",
        BlockKind::Code { .. } => "code",
        BlockKind::Divider => "divider",
        BlockKind::Unknown { kind } => kind,
    }
}

fn kind(out: &mut Writer, kind: &BlockKind, notes: Notes) {
    match kind {
        BlockKind::Paragraph(run) => inlines_field(out, "text", run, notes),
        BlockKind::Heading { level, text } => {
            number(
                out,
                "level",
                Some(match level {
                    HeadingLevel::Two => 2,
                    HeadingLevel::Three => 3,
                    HeadingLevel::Four => 4,
                }),
            );
            inlines_field(out, "text", text, notes);
        }
        BlockKind::Image(one) => {
            out.key("image");
            image(out, one, notes);
        }
        BlockKind::Gallery { images, layout, caption } => {
            if *layout == GalleryLayout::Carousel {
                out.pair("layout", "carousel");
            }
            out.key("images");
            out.list(images, &mut |out, one| image(out, one, notes));
            inlines_field(out, "caption", caption, notes);
        }
        BlockKind::Quote { content, cite, url: address, style } => {
            if *style == QuoteStyle::Pull {
                out.pair("style", "pull");
            }
            match content {
                Flow::Text(run) => inlines_field(out, "text", run, notes),
                Flow::Blocks(inner) => nested(out, "blocks", inner, notes),
            }
            inlines_field(out, "cite", cite, notes);
            url(out, "url", address.as_ref());
        }
        BlockKind::List { style, items } => {
            if let ListStyle::Number(start) = style {
                out.pair("style", "number");
                if *start != 1 {
                    out.key("start");
                    out.raw(&start.to_string());
                }
            }
            out.key("items");
            out.list(items, &mut |out, item| match item {
                Flow::Text(run) => inlines(out, run, notes),
                Flow::Blocks(inner) => blocks(out, inner, notes),
            });
        }
        BlockKind::Table { caption, head, rows } => {
            inlines_field(out, "caption", caption, notes);
            for (key, rows) in [("head", head), ("rows", rows)] {
                if !rows.is_empty() {
                    out.key(key);
                    out.list(rows, &mut |out, row| {
                        out.list(row, &mut |out, one| cell(out, one, notes));
                    });
                }
            }
        }
        BlockKind::Video(one) => video(out, one, notes),
        BlockKind::Audio { track, caption } => {
            out.key("source");
            audio(out, track);
            inlines_field(out, "caption", caption, notes);
        }
        BlockKind::Embed { provider, url, title, size: known, caption } => {
            text(out, "provider", provider.as_ref());
            out.pair("url", url.as_str());
            text(out, "title", title.as_ref());
            size(out, *known);
            inlines_field(out, "caption", caption, notes);
        }
        BlockKind::Box { title, tone, blocks } => {
            text(out, "title", title.as_ref());
            out.pair(
                "tone",
                match tone {
                    BoxTone::Note => "note",
                    BoxTone::Info => "info",
                    BoxTone::KeyPoints => "key-points",
                    BoxTone::Warning => "warning",
                },
            );
            nested(out, "blocks", blocks, notes);
        }
        BlockKind::Timeline { items } => {
            out.key("items");
            out.list(items, &mut |out, item| event(out, item, notes));
        }
        BlockKind::Related { title, items } => {
            text(out, "title", title.as_ref());
            out.key("items");
            out.list(items, &mut related);
        }
        BlockKind::Code { language, text: code } => {
            text(out, "language", language.as_ref());
            out.pair("text", code);
        }
        BlockKind::Divider | BlockKind::Unknown { .. } => {}
    }
}

fn nested(out: &mut Writer, key: &'static str, inner: &[Block], notes: Notes) {
    out.key(key);
    blocks(out, inner, notes);
}

fn cell(out: &mut Writer, cell: &Cell, notes: Notes) {
    let plain = !cell.header && cell.colspan == 1 && cell.rowspan == 1;
    if plain && cell.align == Align::Start {
        return inlines(out, &cell.text, notes);
    }
    out.object(&mut |out| {
        inlines_field(out, "text", &cell.text, notes);
        if cell.header {
            out.key("header");
            out.raw("true");
        }
        for (key, span) in [("colspan", cell.colspan), ("rowspan", cell.rowspan)] {
            if span != 1 {
                number(out, key, Some(span.into()));
            }
        }
        match cell.align {
            Align::Start => {}
            Align::Center => out.pair("align", "center"),
            Align::End => out.pair("align", "end"),
        }
    });
}

fn video(out: &mut Writer, video: &Video, notes: Notes) {
    out.key("sources");
    out.list(&video.sources, &mut |out, one| out.object(&mut |out| source(out, one)));
    if let Some(poster) = &video.poster {
        out.key("poster");
        image(out, poster, notes);
    }
    if !video.tracks.is_empty() {
        out.key("tracks");
        out.list(&video.tracks, &mut |out, track| {
            out.object(&mut |out| {
                out.pair("contentUrl", track.url.as_str());
                text(out, "inLanguage", track.lang.as_ref().map(|lang| &lang.tag));
                text(out, "name", track.label.as_ref());
            });
        });
    }
    inlines_field(out, "caption", &video.caption, notes);
    number(out, "duration", video.seconds.map(Into::into));
}

fn event(out: &mut Writer, item: &TimelineItem, notes: Notes) {
    out.object(&mut |out| {
        match &item.date {
            Some(TimelineDate::Moment(at)) => moment(out, "date", Some(at)),
            Some(TimelineDate::Words(words)) => out.pair("date", words),
            None => {}
        }
        text(out, "title", item.title.as_ref());
        if !item.blocks.is_empty() {
            nested(out, "blocks", &item.blocks, notes);
        }
    });
}

/// A field of text; left out where there is none.
pub(super) fn inlines_field(out: &mut Writer, key: &'static str, run: &[Inline], notes: Notes) {
    if !run.is_empty() {
        out.key(key);
        inlines(out, run, notes);
    }
}

/// A text alone, or the list of its pieces.
fn inlines(out: &mut Writer, run: &[Inline], notes: Notes) {
    match run {
        [] => out.text(""),
        [Inline::Text(words)] => out.text(words),
        _ => out.list(run, &mut |out, piece| inline(out, piece, notes)),
    }
}

fn inline(out: &mut Writer, piece: &Inline, notes: Notes) {
    match piece {
        Inline::Text(words) => out.text(words),
        Inline::Break => out.object(&mut |out| {
            out.key("break");
            out.raw("true");
        }),
        Inline::Marked { mark: outer, content } => {
            // Marks that hold one another become one list.
            let mut marks = vec![outer];
            let mut content = content;
            while let [Inline::Marked { mark, content: inner }] = &content[..] {
                marks.push(mark);
                content = inner;
            }
            out.object(&mut |out| {
                out.key("text");
                inlines(out, content, notes);
                out.key("marks");
                out.list(&marks, &mut |out, one| mark(out, one, notes));
            });
        }
    }
}

fn mark(out: &mut Writer, mark: &Mark, notes: Notes) {
    let name = match mark {
        Mark::Strong => "strong",
        Mark::Emphasis => "emphasis",
        Mark::Underline => "underline",
        Mark::Strike => "strike",
        Mark::Sub => "sub",
        Mark::Sup => "sup",
        Mark::Code => "code",
        Mark::Highlight => "mark",
        Mark::Small => "small",
        Mark::Link { url, title } => {
            return out.object(&mut |out| {
                out.key("link");
                out.object(&mut |out| {
                    out.pair("url", url.as_str());
                    text(out, "title", title.as_ref());
                });
            });
        }
        Mark::Lang(lang) => {
            return out.object(&mut |out| {
                if Lang::new(&lang.tag).dir == lang.dir {
                    return out.pair("lang", &lang.tag);
                }
                out.key("lang");
                out.object(&mut |out| {
                    out.pair("lang", &lang.tag);
                    out.pair("dir", lang.dir.as_str());
                });
            });
        }
        Mark::Note(index) => {
            return out.object(&mut |out| {
                out.key("note");
                match notes.get(*index) {
                    Some(Flow::Text(run)) => inlines(out, run, notes),
                    Some(Flow::Blocks(inner)) => {
                        out.object(&mut |out| nested(out, "blocks", inner, notes));
                    }
                    None => out.text(""),
                }
            });
        }
    };
    out.text(name);
}
