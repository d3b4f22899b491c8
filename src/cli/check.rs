//! `trangbao check`: whether files can be shown, and what is wrong with them.

use std::collections::BTreeMap;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

use super::args::{Check, Reading};
use super::progress::Progress;
use super::report::Report;
use super::{Failure, file};

/// As much as the main thread has: HTML may be nested deeply.
const STACK: usize = 8 * 1024 * 1024;

pub(super) fn run(check: &Check) -> Result<bool, Failure> {
    let mut work = Vec::new();
    for path in &check.paths {
        if !path.is_dir() {
            work.push(Work::File(path.clone()));
            continue;
        }
        let before = work.len();
        below(path, &mut work);
        if work.len() == before {
            work.push(Work::Failed(path.clone(), "no *.json file is in this folder".to_owned()));
        }
    }
    let has_folder = check.paths.iter().any(|path| path.is_dir());
    let mut output = Output {
        out: BufWriter::new(io::stdout().lock()),
        is_live: io::stdout().is_terminal(),
        json: check.json,
        progress: Progress::new(has_folder, work.len()),
        counts: Counts::default(),
    };
    let done = in_order(&work, &check.reading, &mut |report| output.report(report));
    output.progress.clear();
    let done = done.and_then(|()| output.end());
    match done {
        // Whoever read it has read enough; what was found until then holds.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.into()),
        _ => {
            let counts = output.counts;
            Ok(counts.failed == 0 && !(check.strict && counts.warnings > 0))
        }
    }
}

/// Something to report of.
enum Work {
    File(PathBuf),
    /// What cannot even be looked for.
    Failed(PathBuf, String),
}

/// The `*.json` files below a folder, in order. Links to folders are not followed, since they may
/// lead in a circle.
fn below(folder: &Path, work: &mut Vec<Work>) {
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

/// Reads files on all processors, and hands on what there is to say in the order of the files.
fn in_order(
    work: &[Work],
    reading: &Reading,
    tell: &mut dyn FnMut(&Report) -> io::Result<()>,
) -> io::Result<()> {
    let next = AtomicUsize::new(0);
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(work.len());
    let (sender, receiver) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..threads {
            let (sender, next) = (sender.clone(), &next);
            let worker = move || {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(work) = work.get(index) else { return };
                    let report = look(work, reading);
                    if sender.send((index, report)).is_err() {
                        return;
                    }
                }
            };
            thread::Builder::new().stack_size(STACK).spawn_scoped(scope, worker)?;
        }
        drop(sender);
        let mut early = BTreeMap::new();
        let mut told = 0;
        for (index, report) in receiver {
            early.insert(index, report);
            while let Some(report) = early.remove(&told) {
                told += 1;
                if let Err(error) = tell(&report) {
                    // Nothing more is begun.
                    next.store(work.len(), Ordering::Relaxed);
                    return Err(error);
                }
            }
        }
        Ok(())
    })
}

fn look(work: &Work, reading: &Reading) -> Report {
    match work {
        Work::Failed(path, message) => Report::unread(&path.display().to_string(), message),
        Work::File(path) => {
            let name = path.display().to_string();
            match file::bytes(path) {
                Ok(bytes) => {
                    let address = file::address(path, reading);
                    Report::new(&name, &bytes, file::open(&bytes, &address, reading, None))
                }
                Err(error) => Report::unread(&name, &format!("the file cannot be read: {error}")),
            }
        }
    }
}

#[derive(Default, Clone, Copy)]
struct Counts {
    files: usize,
    failed: usize,
    warnings: usize,
}

struct Output<W: Write> {
    out: W,
    is_live: bool,
    json: bool,
    progress: Progress,
    counts: Counts,
}

impl<W: Write> Output<W> {
    fn report(&mut self, report: &Report) -> io::Result<()> {
        self.counts.files += 1;
        self.counts.failed += usize::from(!report.shown);
        self.counts.warnings += report.warnings();
        if self.is_live {
            self.progress.clear();
        }
        if self.json {
            serde_json::to_writer(&mut self.out, report)?;
            self.out.write_all(b"\n")?;
        } else {
            self.out.write_all(report.text().as_bytes())?;
        }
        if self.is_live {
            self.out.flush()?;
        }
        self.progress.step();
        Ok(())
    }

    /// The sum, where there are several files and a person reads it.
    fn end(&mut self) -> io::Result<()> {
        let Counts { files, failed, warnings } = self.counts;
        if files > 1 && !self.json {
            let (shown, s) = (files - failed, if warnings == 1 { "" } else { "s" });
            writeln!(
                self.out,
                "{files} files: {shown} can be shown, {failed} cannot; {warnings} warning{s}"
            )?;
        }
        self.out.flush()
    }
}
