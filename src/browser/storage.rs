//! The browser's storage. Where it is blocked, reading finds nothing and writing does nothing.

use web_sys::Storage;

/// What was kept from an earlier visit.
pub fn get(key: &str) -> Option<String> {
    lasting()?.get_item(key).ok()?
}

/// Keeps a value for the next visit, if the browser lets us.
pub fn set(key: &str, value: &str) {
    if let Some(storage) = lasting() {
        let _ = storage.set_item(key, value);
    }
}

pub(super) fn get_for_visit(key: &str) -> Option<String> {
    of_visit()?.get_item(key).ok()?
}

pub(super) fn set_for_visit(key: &str, value: &str) {
    if let Some(storage) = of_visit() {
        let _ = storage.set_item(key, value);
    }
}

/// Reading the property is what throws where storage is blocked.
fn lasting() -> Option<Storage> {
    super::window()?.local_storage().ok()?
}

fn of_visit() -> Option<Storage> {
    super::window()?.session_storage().ok()?
}
