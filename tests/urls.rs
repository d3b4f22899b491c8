//! The native URL parser, held to the table that the browsers' parsers are held to in `web.rs`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "this is a test")]

#[path = "web/table.rs"]
mod table;

#[test]
fn the_native_parser_agrees_with_the_table() {
    table::check(trangbao::safe_url::standard);
}
