//! Many things to do, on all processors.

use std::collections::BTreeMap;
use std::io;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

/// As much as the main thread has: HTML may be nested deeply.
const STACK: usize = 8 * 1024 * 1024;

/// Does each piece of work on some processor, and hands on what came of it in the order of the
/// work. `begin` gives each processor what does it there.
pub(super) fn in_order<W: Sync, R: Send, M: FnMut(&W) -> R>(
    work: &[W],
    begin: impl Fn() -> M + Sync,
    mut tell: impl FnMut(R) -> io::Result<()>,
) -> io::Result<()> {
    let next = AtomicUsize::new(0);
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(work.len());
    let (sender, receiver) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..threads {
            let (sender, next, begin) = (sender.clone(), &next, &begin);
            let worker = move || {
                let mut make = begin();
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(work) = work.get(index) else { return };
                    if sender.send((index, make(work))).is_err() {
                        return;
                    }
                }
            };
            thread::Builder::new().stack_size(STACK).spawn_scoped(scope, worker)?;
        }
        drop(sender);
        let mut early = BTreeMap::new();
        let mut told = 0;
        for (index, made) in receiver {
            early.insert(index, made);
            while let Some(made) = early.remove(&told) {
                told += 1;
                if let Err(error) = tell(made) {
                    // Nothing more is begun.
                    next.store(work.len(), Ordering::Relaxed);
                    return Err(error);
                }
            }
        }
        Ok(())
    })
}
