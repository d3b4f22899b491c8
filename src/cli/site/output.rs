//! Files as they are written: only where something has changed, and whole or not at all.
//!
//! What was written is listed in a file of its own, so that the next run knows what of it is gone.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::squeeze;

/// The list of what was written.
const LIST: &str = ".trangbao-files";

/// A folder that is written to.
pub(super) struct Output {
    root: PathBuf,
    compress: bool,
    /// What an earlier run has written.
    before: BTreeSet<String>,
    files: Mutex<BTreeSet<String>>,
    written: AtomicUsize,
    unchanged: AtomicUsize,
    /// Tells apart what two threads write at once.
    turn: AtomicUsize,
}

/// What came of a run.
pub(super) struct Wrote {
    pub(super) written: usize,
    pub(super) unchanged: usize,
    pub(super) removed: usize,
}

impl Output {
    pub(super) fn open(root: &Path, compress: bool) -> io::Result<Self> {
        fs::create_dir_all(root)?;
        let before = match fs::read_to_string(root.join(LIST)) {
            Ok(list) => list.lines().map(str::to_owned).collect(),
            Err(error) if error.kind() == ErrorKind::NotFound => BTreeSet::new(),
            Err(error) => return Err(within(LIST, &error)),
        };
        Ok(Self {
            root: root.to_owned(),
            compress,
            before,
            files: Mutex::default(),
            written: AtomicUsize::new(0),
            unchanged: AtomicUsize::new(0),
            turn: AtomicUsize::new(0),
        })
    }

    /// Writes a file, and beside it its compressed copies.
    pub(super) fn put(&self, path: &str, bytes: impl AsRef<[u8]>) -> io::Result<()> {
        self.put_file(path, bytes.as_ref()).map_err(|error| within(path, &error))
    }

    /// Brings a file of another folder along, with the compressed copies that it has there.
    pub(super) fn bring(&self, path: &str, from: &Path) -> io::Result<()> {
        let say = |error| within(&from.display().to_string(), &error);
        let bytes = fs::read(from).map_err(say)?;
        let copy = |ending: &str| fs::read(with_ending(from, ending)).ok();
        match (self.compress, copy("br"), copy("gz")) {
            (true, Some(br), Some(gz)) => self
                .put_with(path, &bytes, true, || Ok([Some(br), Some(gz)]))
                .map_err(|error| within(path, &error)),
            _ => self.put(path, bytes),
        }
    }

    fn put_file(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        let wanted = self.compress && squeeze::is_worth_it(path, bytes);
        self.put_with(path, bytes, wanted, || {
            Ok(if wanted { [squeeze::brotli(bytes)?, squeeze::gzip(bytes)?] } else { [None, None] })
        })
    }

    /// The copies are written first: where the file itself is the old one, so much is yet to do.
    fn put_with(
        &self,
        path: &str,
        bytes: &[u8],
        wanted: bool,
        copies: impl FnOnce() -> io::Result<[Option<Vec<u8>>; 2]>,
    ) -> io::Result<()> {
        self.remember(path);
        let file = self.root.join(path);
        let as_wanted = |ending| with_ending(&file, ending).exists() == wanted;
        if as_wanted("br") && as_wanted("gz") && is_same(&file, bytes) {
            self.unchanged.fetch_add(1, Ordering::Relaxed);
            return Ok(());
        }
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        for (ending, copy) in ["br", "gz"].into_iter().zip(copies()?) {
            match copy {
                Some(copy) => self.replace(&with_ending(&file, ending), &copy)?,
                None => remove(&with_ending(&file, ending))?,
            }
        }
        self.replace(&file, bytes)?;
        self.written.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

    /// Puts a whole file in the place of another one.
    fn replace(&self, file: &Path, bytes: &[u8]) -> io::Result<()> {
        let turn = self.turn.fetch_add(1, Ordering::Relaxed);
        let part = file.with_file_name(format!(".trangbao-part-{}-{turn}", std::process::id()));
        let done = fs::write(&part, bytes).and_then(|()| fs::rename(&part, file));
        if done.is_err() {
            let _ = fs::remove_file(&part);
        }
        done
    }

    fn remember(&self, path: &str) {
        if let Ok(mut files) = self.files.lock() {
            files.insert(path.to_owned());
        }
    }

    /// Removes what an earlier run has written and this one has not, and lists what there is.
    pub(super) fn close(&self) -> io::Result<Wrote> {
        let mut files = self.files.lock().map(|mut files| std::mem::take(&mut *files));
        let files = files.as_mut().map_err(|_| io::Error::other("a thread has failed"))?;
        let mut removed = 0;
        let mut kept = Vec::new();
        for gone in self.before.difference(files) {
            // Pages that readers have open still ask for the files of an earlier build.
            if is_hashed(gone) {
                kept.push(gone.clone());
                continue;
            }
            if !is_ours(gone) {
                continue;
            }
            let file = self.root.join(gone);
            removed += usize::from(file.exists());
            for path in [with_ending(&file, "br"), with_ending(&file, "gz"), file.clone()] {
                remove(&path).map_err(|error| within(gone, &error))?;
            }
            let folders = file.ancestors().skip(1).take_while(|folder| **folder != self.root);
            // A folder that holds something else stays.
            for folder in folders {
                if fs::remove_dir(folder).is_err() {
                    break;
                }
            }
        }
        files.extend(kept);
        let list: String = files.iter().flat_map(|path| [path, "\n"]).collect();
        if !is_same(&self.root.join(LIST), list.as_bytes()) {
            self.replace(&self.root.join(LIST), list.as_bytes())
                .map_err(|error| within(LIST, &error))?;
        }
        Ok(Wrote {
            written: self.written.load(Ordering::Relaxed),
            unchanged: self.unchanged.load(Ordering::Relaxed),
            removed,
        })
    }
}

fn is_same(file: &Path, bytes: &[u8]) -> bool {
    let size = fs::metadata(file).map(|facts| facts.len());
    size.is_ok_and(|size| size == bytes.len() as u64)
        && fs::read(file).is_ok_and(|there| there == bytes)
}

fn remove(file: &Path) -> io::Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

fn within(path: &str, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{path}: {error}"))
}

/// Whether a path of the list stays in the folder.
fn is_ours(path: &str) -> bool {
    !path.is_empty()
        && Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}

/// Whether the name holds a hash of sixteen hex digits, so that its content never changes.
pub(super) fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.split(['-', '.', '_'])
        .any(|part| part.len() == 16 && part.bytes().all(|b| b.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_outside_is_removed() {
        for path in ["", "/etc/x", "../x", "a/../../x", "./a"] {
            assert!(!is_ours(path), "{path}");
        }
        assert!(is_ours("a/x/index.html"));
        assert!(is_hashed("x/boot-0123456789abcdef.js") && !is_hashed("0123456789abcdef/boot.js"));
    }
}
