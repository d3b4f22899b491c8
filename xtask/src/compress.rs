//! Writes `.br` and `.gz` beside every file that gets smaller by them, for hosts that send such copies.

use crate::ui::Outcome;
use crate::{hash, place};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// What is text, or nearly so; pictures, sound and films are compressed by themselves.
const KINDS: [&str; 12] =
    ["wasm", "js", "mjs", "css", "html", "json", "svg", "vtt", "txt", "xml", "ico", "webmanifest"];

/// Tells apart what two workers write at once, which can be the same content.
static TURN: AtomicUsize = AtomicUsize::new(0);

/// Compresses everything below the folder; gives the number of files.
pub fn folder(folder: &Path) -> Outcome<usize> {
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    let count = files.len();
    // The biggest first: one of the two workers takes the wasm, the other one the rest.
    files.sort_by_key(|file| fs::metadata(file).map_or(0, |facts| facts.len()));
    let store = place::target()?.join("compressed");
    fs::create_dir_all(&store).map_err(|e| format!("{}: {e}", store.display()))?;
    let queue = Mutex::new(files);
    let workers = thread::available_parallelism().map_or(1, |n| n.get().min(4));
    thread::scope(|scope| {
        let work = || -> Outcome {
            loop {
                let next = queue.lock().ok().and_then(|mut queue| queue.pop());
                match next {
                    Some(file) => one(&file, &store)?,
                    None => return Ok(()),
                }
            }
        };
        let running: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        for worker in running {
            worker.join().map_err(|_| "the compressor has stopped")??;
        }
        Ok(count)
    })
}

/// Bytes after brotli at its best, which is what the size budget counts.
pub fn brotli(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let settings = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut out, &settings)
        .map_err(|e| format!("brotli cannot compress: {e}"))?;
    Ok(out)
}

fn gzip(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .map_err(|e| format!("gzip cannot compress: {e}"))
}

/// Compresses one file, or takes what an earlier build made of the same content: quality 11 takes seconds.
fn one(file: &Path, store: &Path) -> Outcome {
    let say = |e: std::io::Error| format!("{}: {e}", file.display());
    let bytes = fs::read(file).map_err(say)?;
    let known = store.join(hash::full(&bytes));
    for (end, squeeze) in [("br", brotli as fn(&[u8]) -> Outcome<Vec<u8>>), ("gz", gzip)] {
        let kept = known.with_extension(end);
        let small = match fs::read(&kept) {
            Ok(small) => small,
            Err(_) => {
                let small = squeeze(&bytes)?;
                // Under another name first: a stopped build must not leave half a file.
                let turn = TURN.fetch_add(1, Ordering::Relaxed);
                let part = known.with_extension(format!("{end}.{}-{turn}", std::process::id()));
                fs::write(&part, &small).and_then(|()| fs::rename(&part, &kept)).map_err(say)?;
                small
            }
        };
        let mut name = file.as_os_str().to_owned();
        name.push(".");
        name.push(end);
        fs::write(PathBuf::from(name), small).map_err(say)?;
    }
    Ok(())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Outcome {
    let say = |e: std::io::Error| format!("{}: {e}", folder.display());
    for entry in fs::read_dir(folder).map_err(say)? {
        let path = entry.map_err(say)?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path
            .extension()
            .and_then(|end| end.to_str())
            .is_some_and(|end| KINDS.contains(&end))
        {
            files.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compressed_text_is_smaller_and_names_its_format() {
        let text = "trang báo ".repeat(100);
        let small = brotli(text.as_bytes()).expect("brotli");
        assert!(!small.is_empty() && small.len() < 60);
        let zipped = gzip(text.as_bytes()).expect("gzip");
        assert_eq!(zipped[..2], [0x1f, 0x8b]);
    }
}
