//! stub
use crate::article::{Article, Catalogue};
/// stub
pub fn article(_: &Article, _: bool) -> String {
    String::new()
}
/// stub
pub fn catalogue(_: &Catalogue, _: bool) -> String {
    String::new()
}
