//! What the pages have to know of the viewer's files.

use std::fs;
use std::io;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

use super::output::is_hashed;
use super::place::Home;

/// The viewer.
pub(super) struct App {
    /// The tag that gives a page its tools. It comes last, since text and pictures do.
    pub(super) starter: String,
    /// The styles of an article in a partner's page.
    pub(super) embedded: String,
}

impl App {
    pub(super) fn read(folder: &Path, home: &Home) -> io::Result<Self> {
        // The program's own glue has a longer name.
        let (name, bytes) = the_one(folder, "attach-", ".js", |name| !name.contains('_'))?;
        let (hash, src) = (STANDARD.encode(Sha384::digest(bytes)), home.here(&name));
        let starter = format!(
            "<script type=\"module\" src=\"{src}\" integrity=\"sha384-{hash}\" fetchpriority=\"low\"></script>\n"
        );
        // The picker's are called by a longer name, too.
        let (_, css) = the_one(folder, "embed-", ".css", |name| !name.starts_with("embed-page-"))?;
        let embedded = String::from_utf8(css).map_err(io::Error::other)?;
        Ok(Self { starter, embedded })
    }
}

/// The one file of the folder with a hash between these ends.
fn the_one(
    folder: &Path,
    start: &str,
    end: &str,
    fits: fn(&str) -> bool,
) -> io::Result<(String, Vec<u8>)> {
    let say = |error: io::Error| io::Error::other(format!("{}: {error}", folder.display()));
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(say)? {
        let name = entry.map_err(say)?.file_name().to_string_lossy().into_owned();
        if name.starts_with(start) && name.ends_with(end) && is_hashed(&name) && fits(&name) {
            names.push(name);
        }
    }
    let [name] = &*names else {
        return Err(io::Error::other(format!(
            "{}: {} files {start}…{end} where there should be one: cargo xtask build writes the folder anew",
            folder.display(),
            names.len(),
        )));
    };
    Ok((name.clone(), fs::read(folder.join(name)).map_err(say)?))
}
