//! Trang Báo: article JSON becomes a page that people enjoy reading on a phone.
pub mod article;
pub mod embeds;
pub mod error;
pub mod formats;
pub mod json;
pub mod limits;
pub mod safe_url;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod browser;
