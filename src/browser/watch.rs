//! Watching the page: its width, its scrolling. What is returned stops the watching when dropped.

use std::cell::Cell;

use gloo::events::EventListener;
use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver, ResizeObserverEntry};

/// Stops watching an element's width when dropped.
pub struct WidthWatch {
    observer: ResizeObserver,
    _callback: Closure<dyn FnMut(Array)>,
}

impl Drop for WidthWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Reports an element's width, now and whenever it changes.
pub fn on_width(element: &Element, report: Box<dyn Fn(f64)>) -> Option<WidthWatch> {
    let callback = Closure::new(move |entries: Array| {
        if let Ok(entry) = entries.get(0).dyn_into::<ResizeObserverEntry>() {
            report(entry.content_rect().width());
        }
    });
    let observer = ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
    observer.observe(element);
    Some(WidthWatch { observer, _callback: callback })
}

/// Reports whether the reader scrolls down (true) or up (false), at each turn, and up at the top.
pub fn on_scroll_direction(report: Box<dyn Fn(bool)>) -> Option<EventListener> {
    /// A finger is never quite still.
    const JITTER: f64 = 8.0;
    /// Above this the masthead stays.
    const TOP: f64 = 96.0;
    let window = super::window()?;
    // Readers begin at the top. To ask where they are would lay out the page.
    let last = Cell::new(0.0);
    let down = Cell::new(false);
    let target = window.clone();
    // Listeners are passive unless they ask otherwise: scrolling never waits for this one.
    Some(EventListener::new(&target, "scroll", move |_| {
        let top = window.scroll_y().unwrap_or_default();
        if (top - last.get()).abs() < JITTER && top > TOP {
            return;
        }
        let is_down = top > last.get() && top > TOP;
        last.set(top);
        if is_down != down.get() {
            down.set(is_down);
            report(is_down);
        }
    }))
}
