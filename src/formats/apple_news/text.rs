//! Text of a component: plain with ranges, HTML, or Markdown.

use crate::article::{Block, BlockKind, Inline, Mark};
use crate::error::Problem;
use crate::formats::rich::flatten;
use crate::formats::{Cursor, fragment, line, markdown};
use crate::json::Json;
use crate::safe_url::UrlUse;
use crate::text::{clean, count};

/// Ranges of one text; each costs time for each paragraph of it.
const MAX_RANGES: usize = 250;
/// Lines times ranges of one text.
const MAX_WORK: usize = 500_000;

/// The blocks of a component's text, or of formatted text (`{ "text", "format", ... }`).
pub(super) fn blocks(component: &Cursor, root: &Cursor) -> Vec<Block> {
    if component.is_text() {
        return plain(component, component, root);
    }
    if !matches!(component.json(), Json::Object(_)) {
        let text = line(component).map(Inline::Text);
        let paragraph = |text| BlockKind::Paragraph(vec![text]).into();
        return text.map(paragraph).into_iter().collect();
    }
    let Some(text) = component.get("text") else { return Vec::new() };
    if let Json::Object(_) = text.json() {
        return blocks(&text, root);
    }
    let format = match component.json().get("format") {
        Some(Json::Text(format)) => format,
        _ => "",
    };
    match format {
        "html" => fragment::blocks(&text, text.string().unwrap_or_default()),
        "markdown" => markdown::blocks(&text, text.string().unwrap_or_default()),
        _ => plain(&text, component, root),
    }
}

/// The same where a line belongs; what is no text follows in `left`.
pub(super) fn words(component: &Cursor, root: &Cursor, left: &mut Vec<Block>) -> Vec<Inline> {
    let mut out = Vec::new();
    flatten(blocks(component, root), &mut out, left);
    out
}

/// A member with formatted text, such as a caption.
pub(super) fn member(
    component: &Cursor,
    key: &str,
    root: &Cursor,
    left: &mut Vec<Block>,
) -> Vec<Inline> {
    component.get(key).map(|text| words(&text, root, left)).unwrap_or_default()
}

/// A mark from here to there, in bytes.
struct Range {
    from: usize,
    to: usize,
    mark: Mark,
}

/// Plain text: paragraphs parted by blank lines, or by every line feed where there is none.
fn plain(text: &Cursor, component: &Cursor, root: &Cursor) -> Vec<Block> {
    let words = match text.json() {
        Json::Text(words) => words,
        _ => {
            let text = line(text).map(Inline::Text);
            let paragraph = |text| BlockKind::Paragraph(vec![text]).into();
            return text.map(paragraph).into_iter().collect();
        }
    };
    let mut ranges = ranges(component, root, words);
    if !ranges.is_empty() && words.lines().count() * ranges.len() > MAX_WORK {
        component.warn(Problem::TooDeep);
        ranges.clear();
    }
    let by_lines = !words.trim().replace('\r', "").contains("\n\n");
    let mut out = Vec::new();
    let mut run = Vec::new();
    let mut at = 0;
    for line in words.split_inclusive('\n') {
        let from = at;
        at += line.len();
        let bare = line.trim_end_matches(['\n', '\r']);
        let blank = bare.trim().is_empty();
        if blank || by_lines {
            paragraph(text, &mut run, &mut out);
        }
        if !blank {
            if !run.is_empty() {
                run.push(Inline::Break);
            }
            styled(words, from, from + bare.len(), &ranges, &mut run);
        }
    }
    paragraph(text, &mut run, &mut out);
    out
}

fn paragraph(text: &Cursor, run: &mut Vec<Inline>, out: &mut Vec<Block>) {
    let run = std::mem::take(run);
    if !run.is_empty() && text.sink.count_block() {
        out.push(BlockKind::Paragraph(run).into());
    }
}

/// Words from here to there with their marks, links outermost.
fn styled(text: &str, from: usize, to: usize, ranges: &[Range], out: &mut Vec<Inline>) {
    let mut cuts = vec![from, to];
    for range in ranges {
        for cut in [range.from, range.to] {
            if from < cut && cut < to && !cuts.contains(&cut) {
                let place = cuts.iter().position(|known| *known > cut).unwrap_or(cuts.len());
                cuts.insert(place, cut);
            }
        }
    }
    let mut last_link = None;
    for pair in cuts.windows(2) {
        let [from, to] = pair else { continue };
        let Some(piece) = text.get(*from..*to).filter(|piece| !piece.is_empty()) else { continue };
        let covers = |range: &Range| range.from <= *from && *to <= range.to;
        let is_link = |range: &Range| matches!(range.mark, Mark::Link { .. });
        let mut marks: Vec<Mark> = Vec::new();
        for range in ranges.iter().filter(|range| covers(range) && !is_link(range)) {
            if !marks.contains(&range.mark) {
                marks.push(range.mark.clone());
            }
        }
        let wrap = |content, mark| Inline::Marked { mark, content: vec![content] };
        let piece = marks.into_iter().rev().fold(Inline::Text(clean::prose(piece)), wrap);
        let link = ranges.iter().position(|range| covers(range) && is_link(range));
        match link.and_then(|link| ranges.get(link)) {
            None => out.push(piece),
            Some(range) => match out.last_mut() {
                // One link stays one, whatever is bold in it.
                Some(Inline::Marked { content, .. }) if last_link == link => content.push(piece),
                _ => out.push(wrap(piece, range.mark.clone())),
            },
        }
        last_link = link;
    }
}

/// What `additions` and `inlineTextStyles` say of the text. They count in UTF-16.
fn ranges(component: &Cursor, root: &Cursor, text: &str) -> Vec<Range> {
    let mut out: Vec<Range> = Vec::new();
    let mut places: Vec<usize> = Vec::new();
    for key in ["additions", "inlineTextStyles"] {
        let Some(list) = component.get(key) else { continue };
        list.for_each(&mut |item| {
            let number = |key| item.field(key, |value: &Cursor| value.whole(0));
            let (Some(start), Some(length)) = (number("rangeStart"), number("rangeLength")) else {
                return;
            };
            if out.len() >= MAX_RANGES {
                return item.warn(Problem::TooDeep);
            }
            if places.is_empty() {
                for (at, c) in text.char_indices() {
                    places.extend([at].iter().cycle().take(c.len_utf16()));
                }
                places.push(text.len());
            }
            let place = |unit: u32| places.get(unit as usize).copied();
            let from = place(start);
            let to = place(start.saturating_add(length)).unwrap_or(text.len());
            let Some(from) = from.filter(|from| *from < to) else { return };
            let mut add = |mark| out.push(Range { from, to, mark });
            if key == "additions" {
                if let Some(url) = item.field("URL", |url| url.url(UrlUse::Link)) {
                    add(Mark::Link { url, title: None });
                }
            } else if let Some(style) = item.get("textStyle") {
                style_marks(&style, root, &mut add);
            }
        });
    }
    out
}

/// The marks of a text style: an object, or the name of one of the document's.
fn style_marks(style: &Cursor, root: &Cursor, add: &mut dyn FnMut(Mark)) {
    if let Json::Text(name) = style.json() {
        for key in ["textStyles", "componentTextStyles"] {
            if let Some(styles) = root.get(key)
                && let Some(style) = styles.get(name)
                && matches!(style.json(), Json::Object(_))
            {
                return style_marks(&style, root, add);
            }
        }
        return;
    }
    let text = |key| match style.json().get(key) {
        Some(Json::Text(text)) => text.to_ascii_lowercase(),
        _ => String::new(),
    };
    let font = text("fontName");
    let has = |words: &[&str]| words.iter().any(|word| font.contains(word));
    let weight = match style.json().get("fontWeight") {
        Some(Json::Integer(weight)) => *weight >= 600,
        Some(Json::Text(weight)) => match count(weight) {
            Some(weight) => weight >= 600,
            None => ["bold", "heavy", "black"].iter().any(|word| weight.ends_with(word)),
        },
        _ => has(&["bold", "heavy", "black"]),
    };
    if weight {
        add(Mark::Strong);
    }
    let slant = text("fontStyle");
    if matches!(&*slant, "italic" | "oblique") || (slant.is_empty() && has(&["italic", "oblique"]))
    {
        add(Mark::Emphasis);
    }
    let is_on = |key| match style.json().get(key) {
        Some(Json::Bool(on)) => *on,
        Some(Json::Object(_)) => true,
        _ => false,
    };
    if is_on("underline") {
        add(Mark::Underline);
    }
    if is_on("strikethrough") {
        add(Mark::Strike);
    }
    match &*text("verticalAlignment") {
        "superscript" => add(Mark::Sup),
        "subscript" => add(Mark::Sub),
        _ => {}
    }
}
