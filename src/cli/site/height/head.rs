//! The heights of what is around the body.

use super::body;
use super::letters::Face;
use super::{Sheet, Stack};
use crate::article::{Article, Flow, Related, plain_text};
use crate::strings::Strings;
use crate::text::{Formats, reading_minutes};

/// Kicker, headline, byline, corrections, lede.
pub(super) fn head(sheet: &Sheet, words: &Strings, article: &Article, all: &mut Stack) {
    let column = sheet.column;
    if let Some(kicker) = article.kicker.as_ref().or(article.section.as_ref()) {
        let face = Face::new(sheet.of(14.0, 15.0), 1.43).bold();
        all.add(0.0, face.height(kicker, column), 4.0);
    }
    let face = Face::new(sheet.of(28.0, 40.0), 1.36).headline();
    all.add(0.0, face.height(&article.headline, column), 0.0);
    if let Some(second) = &article.alternative_headline {
        all.add(8.0, Face::new(19.0, 1.5).height(second, column), 0.0);
    }
    all.add(8.0, meta(words, article, column), 0.0);
    for correction in &article.corrections {
        let mut text = [words.correction, " "].concat();
        if let Some(date) = &correction.date {
            text += &Formats::default().date(date, &article.lang);
        }
        text = [&text, " ", &plain_text(&correction.text)].concat();
        all.add(12.0, 20.0 + Face::new(15.0, 1.6).height(&text, column - 31.0), 0.0);
    }
    let face = Face::new(sheet.of(18.0, 20.0), 1.6).bold();
    all.add(12.0, face.height(&plain_text(&article.lede), column), 0.0);
}

/// Author, dates and minutes, in as many lines as they need.
fn meta(words: &Strings, article: &Article, column: f32) -> f32 {
    let face = Face::new(14.0, 1.4286);
    let date = |moment| Formats::default().date(moment, &article.lang);
    let mut parts = Vec::new();
    let names: Vec<_> = article.authors.iter().map(|author| &*author.name).collect();
    parts.extend((!names.is_empty()).then(|| names.join(", ")));
    parts.extend(article.published.as_ref().map(date));
    parts.extend(article.modified.as_ref().map(|moment| words.updated_.to_owned() + &date(moment)));
    parts.push(format!("{}{}", reading_minutes(article), words.minutes_read));
    let width = |part: &String| face.width(part) + 16.0;
    rows(parts.iter().map(width), column + 10.5, 0.0) * face.line()
}

/// How many rows things take that stand beside each other.
fn rows(widths: impl Iterator<Item = f32>, column: f32, gap: f32) -> f32 {
    let (mut count, mut used) = (0.0, f32::MAX);
    for width in widths {
        if used + gap + width > column {
            count += 1.0;
            used = width;
        } else {
            used += gap + width;
        }
    }
    count
}

/// The list of related articles without a picture.
pub(super) fn links(sheet: &Sheet, related: &[Related], all: &mut Stack) {
    let items: Vec<_> = related.iter().filter(|item| item.image.is_none()).cloned().collect();
    if !items.is_empty() {
        all.add(16.0, 21.0 + body::links(&items, sheet.column - 16.0), 0.0);
    }
}

/// The players of spoken versions.
pub(super) fn listen(article: &Article, all: &mut Stack) {
    let count = article.audio.len();
    if count > 0 {
        all.add(16.0, 28.0 + 24.0 + count as f32 * 77.6, 0.0);
    }
}

/// Notes, signatures, topics, rights.
pub(super) fn end(sheet: &Sheet, article: &Article, all: &mut Stack) {
    let column = sheet.column;
    if !article.notes.is_empty() {
        let face = Face::new(15.0, 1.6);
        let note = |note: &Flow| {
            let text = match note {
                Flow::Text(words) => plain_text(words) + " \u{21a9}",
                Flow::Blocks(blocks) => {
                    return body::blocks(sheet, blocks, column - 24.0, &face) + 8.0;
                }
            };
            face.height(&text, column - 24.0) + 8.0
        };
        let notes: f32 = article.notes.iter().map(note).sum();
        all.add(32.0, 13.0 + 22.5 + 4.0 + notes, 0.0);
    }
    for (index, author) in article.authors.iter().enumerate() {
        let job = author.job_title.as_ref().map_or(0.0, |_| 0.7778 * sheet.body * 1.5);
        all.add(if index == 0 { 20.0 } else { 4.0 }, sheet.body * 1.5 + job, 0.0);
    }
    let face = Face::new(14.0, 1.5);
    let topics = article.topics.iter().map(|topic| face.width(topic) + 24.0);
    let count = rows(topics, column, 8.0);
    all.add(20.0, (count * 37.0 - 8.0).max(0.0), 0.0);
    for right in [&article.credit, &article.copyright].into_iter().flatten() {
        all.add(12.0, face.height(right, column), 0.0);
    }
    if article.license.is_some() {
        all.add(12.0, face.line(), 0.0);
    }
}

/// Related articles with a picture.
pub(super) fn cards(sheet: &Sheet, related: &[Related], all: &mut Stack) {
    let has_image = |item: &&Related| item.image.is_some();
    let items: Vec<_> = related.iter().filter(has_image).collect();
    let face = Face::new(16.0, 1.45).headline();
    let title = |item: &Related, wide| face.height(&item.name, wide).min(3.0 * face.line());
    let least = sheet.of(136.0, 208.0);
    let wide = if sheet.width >= super::SIDED { sheet.width - 48.0 } else { sheet.column };
    let inner = match &items[..] {
        [] => return,
        [one] => (least * 2.0 / 3.0).max(title(one, wide - least - 16.0)),
        several => {
            let count = ((wide + 16.0) / (least + 16.0)).floor().max(1.0);
            let card = (wide + 16.0) / count - 16.0;
            let high = |item: &&Related| card * 2.0 / 3.0 + 8.0 + title(item, card) + 5.0;
            let lines = several.chunks(count as usize);
            let lines: Vec<f32> =
                lines.map(|line| line.iter().map(high).fold(0.0, f32::max)).collect();
            lines.iter().sum::<f32>() + 20.0 * (lines.len() - 1) as f32
        }
    };
    let margin = if sheet.width >= super::SIDED { 40.0 } else { 32.0 };
    all.add(margin, 13.0 + 24.0 + 8.0 + inner, 0.0);
}

/// Publisher, original, share button, layout switch, in as many rows as they need.
pub(super) fn foot(sheet: &Sheet, article: &Article) -> f32 {
    let publisher = article.publisher.as_ref().map(|_| 192.0);
    let original = article.canonical.as_ref().map(|_| 86.0);
    let widths = [publisher, original, Some(96.0), Some(188.0)].into_iter().flatten();
    let count = rows(widths, sheet.width.min(1092.0) - sheet.of(32.0, 48.0), 20.0);
    49.0 + count * 52.0 - 8.0
}
