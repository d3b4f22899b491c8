//! The custom element's side of an embed: what it wants, and how it is told what happens.

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::boot::{self, function, offer, text};

/// What the custom element wants: its attributes.
#[derive(Debug, Clone, PartialEq)]
pub struct Wishes {
    /// Which article.
    pub asked: Asked,
    /// `auto`, `light`, `dark` or `sepia`.
    pub theme: &'static str,
    /// `mobile` or `desktop`; `None` is by the width.
    pub layout: Option<&'static str>,
    /// The language of the interface.
    pub lang: String,
    /// `auto`, `tap` or `none`.
    pub images: &'static str,
    /// Whether the storage may be used.
    pub keeps: bool,
    /// The level of the headline.
    pub heading_level: u8,
    /// Whether related articles are shown.
    pub related: bool,
}

/// Which article is wanted.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// Where it lies, or against what its own addresses are resolved.
    pub address: String,
    /// The article itself, where the page brings it.
    pub json: Option<String>,
    /// Counts how often it was asked for.
    pub turn: String,
}

impl Wishes {
    /// Reads them. A value that is unknown is the default.
    pub fn read(wishes: &JsValue) -> Self {
        let get = |key| text(wishes, key).unwrap_or_default();
        let one_of = |key, known: &[&'static str]| {
            let value = get(key);
            known.iter().find(|known| **known == value).copied()
        };
        let address = get("address");
        super::adapters::set_converter(function(wishes, "convert"));
        if boot::get(wishes, "response").is_some() {
            offer(&address, wishes);
        }
        Self {
            asked: Asked { address, json: text(wishes, "json"), turn: get("turn") },
            theme: one_of("theme", &["light", "dark", "sepia"]).unwrap_or("auto"),
            layout: one_of("layout", &["mobile", "desktop"]),
            lang: text(wishes, "lang").unwrap_or_else(super::dom::language),
            images: one_of("images", &["tap", "none"]).unwrap_or("auto"),
            keeps: get("storage") == "local",
            heading_level: get("heading-level").parse().unwrap_or(2).clamp(1, 6),
            related: get("related") != "hide",
        }
    }

    /// What decides the markup; theme and layout are attributes of it.
    fn markup(&self) -> (&str, u8, bool) {
        (self.images, self.heading_level, self.related)
    }

    /// Whether the markup is the one of an element without attributes, as far as they decide it.
    pub fn has_usual_markup(&self) -> bool {
        self.markup() == ("auto", 2, true)
    }

    /// Whether the same article looks different under other wishes.
    pub fn changes_markup(&self, new: &Self) -> bool {
        self.markup() != new.markup() || self.lang != new.lang
    }

    /// Whether the layout is to be chosen anew.
    pub fn changes_layout(&self, new: &Self) -> bool {
        (self.layout, self.keeps) != (new.layout, new.keeps)
    }
}

/// Who is told what happens.
#[derive(Debug, Clone, PartialEq)]
pub struct Told(Function);

impl Told {
    /// Tells by calling this function with the kind of what happened and its details.
    pub fn new(function: JsValue) -> Self {
        Self(function.unchecked_into())
    }

    /// Tells. False where the host takes it upon itself.
    pub fn tell(&self, kind: &str, details: &[(&str, Option<&str>)]) -> bool {
        let object = Object::new();
        for (key, value) in details {
            if let Some(value) = value {
                // Only a frozen object would refuse.
                let _ = Reflect::set(&object, &(*key).into(), &(*value).into());
            }
        }
        let answer = self.0.call2(&JsValue::NULL, &kind.into(), &object);
        answer.is_ok_and(|answer| !answer.is_falsy())
    }
}
