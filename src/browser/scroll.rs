//! How far the reader has scrolled. Far down a long article the heights of blocks are estimates until they come near,
//! so there a place is told by the block that is in sight.

use web_sys::{Element, HtmlCollection};

use super::dom;

/// A place in the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scrolled {
    /// Which block of a long article it is told by, counted from 1; 0 is the page itself.
    pub block: u32,
    /// How many pixels its top is above that of the window.
    pub top: i32,
}

impl Scrolled {
    /// Where the page is now.
    pub fn now() -> Self {
        let block = long_body().and_then(|blocks| first_in_sight(&blocks)).unwrap_or_default();
        Self { block, top: -top_of(block) }
    }

    /// Brings the page there.
    pub fn restore(self) {
        dom::scroll_to(scroll_top() + top_of(self.block) + self.top);
    }

    /// Two numbers.
    pub(super) fn write(self) -> String {
        [&*self.block.to_string(), " ", &*self.top.to_string()].concat()
    }

    pub(super) fn read(text: &str) -> Option<Self> {
        let (block, top) = text.split_once(' ')?;
        Some(Self { block: block.parse().ok()?, top: top.parse().ok()? })
    }
}

/// The blocks of an article that has some far down.
fn long_body() -> Option<HtmlCollection> {
    Some(dom::find_in_page(".tb-long")?.children())
}

fn nth(blocks: &HtmlCollection, block: u32) -> Option<Element> {
    blocks.item(block.checked_sub(1)?)
}

fn first_in_sight(blocks: &HtmlCollection) -> Option<u32> {
    let (mut low, mut high) = (1, blocks.length());
    while low < high {
        let middle = low.midpoint(high);
        match nth(blocks, middle)?.get_bounding_client_rect().bottom() > 0.0 {
            true => high = middle,
            false => low = middle + 1,
        }
    }
    Some(high)
}

/// Where the top of a block, or of the page, is in the window.
fn top_of(block: u32) -> i32 {
    let block = long_body().and_then(|blocks| nth(&blocks, block));
    block.map_or(-scroll_top(), |block| block.get_bounding_client_rect().top() as i32)
}

/// In whole pixels.
fn scroll_top() -> i32 {
    super::window().and_then(|window| window.scroll_y().ok()).unwrap_or_default() as i32
}
