//! **Trang Báo**: article JSON becomes a page that people enjoy reading on a phone.
//!
//! The flow goes one way:
//!
//! 1. [`json`] reads what the world wrote, by one policy, under the caps of [`limits`].
//! 2. [`formats`] recognises the format and builds an [`article::Article`], with a warning for
//!    whatever could not be taken over. Addresses pass [`safe_url`], words pass [`text`].
//!    HTML in it is parsed by [`html`].
//! 3. [`view`] turns the article into markup: pure functions, one exhaustive `match`.
//! 4. In the browser, `app` follows the address bar and shows what is there, `embed` shows an
//!    article in somebody else's page, and `attach` takes over a page that was written as HTML.
//!    `shell` is what they share; `tools` give the rendered page its behaviour by reading the DOM,
//!    and `browser` is the only place that talks to the browser.
//! 5. [`write`](mod@write) is the way back, from an article to a file of the native format or plain text.
//! 6. Natively, [`cli`] is the command.
//!
//! [`strings`] holds every word of the interface, [`error`] what can go wrong, [`route`] and
//! [`site`] what addresses and settings mean, [`providers`] which third parties may be framed.

pub mod article;
pub mod error;
pub mod formats;
pub mod html;
pub mod json;
pub mod limits;
pub mod providers;
pub mod route;
pub mod safe_url;
pub mod site;
pub mod strings;
pub mod text;
pub mod view;
pub mod write;

#[cfg(not(target_arch = "wasm32"))]
pub mod cli;

#[cfg(target_arch = "wasm32")]
pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod attach;
#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod embed;
#[cfg(target_arch = "wasm32")]
mod shell;
#[cfg(target_arch = "wasm32")]
mod tools;
