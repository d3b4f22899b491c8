//! The article files of a folder.

use std::io;
use std::path::{Path, PathBuf};

/// Something to look at.
pub(super) enum Work {
    File(PathBuf),
    /// What cannot even be looked for.
    Failed(PathBuf, String),
}

/// The `*.json` files below a folder, in order. Links to folders are not followed, since they may
/// lead in a circle.
pub(super) fn below(folder: &Path, work: &mut Vec<Work>) {
    let entries = match std::fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>)
    {
        Ok(entries) => entries,
        Err(error) => {
            let message = format!("the folder cannot be read: {error}");
            return work.push(Work::Failed(folder.to_owned(), message));
        }
    };
    let mut paths: Vec<_> = entries.iter().map(|entry| (entry.path(), entry.file_type())).collect();
    paths.sort_by(|(one, _), (two, _)| one.cmp(two));
    for (path, kind) in paths {
        let ends = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
        if kind.is_ok_and(|kind| kind.is_dir()) {
            below(&path, work);
        } else if ends && path.is_file() {
            work.push(Work::File(path));
        }
    }
}
