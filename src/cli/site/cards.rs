//! What lists and feeds show of each article. It waits in a file, so that memory does not grow with
//! the number of articles.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// The file, which goes when the site is written.
pub(super) struct Cards {
    path: PathBuf,
    file: Mutex<File>,
}

/// Where a card lies.
pub(super) struct Card {
    at: u64,
    bytes: usize,
}

impl Cards {
    /// An empty file in this folder.
    pub(super) fn create(folder: &Path) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        let path = folder.join(format!(".trangbao-part-{}-cards", std::process::id()));
        let file =
            File::options().read(true).write(true).create(true).truncate(true).open(&path)?;
        Ok(Self { path, file: Mutex::new(file) })
    }

    pub(super) fn put(&self, text: &str) -> io::Result<Card> {
        self.with(|file| {
            let at = file.seek(SeekFrom::End(0))?;
            file.write_all(text.as_bytes())?;
            Ok(Card { at, bytes: text.len() })
        })
    }

    pub(super) fn get(&self, card: &Card) -> io::Result<Vec<u8>> {
        self.with(|file| {
            let mut text = vec![0; card.bytes];
            file.seek(SeekFrom::Start(card.at))?;
            file.read_exact(&mut text)?;
            Ok(text)
        })
    }

    fn with<T>(&self, act: impl FnOnce(&mut File) -> io::Result<T>) -> io::Result<T> {
        let mut file = self.file.lock().map_err(|_| io::Error::other("a thread has failed"))?;
        act(&mut file).map_err(|error| {
            io::Error::new(error.kind(), format!("{}: {error}", self.path.display()))
        })
    }
}

impl Drop for Cards {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}
