//! The viewer in a real browser: what it asks of the page, and what it does to it.
//!
//! Run by `cargo xtask test web` in Chromium, Firefox and WebKit. One module for each thing:
//!
//! 1. `fetching`: bytes, and every reason why there are none.
//! 2. `effects`: storage, head, sharing, colours.
//! 3. `places`: history, scrolling, focus, width.
//! 4. `words`: dates, numbers and addresses, as the browser has them and as we do.
//! 5. `clicks`: which clicks are ours.
//! 6. `mounted`: the article and the whole app in a page.
//! 7. `tools`: what the rendered page does.
//! 8. `embed`: an article in somebody else's page.
//!
//! `page` is what they share: a root to work in, events to await, answers to hand over. Nothing
//! waits for a length of time; where something has to come, its event or the next frame is awaited.
//!
//! A panic here runs no destructors, so a test that fails may leave its app and its address to
//! those after it: the first failure is the one to read.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "this is a test")]

#[path = "web/clicks.rs"]
mod clicks;
#[path = "web/effects.rs"]
mod effects;
#[path = "web/embed.rs"]
mod embed;
#[path = "web/fetching.rs"]
mod fetching;
#[path = "web/mounted.rs"]
mod mounted;
#[path = "web/page.rs"]
mod page;
#[path = "web/places.rs"]
mod places;
#[path = "web/table.rs"]
mod table;
#[path = "web/tools.rs"]
mod tools;
#[path = "web/words.rs"]
mod words;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
