//! One file: what it says against what is shown of it.

use super::source::{self, Original, Part, Passage, Picture};
use super::words::{kept, words};
use trangbao::article::{Article, Block, BlockKind, Flow, Image};
use trangbao::error::{Problem, Warning};
use trangbao::formats::{Found, Opened, Source, Wanted, parse_any};

/// What is to be known of one file, or of several together.
#[derive(Default)]
pub struct Measure {
    pub articles: usize,
    pub words: usize,
    pub words_kept: usize,
    pub pictures: usize,
    pub pictures_kept: usize,
    pub pictures_warned: usize,
    pub warnings: usize,
    /// What is below the bar, in words.
    pub faults: Vec<String>,
    /// Where words are missing, and which come first.
    missing: Vec<String>,
}

/// The least share of the words, in thousandths.
const BAR: usize = 995;
/// As many words as a fault quotes.
const QUOTED: usize = 8;

impl Measure {
    /// The share of the words, in per cent.
    pub fn share(&self) -> f64 {
        if self.words == 0 { 100.0 } else { 100.0 * self.words_kept as f64 / self.words as f64 }
    }

    pub fn add(&mut self, other: &Self) {
        self.articles += other.articles;
        self.words += other.words;
        self.words_kept += other.words_kept;
        self.pictures += other.pictures;
        self.pictures_kept += other.pictures_kept;
        self.pictures_warned += other.pictures_warned;
        self.warnings += other.warnings;
    }
}

/// Opens a file as the viewer does, from a place on a paper's server.
fn open(bytes: &[u8], number: Option<usize>) -> Result<Opened, String> {
    let source = Source {
        address: Some("https://bao.example/a/bai.json"),
        resolve: trangbao::safe_url::standard,
    };
    let wanted = Wanted { html: trangbao::html::standard, format: None, number };
    parse_any(bytes, &source, wanted).map_err(|error| error.to_string())
}

/// The format of a file and its measure. An error where nothing of it can be shown.
pub fn measure(bytes: &[u8]) -> Result<(&'static str, Measure), String> {
    let whole = open(bytes, None)?;
    let text = String::from_utf8_lossy(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes));
    let json = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    let originals = source::read(whole.format, &json);
    let mut all = Measure::default();
    let opened = match &whole.found {
        Found::Article(_) => 1,
        Found::Catalogue(list) => list.items.len(),
    };
    if opened != originals.len() {
        all.faults.push(format!("{opened} of {} articles open", originals.len()));
    }
    for (index, original) in originals.iter().enumerate() {
        match open(bytes, Some(index + 1)) {
            Ok(Opened { found: Found::Article(article), warnings, .. }) => {
                one(original, &article, &warnings, &mut all);
            }
            Ok(_) => all.faults.push(format!("{}: a catalogue within a file", original.place)),
            Err(error) => all.faults.push(format!("{}: {error}", original.place)),
        }
    }
    if all.words_kept * 1000 < all.words * BAR {
        all.faults.push(format!("{:.2} % of the words", all.share()));
        all.faults.append(&mut all.missing);
    }
    Ok((whole.format, all))
}

fn one(original: &Original, article: &Article, warnings: &[Warning], all: &mut Measure) {
    all.articles += 1;
    all.warnings += warnings.len();
    let shown = words(&shown(article));
    for versions in &original.fields {
        field(versions, &shown, warnings, all);
    }
    let mut addresses = Vec::new();
    pictures_of(article, &mut addresses);
    pictures(&original.pictures, &addresses, warnings, all);
}

/// All that an article says.
fn shown(article: &Article) -> String {
    let mut out = String::new();
    let mut add = |words: &str| {
        out.push_str(words);
        out.push('\n');
    };
    add(article.kicker.as_deref().unwrap_or_default());
    add(&trangbao::write::text(article));
    for related in &article.related {
        add(&related.name);
        add(related.description.as_deref().unwrap_or_default());
    }
    article.audio.iter().filter_map(|track| track.name.as_deref()).for_each(add);
    out
}

/// A field counts as that of its versions that fares best, summaries aside. One may be much longer for what a machine
/// wrote around its words.
fn field(versions: &[Passage], shown: &[String], warnings: &[Warning], all: &mut Measure) {
    let length = |passage: &Passage| passage.iter().map(|part| part.words.len()).sum::<usize>();
    let longest = versions.iter().map(length).max().unwrap_or_default();
    let mut best: Option<Outcome> = None;
    for passage in versions.iter().filter(|passage| length(passage) * 10 >= longest * 6) {
        let new = compare(passage, shown, warnings);
        if best.as_ref().is_none_or(|old| new.missing < old.missing) {
            best = Some(new);
        }
    }
    let Some(best) = best else { return };
    all.words += best.words;
    all.words_kept += best.words - best.missing;
    all.faults.extend(best.faults);
    all.missing.extend(best.named);
}

struct Outcome {
    words: usize,
    missing: usize,
    /// Missing words of which a warning tells.
    named: Vec<String>,
    faults: Vec<String>,
}

fn compare(passage: &Passage, shown: &[String], warnings: &[Warning]) -> Outcome {
    let source: Vec<String> = passage.iter().flat_map(|part| part.words.iter().cloned()).collect();
    let found = kept(&source, shown);
    let mut out =
        Outcome { words: source.len(), missing: 0, named: Vec::new(), faults: Vec::new() };
    let mut start = 0;
    for part in passage {
        let found = &found[start..start + part.words.len()];
        start += part.words.len();
        part_of(part, found, warnings, &mut out);
    }
    out
}

/// What of one part is missing. What a warning says is meant to stay out does not count.
fn part_of(part: &Part, found: &[bool], warnings: &[Warning], out: &mut Outcome) {
    let missing: Vec<usize> = (0..found.len()).filter(|at| !found[*at]).collect();
    let about = || warnings.iter().filter(|warning| concerns(warning, &part.place));
    if part.stays_out && about().next().is_none() {
        out.faults.push(format!("{}: left out without a warning", part.place));
    }
    if missing.is_empty() {
        return;
    }
    let whole = missing.len() * 10 > found.len() * 9;
    if whole && about().any(|warning| matches!(warning.problem, Problem::LeftOut { .. })) {
        out.words -= found.len();
        return;
    }
    out.missing += missing.len();
    let first = missing[0];
    let quoted = &part.words[first..part.words.len().min(first + QUOTED)];
    let (count, place, first) = (missing.len(), &part.place, quoted.join(" "));
    match about().next() {
        Some(_) => out.named.push(format!("{place}: {count} words are missing, first: {first}")),
        None => out.faults.push(format!(
            "{place}: {count} words are missing, and no warning names them, first: {first}"
        )),
    }
}

/// Whether a warning is about what stands in a place: it, something in it, or what it stands in.
fn concerns(warning: &Warning, place: &str) -> bool {
    let within = |inner: &str, outer: &str| {
        inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    within(&warning.pointer, place)
        || (!warning.pointer.is_empty() && within(place, &warning.pointer))
}

/// Counts the pictures that are shown, and those of which a warning tells.
fn pictures(source: &[Picture], shown: &[String], warnings: &[Warning], all: &mut Measure) {
    let mut told: Vec<&Warning> = Vec::new();
    for picture in source {
        all.pictures += 1;
        let is_shown = |address: &String| shown.iter().any(|url| same(address, url));
        if picture.addresses.iter().any(is_shown) {
            all.pictures_kept += 1;
            continue;
        }
        // One that speaks of a kind of things is said once, any other is for one picture.
        let fits = |warning: &&Warning| {
            concerns(warning, &picture.place)
                && (matches!(warning.problem, Problem::LeftOut { .. })
                    || warning.problem.to_string().contains("HTML this large")
                    || !told.iter().any(|known| std::ptr::eq(*known, *warning)))
        };
        match warnings.iter().find(fits) {
            Some(warning) => {
                told.push(warning);
                all.pictures_warned += 1;
            }
            None => {
                let address = picture.addresses.first().map_or("(no address)", String::as_str);
                all.faults.push(format!("{}: a picture is missing: {address:.120}", picture.place));
            }
        }
    }
}

/// Whether an address of the source is that of a picture which is shown: relative, with another scheme, or spelled
/// another way.
fn same(source: &str, shown: &str) -> bool {
    let plain = |address: &str| -> String {
        let address = address.split('#').next().unwrap_or_default();
        let address = address.split_once("//").map_or(address, |(_, rest)| rest);
        let decoded = percent_decoded(address);
        let parts = decoded.split('/').filter(|part| !matches!(*part, "" | "." | ".."));
        parts.collect::<Vec<_>>().join("/").replace(' ', "").to_lowercase()
    };
    let (source, shown) = (plain(source), plain(shown));
    source == shown || (!source.is_empty() && shown.contains(&source))
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        bytes.extend(before.bytes());
        let code = after.get(..2).and_then(|code| u8::from_str_radix(code, 16).ok());
        bytes.push(code.unwrap_or(b'%'));
        rest = if code.is_some() { &after[2..] } else { after };
    }
    bytes.extend(rest.bytes());
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The addresses of all pictures of an article, in all their sizes.
fn pictures_of(article: &Article, out: &mut Vec<String>) {
    article.lead_image.iter().for_each(|one| image(one, out));
    article.related.iter().filter_map(|one| one.image.as_ref()).for_each(|one| image(one, out));
    article.authors.iter().filter_map(|one| one.image.as_ref()).for_each(|one| image(one, out));
    blocks(&article.body, out);
    article.notes.iter().for_each(|note| flow(note, out));
}

fn image(one: &Image, out: &mut Vec<String>) {
    out.push(one.url.as_str().to_owned());
    out.extend(one.renditions.iter().map(|one| one.url.as_str().to_owned()));
}

fn flow(flow: &Flow, out: &mut Vec<String>) {
    if let Flow::Blocks(inner) = flow {
        blocks(inner, out);
    }
}

fn blocks(all: &[Block], out: &mut Vec<String>) {
    for block in all {
        match &block.kind {
            BlockKind::Image(one) => image(one, out),
            BlockKind::Gallery { images, .. } => images.iter().for_each(|one| image(one, out)),
            BlockKind::Video(video) => video.poster.iter().for_each(|one| image(one, out)),
            BlockKind::Quote { content, .. } => flow(content, out),
            BlockKind::List { items, .. } => items.iter().for_each(|item| flow(item, out)),
            BlockKind::Box { blocks: inner, .. } => blocks(inner, out),
            BlockKind::Timeline { items } => {
                items.iter().for_each(|item| blocks(&item.blocks, out))
            }
            BlockKind::Related { items, .. } => {
                items.iter().filter_map(|item| item.image.as_ref()).for_each(|one| image(one, out));
            }
            BlockKind::Paragraph(_)
            | BlockKind::Heading { .. }
            | BlockKind::Table { .. }
            | BlockKind::Audio { .. }
            | BlockKind::Embed { .. }
            | BlockKind::Code { .. }
            | BlockKind::Divider
            | BlockKind::Unknown { .. } => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(json: &str) -> Measure {
        measure(json.as_bytes()).map(|(_, measure)| measure).unwrap_or_default()
    }

    #[test]
    fn what_comes_through_is_above_the_bar() {
        let all = measured(
            r#"{ "id": 7, "title": { "rendered": "Sen" }, "content": { "rendered":
                "<p>Hồ <b>Tây</b> xanh.</p><img src='a%20b.jpg'><div class='share'>Chia sẻ</div>" } }"#,
        );
        assert_eq!(all.faults, [""; 0]);
        assert_eq!((all.words, all.words_kept, all.pictures_kept, all.warnings), (4, 4, 1, 1));
    }

    #[test]
    fn what_is_lost_is_found() {
        let all = measured(
            r#"{ "headline": "Sen", "body": [{ "type": "paragraph", "text": "Hồ Tây" },
                { "type": "khác", "text": "Mất rồi" }, { "type": "image", "image": { "@type": "ImageObject", "url": "http://10.0.0.1/a.jpg" } }] }"#,
        );
        assert_eq!((all.words, all.words_kept), (5, 3));
        assert_eq!((all.pictures, all.pictures_kept, all.pictures_warned), (1, 0, 1));
        assert!(all.faults.iter().any(|fault| fault.contains("/body/1/text: 2 words are missing")));
    }

    #[test]
    fn addresses_are_compared_as_files() {
        assert!(same("../a%20b.jpg", "https://bao.example/a/a%20b.jpg"));
        assert!(same("http://bao.example/a.jpg#x", "https://bao.example/a.jpg"));
        assert!(!same("b.jpg", "https://bao.example/a.jpg"));
    }
}
