//! Work that has to stay in proportion to its input: counted in processor time of its own thread,
//! which other programs on a busy machine do not add to.

/// Far beyond what any of these tests takes, and far below what it would take if each of a hundred
/// thousand things were compared with each other one.
const MOST_SECONDS: u64 = 30;

/// Does the work, and fails where it was out of proportion.
#[track_caller]
pub fn in_proportion<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let before = ticks();
    let result = work();
    // Linux counts a hundred ticks a second.
    let took = before.zip(ticks()).map(|(before, after)| (after - before) / 100);
    assert!(took.is_none_or(|seconds| seconds < MOST_SECONDS), "{what}: {took:?} seconds");
    result
}

/// The processor time of this thread so far; nothing on a system that does not say.
fn ticks() -> Option<u64> {
    let stat = std::fs::read_to_string("/proc/thread-self/stat").ok()?;
    // The name in brackets may hold spaces; the twelfth and thirteenth after it are what is looked for.
    let mut fields = stat.rsplit(')').next()?.split_whitespace().skip(11);
    let mut next = || fields.next()?.parse::<u64>().ok();
    Some(next()? + next()?)
}
