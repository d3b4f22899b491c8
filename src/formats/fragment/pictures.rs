//! Pictures of a fragment, with what their pages do to load them late undone.

use super::Reader;
use crate::article::{BlockKind, Image, Rendition};
use crate::error::Problem;
use crate::html::Element;
use crate::json;
use crate::safe_url::{SafeUrl, UrlUse};
use crate::text::{clean, count};

/// Where the address may stand, the true one before the one that keeps its place.
const SOURCES: &str = "data-src data-original data-lazy-src data-lazy data-orig-src data-url src";
const SOURCE_SETS: &str = "data-srcset data-lazy-srcset srcset";
/// A picture in an address shorter than this shows nothing: it keeps the place of another.
const PLACEHOLDER: usize = 300;
/// Widths that one picture is kept in.
const MAX_RENDITIONS: usize = 8;

/// A number of pixels.
pub(super) fn pixels(element: &Element, name: &str) -> Option<u32> {
    let text = element.get(name)?.trim();
    let number = text.strip_suffix("px").unwrap_or(text).split('.').next()?;
    count(number.trim()).filter(|pixels| *pixels > 0)
}

/// Width and height, where both are known.
pub(super) fn size(element: &Element) -> Option<(u32, u32)> {
    pixels(element, "width").zip(pixels(element, "height"))
}

fn is_placeholder(address: &str) -> bool {
    address.is_empty()
        || address == "about:blank"
        || (address.starts_with("data:") && address.len() < PLACEHOLDER)
}

/// The first of these attributes that says something.
pub(super) fn first<'a>(element: &'a Element, names: &str) -> Option<&'a str> {
    let says = |name| element.get(name).map(str::trim).filter(|said| !is_placeholder(said));
    names.split(' ').find_map(says)
}

impl Reader<'_> {
    /// A picture; within `picture` the sources beside it count, too.
    pub(super) fn picture(&mut self, image: &Element, around: Option<&Element>) {
        let alt = image.get("alt").map(clean::line).filter(|alt| !alt.is_empty());
        // An emoji is a word, whatever it is drawn with.
        if let Some(alt) = &alt
            && (image.has_class("emoji") || image.has_class("wp-smiley"))
        {
            return self.run.text(alt);
        }
        let size = size(image);
        if size.is_some_and(|(width, height)| width <= 2 && height <= 2) {
            return self.cursor.warn_once(Problem::LeftOut { what: "a tracking pixel" });
        }
        let main = first(image, SOURCES);
        let mut renditions = Vec::new();
        let mut largest = None;
        let mut sources = vec![image];
        if let Some(around) = around {
            sources.extend(around.elements().filter(|one| one.name == "source"));
        }
        for source in sources {
            if let Some(set) = first(source, SOURCE_SETS)
                && renditions.is_empty()
                && (main.is_none() || largest.is_none())
            {
                largest = self.source_set(set, main, &mut renditions).or(largest);
            }
        }
        let url = main.and_then(|url| self.cursor.url_of(url, UrlUse::Picture)).or(largest);
        let Some(url) = url else {
            // What keeps a place is not missed where the true picture follows.
            if main.is_none() {
                self.missing_picture = true;
            }
            return;
        };
        let title = || image.get("title").map(clean::line).filter(|title| !title.is_empty());
        let new = Image { size, alt: alt.or_else(title), renditions, ..Image::at(url) };
        self.flush();
        // The same once more is for browsers without scripts.
        if let Some(BlockKind::Image(last)) = self.out.last().map(|block| &block.kind)
            && last.url == new.url
        {
            return;
        }
        self.push(BlockKind::Image(new));
    }

    /// Reads `srcset` into renditions, narrowest first. Gives the largest.
    fn source_set(
        &self,
        set: &str,
        main: Option<&str>,
        out: &mut Vec<Rendition>,
    ) -> Option<SafeUrl> {
        let mut largest = None;
        let mut most = 0.0;
        let mut rest = set;
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == ',');
            if rest.is_empty() {
                return largest;
            }
            let (address, after) =
                rest.split_once(|c: char| c.is_ascii_whitespace()).unwrap_or((rest, ""));
            // A comma right behind the address ends the candidate, one within belongs to it.
            let (descriptor, after) = match address.ends_with(',') {
                true => ("", after),
                false => after.split_once(',').unwrap_or((after, "")),
            };
            rest = after;
            let address = address.trim_end_matches(',');
            let descriptor = descriptor.split_ascii_whitespace().next().unwrap_or("1x");
            let width = descriptor.strip_suffix('w').and_then(count);
            let width = width.filter(|width| *width > 0);
            let density = descriptor.strip_suffix('x').and_then(json::decimal);
            let weight = width.map_or(density.unwrap_or_default(), f64::from);
            if is_placeholder(address) || (width.is_none() && main.is_some()) {
                continue;
            }
            if out.len() >= MAX_RENDITIONS {
                return largest;
            }
            let Some(url) = self.cursor.url_of(address, UrlUse::Picture) else { continue };
            if weight > most || largest.is_none() {
                (largest, most) = (Some(url.clone()), weight);
            }
            let Some(width) = width else { continue };
            let new = Rendition { url, width, height: None, bytes: None };
            match out.iter().position(|known| known.width >= width) {
                Some(at) if out.get(at).is_some_and(|known| known.width == width) => {}
                Some(at) => out.insert(at, new),
                None => out.push(new),
            }
        }
    }

    /// Warns of a picture that has no address, once it is clear that none follows.
    pub(super) fn tell_missing_picture(&mut self) {
        if std::mem::take(&mut self.missing_picture) {
            self.cursor.warn(Problem::NotShown { what: "a picture without an address" });
        }
    }
}
