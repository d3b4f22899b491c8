//! Pictures, videos and what comes from other places.

use super::blocks::Reader;
use super::words::{children, kind, one_line, words};
use crate::article::{BlockKind, Image, Inline, Rendition, Text, plain_text};
use crate::error::Problem;
use crate::formats::{Cursor, fragment, line};
use crate::json::Json;
use crate::safe_url::{SafeUrl, UrlUse};
use crate::text::{clean, digits};

/// The widths that the picture service is asked for.
const WIDTHS: [u32; 4] = [320, 480, 624, 800];

/// A picture as a block, else its words.
pub(super) fn image(reader: &mut Reader, block: &Cursor) {
    match picture(block) {
        Some(image) => reader.push(block, BlockKind::Image(image)),
        None => {
            block.warn(Problem::NotShown { what: "a picture without a usable address" });
            children(block, &mut |child| reader.paragraph(child, words(child)));
        }
    }
}

/// The same picture in several sizes, as charts come: the widest.
pub(super) fn widest(reader: &mut Reader, block: &Cursor) {
    let mut best: Option<Image> = None;
    children(block, &mut |child| {
        let width = |image: &Image| image.size.map_or(0, |(width, _)| width);
        if let Some(image) = picture(child)
            && best.as_ref().is_none_or(|best| width(best) < width(&image))
        {
            best = Some(image);
        }
    });
    match best {
        Some(image) => reader.push(block, BlockKind::Image(image)),
        None => block.warn(Problem::NotShown { what: "a picture without a usable address" }),
    }
}

/// A picture: its raw file, its alternative text and its caption, each a block.
pub(super) fn picture(block: &Cursor) -> Option<Image> {
    let (mut raw, mut alt, mut caption) = (None, None, Vec::new());
    if kind(block) == "rawImage" {
        raw = raw_image(block);
    }
    children(block, &mut |child| match kind(child) {
        "rawImage" => raw = raw_image(child),
        "altText" => alt = one_line(child),
        "caption" => caption = words(child),
        _ => {}
    });
    Some(Image { alt, caption, ..raw? })
}

fn raw_image(block: &Cursor) -> Option<Image> {
    let model = block.get("model")?;
    let size = (|| {
        let pixels = |value: &Cursor| value.whole(1);
        Some((model.field("width", pixels)?, model.field("height", pixels)?))
    })();
    let locator = model.get("locator")?;
    let origin = model.field("originCode", line);
    let (url, renditions) = addresses(&locator, origin.as_deref(), size)?;
    Some(Image {
        url,
        size,
        alt: None,
        caption: Vec::new(),
        credit: model.field("copyrightHolder", line),
        bytes: None,
        renditions,
        focus: None,
    })
}

/// The addresses of a picture, by the rules of the BBC's picture service: a locator has a gap for
/// the width (`$recipe`, `$widthxn`), or is a path there, or is an address already.
fn addresses(
    locator: &Cursor,
    origin: Option<&str>,
    size: Option<(u32, u32)>,
) -> Option<(SafeUrl, Vec<Rendition>)> {
    let text = locator.string()?.trim();
    let gap = ["$recipe", "$widthxn", "{width}xn"].iter().find_map(|gap| text.split_once(gap));
    let absolute = text.starts_with("http:") || text.starts_with("https:");
    let whole = |text: &str| {
        let text = text.trim_start_matches("//");
        if text.starts_with("http") { text.to_owned() } else { ["https://", text].concat() }
    };
    if gap.is_none() && (absolute || text.starts_with("//") || text.starts_with("ichef.")) {
        return Some((locator.url_of(&whole(text), UrlUse::Picture)?, Vec::new()));
    }
    if text.is_empty() || text.starts_with("urn:") {
        return None;
    }
    let of_width = |width: &str| match gap {
        Some((before, after)) => [&whole(before), width, "xn", after].concat(),
        None => {
            let origin = origin.unwrap_or("cpsprodpb");
            [
                "https://ichef.bbci.co.uk/news/",
                width,
                "/",
                origin,
                "/",
                text.trim_start_matches('/'),
            ]
            .concat()
        }
    };
    let mut renditions = Vec::new();
    for width in WIDTHS {
        // The service does not enlarge; the smallest is always there.
        if width > WIDTHS[0] && size.is_some_and(|(whole, _)| whole < width) {
            continue;
        }
        let url = locator.url_of(&of_width(&digits(width.into())), UrlUse::Picture)?;
        let height =
            size.map(|(w, h)| (u64::from(h) * u64::from(width) / u64::from(w.max(1))) as u32);
        renditions.push(Rendition {
            url,
            width,
            height: height.filter(|height| *height > 0),
            bytes: None,
        });
    }
    let url = renditions.last()?.url.clone();
    Some((url, renditions))
}

/// A video or a recording. Its streams play on the BBC's pages alone: the still, the words and a
/// link to the article's page stand for it.
pub(super) fn recording(reader: &mut Reader, block: &Cursor) {
    let mut parts = Parts::default();
    parts.read(block);
    let what = if kind(block) == "audio" { "a recording of the BBC" } else { "a video of the BBC" };
    block.warn(Problem::NotShown { what });
    let same = |one: &[Inline], other: &str| clean::line(&plain_text(one)) == clean::line(other);
    let title = parts.title.filter(|title| !same(&parts.caption, title));
    let synopsis = parts.synopsis.filter(|synopsis| {
        !same(&parts.caption, synopsis) && title.as_deref().is_none_or(|title| title != &**synopsis)
    });
    let mut caption = parts.caption;
    if let Some(image) = parts.image {
        // The caption is the still's own, unless that has one.
        let own = if image.caption.is_empty() { std::mem::take(&mut caption) } else { Vec::new() };
        let image = if own.is_empty() { image } else { Image { caption: own, ..image } };
        reader.push(block, BlockKind::Image(image));
    }
    for text in [synopsis, parts.guidance].into_iter().flatten() {
        if !caption.is_empty() {
            caption.push(Inline::Break);
        }
        caption.push(Inline::Text(text));
    }
    match reader.page.clone() {
        Some(url) => reader.push(
            block,
            BlockKind::Embed { provider: Some("BBC".into()), url, title, size: None, caption },
        ),
        None => {
            reader.paragraph(block, title.map(Inline::Text).into_iter().collect());
            reader.paragraph(block, caption);
        }
    }
}

#[derive(Default)]
struct Parts {
    title: Option<Text>,
    synopsis: Option<Text>,
    guidance: Option<Text>,
    caption: Vec<Inline>,
    image: Option<Image>,
}

impl Parts {
    fn read(&mut self, block: &Cursor) {
        match kind(block) {
            "image" | "rawImage" => {
                if self.image.is_none() {
                    self.image = picture(block);
                }
                return;
            }
            "caption" => return self.caption = words(block),
            _ => {}
        }
        if let Some(model) = block.get("model") {
            let text = |key| match model.get(key) {
                Some(value) if value.is_text() => line(&value),
                _ => None,
            };
            self.title = self.title.take().or_else(|| text("title"));
            if self.caption.is_empty() {
                self.caption = text("caption").map(Inline::Text).into_iter().collect();
            }
            if let Some(all) = model.get("synopses") {
                self.synopsis =
                    ["long", "medium", "short"].iter().find_map(|key| all.field(key, line));
            }
            if let Some(versions) = model.get("versions") {
                versions.for_each(&mut |version| {
                    if let (None, Some(warnings)) = (&self.guidance, version.get("warnings")) {
                        self.guidance =
                            ["long", "short"].iter().find_map(|key| warnings.field(key, line));
                    }
                });
            }
        }
        children(block, &mut |child| self.read(child));
    }
}

/// What another service shows: a post, a video, a chart.
#[derive(Default)]
struct Foreign {
    url: Option<SafeUrl>,
    provider: Option<Text>,
    title: Option<Text>,
    size: Option<(u32, u32)>,
    words: Vec<Inline>,
    caption: Vec<Inline>,
}

/// Content of another service: a link that may become a frame, with its words.
pub(super) fn embed(reader: &mut Reader, block: &Cursor) {
    let mut foreign = Foreign::default();
    foreign.read(block);
    let mut caption = foreign.caption;
    let words = clean::line(&plain_text(&foreign.words));
    if !words.is_empty() && foreign.title.as_deref() != Some(&*words) {
        if !caption.is_empty() {
            caption.push(Inline::Break);
        }
        caption.append(&mut foreign.words);
    }
    if let Some(url) = foreign.url {
        let Foreign { provider, title, size, .. } = foreign;
        return reader.push(block, BlockKind::Embed { provider, url, title, size, caption });
    }
    // A page within the page: what it has to say without its scripts.
    let mut found = html_of(reader, block);
    children(block, &mut |child| found |= html_of(reader, child));
    if !found {
        block.warn(Problem::NotShown { what: "an embedded page" });
        reader.paragraph(block, foreign.title.map(Inline::Text).into_iter().collect());
        reader.paragraph(block, caption);
    }
}

fn html_of(reader: &mut Reader, block: &Cursor) -> bool {
    let Some(model) = block.get("model") else { return false };
    let html = ["embeddableContent", "html"].iter().find_map(|key| model.get(key));
    let Some(html) = html.filter(Cursor::is_text) else { return false };
    let blocks = fragment::blocks(&html, html.string().unwrap_or_default());
    let found = !blocks.is_empty();
    reader.out.extend(blocks);
    found
}

impl Foreign {
    fn read(&mut self, block: &Cursor) {
        match kind(block) {
            "caption" | "text" => return self.caption = words(block),
            "image" | "altText" => return,
            _ => {}
        }
        if let Some(model) = block.get("model") {
            self.take(&model);
            for key in ["oembed", "oEmbed"] {
                if let Some(oembed) = model.get(key) {
                    self.take(&oembed);
                }
            }
        }
        children(block, &mut |child| self.read(child));
    }

    /// The members of a block's model, or of an oEmbed answer.
    fn take(&mut self, model: &Cursor) {
        let text = |key| match model.get(key) {
            Some(value) if value.is_text() => line(&value),
            _ => None,
        };
        let addresses = ["source", "url", "href", "iframe_url", "id", "locator"];
        for value in addresses.iter().filter_map(|key| model.get(key)) {
            let is_address = matches!(value.json(), Json::Text(text) if text.starts_with("http"));
            if self.url.is_none() && is_address {
                self.url = super::link(&value);
            }
        }
        let provider = || text("providerName").or_else(|| text("provider_name"));
        self.provider = self.provider.take().or_else(provider);
        self.title = self.title.take().or_else(|| text("title"));
        let pixels = |key| match model.get(key) {
            Some(value) if matches!(value.json(), Json::Integer(_)) => value.whole(1),
            _ => None,
        };
        self.size = self.size.or_else(|| pixels("width").zip(pixels("height")));
        if self.words.is_empty()
            && let Some(html) = model.get("html").filter(Cursor::is_text)
        {
            self.words = fragment::inlines(&html, html.string().unwrap_or_default());
        }
    }
}
