//! The files of an item: one picture comes in many sizes, cuts and kinds.

use super::{any, members};
use crate::article::{Focus, Rendition, Text};
use crate::error::Problem;

use crate::formats::{Cursor, line};
use crate::json::{self, Json};
use crate::safe_url::{SafeUrl, UrlUse};
use crate::text::{after_last, is_one_of};

/// Wider than any screen shows a picture in a column; such files are for printing.
const WIDEST: u32 = 2_600;
/// The most addresses by which one picture is looked for.
const MAX_ALIASES: usize = 40;
/// Where the address of a file may stand.
const ADDRESSES: [&str; 3] = ["href", "url", "src"];

/// Visits the renditions of an item, each with its name.
pub(super) fn each(item: &Cursor, visit: &mut dyn FnMut(&Cursor, &str)) {
    let Some(all) = item.get("renditions") else { return };
    match all.json() {
        // A single one is an object with an address, several are an object of objects.
        Json::Object(_) if all.json().get("href").is_none() => {
            for (name, _) in members(&all) {
                if let Some(one) = all.get(name) {
                    visit(&one, name);
                }
            }
        }
        Json::Object(_) | Json::Array(_) => all.for_each(&mut |one| {
            let name = one.field("name", line).unwrap_or_default();
            visit(one, &name);
        }),
        _ => all.warn(Problem::WrongType { expected: "renditions" }),
    }
}

/// Whether it has any.
pub(super) fn has_any(item: &Cursor) -> bool {
    let mut found = false;
    each(item, &mut |one, _| found |= href(one).is_some());
    found
}

/// All addresses and file names by which a text may show this item.
pub(super) fn aliases(item: &Cursor) -> Vec<String> {
    let mut out = Vec::new();
    each(item, &mut |one, _| {
        if out.len() > MAX_ALIASES {
            return;
        }
        out.extend(href(one).map(str::to_owned));
        if let Some(Json::Text(file)) = one.json().get("media") {
            out.push((**file).to_owned());
        }
    });
    out
}

fn words(json: &Json) -> Option<&str> {
    match json {
        Json::Text(text) if !text.trim().is_empty() => Some(text),
        _ => None,
    }
}

/// The address of a rendition, as it is spelled.
fn href<'a>(rendition: &Cursor<'a>) -> Option<&'a str> {
    let json = rendition.json();
    words(json).or_else(|| ADDRESSES.iter().find_map(|key| words(json.get(key)?)))
}

pub(super) fn address(rendition: &Cursor, purpose: UrlUse) -> Option<SafeUrl> {
    if rendition.is_text() {
        return rendition.url(purpose);
    }
    let has = |key: &&&str| rendition.json().get(key).and_then(words).is_some();
    let Some(key) = ADDRESSES.iter().find(has) else {
        // A rendition that says only what it would be is one that was not delivered.
        if !matches!(rendition.json(), Json::Object(_)) {
            rendition.warn(Problem::WrongType { expected: "a rendition" });
        }
        return None;
    };
    rendition.get(key)?.url(purpose)
}

/// What a file is: by its media type, else by its ending.
pub(super) fn media_type(rendition: &Cursor) -> Text {
    let keys = ["contenttype", "contentType", "mimetype", "mimeType", "mime_type"];
    if let Some(mime) = any(rendition, &keys, line) {
        return mime.to_ascii_lowercase().into();
    }
    let href = href(rendition).unwrap_or_default();
    let path = href.split(['?', '#']).next().unwrap_or_default();
    let ending = after_last(path, b'.').to_ascii_lowercase();
    let known = ENDINGS.iter().find(|(_, endings)| is_one_of(&ending, endings));
    known.map_or("".into(), |(kind, _)| [kind, &*ending].concat().into())
}

/// The first half of a media type, and the endings of its files.
const ENDINGS: [(&str, &str); 4] = [
    ("image/", "jpg jpeg png gif webp avif tif tiff psd"),
    ("video/", "mp4 webm mov m4v wmv"),
    ("audio/", "mp3 m4a ogg wav aac oga"),
    ("text/", "vtt"),
];

pub(super) fn pixels(value: &Cursor) -> Option<u32> {
    // Some write 0 for a size that they do not know.
    if matches!(value.json(), Json::Integer(0)) { None } else { value.whole(1) }
}

pub(super) fn bytes(rendition: &Cursor) -> Option<u64> {
    let read = |value: &Cursor| value.whole(0).map(u64::from);
    any(rendition, &["sizeinbytes", "sizeInBytes", "filesize"], read)
}

/// One file of a picture. Its width is 0 where its size is not known.
pub(super) struct File {
    pub url: SafeUrl,
    pub width: u32,
    pub height: u32,
    pub bytes: Option<u64>,
    pub focus: Option<Focus>,
    is_small: bool,
    is_whole: bool,
}

impl File {
    /// Whether this is a smaller or larger copy, and not another cut.
    fn is_copy_of(&self, other: &File) -> bool {
        let wanted =
            u64::from(other.height) * u64::from(self.width) / u64::from(other.width.max(1));
        wanted.abs_diff(u64::from(self.height)) <= wanted / 40 + 2
    }

    /// How good a measure for the others this is: whole, and large.
    fn rank(&self) -> (bool, bool, bool, u64) {
        let area = u64::from(self.width) * u64::from(self.height);
        (self.width > 0, self.is_whole, !self.is_small, area)
    }
}

/// The files that a browser can show as a picture.
pub(super) fn files(item: &Cursor) -> Vec<File> {
    let mut files: Vec<File> = Vec::new();
    each(item, &mut |one, name| {
        let mime = media_type(one);
        let is_picture = mime.starts_with("image/") || mime.is_empty();
        let is_print = ["tif", "postscript", "psd", "photoshop"];
        if is_picture && !is_print.iter().any(|kind| mime.contains(kind)) {
            files.extend(file(one, name).filter(|new| files.iter().all(|old| old.url != new.url)));
        }
    });
    files
}

fn file(rendition: &Cursor, name: &str) -> Option<File> {
    let url = address(rendition, UrlUse::Picture)?;
    let size = rendition.field("width", pixels).zip(rendition.field("height", pixels));
    let (width, height) = size.unwrap_or_default();
    let name = name.to_ascii_lowercase();
    let is = |words: &[&str]| words.iter().any(|word| name.contains(word));
    Some(File {
        url,
        width,
        height,
        bytes: bytes(rendition),
        focus: focus(rendition, width, height),
        is_small: is(&["thumb", "small", "low", "preview"]),
        is_whole: is(&["original", "main", "base", "high", "full"]),
    })
}

/// The point of interest: in pixels of this rendition, or as shares of it.
fn focus(rendition: &Cursor, width: u32, height: u32) -> Option<Focus> {
    let keys = ["poi", "pointOfInterest", "pointofinterest", "focalPoint"];
    let point = keys.iter().find_map(|key| rendition.get(key))?;
    let number = |key| match point.json().get(key) {
        Some(Json::Integer(number)) => Some(*number as f64),
        Some(Json::Float(number)) => Some(*number),
        Some(Json::Text(text)) => json::decimal(text.trim()),
        _ => None,
    };
    let (Some(x), Some(y)) = (number("x"), number("y")) else {
        return point.wrong_type("a point with x and y");
    };
    let is_share = |at: f64| (0.0..=1.0).contains(&at);
    let (x, y) = match is_share(x) && is_share(y) {
        true => (x, y),
        false => (x / f64::from(width), y / f64::from(height)),
    };
    if !is_share(x) || !is_share(y) {
        return point.bad_value("a point within the picture");
    }
    let tenths = |share: f64| (share * 10.0 + 0.5) as u8;
    Some(Focus { x: tenths(x), y: tenths(y) })
}

/// The file that stands for a picture, and its copies, narrowest first.
pub(super) struct Chosen<'a> {
    pub main: &'a File,
    pub copies: Vec<Rendition>,
}

/// Chooses among files. What is cut otherwise than the whole picture is left alone.
pub(super) fn choose(files: &[File]) -> Option<Chosen<'_>> {
    let mut whole = files.first()?;
    for file in files {
        if file.rank() > whole.rank() {
            whole = file;
        }
    }
    let (mut main, mut copies) = (whole, Vec::<Rendition>::new());
    for file in files.iter().filter(|file| file.width > 0 && file.is_copy_of(whole)) {
        let is_better = match (file.width <= WIDEST, main.width <= WIDEST) {
            (true, true) => file.width > main.width,
            (fits, false) => fits || file.width < main.width,
            (false, true) => false,
        };
        if is_better {
            main = file;
        }
        let at = copies.iter().position(|known| known.width >= file.width);
        let at = at.unwrap_or(copies.len());
        let is_new = copies.get(at).is_none_or(|known| known.width != file.width);
        if file.width <= WIDEST && is_new {
            let (url, height) = (file.url.clone(), Some(file.height));
            copies.insert(at, Rendition { url, width: file.width, height, bytes: file.bytes });
        }
    }
    if copies.len() < 2 {
        copies.clear();
    }
    Some(Chosen { main, copies })
}
