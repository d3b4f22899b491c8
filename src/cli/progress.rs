//! A bar for those who wait.

use std::io::{self, IsTerminal, Write};

const WIDTH: usize = 30;

/// How far it has come, on standard error; nothing where that is no terminal.
pub(super) struct Progress {
    shown: bool,
    total: usize,
    done: usize,
    drawn: Option<usize>,
}

impl Progress {
    pub(super) fn new(wanted: bool, total: usize) -> Self {
        let shown = wanted && total > 1 && io::stderr().is_terminal();
        Self { shown, total, done: 0, drawn: None }
    }

    /// Takes the bar away, so that something else can stand in its line.
    pub(super) fn clear(&mut self) {
        if self.shown && self.drawn.take().is_some() {
            let _ = write!(io::stderr().lock(), "\r\x1b[K");
        }
    }

    /// One more is done.
    pub(super) fn step(&mut self) {
        self.done += 1;
        let filled = self.done * WIDTH / self.total.max(1);
        if !self.shown || self.drawn == Some(filled) || self.done == self.total {
            return;
        }
        self.drawn = Some(filled);
        let (bar, space) = ("=".repeat(filled), " ".repeat(WIDTH - filled));
        let mut out = io::stderr().lock();
        let _ = write!(out, "\r[{bar}{space}] {} of {}", self.done, self.total);
        let _ = out.flush();
    }
}
