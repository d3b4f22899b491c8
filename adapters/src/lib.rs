//! From any known format to the native one, for the page and the embed: they bring the native
//! format alone, and ask for this module where a file is of another.
#![cfg(target_arch = "wasm32")]

use trangbao::browser::{html, url};
use trangbao::formats::{Found, Source, Wanted, parse_any};
use trangbao::write;
use wasm_bindgen::prelude::*;

/// The article or the catalogue of a file, as JSON of the native format; nothing where there is
/// none. `format` chooses the format by name, `number` one of several articles, from 1; an empty
/// name and zero leave both to the file.
#[wasm_bindgen]
pub fn convert(bytes: &[u8], address: &str, format: &str, number: u32) -> Option<String> {
    let source = Source { address: Some(address), resolve: url::standard };
    let wanted = Wanted {
        html: html::parse,
        format: (!format.is_empty()).then_some(format),
        number: usize::try_from(number).ok().filter(|number| *number > 0),
    };
    match parse_any(bytes, &source, wanted).ok()?.found {
        Found::Article(article) => Some(write::article(&article, false)),
        Found::Catalogue(list) => Some(write::catalogue(&list, false)),
    }
}
