//! Sharing: the system's own sheet where there is one, else the clipboard.

use js_sys::Reflect;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::ShareData;

/// How sharing ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shared {
    /// The system's sheet took it, or the reader closed the sheet.
    Sheet,
    /// The address is in the clipboard.
    Copied,
    /// Neither is possible here.
    Refused,
}

/// Shares an address. Has to be called from a reader's click.
pub fn share(title: &str, url: &str, report: Box<dyn FnOnce(Shared)>) {
    let Some(window) = super::window() else { return report(Shared::Refused) };
    let navigator = window.navigator();
    let has = |name: &str| Reflect::has(&navigator, &name.into()).unwrap_or(false);
    if has("share") {
        let data = ShareData::new();
        data.set_title(title);
        data.set_url(url);
        let sheet = navigator.share_with_data(&data);
        spawn_local(async move {
            // An error here means, of all things, that the reader changed their mind.
            let _ = JsFuture::from(sheet).await;
            report(Shared::Sheet);
        });
    } else if has("clipboard") {
        let copying = navigator.clipboard().write_text(url);
        spawn_local(async move {
            let copied = JsFuture::from(copying).await.is_ok();
            report(if copied { Shared::Copied } else { Shared::Refused });
        });
    } else {
        report(Shared::Refused);
    }
}
