//! Icons: 24 px, one stroke, round caps, in the colour of the text beside them.

use super::element::{Attr, Out};

/// The icons that the viewer draws.
#[derive(Clone, Copy)]
pub enum Icon {
    /// Share.
    Share,
}

/// An icon. It says nothing to a screen reader; what it stands on has a label.
pub fn icon(out: &mut Out, icon: Icon) {
    let path = match icon {
        Icon::Share => "M12 15V4m0 0L8 8m4-4 4 4M5 12v7h14v-7",
    };
    out.el("svg", "tb-icon", |out| {
        out.put(Attr::ViewBox, "0 0 24 24");
        out.put(Attr::Width, "24");
        out.put(Attr::Height, "24");
        out.put(Attr::AriaHidden, "true");
        out.el("path", "", |out| out.put(Attr::D, path));
    });
}
