//! `trangbao convert`: an article of any format as native JSON, plain text or a static page.

use std::path::Path;

use super::args::{Convert, Reading, Target};
use super::report::findings;
use super::{Failure, file, html, print, relative, say};
use crate::formats::{Found, Opened};
use crate::{error::ParseError, write};

pub(super) fn run(convert: &Convert) -> Result<bool, Failure> {
    let name = convert.path.display();
    let cannot = |error: String| Failure::Cannot(format!("{name}: {error}"));
    let bytes = file::bytes(&convert.path)
        .map_err(|error| cannot(format!("the file cannot be read: {error}")))?;
    let address = file::address(&convert.path, &convert.reading);
    let opened = file::open(&bytes, &address, &convert.reading, convert.number);
    let opened = match opened {
        Ok(opened) => opened,
        Err(error) => return Err(refused(convert, &bytes, &address, &error)),
    };
    for finding in findings(&bytes, &opened.warnings) {
        say(&finding.line(&name.to_string()));
    }
    let itself = convert.path.file_name().map(|_| address_name(&address)).unwrap_or_default();
    let written = written(opened, convert, &address, &itself)?;
    match &convert.output {
        Some(output) => {
            let cannot = |error| {
                Failure::Cannot(format!("{}: it cannot be written: {error}", output.display()))
            };
            std::fs::write(output, written).map_err(cannot)?;
            Ok(true)
        }
        None => print(&written),
    }
}

/// What a file is called in its own folder.
fn address_name(address: &str) -> String {
    address.rsplit('/').next().unwrap_or_default().to_owned()
}

fn written(
    opened: Opened,
    convert: &Convert,
    address: &str,
    itself: &str,
) -> Result<String, Failure> {
    let (text, itself) = match (opened.found, convert.to) {
        (Found::Article(article), Target::Native) => (write::article(&article, true), ""),
        (Found::Article(article), Target::Text) => (write::text(&article), ""),
        (Found::Article(article), Target::Html) => (html::document(*article)?, ""),
        // It leads to the articles in the file that was read.
        (Found::Catalogue(list), Target::Native) => (write::catalogue(&list, true), itself),
        (Found::Catalogue(list), Target::Text | Target::Html) => {
            return Err(choose(&convert.path, list.items.len()));
        }
    };
    match convert.reading.base {
        Some(_) => Ok(text),
        None => Ok(relative::restored(&text, address, itself)),
    }
}

fn choose(path: &Path, count: usize) -> Failure {
    let name = path.display();
    Failure::Usage(format!(
        "{name} holds {count} articles: choose one with --number N, or write their catalogue with --to native"
    ))
}

/// Why nothing was written. A number that no article has is wrong usage, and says how many there are.
fn refused(convert: &Convert, bytes: &[u8], address: &str, error: &ParseError) -> Failure {
    let name = convert.path.display().to_string();
    let all = |reading: &Reading| file::open(bytes, address, reading, None);
    if let (Some(number), Ok(opened)) = (convert.number, all(&convert.reading)) {
        let count = match opened.found {
            Found::Article(_) => 1,
            Found::Catalogue(list) => list.items.len(),
        };
        return Failure::Usage(format!(
            "{name} has no article number {number} that can be shown: it holds {count}"
        ));
    }
    Failure::Cannot(super::report::error(error).line(&name))
}
