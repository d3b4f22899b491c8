//! From any known format to the native one, for the page and the embed: they bring the native
//! format alone, and ask for one of these programs where a file is of another.
#![cfg(target_arch = "wasm32")]

pub use js_sys::Function;
use trangbao::browser::{html, url};
use trangbao::formats::{Format, Found, Source, Wanted, parse_as};
use trangbao::write;

/// The article or the catalogue of a file of these formats, as JSON of the native one; nothing
/// where it is of none of them. `format` chooses the format by name, `number` one of several
/// articles, from 1; an empty name and zero leave both to the file. `parse` is the browser's parser.
pub fn convert(
    formats: &[Format],
    text: &str,
    address: &str,
    format: &str,
    number: u32,
    parse: Function,
) -> Option<String> {
    html::set_parser(parse);
    let source = Source { address: Some(address), resolve: url::standard };
    let wanted = Wanted {
        html: html::parse,
        format: (!format.is_empty()).then_some(format),
        number: usize::try_from(number).ok().filter(|number| *number > 0),
    };
    match parse_as(formats, text, &source, wanted).ok()?.found {
        Found::Article(article) => Some(write::article(&article, false)),
        Found::Catalogue(list) => Some(write::catalogue(&list, false)),
    }
}

/// The program of one group of formats.
#[macro_export]
macro_rules! program {
    ($group:ident) => {
        /// The article or the catalogue of a file as JSON of the native format.
        #[wasm_bindgen::prelude::wasm_bindgen]
        pub fn convert(
            text: &str,
            address: &str,
            format: &str,
            number: u32,
            parse: $crate::Function,
        ) -> Option<String> {
            let formats = trangbao::formats::foreign::$group;
            $crate::convert(formats, text, address, format, number, parse)
        }
    };
}
