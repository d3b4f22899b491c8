//! Trang Báo: article JSON becomes a page that people enjoy reading on a phone.
pub mod article;
pub mod safe_url;
