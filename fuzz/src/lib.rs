//! What must hold for any input. The targets beside it hand over inputs; the tests of the viewer
//! use the same file.

#[path = "../../tests/properties/invariants.rs"]
mod invariants;

pub use invariants::{opens, reads_html};
