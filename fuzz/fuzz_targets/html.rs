//! HTML of any kind: its caps, its tree, and what of it becomes part of an article.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    trangbao_fuzz::reads_html(&String::from_utf8_lossy(bytes));
});
