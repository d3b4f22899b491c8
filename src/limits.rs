//! The caps that come before every parser. Beyond them a page would stall or the tab would die;
//! `ARCHITECTURE.md` tells what was measured.

/// Bytes of one JSON file.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;
/// Levels of JSON; what lies deeper is left out. A level of JSON becomes at most two levels of
/// elements, and a renderer dies of a tree about 1 500 elements deep.
pub const MAX_DEPTH: usize = 127;
/// Blocks of one article, nested ones counted.
pub const MAX_BLOCKS: usize = 30_000;
/// Pictures of one article.
pub const MAX_PICTURES: usize = 2_000;
/// Combining marks that may follow one letter; Vietnamese needs two.
pub const MAX_COMBINING: usize = 4;
/// Bytes of one HTML fragment.
pub const MAX_HTML_BYTES: usize = 2 * 1024 * 1024;
/// Elements of one fragment that may be open at a time; parsers take quadratic time over more.
pub const MAX_HTML_DEPTH: usize = 128;
/// Elements of one fragment.
pub const MAX_ELEMENTS: usize = 20_000;
/// Attributes of one element.
pub const MAX_ATTRIBUTES: usize = 64;
