//! Reading JSON that the world wrote: one tree, one policy, no surprises.
//!
//! Browsers forgive what `serde_json` refuses, and an article must not be lost to one stray
//! half-emoji. So the text is mended first, byte for byte in place, which keeps lines and columns
//! true; then the library parses it.
//!
//! | input | what is done |
//! |---|---|
//! | byte order mark | one is dropped |
//! | invalid UTF-8 | U+FFFD, with a warning |
//! | lone surrogate escape | U+FFFD, with a warning |
//! | number beyond 1e308 | brought down to 1e300, with a warning |
//! | repeated key | the last one counts, as in browsers |
//! | nested deeper than [`MAX_DEPTH`] | what lies deeper is left out, with a warning |
//! | more than [`MAX_BYTES`] | refused |

mod mend;

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::article::Text;
use crate::error::{ParseError, Problem};
use crate::limits::{MAX_BYTES, MAX_DEPTH};

/// A JSON value.
#[derive(Debug, Clone, PartialEq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A whole number that fits.
    Integer(i64),
    /// Any other number.
    Float(f64),
    /// A string.
    Text(Text),
    /// An array.
    Array(Vec<Json>),
    /// An object, in the order written; repeated keys are all here.
    Object(Vec<(Text, Json)>),
}

impl Json {
    /// The member of an object. Of repeated keys the last one counts.
    pub fn get(&self, key: &str) -> Option<&Json> {
        match self {
            Self::Object(members) => {
                members.iter().rev().find(|(name, _)| &**name == key).map(|(_, value)| value)
            }
            _ => None,
        }
    }
}

/// Reads JSON by the policy above. The problems are those that were mended on the way.
pub fn read(bytes: &[u8]) -> Result<(Json, Vec<Problem>), ParseError> {
    if bytes.len() > MAX_BYTES {
        let what = format!("{} bytes, at most {MAX_BYTES} are read", bytes.len());
        return Err(ParseError::TooLarge { what });
    }
    let (text, problems) = mend::mend(bytes, MAX_DEPTH);
    let mut parser = serde_json::Deserializer::from_str(&text);
    Json::deserialize(&mut parser)
        .and_then(|json| parser.end().map(|()| json))
        .map(|json| (json, problems))
        .map_err(|error| syntax_error(&text, &error))
}

/// The library counts columns in bytes; people count characters.
fn syntax_error(text: &str, error: &serde_json::Error) -> ParseError {
    let line = error.line().max(1);
    let source = text.split('\n').nth(line - 1).unwrap_or_default();
    let before = error.column().saturating_sub(1).min(source.len());
    let column =
        source.as_bytes()[..before].iter().filter(|byte| **byte & 0xC0 != 0x80).count() + 1;
    let message = error.to_string();
    let what = message.split(" at line ").next().unwrap_or_default().to_owned();
    ParseError::Syntax { line, column, what }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(JsonVisitor)
    }
}

struct JsonVisitor;

impl<'de> Visitor<'de> for JsonVisitor {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Integer(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(i64::try_from(value).map_or(Json::Float(value as f64), Json::Integer))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json, E> {
        Ok(Json::Float(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::Text(value.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut array = Vec::new();
        while let Some(item) = items.next_element()? {
            array.push(item);
        }
        Ok(Json::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Json, A::Error> {
        let mut object = Vec::new();
        while let Some(Key(key)) = members.next_key()? {
            object.push((key, members.next_value()?));
        }
        Ok(Json::Object(object))
    }
}

/// An object's key: always text, so it needs none of the other visits.
struct Key(Text);

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct KeyVisitor;
        impl Visitor<'_> for KeyVisitor {
            type Value = Key;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key")
            }
            fn visit_str<E>(self, value: &str) -> Result<Key, E> {
                Ok(Key(value.into()))
            }
        }
        deserializer.deserialize_str(KeyVisitor)
    }
}
