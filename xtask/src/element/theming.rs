//! Part of the table: what a host may style, by `::part()` and by custom properties.

use super::{Default, Part, Property};

pub const PARTS: &[Part] = &[
    Part { name: "headline", says: "The headline." },
    Part { name: "lede", says: "The lede." },
    Part { name: "byline", says: "Author and date." },
    Part { name: "body", says: "The body of the article." },
    Part { name: "figure", says: "A picture or recording with its caption." },
    Part { name: "caption", says: "A caption." },
    Part { name: "related", says: "Related articles." },
    Part { name: "toolbar", says: "The foot: publisher, original, share button, layout switch." },
];

const fn colour(
    name: &'static str,
    [light, dark, sepia]: [&'static str; 3],
    says: &'static str,
) -> Property {
    Property { name, syntax: "<color>", default: Default::Colours(light, dark, sepia), says }
}

const fn family(name: &'static str, default: &'static str, says: &'static str) -> Property {
    Property { name, syntax: "*", default: Default::Same(default), says }
}

/// The colours are those of `static/css/tokens.css`.
pub const PROPERTIES: &[Property] = &[
    colour("paper", ["#ffffff", "#121416", "#f7f0e0"], "The ground of the article."),
    colour("raised", ["#f6f5f2", "#1b1e21", "#efe6d0"], "The ground of boxes and cards."),
    colour("ink", ["#1a1c1e", "#e6e4df", "#2e2a22"], "Words."),
    colour("quiet", ["#5b5f64", "#a3a7ac", "#6a5f4a"], "Captions, dates and other small words."),
    colour("hairline", ["#dedbd4", "#2f3337", "#d9ccae"], "Rules between things."),
    colour("control", ["#85888c", "#777c82", "#8b7f66"], "Borders of buttons."),
    colour(
        "accent",
        ["#a81e54", "#ff8db4", "#93204c"],
        "Links, the kicker and what can be pressed.",
    ),
    colour("on-accent", ["#ffffff", "#2a0614", "#ffffff"], "Words on the accent."),
    colour("notice", ["#7a4b00", "#ffd48a", "#6b4300"], "Words of a correction or a note."),
    colour("notice-paper", ["#fff4dc", "#2c2410", "#f3e2b8"], "Its ground."),
    colour("highlight", ["#ffe9a8", "#5b4a12", "#f0d88c"], "The ground of marked words."),
    colour("on-highlight", ["#1a1c1e", "#f4f1e8", "#2e2a22"], "Marked words."),
    family("sans", "the system's", "Typeface of the body and of everything else."),
    family(
        "serif",
        "Noto Serif, Georgia, ...",
        "Typeface of headlines, headings and great quotations.",
    ),
    family("mono", "the system's", "Typeface of code."),
    Property {
        name: "text-size",
        syntax: "<length>",
        default: Default::Same("medium"),
        says: "The size that everything else follows; `medium` is 16 px, or what the reader has set.",
    },
];
