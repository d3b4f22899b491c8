//! `trangbao check`: whether files can be shown, and what is wrong with them.

use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};

use super::args::{Check, Reading};
use super::progress::Progress;
use super::report::Report;
use super::walk::{Work, below};
use super::workers::in_order;
use super::{Failure, file};

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
    let done =
        in_order(&work, || |work| look(work, &check.reading), |report| output.report(&report));
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
