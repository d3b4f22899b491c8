//! Apple News Format: a document of components, each with a role.

mod media;
mod table;
mod text;

use super::native::{self, metadata};
use super::{Cursor, fragment, line};
use crate::article::{
    Article, Author, Block, BlockKind, BoxTone, Flow, GalleryLayout, HeadingLevel, Image, Inline,
    Mark, QuoteStyle, Text, plain_text,
};
use crate::error::Problem;
use crate::json::Json;
use crate::safe_url::{SafeUrl, UrlUse};
use crate::text::fold::fold;
use crate::text::{clean, count};

/// Whether a file is a document of components with roles.
pub(super) fn matches(json: &Json) -> bool {
    let has = |key| json.get(key).is_some();
    let known = ["version", "identifier", "layout", "componentTextStyles", "title"];
    let Some(Json::Array(components)) = json.get("components") else { return false };
    known.into_iter().any(has)
        && components.iter().any(|one| matches!(one.get("role"), Some(Json::Text(_))))
}

/// Reads an article. `None` where there is neither a title nor a component to show.
pub(super) fn into_article(root: &Cursor) -> Option<Article> {
    let around = root.get("metadata");
    let around = around.as_ref();
    let title = root.field("title", fragment::line);
    let authors = around.map(|around| around.list("authors", metadata::author));
    let mut reader = Reader {
        root,
        out: Vec::new(),
        title: title.clone(),
        lede: Vec::new(),
        authors: authors.unwrap_or_default(),
        fills: Vec::new(),
        left_out: Vec::new(),
        highest: 6,
        in_aside: false,
    };
    if let Some(components) = root.get("components") {
        reader.highest = highest(components.json());
        reader.components(&components);
    }
    if title.is_none() {
        root.warn(Problem::Missing { field: "title" });
        if reader.out.is_empty() && reader.title.is_none() {
            return None;
        }
    }
    let headline = reader.title.take().unwrap_or_else(|| native::first_words(&reader.out));
    let subtitle = root.field("subtitle", fragment::line);
    let mut lede = std::mem::take(&mut reader.lede);
    if lede.is_empty() {
        let excerpt = around.and_then(|around| around.field("excerpt", fragment::line));
        let repeats = |text: &Text| same(text, &headline) || subtitle.as_ref() == Some(text);
        lede = excerpt.filter(|text| !repeats(text)).map(native::words).unwrap_or_default();
    }
    // An introduction may say the same as the subtitle.
    let subtitle =
        subtitle.filter(|text| !same(text, &plain_text(&lede)) && !same(text, &headline));
    let date = |key| around.and_then(|around| around.field(key, metadata::moment));
    let published = date("datePublished").or_else(|| date("dateCreated"));
    let modified = date("dateModified");
    Some(Article {
        id: root.field("identifier", metadata::slug),
        canonical: around
            .and_then(|around| around.field("canonicalURL", |url| url.url(UrlUse::Link))),
        lang: root.field("language", metadata::language).unwrap_or_default(),
        headline,
        alternative_headline: subtitle,
        lede,
        authors: reader.authors,
        published,
        modified: modified.filter(|at| published.is_none_or(|first| first.epoch < at.epoch)),
        topics: around.map(metadata::topics).unwrap_or_default(),
        lead_image: around.and_then(|around| media::still(around, "thumbnailURL")),
        body: reader.out,
        ..Article::default()
    })
}

/// Whether two lines say the same.
fn same(one: &str, other: &str) -> bool {
    fold(one) == fold(other)
}

/// The level of a heading's role.
fn heading_level(role: &str) -> Option<u8> {
    match role.strip_prefix("heading")? {
        "" => Some(1),
        level => count(level).filter(|level| (1..=6).contains(level)).map(|level| level as u8),
    }
}

/// The highest level of headings that is used: it comes right below the headline.
fn highest(components: &Json) -> u8 {
    let Json::Array(components) = components else { return 6 };
    let mut best = 6;
    for component in components {
        if let Some(Json::Text(role)) = component.get("role") {
            best = best.min(heading_level(role).unwrap_or(6));
        }
        if let Some(inner) = component.get("components") {
            best = best.min(highest(inner));
        }
    }
    best
}

/// The article in the making.
struct Reader<'a> {
    root: &'a Cursor<'a>,
    out: Vec<Block>,
    title: Option<Text>,
    lede: Vec<Inline>,
    authors: Vec<Author>,
    /// Pictures that fill containers, each shown once.
    fills: Vec<SafeUrl>,
    /// What was left out already; once a kind is enough.
    left_out: Vec<&'static str>,
    highest: u8,
    in_aside: bool,
}

impl Reader<'_> {
    fn push(&mut self, at: &Cursor, kind: BlockKind) {
        if at.sink.count_block() {
            self.out.push(kind.into());
        }
    }

    fn paragraph(&mut self, at: &Cursor, text: Vec<Inline>) {
        if !text.is_empty() {
            self.push(at, BlockKind::Paragraph(text));
        }
    }

    fn components(&mut self, list: &Cursor) {
        list.for_each(&mut |component| self.component(component));
    }

    /// Whether the body has words already.
    fn has_begun(&self) -> bool {
        let says = |block: &Block| match &block.kind {
            BlockKind::Image(image) => !image.caption.is_empty(),
            BlockKind::Divider => false,
            _ => true,
        };
        self.in_aside || self.out.iter().any(says)
    }

    fn component(&mut self, component: &Cursor) {
        if !matches!(component.json(), Json::Object(_)) {
            return component.wrong_type("a component").unwrap_or_default();
        }
        let role = component.field("role", line).unwrap_or_default();
        match &*role {
            "title" => self.title(component),
            "intro" => self.intro(component),
            "author" | "byline" | "illustrator" | "photographer" => self.byline(component, &role),
            "heading" | "heading1" | "heading2" | "heading3" | "heading4" | "heading5"
            | "heading6" => self.heading(component, heading_level(&role).unwrap_or(1)),
            "body" | "text" => {
                let mut blocks = text::blocks(component, self.root);
                self.out.append(&mut blocks);
            }
            "caption" => self.caption(component),
            "quote" => self.quote(component, QuoteStyle::Block),
            "pullquote" => self.quote(component, QuoteStyle::Pull),
            "image" | "figure" | "photo" | "portrait" | "logo" | "motion" | "article_thumbnail" => {
                media::image(self, component);
            }
            "gallery" => media::gallery(self, component, GalleryLayout::Carousel),
            "mosaic" => media::gallery(self, component, GalleryLayout::Grid),
            "video" => media::video(self, component),
            "audio" | "music" => media::audio(self, component),
            "embedwebvideo" | "embedvideo" => media::embed(self, component, ""),
            "tweet" => media::embed(self, component, "X"),
            "instagram" => media::embed(self, component, "Instagram"),
            "facebook_post" => media::embed(self, component, "Facebook"),
            "tiktok" => media::embed(self, component, "TikTok"),
            "podcast" => media::embed(self, component, "Apple Podcasts"),
            "map" | "place" => media::not_shown(self, component, "a map"),
            "arkit" | "augmented_reality" => media::not_shown(self, component, "a 3D model"),
            "table" | "htmltable" => self.html_table(component),
            "datatable" => table::data(self, component),
            "divider" => self.push(component, BlockKind::Divider),
            "flexible_spacer" => {}
            "link_button" | "button" => self.link(component),
            "aside" => self.aside(component),
            role if role.contains("advertisement") => {
                self.leave_out(component, "an advertisement slot");
            }
            "reader_feedback" | "article_feedback" => {
                self.leave_out(component, "a form for readers");
            }
            _ => self.container(component, &role),
        }
    }

    fn leave_out(&mut self, component: &Cursor, what: &'static str) {
        if !self.left_out.contains(&what) {
            self.left_out.push(what);
            component.warn(Problem::LeftOut { what });
        }
    }

    /// The words of a component as one line; what is no text comes right after it.
    fn words(&mut self, component: &Cursor) -> Vec<Inline> {
        text::words(component, self.root, &mut self.out)
    }

    /// The headline, which is not shown twice.
    fn title(&mut self, component: &Cursor) {
        let text = self.words(component);
        let words = clean::line(&plain_text(&text).replace('\n', " "));
        match &self.title {
            _ if words.is_empty() => {}
            None => self.title = Some(words),
            Some(title) if same(title, &words) => {}
            Some(_) => {
                self.push(component, BlockKind::Heading { level: HeadingLevel::Two, text });
            }
        }
    }

    fn intro(&mut self, component: &Cursor) {
        let blocks = text::blocks(component, self.root);
        if let ([Block { kind: BlockKind::Paragraph(text), .. }], true, false) =
            (&blocks[..], self.lede.is_empty(), self.has_begun())
        {
            self.lede.clone_from(text);
        } else {
            self.out.extend(blocks);
        }
    }

    /// A byline at the head may name whom the metadata names; any other is kept as it stands.
    fn byline(&mut self, component: &Cursor, role: &str) {
        let text = self.words(component);
        let line = clean::line(&plain_text(&text));
        let bare = line.get(..3).filter(|by| by.eq_ignore_ascii_case("by "));
        let name = line.get(bare.map_or(0, str::len)..).unwrap_or_default();
        if self.authors.iter().any(|author| same(&author.name, name)) {
            return;
        }
        if role == "author" && self.authors.is_empty() && !self.has_begun() && !name.is_empty() {
            let name = name.into();
            self.authors.push(Author { name, job_title: None, url: None, image: None });
        } else {
            self.small(component, text);
        }
    }

    fn small(&mut self, component: &Cursor, content: Vec<Inline>) {
        if !content.is_empty() {
            self.paragraph(component, vec![Inline::Marked { mark: Mark::Small, content }]);
        }
    }

    fn heading(&mut self, component: &Cursor, level: u8) {
        let text = self.words(component);
        let level = match level.saturating_sub(self.highest) {
            0 => HeadingLevel::Two,
            1 => HeadingLevel::Three,
            2.. => HeadingLevel::Four,
        };
        if !text.is_empty() {
            self.push(component, BlockKind::Heading { level, text });
        }
    }

    /// A caption of its own belongs to the picture before it.
    fn caption(&mut self, component: &Cursor) {
        let mut left = Vec::new();
        let text = text::words(component, self.root, &mut left);
        match self.out.last_mut().map(|block| &mut block.kind) {
            Some(
                BlockKind::Image(Image { caption, .. })
                | BlockKind::Gallery { caption, .. }
                | BlockKind::Embed { caption, .. },
            ) if caption.is_empty() => *caption = text,
            _ => self.small(component, text),
        }
        self.out.append(&mut left);
    }

    fn quote(&mut self, component: &Cursor, style: QuoteStyle) {
        let mut blocks = text::blocks(component, self.root);
        // A quotation mark-up within a quotation is the same one.
        if let [Block { kind: BlockKind::Quote { style: own, .. }, .. }] = &mut blocks[..] {
            *own = style;
            return self.out.append(&mut blocks);
        }
        let content = match &mut blocks[..] {
            [] => return,
            [Block { kind: BlockKind::Paragraph(text), .. }] => Flow::Text(std::mem::take(text)),
            _ => Flow::Blocks(blocks),
        };
        self.push(component, BlockKind::Quote { content, cite: Vec::new(), url: None, style });
    }

    fn html_table(&mut self, component: &Cursor) {
        if let Some(html) = component.get("html") {
            let blocks = fragment::blocks(&html, html.string().unwrap_or_default());
            self.out.extend(blocks);
        } else if component.get("data").is_some() {
            table::data(self, component);
        } else {
            component.warn(Problem::Missing { field: "html" });
        }
    }

    fn link(&mut self, component: &Cursor) {
        let content = self.words(component);
        let content = if content.is_empty() {
            component.field("accessibilityLabel", line).map(native::words).unwrap_or_default()
        } else {
            content
        };
        if content.is_empty() {
            return;
        }
        match component.field("URL", |url| url.url(UrlUse::Link)) {
            Some(url) => {
                let mark = Mark::Link { url, title: None };
                self.paragraph(component, vec![Inline::Marked { mark, content }]);
            }
            None => self.paragraph(component, content),
        }
    }

    fn aside(&mut self, component: &Cursor) {
        let outer = std::mem::take(&mut self.out);
        let around = std::mem::replace(&mut self.in_aside, true);
        media::fill(self, component);
        if let Some(inner) = component.get("components") {
            self.components(&inner);
        }
        self.in_aside = around;
        let blocks = std::mem::replace(&mut self.out, outer);
        if !blocks.is_empty() {
            self.push(component, BlockKind::Box { title: None, tone: BoxTone::Note, blocks });
        }
    }

    /// Sections, chapters, headers and the like part nothing but the layout.
    fn container(&mut self, component: &Cursor, role: &str) {
        media::fill(self, component);
        let known = matches!(
            role,
            "container" | "section" | "chapter" | "header" | "article_link" | "arcade"
        );
        if let Some(inner) = component.get("components") {
            // One that nobody knows may have words of its own.
            let mut blocks = text::blocks(component, self.root);
            self.out.append(&mut blocks);
            return self.components(&inner);
        }
        if known {
            return;
        }
        let mut blocks = text::blocks(component, self.root);
        let mut left = Vec::new();
        let caption = text::member(component, "caption", self.root, &mut left);
        let found = !blocks.is_empty() || !caption.is_empty();
        component.warn(Problem::UnknownBlock { kind: role.to_owned(), fallback: found });
        if !found {
            return self.push(component, BlockKind::Unknown { kind: role.into() });
        }
        self.out.append(&mut blocks);
        self.paragraph(component, caption);
        self.out.append(&mut left);
    }
}
