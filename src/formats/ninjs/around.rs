//! What is associated with an item, around its text: pictures that the text shows get their sizes
//! and credits there, and what it does not show follows it, each thing once.

use std::cell::Cell;

use super::media::{self, Kind};
use super::{any, letters, metadata, renditions, versions};
use crate::article::{Block, BlockKind, BoxTone, GalleryLayout, Image, Related, Text, plain_text};
use crate::error::Problem;
use crate::formats::{Cursor, fragment, line, native};
use crate::json::Json;
use crate::text::after_last;

/// Names of what stands above a text.
const LEADS: &[&str] =
    &["featuremedia", "featureMedia", "feature_media", "featured", "mainpic", "main", "lead"];
/// The most comparisons that are made to find out what a text shows, and the most identifiers that
/// are kept.
const MAX_COMPARED: usize = 300_000;
const MAX_SEEN: usize = 500;
/// A file name that is at least as long as this is a picture's own, wherever it lies.
const OWN_NAME: usize = 24;

pub(super) struct Around<'a> {
    html: &'a str,
    pub body: Vec<Block>,
    pub lead: Option<Image>,
    pub related: Vec<Related>,
    /// Whether an association has the name of the lead.
    lead_is_named: bool,
    /// The identifiers of what has been seen to, in order.
    seen: Vec<Text>,
    /// What the last gallery in the making is called.
    stem: String,
    compared: Cell<usize>,
}

impl<'a> Around<'a> {
    pub fn new(item: &Cursor, body: Vec<Block>, html: &'a str) -> Self {
        Self {
            html,
            body,
            lead: None,
            related: Vec::new(),
            lead_is_named: false,
            seen: identifier(item).into_iter().collect(),
            stem: String::new(),
            compared: Cell::new(0),
        }
    }

    /// Takes out a headline that the text repeats at its beginning.
    pub fn drop_headline(&mut self, headline: &str) {
        let repeats = |block: &Block| match &block.kind {
            BlockKind::Heading { text, .. } => letters(&plain_text(text)) == letters(headline),
            _ => false,
        };
        if let Some(at) = self.body.iter().take(2).position(repeats) {
            self.body.remove(at);
        }
    }

    fn push(&mut self, item: &Cursor, kind: BlockKind) {
        self.stem.clear();
        if item.sink.count_block() {
            self.body.push(kind.into());
        }
    }

    /// An item that is a picture, a recording or a video: before its words. Whether there is one.
    pub fn item_itself(&mut self, item: &Cursor, kind: Kind) -> bool {
        let Some(block) = shown(item, kind) else { return false };
        let said = match &block {
            BlockKind::Image(image) => plain_text(&image.caption),
            BlockKind::Video(video) => plain_text(&video.caption),
            BlockKind::Audio { caption, .. } => plain_text(caption),
            _ => String::new(),
        };
        // What the caption says is not said again.
        let said = letters(&said);
        self.body.retain(|block| match &block.kind {
            BlockKind::Paragraph(text) => !said.contains(&letters(&plain_text(text))),
            _ => true,
        });
        if item.sink.count_block() {
            self.body.insert(0, block.into());
        }
        true
    }

    /// The picture of an item that is none itself.
    pub fn lead_of(&mut self, item: &Cursor) {
        if renditions::has_any(item) {
            self.lead = media::picture(item);
        }
    }

    /// Everything that is associated with an item; articles `in_full` where it has no text itself.
    pub fn associations(&mut self, item: &Cursor, in_full: bool) {
        let list = item.get("associations");
        if let Some(list) = &list {
            // The lead comes first, so that nothing else takes its place.
            members(list, &mut |one, name| {
                if LEADS.contains(&name) {
                    self.lead_is_named |= matches!(media::kind(one), Kind::Picture);
                    self.one(one, name, in_full);
                }
            });
        }
        for key in ["extra_items", "groups"] {
            if let Some(groups) = item.get(key) {
                members(&groups, &mut |group, _| self.group(group, in_full));
            }
        }
        if let Some(list) = &list {
            members(list, &mut |one, name| {
                if !LEADS.contains(&name) {
                    self.one(one, name, in_full);
                }
            });
        }
    }

    /// A group of items: a gallery, or articles that belong to this one.
    fn group(&mut self, group: &Cursor, in_full: bool) {
        let list = ["items", "refs", "associations"].iter().find_map(|key| group.get(key));
        let Some(list) = list else { return };
        let mut images = Vec::new();
        members(&list, &mut |one, name| {
            if !matches!(media::kind(one), Kind::Picture | Kind::Graphic) {
                self.one(one, name, in_full);
            } else if self.is_new(one) {
                images.extend(self.unshown(one, name));
            }
        });
        let Some(last) = images.pop() else { return };
        if images.is_empty() {
            return self.push(group, BlockKind::Image(last));
        }
        images.push(last);
        let caption = media::caption(group);
        let caption = match versions::headlines(group).0 {
            Some(title) if caption.is_empty() => native::words(title),
            _ => caption,
        };
        self.push(group, BlockKind::Gallery { images, layout: GalleryLayout::Grid, caption });
    }

    /// Whether it has not been seen to under another name.
    fn is_new(&mut self, item: &Cursor) -> bool {
        let Some(id) = identifier(item) else { return true };
        let Err(place) = self.seen.binary_search(&id) else { return false };
        if self.seen.len() < MAX_SEEN {
            self.seen.insert(place, id);
        }
        true
    }

    /// One association.
    fn one(&mut self, item: &Cursor, name: &str, in_full: bool) {
        if !matches!(item.json(), Json::Object(_)) {
            return item.warn(Problem::WrongType { expected: "an item" });
        }
        if !self.is_new(item) {
            return;
        }
        match media::kind(item) {
            Kind::Picture => self.picture(item, name),
            // A logo or a map is not what a story is about.
            Kind::Graphic => {
                if let Some(image) = self.unshown(item, name) {
                    self.push(item, BlockKind::Image(image));
                }
            }
            kind @ (Kind::Video | Kind::Audio) => self.recording(item, name, kind),
            Kind::Composite if item.get("associations").is_some() => self.group(item, in_full),
            Kind::Other if renditions::has_any(item) => self.picture(item, name),
            Kind::Composite | Kind::Event | Kind::Text | Kind::Other => self.article(item, in_full),
        }
    }

    fn picture(&mut self, item: &Cursor, name: &str) {
        let Some(image) = self.unshown(item, name) else { return };
        // A gallery may come as a series of associations: `photos--1`, `photos--2`.
        let stem = name.split_once("--").map(|(stem, _)| stem).unwrap_or_default();
        let may_lead = LEADS.contains(&name) || (!self.lead_is_named && stem.is_empty());
        if self.lead.is_none() && may_lead {
            self.lead = Some(image);
            return;
        }
        if stem.is_empty() || stem != self.stem {
            self.push(item, BlockKind::Image(image));
            return stem.clone_into(&mut self.stem);
        }
        let Some(last) = self.body.last_mut().map(|block| &mut block.kind) else { return };
        match last {
            BlockKind::Gallery { images, .. } => images.push(image),
            BlockKind::Image(first) => {
                let (images, layout) = (vec![first.clone(), image], GalleryLayout::Grid);
                *last = BlockKind::Gallery { images, layout, caption: Vec::new() };
            }
            _ => {}
        }
    }

    /// The picture of an item, unless the text shows it: then that one is completed.
    fn unshown(&mut self, item: &Cursor, name: &str) -> Option<Image> {
        let image = media::picture(item)?;
        let aliases = self.aliases(item, name);
        let compared = &self.compared;
        let is_same = |known: &Image| {
            compared.set(compared.get() + aliases.len());
            if compared.get() > MAX_COMPARED {
                return false;
            }
            known.url == image.url
                || aliases.iter().any(|alias| is_alias(alias, known.url.as_str()))
        };
        if self.lead.as_ref().is_some_and(is_same) {
            return None;
        }
        let Some(shown) = find(&mut self.body, &is_same) else { return Some(image) };
        let old = std::mem::replace(shown, image);
        if !old.caption.is_empty() {
            shown.caption = old.caption;
        }
        shown.alt = old.alt.or(shown.alt.take());
        shown.credit = old.credit.or(shown.credit.take());
        None
    }

    fn recording(&mut self, item: &Cursor, name: &str, kind: Kind) {
        let aliases = self.aliases(item, name);
        let is_shown = self.body.iter().any(|block| {
            let sources = match &block.kind {
                BlockKind::Video(video) => &video.sources[..],
                BlockKind::Audio { track, .. } => std::slice::from_ref(&track.source),
                _ => &[],
            };
            let is = |url: &str| aliases.iter().any(|alias| is_alias(alias, url));
            sources.iter().any(|source| is(source.url.as_str()))
        });
        if !is_shown && let Some(block) = shown(item, kind) {
            self.push(item, block);
        }
    }

    /// Another article: a link to it, or what there is of it.
    fn article(&mut self, item: &Cursor, in_full: bool) {
        let (title, _) = versions::headlines(item);
        let title = title.or_else(|| item.field("title", fragment::line));
        let words = versions::inlines(item, &versions::DESCRIPTIONS);
        if !in_full
            && let Some(url) = metadata::address(item)
            && item.sink.count_block()
        {
            let description = plain_text(&words);
            return self.related.push(Related {
                name: title.unwrap_or_else(|| url.as_str().into()),
                url,
                image: None,
                description: (!description.is_empty()).then(|| description.into()),
            });
        }
        let mut blocks = versions::blocks(item, &versions::DESCRIPTIONS);
        let text =
            if in_full || blocks.is_empty() { versions::body(item).blocks } else { Vec::new() };
        if !text.is_empty() {
            blocks = text;
        } else if versions::has_body(item) {
            item.warn_once(Problem::LeftOut { what: "the text of another article" });
        }
        if title.is_none() && blocks.is_empty() {
            return item.warn(Problem::NotShown { what: "an item without words or pictures" });
        }
        self.push(item, BlockKind::Box { title, tone: BoxTone::Note, blocks });
    }

    /// By which addresses the text may show an item: those of its files, and the one that stands
    /// where the text names it.
    fn aliases(&self, item: &Cursor, name: &str) -> Vec<String> {
        let mut out = renditions::aliases(item);
        if name.is_empty() {
            return out;
        }
        for mark in [["{id: \"", name, "\"}"], ["data-assoc-ref=\"", name, "\""]] {
            let Some((before, after)) = self.html.split_once(&mark.concat()) else { continue };
            // The attribute may come after the address, within one tag.
            let tag = after_last(before, b'<');
            let near = [tag, after].iter().find_map(|part| part.split_once("src=\""));
            if let Some((address, _)) = near.and_then(|(_, rest)| rest.split_once('"')) {
                out.push(address.replace("&amp;", "&"));
            }
        }
        out
    }
}

/// The block of an item that is more than words.
fn shown(item: &Cursor, kind: Kind) -> Option<BlockKind> {
    match kind {
        Kind::Video => match media::video(item) {
            Some(video) => Some(BlockKind::Video(video)),
            None => media::still(item).map(BlockKind::Image),
        },
        Kind::Audio => media::audio(item)
            .map(|track| BlockKind::Audio { track, caption: media::caption(item) }),
        Kind::Picture
        | Kind::Graphic
        | Kind::Text
        | Kind::Composite
        | Kind::Event
        | Kind::Other => media::picture(item).map(BlockKind::Image),
    }
}

fn identifier(item: &Cursor) -> Option<Text> {
    any(item, &["guid", "uri"], line)
}

/// Whether an address is that of a file: the same, the same from the root of its host on, or the
/// same long name elsewhere.
fn is_alias(alias: &str, url: &str) -> bool {
    let name = file(alias);
    let is_rest = alias.len() > 1 && alias.starts_with('/') && url.ends_with(alias);
    alias == url || is_rest || (name.len() >= OWN_NAME && name == file(url))
}

/// The last part of an address's path.
fn file(address: &str) -> &str {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    after_last(path, b'/')
}

/// The first picture of a text that fits.
fn find<'b>(blocks: &'b mut [Block], fits: &dyn Fn(&Image) -> bool) -> Option<&'b mut Image> {
    blocks.iter_mut().find_map(|block| match &mut block.kind {
        BlockKind::Image(image) => fits(image).then_some(image),
        BlockKind::Gallery { images, .. } => images.iter_mut().find(|image| fits(image)),
        BlockKind::Box { blocks, .. } => find(blocks, fits),
        _ => None,
    })
}

/// Visits the members of an object, or of a list whose items bring their names.
fn members(list: &Cursor, visit: &mut dyn FnMut(&Cursor, &str)) {
    match list.json() {
        Json::Object(_) => {
            for (name, _) in super::members(list) {
                if let Some(one) = list.get(name) {
                    visit(&one, name);
                }
            }
        }
        Json::Array(_) => list.for_each(&mut |one| {
            let name = any(one, &["name", "id"], line).unwrap_or_default();
            visit(one, &name);
        }),
        _ => list.warn(Problem::WrongType { expected: "a list or an object of items" }),
    }
}
