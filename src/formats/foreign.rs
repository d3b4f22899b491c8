//! The formats that other newspapers and their systems write, one adapter a file. The first that
//! matches takes the file, so the ones that are surest of themselves come first.

use super::Format;

pub(super) const FORMATS: &[Format] = &[];
