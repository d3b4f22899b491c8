//! Finds the articles of a file, whatever they are wrapped in.

use super::fields::{has_body, is_article, member};
use crate::error::Problem;
use crate::formats::Cursor;
use crate::json::Json;
use crate::text::fold::fold;
use crate::text::is_one_of;

/// What lists and single articles are wrapped in.
const WRAPPERS: &str = "data article articles post posts item items news result results list docs documents rows hits entries records response payload content contents story stories node nodes edges source detail articledetail newsdetail props pageprops tin tintuc bai baiviet danhsach danhsachbaiviet danhsachtin";

/// How deep they may lie.
const DEPTH: usize = 6;

/// Whether there is an article in it.
pub(super) fn holds(json: &Json) -> bool {
    holds_within(json, DEPTH)
}

fn holds_within(json: &Json, depth: usize) -> bool {
    match json {
        Json::Array(items) if depth > 0 => {
            items.iter().take(20).any(|item| holds_within(item, depth - 1))
        }
        Json::Object(_) => {
            is_article(json) || wrapper(json, depth).is_some() || is_dictionary(json)
        }
        _ => false,
    }
}

/// The member that holds the articles.
fn wrapper(json: &Json, depth: usize) -> Option<&str> {
    let Json::Object(members) = json else { return None };
    if depth == 0 {
        return None;
    }
    let fits = |name: &str, value: &Json| {
        matches!(value, Json::Array(_) | Json::Object(_))
            && is_one_of(&fold(name), WRAPPERS)
            && holds_within(value, depth - 1)
    };
    let found = members.iter().take(100).find(|(name, value)| fits(name, value));
    found.map(|(name, _)| &**name)
}

/// Articles by their identifiers.
fn is_dictionary(json: &Json) -> bool {
    match json {
        Json::Object(members) => {
            !members.is_empty() && members.iter().all(|(_, value)| is_article(value))
        }
        _ => false,
    }
}

/// Visits each article, in order.
pub(super) fn articles(value: &Cursor, depth: usize, visit: &mut dyn FnMut(&Cursor)) {
    let Json::Array(_) = value.json() else {
        return below(value, is_article(value.json()), depth, visit);
    };
    value.for_each(&mut |item| {
        // Most lists hold articles with nothing around them, and may be long.
        let is_article = is_article(item.json());
        if depth > 0 && is_article {
            below(item, true, depth - 1, visit);
        } else if depth > 0 && holds_within(item.json(), depth - 1) {
            articles(item, depth - 1, visit);
        } else {
            item.warn(Problem::NotShown { what: "an entry without a headline and words" });
        }
    });
}

/// Visits an article, or those in what is no more than a wrapping.
fn below(value: &Cursor, is_article: bool, depth: usize, visit: &mut dyn FnMut(&Cursor)) {
    let json = value.json();
    let complete = is_article && has_body(json) && member(json, super::fields::TITLE).is_some();
    let wrapper = if complete { None } else { wrapper(json, depth) };
    if let Some(inner) = wrapper.and_then(|name| value.get(name)) {
        articles(&inner, depth.saturating_sub(1), visit);
    } else if !is_article && is_dictionary(json) {
        super::fields::Fields::of(value).each(visit);
    } else {
        visit(value);
    }
}

/// The whole file.
pub(super) fn all(root: &Cursor, visit: &mut dyn FnMut(&Cursor)) {
    articles(root, DEPTH, visit);
}
