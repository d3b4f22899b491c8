//! Waiting. What is returned ends the wait when it is dropped.

use gloo::timers::callback::Timeout;

/// Something that will be done.
pub type Wait = Timeout;

/// Does something in so many seconds.
pub fn after(seconds: u16, what: Box<dyn FnOnce()>) -> Wait {
    Timeout::new(u32::from(seconds) * 1_000, what)
}
