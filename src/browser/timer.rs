//! Waiting: for a time, or for whatever else has its turn first.

use gloo::timers::callback::Timeout;
use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

/// Something that will be done, unless this is dropped.
pub type Wait = Timeout;

/// Does something in so many seconds.
pub fn after(seconds: u16, what: Box<dyn FnOnce()>) -> Wait {
    Timeout::new(u32::from(seconds) * 1_000, what)
}

/// The longest that a frame is waited for, in milliseconds: a page that is hidden has none.
const FRAME: i32 = 100;

/// Waits for the next frame. What comes in the task after it comes when the frame is painted.
pub async fn next_frame() {
    let Some(window) = super::window() else { return };
    let frame = Promise::new(&mut |resolve, _| {
        let _ = window.request_animation_frame(&resolve);
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, FRAME);
    });
    let _ = JsFuture::from(frame).await;
}

/// Lets everything else come first that waits for its turn: a tap, a frame.
pub async fn next_task() {
    let Some(window) = super::window() else { return };
    let turn = Promise::new(&mut |resolve, _| {
        let _ = window.set_timeout_with_callback(&resolve);
    });
    let _ = JsFuture::from(turn).await;
}
