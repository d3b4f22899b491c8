//! An article as plain text, in the order in which it is read.

use crate::article::{
    Article, Block, BlockKind, Cell, Flow, Image, Inline, ListStyle, Mark, TimelineDate,
    TimelineItem,
};
use crate::text::dates;

/// An article as plain text: headline, lede, corrections, body, footnotes. Blank lines part the
/// blocks, tabs the cells of a table; footnotes are numbered in brackets.
///
/// ```
/// # use trangbao::article::{Article, Inline};
/// let lede = vec![Inline::Text("Sương xuống sớm.".into())];
/// let article = Article { headline: "Hồ Tây".into(), lede, ..Article::default() };
/// assert_eq!(trangbao::write::text(&article), "Hồ Tây\n\nSương xuống sớm.\n");
/// ```
pub fn text(article: &Article) -> String {
    let mut parts = Vec::new();
    let mut add = |part: &str| {
        if !part.trim().is_empty() {
            parts.push(part.to_owned());
        }
    };
    add(&article.headline);
    add(article.alternative_headline.as_deref().unwrap_or_default());
    let authors: Vec<&str> = article.authors.iter().map(|author| &*author.name).collect();
    add(&authors.join(", "));
    article.corrections.iter().for_each(|correction| add(&line(&correction.text)));
    add(&line(&article.lede));
    if let Some(image) = &article.lead_image
        && !shows(&article.body, image)
    {
        add(&picture(image));
    }
    add(&blocks(&article.body));
    for (index, note) in article.notes.iter().enumerate() {
        add(&hung(&[&number(index), " "].concat(), &flow(note)));
    }
    for right in [&article.credit, &article.copyright].into_iter().flatten() {
        add(right);
    }
    parts.join("\n\n") + "\n"
}

/// Whether a picture of the body is the lead picture again.
fn shows(body: &[Block], lead: &Image) -> bool {
    body.iter().any(|block| match &block.kind {
        BlockKind::Image(image) => image.url == lead.url,
        BlockKind::Gallery { images, .. } => images.iter().any(|image| image.url == lead.url),
        _ => false,
    })
}

fn blocks(blocks: &[Block]) -> String {
    joined("\n\n", blocks.iter().map(block))
}

/// Those that say something, with this between them.
fn joined(between: &str, parts: impl Iterator<Item = String>) -> String {
    let mut out = String::new();
    for part in parts.filter(|part| !part.trim().is_empty()) {
        if !out.is_empty() {
            out.push_str(between);
        }
        out.push_str(&part);
    }
    out
}

fn block(block: &Block) -> String {
    match &block.kind {
        BlockKind::Paragraph(text) | BlockKind::Heading { text, .. } => line(text),
        BlockKind::Image(image) => picture(image),
        BlockKind::Gallery { images, caption, .. } => {
            let caption = std::iter::once(line(caption));
            joined("\n", images.iter().map(picture).chain(caption))
        }
        BlockKind::Quote { content, cite, .. } => {
            let cite = line(cite);
            let cite = if cite.is_empty() { cite } else { "— ".to_owned() + &cite };
            joined("\n", [flow(content), cite].into_iter())
        }
        BlockKind::List { style, items } => {
            let items = items.iter().zip(0..).map(|(item, index)| {
                let bullet = match style {
                    ListStyle::Bullet => "• ".to_owned(),
                    ListStyle::Number(start) => start.saturating_add(index).to_string() + ". ",
                };
                hung(&bullet, &flow(item).replace("\n\n", "\n"))
            });
            joined("\n", items)
        }
        BlockKind::Table { caption, head, rows } => {
            let rows = head.iter().chain(rows).map(|row| cells(row));
            joined("\n", std::iter::once(line(caption)).chain(rows))
        }
        BlockKind::Video(video) => line(&video.caption),
        BlockKind::Audio { track, caption } => {
            let name = track.name.as_deref().unwrap_or_default().to_owned();
            joined("\n", [name, line(caption)].into_iter())
        }
        BlockKind::Embed { provider, url, title, caption, .. } => {
            let names = [provider, title].map(|name| name.as_deref().unwrap_or_default().into());
            let name = joined(": ", names.into_iter());
            joined("\n", [name, url.as_str().to_owned(), line(caption)].into_iter())
        }
        BlockKind::Box { title, blocks: inside, .. } => {
            let title = title.as_deref().unwrap_or_default().to_owned();
            joined("\n\n", [title, blocks(inside)].into_iter())
        }
        BlockKind::Timeline { items } => joined("\n\n", items.iter().map(event)),
        BlockKind::Related { title, items } => {
            let title = title.as_deref().unwrap_or_default().to_owned();
            let links = items.iter().map(|item| {
                let said = item.description.as_deref().unwrap_or_default();
                let name = joined(": ", [(*item.name).to_owned(), said.to_owned()].into_iter());
                ["• ", &name].concat()
            });
            joined("\n", std::iter::once(title).chain(links))
        }
        BlockKind::Code { text, .. } => text.trim_end().to_owned(),
        BlockKind::Divider => "* * *".to_owned(),
        BlockKind::Unknown { .. } => String::new(),
    }
}

fn flow(flow: &Flow) -> String {
    match flow {
        Flow::Text(text) => line(text),
        Flow::Blocks(inside) => blocks(inside),
    }
}

fn event(item: &TimelineItem) -> String {
    let date = match &item.date {
        Some(TimelineDate::Moment(moment)) => dates::iso(moment),
        Some(TimelineDate::Words(words)) => (**words).to_owned(),
        None => String::new(),
    };
    let title = item.title.as_deref().unwrap_or_default().to_owned();
    joined("\n", [joined(": ", [date, title].into_iter()), blocks(&item.blocks)].into_iter())
}

/// Caption and credit, or what is to be seen where there is neither.
fn picture(image: &Image) -> String {
    let caption = line(&image.caption);
    let said = match &image.credit {
        Some(credit) if caption.is_empty() => (**credit).to_owned(),
        Some(credit) => [&caption, " (", credit, ")"].concat(),
        None => caption,
    };
    match &image.alt {
        Some(alt) if said.is_empty() => ["[", alt, "]"].concat(),
        _ => said,
    }
}

/// A row, even one of empty cells, keeps its columns.
fn cells(row: &[Cell]) -> String {
    let cells: Vec<String> = row.iter().map(|cell| line(&cell.text).replace('\n', " ")).collect();
    cells.join("\t")
}

/// Text whose lines after the first stand below its beginning.
fn hung(mark: &str, text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let indent = ["\n", &" ".repeat(mark.chars().count())].concat();
    [mark, &text.replace('\n', &indent)].concat()
}

fn number(index: usize) -> String {
    ["[", &(index + 1).to_string(), "]"].concat()
}

/// Inline text, with the numbers of its footnotes.
fn line(text: &[Inline]) -> String {
    let mut out = String::new();
    collect(text, &mut out);
    out.trim().to_owned()
}

fn collect(text: &[Inline], out: &mut String) {
    for inline in text {
        match inline {
            Inline::Text(words) => out.push_str(words),
            Inline::Break => out.push('\n'),
            Inline::Marked { mark, content } => {
                collect(content, out);
                if let Mark::Note(index) = mark {
                    out.push_str(&number(*index));
                }
            }
        }
    }
}
