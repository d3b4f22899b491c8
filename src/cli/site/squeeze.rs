//! Compressed copies, for hosts that send such.

use std::io::{self, Write};

use flate2::Compression;
use flate2::write::GzEncoder;

/// What is text, or nearly so; pictures, sound and films are compressed by themselves.
const KINDS: [&str; 12] =
    ["wasm", "js", "mjs", "css", "html", "json", "svg", "vtt", "txt", "xml", "ico", "webmanifest"];
/// Below this, a copy saves no packet.
const LEAST: usize = 256;

/// Whether a file gets copies.
pub(super) fn is_worth_it(path: &str, bytes: &[u8]) -> bool {
    let kind = path.rsplit('.').next().unwrap_or_default();
    bytes.len() >= LEAST && KINDS.contains(&kind)
}

/// A tenth larger than the smallest, in a tenth of its time: above 6 the encoder clears tables of
/// many megabytes for every small file. The window is no larger than the file for the same reason.
pub(super) fn brotli(bytes: &[u8]) -> io::Result<Option<Vec<u8>>> {
    let bits = usize::BITS - bytes.len().leading_zeros();
    let settings = brotli::enc::BrotliEncoderParams {
        quality: 6,
        lgwin: bits.clamp(16, 22) as i32,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut out, &settings)?;
    Ok(Some(out))
}

pub(super) fn gzip(bytes: &[u8]) -> io::Result<Option<Vec<u8>>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes)?;
    encoder.finish().map(Some)
}
