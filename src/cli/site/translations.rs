//! Which articles are translations of each other: schema.org's `workTranslation` and
//! `translationOfWork`, each an id, `{ "@id": ... }` or a list of them.
//!
//! Neither is part of the model, since the viewer shows nothing of them. One side naming the other
//! is enough, and what several are translations of holds them together.

use std::collections::HashMap;

use super::Entry;
use crate::json::{self, Json};

const NAMES: [&str; 2] = ["workTranslation", "translationOfWork"];

/// The ids that an article's file names.
pub(super) fn named(bytes: &[u8]) -> Vec<String> {
    // Hardly any file has them, and reading it once more is not for nothing.
    let part = b"ranslation";
    if !bytes.windows(part.len()).any(|window| window == part) {
        return Vec::new();
    }
    let Ok((json, _)) = json::read(bytes) else { return Vec::new() };
    let mut ids = Vec::new();
    for value in NAMES.iter().filter_map(|name| json.get(name)) {
        match value {
            Json::Array(items) => items.iter().for_each(|item| ids.extend(id(item))),
            one => ids.extend(id(one)),
        }
    }
    ids
}

fn id(value: &Json) -> Option<String> {
    match value {
        Json::Text(id) => Some(id.to_string()),
        other => match other.get("@id") {
            Some(Json::Text(id)) => Some(id.to_string()),
            _ => None,
        },
    }
}

/// For each entry, the entries of its group with itself, in their order; nothing where it is alone.
pub(super) fn groups(entries: &[Entry]) -> Vec<Vec<usize>> {
    let known: HashMap<_, _> =
        entries.iter().enumerate().map(|(index, entry)| (&*entry.id, index)).collect();
    // Each leads to another one of its group, the first of it to itself.
    let mut leads: Vec<usize> = (0..entries.len()).collect();
    let first = |leads: &[usize], mut at: usize| {
        while let Some(next) = leads.get(at).copied().filter(|next| *next != at) {
            at = next;
        }
        at
    };
    for (index, entry) in entries.iter().enumerate() {
        for other in entry.translations.iter().filter_map(|id| known.get(&**id)) {
            let (one, two) = (first(&leads, index), first(&leads, *other));
            if let Some(lead) = leads.get_mut(one.max(two)) {
                *lead = one.min(two);
            }
        }
    }
    let mut members: HashMap<usize, Vec<usize>> = HashMap::new();
    for index in 0..entries.len() {
        members.entry(first(&leads, index)).or_default().push(index);
    }
    members.retain(|_, group| group.len() > 1);
    (0..entries.len())
        .map(|index| members.get(&first(&leads, index)).cloned().unwrap_or_default())
        .collect()
}
