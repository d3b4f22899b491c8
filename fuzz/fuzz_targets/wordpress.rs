//! A file of any kind, read as the format of this name.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    trangbao_fuzz::opens(env!("CARGO_BIN_NAME"), bytes);
});
