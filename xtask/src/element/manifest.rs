//! `custom-elements.json`: the Custom Elements Manifest, which editors, documentation tools and catalogues read.

use super::table::{ATTRIBUTES, EVENTS, METHODS};
use super::theming::{PARTS, PROPERTIES};
use super::{Attribute, CLASS, Event, Method, TAG, Value};
use crate::ui::Outcome;
use serde_json::{Value as Json, json};

/// The file that defines the element.
const MODULE: &str = "embed.js";

/// The manifest as text, for a person to read, too.
pub fn json() -> Outcome<String> {
    let mut text = serde_json::to_string_pretty(&manifest())
        .map_err(|e| format!("the manifest of the element cannot be written: {e}"))?;
    text.push('\n');
    Ok(text)
}

fn manifest() -> Json {
    let here = json!({ "name": CLASS, "module": MODULE });
    json!({
        "schemaVersion": "1.0.0",
        "modules": [{
            "kind": "javascript-module",
            "path": MODULE,
            "summary": "Defines the element.",
            "declarations": [declaration()],
            "exports": [{ "kind": "custom-element-definition", "name": TAG, "declaration": here }],
        }],
    })
}

fn declaration() -> Json {
    let members: Vec<Json> =
        ATTRIBUTES.iter().map(field).chain(METHODS.iter().map(method)).collect();
    let attributes: Vec<Json> = ATTRIBUTES.iter().map(attribute).collect();
    let events: Vec<Json> = EVENTS.iter().map(event).collect();
    let parts: Vec<Json> =
        PARTS.iter().map(|part| json!({ "name": part.name, "description": part.says })).collect();
    let properties: Vec<Json> = PROPERTIES
        .iter()
        .map(|property| {
            let [light, dark, sepia] = property.default.themes();
            let themes = if light == dark {
                String::new()
            } else {
                format!(" In the dark theme {dark} by default, in sepia {sepia}.")
            };
            json!({
                "name": format!("--trangbao-{}", property.name),
                "syntax": property.syntax,
                "default": light,
                "description": format!("{}{themes}", property.says),
            })
        })
        .collect();
    json!({
        "kind": "class",
        "name": CLASS,
        "customElement": true,
        "tagName": TAG,
        "superclass": { "name": "HTMLElement", "package": "global:" },
        "summary": "A newspaper article in a page of somebody else's.",
        "description": "Shows an article from its JSON, in styles of its own. What stands inside the tag is shown until the article is there, and whenever it cannot be.",
        "attributes": attributes,
        "members": members,
        "events": events,
        "slots": [{ "name": "", "description": "What is shown until the article is there, and whenever it cannot be: a link to it, for instance." }],
        "cssParts": parts,
        "cssProperties": properties,
    })
}

fn attribute(attribute: &Attribute) -> Json {
    let mut json = json!({
        "name": attribute.name,
        "fieldName": attribute.property,
        "type": { "text": spelled(&attribute.value) },
        "description": attribute.says,
    });
    if !attribute.default.is_empty() {
        json["default"] = attribute.default.into();
    }
    json
}

fn field(attribute: &Attribute) -> Json {
    if attribute.is_metadata() {
        return json!({
            "kind": "field",
            "name": attribute.property,
            "type": { "text": "TrangBaoMetadata | null" },
            "description": "The metadata of the article shown, or null. Setting it sets the attribute `article`.",
        });
    }
    let mut json = json!({
        "kind": "field",
        "name": attribute.property,
        "attribute": attribute.name,
        "reflects": true,
        "type": { "text": spelled(&attribute.value) },
        "description": attribute.says,
    });
    if !attribute.default.is_empty() {
        let is_number = matches!(attribute.value, Value::Level);
        let default = attribute.default;
        json["default"] =
            if is_number { default.to_owned() } else { format!("'{default}'") }.into();
    }
    json
}

fn method(method: &Method) -> Json {
    let parameters: Vec<Json> = method
        .parameters
        .iter()
        .map(|(name, kind, says)| json!({ "name": name, "type": { "text": kind }, "description": says }))
        .collect();
    let (kind, says) = method.returns;
    let mut returns = json!({ "type": { "text": kind } });
    if !says.is_empty() {
        returns["description"] = says.into();
    }
    json!({
        "kind": "method",
        "name": method.name,
        "parameters": parameters,
        "return": returns,
        "description": method.says,
    })
}

fn event(event: &Event) -> Json {
    let otherwise = if event.otherwise.is_empty() {
        String::new()
    } else {
        format!(" Unless `preventDefault()` is called: {}", event.otherwise)
    };
    json!({
        "name": event.name,
        "type": { "text": format!("CustomEvent<{}>", event.detail) },
        "description": format!("{} Bubbles, and leaves the shadow root.{otherwise}", event.says),
    })
}

/// The values, with each word in quotes.
fn spelled(value: &Value) -> String {
    match value {
        Value::Text => "string".to_owned(),
        Value::Words(_, words) => super::union(words),
        Value::Level => "1 | 2 | 3 | 4 | 5 | 6".to_owned(),
    }
}
