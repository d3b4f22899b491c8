//! "Phiên bản di động" and "Phiên bản máy tính": which layout is shown, and who decided.

use crate::browser::dom::{self, Element};
use crate::browser::storage;

/// Where the choice is kept for the next visit.
const KEY: &str = "tb-view";
/// From this width of the viewer on, `auto` is the desktop layout, in CSS pixels: the container
/// query of `static/css/tokens.css`.
pub const DESKTOP: f64 = 641.0;
/// What a phone is told to be as wide as, for the desktop layout: two columns.
const DESKTOP_VIEWPORT: u32 = 1_040;

/// What is laid out.
#[derive(Clone, Copy, PartialEq)]
pub enum Face {
    /// The page: its choice is kept, and a phone is told how wide the page is to be.
    Page,
    /// An element in somebody else's page.
    Embed {
        /// Whether a choice may be kept.
        keeps: bool,
    },
}

/// The layout.
pub struct Layout {
    /// What was chosen: `auto`, `mobile` or `desktop`.
    pub view: &'static str,
    /// Whether the viewer is wide. That takes a layout, so it is heard of after the first one.
    pub wide: bool,
    /// What is laid out.
    pub face: Face,
}

impl Layout {
    /// The layout that the link asks for, else the one of the last visit.
    pub fn first(by_link: Option<&str>, face: Face) -> Self {
        let mut layout = Self { view: "auto", wide: false, face };
        match layout.kept() {
            Some(view) if by_link.is_none() => layout.set(view),
            _ => layout.follow_link(by_link),
        }
        layout
    }

    /// What is shown: `mobile` or `desktop`.
    pub fn shown(&self) -> &'static str {
        match self.view {
            "auto" if self.wide => "desktop",
            "auto" => "mobile",
            chosen => chosen,
        }
    }

    /// The one of the last visit, where it may be asked for.
    fn kept(&self) -> Option<&'static str> {
        if self.face == (Face::Embed { keeps: false }) {
            return None;
        }
        known(&storage::get(KEY)?)
    }

    /// A link may choose, too.
    pub fn follow_link(&mut self, by_link: Option<&str>) {
        if let Some(view) = by_link {
            self.choose(view);
        }
    }

    /// Chooses, for this and the next visit.
    pub fn choose(&mut self, view: &str) {
        if let Some(view) = known(view) {
            if self.face != (Face::Embed { keeps: false }) {
                storage::set(KEY, view);
            }
            self.set(view);
        }
    }

    fn set(&mut self, view: &'static str) {
        self.view = view;
        if self.face == Face::Page {
            dom::set_viewport_width((view == "desktop").then_some(DESKTOP_VIEWPORT));
        }
    }

    /// The button that was pressed is gone; the focus stays with the one in its place.
    pub fn focus_switch(&self, root: &Element) {
        let other = ["[data-view-to]:not([data-view-to=", self.view, "])"].concat();
        if let Some(other) = dom::find(root, &other) {
            dom::focus(&other);
        }
    }
}

fn known(view: &str) -> Option<&'static str> {
    ["mobile", "desktop", "auto"].into_iter().find(|known| *known == view)
}
