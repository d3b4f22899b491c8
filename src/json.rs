//! Reading JSON that the world wrote: one tree, one policy, no surprises.
//!
//! Browsers forgive what `serde_json` refuses, and an article must not be lost to one stray
//! half-emoji. Nor does the reader need the library's exact decimals, which alone weigh as much as
//! the view. So this is a reader of our own, and a test holds it against the library's.
//!
//! | input | what is done |
//! |---|---|
//! | byte order mark | one is dropped |
//! | invalid UTF-8 | U+FFFD, with a warning |
//! | lone surrogate escape | U+FFFD, with a warning |
//! | number beyond 1e308 | brought down to 1e300, with a warning |
//! | repeated key | the last one counts, as in browsers |
//! | nested deeper than [`MAX_DEPTH`](crate::limits::MAX_DEPTH) | what lies deeper is left out, with a warning |
//! | more than [`MAX_BYTES`] | refused |

#[cfg(not(target_arch = "wasm32"))]
pub mod locate;
mod number;
mod reader;

use crate::article::Text;
use crate::error::{ParseError, Problem};
use crate::limits::MAX_BYTES;

/// A JSON value.
#[derive(Debug, Clone, PartialEq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A whole number that fits.
    Integer(i64),
    /// Any other number, exact to about 15 digits.
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

/// A number that stands in a text, such as `1.5`.
pub fn decimal(text: &str) -> Option<f64> {
    match number::number(text.as_bytes())? {
        (Json::Integer(whole), length, _) if length == text.len() => Some(whole as f64),
        (Json::Float(number), length, _) if length == text.len() => Some(number),
        _ => None,
    }
}

/// Reads JSON by the policy above. The problems are those that were mended on the way.
pub fn read(bytes: &[u8]) -> Result<(Json, Vec<Problem>), ParseError> {
    if bytes.len() > MAX_BYTES {
        return Err(ParseError::TooLarge { what: "more than 8 MiB of JSON" });
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = String::from_utf8_lossy(bytes);
    let mut problems = Vec::new();
    if matches!(text, std::borrow::Cow::Owned(_)) {
        problems.push(Problem::InvalidUtf8);
    }
    reader::read(&text, problems)
}

/// The same of a text, which has been through [`read`] or the browser's decoder already.
pub fn read_text(text: &str) -> Result<(Json, Vec<Problem>), ParseError> {
    reader::read(text, Vec::new())
}
