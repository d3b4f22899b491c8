//! Brings what pages say around an article into the shapes that the native format has.

use std::cell::Cell;

use crate::article::{Block, Text};
use crate::formats::Cursor;
use crate::formats::native::markup::has_entity;
use crate::formats::plain::prose;
use crate::json::Json;
use crate::text::dates::{self, loose};
use crate::text::is_one_of;

/// Values that references may bring into a file, so that none grows without end.
const MAX_RESOLVED: usize = 20_000;
/// Nodes that a page names; more would only be searched for long.
const MAX_NODES: usize = 200;
/// Members whose nodes stand elsewhere in the graph. Pictures are read by their own names.
const REFERRING: &str = "author creator contributor publisher image primaryImageOfPage video logo audio sourceOrganization";
/// Members that are read elsewhere, or by nobody.
const ELSEWHERE: &str = "url mainEntityOfPage body articleBody text content contents content_html contentHtml content_text image video comment liveBlogUpdate associatedMedia";

/// Members that are one text, which JSON-LD may wrap in a list or in an object.
const SINGLE: &str = "headline name alternativeHeadline description abstract datePublished dateModified dateCreated inLanguage";

fn single(json: &Json) -> &Json {
    match json {
        Json::Array(items) => items.first().map_or(json, single),
        json => json.get("@value").unwrap_or(json),
    }
}

/// The nodes of a file by which others are named: `{ "@id": "#author" }`.
pub(super) struct Graph<'a> {
    nodes: Vec<(&'a str, &'a Json)>,
    left: Cell<usize>,
}

impl<'a> Graph<'a> {
    pub(super) fn of(root: &'a Json) -> Self {
        let mut nodes = Vec::new();
        gather(root, 2, &mut nodes);
        Self { nodes, left: Cell::new(MAX_RESOLVED) }
    }

    /// The node with what it refers to. `None` where nothing is to be done.
    pub(super) fn resolved(&self, json: &Json) -> Option<Json> {
        if self.nodes.is_empty() { None } else { Some(self.whole(json, 2, false)) }
    }

    fn whole(&self, json: &Json, depth: usize, counted: bool) -> Json {
        if counted {
            if self.left.get() == 0 {
                return Json::Null;
            }
            self.left.set(self.left.get() - 1);
        }
        match json {
            Json::Object(members) => {
                let member = |(name, value): &(Text, Json)| {
                    let value = match self.target(name, value) {
                        Some(_) if depth == 0 => value.clone(),
                        Some(node) => self.whole(node, depth - 1, true),
                        None if is_one_of(name, REFERRING) => self.items(name, value, depth),
                        None if counted => self.whole(value, depth, true),
                        None => value.clone(),
                    };
                    (name.clone(), value)
                };
                Json::Object(members.iter().map(member).collect())
            }
            Json::Array(items) if counted => {
                Json::Array(items.iter().map(|item| self.whole(item, depth, true)).collect())
            }
            json => json.clone(),
        }
    }

    /// A list of references, or a node that has some of its own.
    fn items(&self, name: &str, value: &Json, depth: usize) -> Json {
        let one = |item: &Json| match self.target(name, item) {
            Some(node) if depth > 0 => self.whole(node, depth - 1, true),
            _ => item.clone(),
        };
        match value {
            Json::Array(items) => Json::Array(items.iter().map(one).collect()),
            value => one(value),
        }
    }

    /// The node that a reference stands for.
    fn target(&self, name: &str, value: &Json) -> Option<&'a Json> {
        let Json::Object(members) = value else { return None };
        let is_bare = members.iter().all(|(key, _)| is_one_of(key, "@id @type name"));
        let Some(Json::Text(id)) =
            value.get("@id").filter(|_| is_bare && is_one_of(name, REFERRING))
        else {
            return None;
        };
        self.nodes.iter().find(|(known, _)| *known == &**id).map(|(_, node)| *node)
    }
}

/// The named nodes of a list or a graph, and of graphs in a list.
fn gather<'a>(json: &'a Json, depth: usize, out: &mut Vec<(&'a str, &'a Json)>) {
    let Json::Array(items) = json.get("@graph").unwrap_or(json) else { return };
    for node in items.iter().take(MAX_NODES.saturating_sub(out.len())) {
        match node.get("@id") {
            Some(Json::Text(name)) => out.push((name, node)),
            _ if depth > 0 => gather(node, depth - 1, out),
            _ => {}
        }
    }
}

/// The members around the body: entities resolved, dates as ISO 8601, and other names for what
/// the native format knows by one.
pub(super) fn around(root: &Cursor, body: &[Block]) -> Json {
    let Json::Object(members) = root.json() else { return Json::Null };
    let mut out: Vec<(Text, Json)> = Vec::new();
    for (name, value) in members {
        if is_one_of(name, ELSEWHERE) || is_empty(value) {
            continue;
        }
        let value = if is_one_of(name, SINGLE) { single(value) } else { value };
        let value = match &**name {
            "datePublished" | "dateModified" | "dateCreated" => date(value),
            "keywords" | "articleSection" => names(root, value),
            _ => decoded(root, value),
        };
        out.push((name.clone(), value));
    }
    let mut instead = |missing: &str, others: &[&str]| {
        if out.iter().any(|(name, _)| &**name == missing) {
            return;
        }
        let other = others.iter().find_map(|other| {
            let found = out.iter().rev().find(|(name, _)| name == &Text::from(*other));
            found.map(|(_, value)| value.clone())
        });
        if let Some(value) = other {
            out.push((missing.into(), value));
        }
    };
    instead("headline", &["name", "title"]);
    instead("author", &["creator", "contributor"]);
    instead("publisher", &["sourceOrganization", "provider"]);
    instead("datePublished", &["dateCreated"]);
    if out.iter().all(|(name, _)| &**name != "headline") && !body.is_empty() {
        let words = crate::formats::native::first_words(body);
        out.push(("headline".into(), Json::Text(words)));
    }
    Json::Object(out)
}

fn is_empty(json: &Json) -> bool {
    match json {
        Json::Null => true,
        Json::Text(text) => text.trim().is_empty(),
        Json::Array(items) => items.is_empty(),
        _ => false,
    }
}

/// As ISO 8601 where that is another way to write it; else as it stands, to be warned of.
fn date(json: &Json) -> Json {
    let moment = match json {
        Json::Text(text) if dates::parse(text).is_none() => loose::parse(text),
        Json::Integer(number) => loose::from_epoch(*number),
        Json::Float(number) if number.abs() < 1e17 => loose::from_epoch(*number as i64),
        _ => None,
    };
    moment.map_or_else(|| json.clone(), |moment| Json::Text(dates::iso(&moment).into()))
}

/// Names that may be wrapped in objects, such as a `DefinedTerm`.
fn names(root: &Cursor, json: &Json) -> Json {
    match json {
        Json::Array(items) => Json::Array(items.iter().map(|item| names(root, item)).collect()),
        Json::Object(_) => decoded(root, json.get("name").unwrap_or(json)),
        json => decoded(root, json),
    }
}

fn decoded(root: &Cursor, json: &Json) -> Json {
    match json {
        Json::Text(text) if has_entity(text) => Json::Text(prose::decode(root, text).into()),
        Json::Array(items) => Json::Array(items.iter().map(|item| decoded(root, item)).collect()),
        Json::Object(members) => {
            let member = |(name, value): &(Text, Json)| (name.clone(), decoded(root, value));
            Json::Object(members.iter().map(member).collect())
        }
        json => json.clone(),
    }
}
