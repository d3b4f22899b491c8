//! What an event has: when it is, where, and who holds it.

use super::{any, members, name};
use crate::article::{Block, BlockKind, Inline, Mark, Text, TimelineDate, TimelineItem};
use crate::error::Problem;
use crate::formats::{Cursor, fragment, line, native};
use crate::json::Json;
use crate::safe_url::UrlUse;
use crate::text::dates;

/// Adds an event's details to its words.
pub(super) fn details(item: &Cursor, headline: Option<&str>, body: &mut Vec<Block>) {
    let Some(details) = item.get("eventDetails") else { return };
    if !matches!(details.json(), Json::Object(_)) {
        return details.wrong_type("an object with details").unwrap_or_default();
    }
    let mut blocks = Vec::new();
    for key in ["places", "place"] {
        if let Some(places) = item.get(key) {
            places.for_each(&mut |place| contact(place, &mut blocks));
        }
    }
    for (key, _) in members(&details).iter().filter(|(key, _)| &**key != "dates") {
        if let Some(member) = details.get(key) {
            member.for_each(&mut |one| contact(one, &mut blocks));
        }
    }
    let date = details.get("dates").and_then(|dates| date(&dates));
    if date.is_none() {
        return body.append(&mut blocks);
    }
    // A date alone needs a name.
    let title = headline.filter(|_| blocks.is_empty()).map(Into::into);
    if title.is_none() && blocks.is_empty() {
        return details.warn(Problem::NotShown { what: "a date without a name" });
    }
    if item.sink.count_block() {
        let items = vec![TimelineItem { date, title, blocks }];
        body.push(BlockKind::Timeline { items }.into());
    }
}

/// From when until when, whether they are sure of it or not.
fn date(dates: &Cursor) -> Option<TimelineDate> {
    if !matches!(dates.json(), Json::Object(_)) {
        return dates.wrong_type("an object with dates");
    }
    let members = members(dates);
    let of = |word: &str| -> Option<Text> {
        // What is known comes before what is expected.
        let sure = members.iter().filter(|(key, _)| key.starts_with(word));
        let rest = members.iter().filter(|(key, _)| key.to_ascii_lowercase().contains(word));
        sure.chain(rest).find_map(|(key, _)| dates.field(key, line))
    };
    let (start, end) = (of("start"), of("end"));
    let day = |text: &Text| text.split('T').next().unwrap_or_default().to_owned();
    match (start, end) {
        (Some(start), Some(end)) if day(&start) != day(&end) => {
            Some(TimelineDate::Words([&*day(&start), " – ", &day(&end)].concat().into()))
        }
        (start, end) => {
            let one = start.or(end)?;
            Some(dates::parse(&one).map_or(TimelineDate::Words(one), TimelineDate::Moment))
        }
    }
}

/// A line about a place, a person or an organisation, with its addresses.
fn contact(value: &Cursor, blocks: &mut Vec<Block>) {
    let mut words: Vec<Inline> = Vec::new();
    match value.json() {
        Json::Object(_) => {
            add(&mut words, name(value));
            add(&mut words, any(value, &["rel", "role"], label));
            for key in ["contactInfo", "contactinfo"] {
                if let Some(list) = value.get(key) {
                    list.for_each(&mut |info| addresses(info, &mut words));
                }
            }
        }
        // A status by its address says nothing to readers.
        Json::Text(text) if text.contains("://") => {}
        Json::Text(_) => add(&mut words, fragment::line(value)),
        _ => {}
    }
    if !words.is_empty() && value.sink.count_block() {
        blocks.push(BlockKind::Paragraph(words).into());
    }
}

fn add(words: &mut Vec<Inline>, text: Option<Text>) {
    if let Some(text) = text {
        if !words.is_empty() {
            words.push(Inline::Text(", ".into()));
        }
        words.push(Inline::Text(text));
    }
}

/// A role, where it is a word and not the address or the code of one.
fn label(value: &Cursor) -> Option<Text> {
    line(value).filter(|text| !text.contains(':'))
}

fn addresses(info: &Cursor, words: &mut Vec<Inline>) {
    if let Some(address) = info.get("address") {
        match address.json() {
            Json::Object(_) => {
                for (key, _) in members(&address) {
                    for part in address.list(key, name) {
                        add(words, Some(part));
                    }
                }
            }
            _ => add(words, line(&address)),
        }
    }
    let Some(value) = info.get("value") else { return };
    let Some(text) = line(&value) else { return };
    add(words, Some(text.clone()));
    if text.starts_with("http")
        && let Some(url) = value.url(UrlUse::Link)
    {
        words.pop();
        let mark = Mark::Link { url, title: None };
        words.push(Inline::Marked { mark, content: native::words(text) });
    }
}
