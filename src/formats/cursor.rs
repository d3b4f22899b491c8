//! A place in a JSON document: reads leniently, and knows its own address for the warnings.

use std::cell::{Cell, RefCell};

use super::Source;
use crate::article::{Flow, Text};
use crate::error::{ParseError, Problem, Warning};
use crate::html::{Node, Parser};
use crate::json::Json;
use crate::limits::{MAX_BLOCKS, MAX_PICTURES};
use crate::safe_url::{SafeUrl, UrlUse};
use crate::text::{clean, count, digits};

/// More warnings than anybody reads; the rest would only cost memory.
const MAX_WARNINGS: usize = 1_000;

/// What adapters hand back beside the article: warnings, footnotes, and the counts that are
/// capped for the document as a whole.
pub(super) struct Sink<'a> {
    source: &'a Source<'a>,
    html: Parser,
    warnings: RefCell<Vec<Warning>>,
    notes: RefCell<Vec<Flow>>,
    blocks: Cell<usize>,
    pictures: Cell<usize>,
    base: RefCell<Option<SafeUrl>>,
}

impl<'a> Sink<'a> {
    pub(super) fn new(source: &'a Source<'a>, html: Parser, problems: Vec<Problem>) -> Self {
        let at_root = |problem| Warning { pointer: String::new(), problem };
        Self {
            source,
            html,
            warnings: RefCell::new(problems.into_iter().map(at_root).collect()),
            notes: RefCell::default(),
            blocks: Cell::new(0),
            pictures: Cell::new(0),
            base: RefCell::default(),
        }
    }

    /// The footnotes and the warnings, or the cap that was passed.
    pub(super) fn finish(self) -> Result<(Vec<Flow>, Vec<Warning>), ParseError> {
        if self.blocks.get() > MAX_BLOCKS {
            return Err(ParseError::TooLarge { what: "more than 30,000 blocks" });
        }
        Ok((self.notes.into_inner(), self.warnings.into_inner()))
    }

    /// Counts a block, or anything else that comes in lists and is an element of its own; false
    /// once there are too many to show.
    pub(super) fn count_block(&self) -> bool {
        self.blocks.set(self.blocks.get() + 1);
        self.blocks.get() <= MAX_BLOCKS
    }

    /// Keeps a footnote, and gives its index. `None` where it says nothing.
    ///
    /// The place is taken before the note is read, so that a note within a note comes after it.
    pub(super) fn note(&self, read: impl FnOnce() -> Flow) -> Option<usize> {
        if !self.count_block() {
            return None;
        }
        let index = self.notes.borrow().len();
        self.notes.borrow_mut().push(Flow::Text(Vec::new()));
        let note = read();
        let mut notes = self.notes.borrow_mut();
        let is_empty = match &note {
            Flow::Text(text) => text.is_empty(),
            Flow::Blocks(blocks) => blocks.is_empty(),
        };
        if is_empty {
            notes.truncate(index);
            return None;
        }
        *notes.get_mut(index)? = note;
        Some(index)
    }
}

/// One step from a container to what it holds.
#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Key(&'a Cursor<'a>, &'a str),
    Index(&'a Cursor<'a>, usize),
}

/// A value and the way to it. Cursors borrow their parents, so a pointer is spelled out only when
/// there is something to warn of.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    json: &'a Json,
    step: Step<'a>,
    pub(super) sink: &'a Sink<'a>,
}

impl<'a> Cursor<'a> {
    /// The same place, with warnings, notes and counts of its own.
    pub(super) fn with_sink<'b>(&self, sink: &'b Sink<'b>) -> Cursor<'b>
    where
        'a: 'b,
    {
        Cursor { json: self.json, step: self.step, sink }
    }

    /// The same place, with what was mended in it.
    pub(super) fn instead<'b>(&'b self, json: &'b Json) -> Cursor<'b> {
        Cursor { json, step: self.step, sink: self.sink }
    }

    /// Where it stands in.
    pub(super) fn parent(&self) -> Option<Cursor<'a>> {
        match self.step {
            Step::Root => None,
            Step::Key(parent, _) | Step::Index(parent, _) => Some(*parent),
        }
    }

    /// Whether it is a text.
    pub(super) fn is_text(&self) -> bool {
        matches!(self.json, Json::Text(_))
    }

    /// Parses HTML that stands here, by the parser of the source.
    pub(super) fn parse_html(&self, html: &str) -> Vec<Node> {
        (self.sink.html)(html)
    }

    pub(super) fn root(json: &'a Json, sink: &'a Sink<'a>) -> Self {
        Self { json, step: Step::Root, sink }
    }

    pub(super) fn json(&self) -> &'a Json {
        self.json
    }

    /// The JSON pointer (RFC 6901) of this place.
    fn pointer(&self) -> String {
        match self.step {
            Step::Root => String::new(),
            Step::Key(parent, key) => {
                parent.pointer() + "/" + &key.replace('~', "~0").replace('/', "~1")
            }
            Step::Index(parent, index) => parent.pointer() + "/" + &digits(index as i64),
        }
    }

    /// Notes that something here could not be taken over. In the browser nobody reads that, and
    /// all the words for it would be part of the download.
    pub(super) fn warn(&self, problem: Problem) {
        if cfg!(target_arch = "wasm32") {
            return;
        }
        let mut warnings = self.sink.warnings.borrow_mut();
        if warnings.len() < MAX_WARNINGS {
            warnings.push(Warning { pointer: self.pointer(), problem });
        }
    }

    /// [`warn`](Self::warn), once a file: for what comes again and again and says nothing new.
    pub(super) fn warn_once(&self, problem: Problem) {
        if cfg!(target_arch = "wasm32") {
            return;
        }
        let known = self.sink.warnings.borrow().iter().any(|known| known.problem == problem);
        if !known {
            self.warn(problem);
        }
    }

    /// Relative addresses of the article are resolved against this one from now on: its own page,
    /// where the file is somewhere else.
    pub(super) fn resolve_against(&self, page: &SafeUrl) {
        *self.sink.base.borrow_mut() = Some(page.clone());
    }

    pub(super) fn wrong_type<T>(&self, expected: &'static str) -> Option<T> {
        self.warn(Problem::WrongType { expected });
        None
    }

    pub(super) fn bad_value<T>(&self, expected: &'static str) -> Option<T> {
        self.warn(Problem::BadValue { expected });
        None
    }

    /// The member of an object; `null` counts as absent.
    pub(super) fn get<'b>(&'b self, key: &'b str) -> Option<Cursor<'b>> {
        match self.json.get(key) {
            None | Some(Json::Null) => None,
            Some(json) => Some(Cursor { json, step: Step::Key(self, key), sink: self.sink }),
        }
    }

    /// Runs `read` on a member that is there.
    pub(super) fn field<T>(&self, key: &str, read: fn(&Cursor) -> Option<T>) -> Option<T> {
        self.get(key).and_then(|value| read(&value))
    }

    /// Visits each item of an array, or the value itself where it stands alone.
    pub(super) fn for_each(&self, visit: &mut dyn FnMut(&Cursor)) {
        self.for_all(&mut |item| {
            if !matches!(item.json, Json::Null) {
                visit(item);
            }
        });
    }

    /// [`for_each`](Self::for_each) where even `null` has a place to keep.
    pub(super) fn for_all(&self, visit: &mut dyn FnMut(&Cursor)) {
        match self.json {
            Json::Array(items) => {
                for (index, json) in items.iter().enumerate() {
                    visit(&Cursor { json, step: Step::Index(self, index), sink: self.sink });
                }
            }
            _ => visit(self),
        }
    }

    /// [`for_each`](Self::for_each) over a member; none where it is absent.
    fn for_each_in(&self, key: &str, visit: &mut dyn FnMut(&Cursor)) {
        if let Some(value) = self.get(key) {
            value.for_each(visit);
        }
    }

    /// [`for_each`](Self::for_each) over a member that must be an array.
    fn for_each_in_array(&self, key: &str, visit: &mut dyn FnMut(&Cursor)) {
        match self.get(key) {
            Some(value) if matches!(value.json, Json::Array(_)) => value.for_each(visit),
            Some(value) => value.warn(Problem::WrongType { expected: "a list" }),
            None => {}
        }
    }

    /// What `read` makes of each item, or of the value itself where it stands alone.
    pub(super) fn each<T>(&self, read: fn(&Cursor) -> Option<T>) -> Vec<T> {
        let mut out = Vec::new();
        self.for_each(&mut |item| push(&mut out, read(item)));
        out
    }

    /// [`each`](Self::each) over a member; empty where it is absent.
    pub(super) fn list<T>(&self, key: &str, read: fn(&Cursor) -> Option<T>) -> Vec<T> {
        let mut out = Vec::new();
        self.for_each_in(key, &mut |item| push(&mut out, read(item)));
        out
    }

    /// [`each`](Self::each) over a member that must be an array.
    pub(super) fn array<T>(&self, key: &str, read: fn(&Cursor) -> Option<T>) -> Vec<T> {
        let mut out = Vec::new();
        self.for_each_in_array(key, &mut |item| push(&mut out, read(item)));
        out
    }

    /// A string as written.
    pub(super) fn string(&self) -> Option<&'a str> {
        match self.json {
            Json::Text(text) => Some(text),
            _ => self.wrong_type("text"),
        }
    }

    /// A whole number that is at least `least`. Digits in a string count, as in JSON-LD.
    pub(super) fn whole(&self, least: u32) -> Option<u32> {
        let number = match self.json {
            Json::Integer(number) => u32::try_from(*number).ok(),
            Json::Float(number) if *number >= 0.0 && *number < 4e9 => Some(number.round() as u32),
            Json::Float(_) => None,
            Json::Text(text) => {
                let text = text.trim();
                count(text.strip_suffix("px").unwrap_or(text).trim())
            }
            _ => return self.wrong_type("a number"),
        };
        match number {
            Some(number) if number >= least => Some(number),
            _ => self.bad_value("a whole number in range"),
        }
    }

    /// One of several words.
    pub(super) fn one_of<T: Copy>(&self, words: &[(&str, T)]) -> Option<T> {
        let text = self.string()?;
        match words.iter().find(|(word, _)| *word == text) {
            Some((_, value)) => Some(*value),
            None => self.bad_value("one of the words that this field knows"),
        }
    }

    /// A checked address.
    pub(super) fn url(&self, purpose: UrlUse) -> Option<SafeUrl> {
        self.url_of(self.string()?, purpose)
    }

    /// A checked address that was found within the text that stands here.
    pub(super) fn url_of(&self, text: &str, purpose: UrlUse) -> Option<SafeUrl> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        let source = self.sink.source;
        if purpose == UrlUse::Picture && !self.count_picture() {
            return self.bad_value("within the number of pictures that one article may have");
        }
        // What the article says of its own address counts for where, not for what is allowed.
        let base = self.sink.base.borrow();
        let whole = base.as_ref().and_then(|base| (source.resolve)(text, Some(base.as_str())));
        let text = whole.as_deref().unwrap_or(text);
        let url = SafeUrl::new(text, source.address, source.resolve, purpose);
        if url.is_none() {
            self.warn(Problem::UnsafeUrl);
        }
        url
    }

    fn count_picture(&self) -> bool {
        // Each picture has a few renditions.
        self.sink.pictures.set(self.sink.pictures.get() + 1);
        self.sink.pictures.get() <= MAX_PICTURES * 4
    }
}

/// A line of text. Numbers are taken as their digits. Empty text is absent text.
pub(super) fn line(value: &Cursor) -> Option<Text> {
    let text = match value.json {
        Json::Text(text) => clean::line(text),
        Json::Integer(number) => digits(*number).into(),
        _ => return value.wrong_type("text"),
    };
    (!text.is_empty()).then_some(text)
}

/// A number between 0 and 1.
pub(super) fn fraction(value: &Cursor) -> Option<f64> {
    match value.json {
        Json::Integer(number @ 0..=1) => Some(*number as f64),
        Json::Float(number) if (0.0..=1.0).contains(number) => Some(*number),
        Json::Integer(_) | Json::Float(_) => value.bad_value("a number from 0 to 1"),
        _ => value.wrong_type("a number"),
    }
}

pub(super) fn truth(value: &Cursor) -> Option<bool> {
    match value.json {
        Json::Bool(value) => Some(*value),
        _ => value.wrong_type("true or false"),
    }
}

/// Adds what there is.
pub(super) fn push<T>(out: &mut Vec<T>, item: Option<T>) {
    if let Some(item) = item {
        out.push(item);
    }
}
