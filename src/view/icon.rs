//! Icons: 24 px, one stroke, round caps, in the colour of the text beside them.

use yew::prelude::*;

/// The icons that the viewer draws.
#[derive(Clone, Copy)]
pub enum Icon {
    /// Share.
    Share,
}

/// An icon. It says nothing to a screen reader; what it stands on has a label.
pub fn icon(icon: Icon) -> Html {
    let path = match icon {
        Icon::Share => "M12 15V4m0 0L8 8m4-4 4 4M5 12v7h14v-7",
    };
    html! {
        <svg class="tb-icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path d={path}/></svg>
    }
}
