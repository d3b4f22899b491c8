//! Files as the command reads them.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::args::Reading;
use super::relative;
use crate::error::ParseError;
use crate::formats::{Opened, Source, Wanted, parse_any};
use crate::html;
use crate::limits::MAX_BYTES;
use crate::safe_url::standard;

/// The bytes of a file, or of standard input; of one that is too large, enough to know that.
pub(super) fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = MAX_BYTES as u64 + 1;
    if is_stdin(path) {
        io::stdin().lock().take(most).read_to_end(&mut bytes)?;
    } else {
        let file = File::open(path)?;
        if file.metadata()?.is_dir() {
            return Err(io::Error::other("it is a folder"));
        }
        file.take(most).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

pub(super) fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Where a file counts as being, so that relative addresses have something to be relative to.
pub(super) fn address(path: &Path, reading: &Reading) -> String {
    let name = if is_stdin(path) { None } else { path.file_name() };
    let name = name.map_or("article.json".into(), |name| name.to_string_lossy());
    match &reading.base {
        Some(base) if !base.ends_with('/') => base.clone(),
        Some(base) => relative::within(base, &name),
        None => relative::within(relative::NOWHERE, &name),
    }
}

/// Reads what is in a file: an article, or a catalogue of several.
pub(super) fn open(
    bytes: &[u8],
    address: &str,
    reading: &Reading,
    number: Option<usize>,
) -> Result<Opened, ParseError> {
    let source = Source { address: Some(address), resolve: standard };
    let wanted = Wanted { html: html::standard, format: reading.format.as_deref(), number };
    parse_any(bytes, &source, wanted)
}
