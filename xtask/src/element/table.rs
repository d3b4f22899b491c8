//! The table itself: attributes, methods and events. `failures` and `theming` are the rest of it. A change in any of them is
//! a change for every host, so nothing leaves them without a new major version.

use super::{Attribute, Detail, Event, Field, Method, Value};

/// In the order in which a host meets them.
pub const ATTRIBUTES: &[Attribute] = &[
    Attribute {
        name: "src",
        property: "src",
        value: Value::Text,
        default: "",
        says: "Address of the article's JSON. A relative one counts from the host page.",
    },
    Attribute {
        name: "article",
        property: "article",
        value: Value::Text,
        default: "",
        says: "Id of a `<script type=\"application/json\">` in the page that holds the article. Read where there is no `src`.",
    },
    Attribute {
        name: "theme",
        property: "theme",
        value: Value::Words("TrangBaoTheme", &["auto", "light", "dark", "sepia"]),
        default: "auto",
        says: "Colours. `auto` follows the reader's system.",
    },
    Attribute {
        name: "layout",
        property: "layout",
        value: Value::Words("TrangBaoLayout", &["auto", "mobile", "desktop"]),
        default: "auto",
        says: "`auto` follows the width of the element, not of the window.",
    },
    Attribute {
        name: "lang",
        property: "lang",
        value: Value::Words("TrangBaoLang", &["vi", "en"]),
        default: "",
        says: "Language of the buttons and messages; where absent, the reader's. The article keeps its own.",
    },
    Attribute {
        name: "images",
        property: "images",
        value: Value::Words("TrangBaoImages", &["auto", "tap", "none"]),
        default: "auto",
        says: "`auto` loads a picture when it comes near, but on tap where the browser asks to save data; `tap` always waits for a tap; `none` shows words instead.",
    },
    Attribute {
        name: "storage",
        property: "storage",
        value: Value::Words("TrangBaoStorage", &["none", "local"]),
        default: "none",
        says: "`local` keeps the reader's choice of layout in `localStorage` for the next visit; `none` neither reads nor writes.",
    },
    Attribute {
        name: "heading-level",
        property: "headingLevel",
        value: Value::Level,
        default: "2",
        says: "Level of the headline, so that your page's outline holds. The article's own headings follow below it.",
    },
    Attribute {
        name: "related",
        property: "related",
        value: Value::Words("TrangBaoRelated", &["show", "hide"]),
        default: "show",
        says: "Whether related articles are shown.",
    },
    Attribute {
        name: "loading",
        property: "loading",
        value: Value::Words("TrangBaoLoading", &["lazy", "eager"]),
        default: "lazy",
        says: "`lazy` asks for the article when the element comes within 400 px of the visible part of the page; `eager` at once.",
    },
];

pub const METHODS: &[Method] = &[
    Method {
        name: "reload",
        parameters: &[],
        returns: ("void", ""),
        says: "Asks for the article again, also after a failure. `trangbao:ready` or `trangbao:error` tells how it went.",
    },
    Method {
        name: "scrollToBlock",
        parameters: &[("id", "string", "The block's `id`, as the article's JSON has it.")],
        returns: ("boolean", "True where the article has this block."),
        says: "Brings a block of the article into view.",
    },
];

/// All of them bubble and leave the shadow root.
pub const EVENTS: &[Event] = &[
    Event {
        name: "trangbao:ready",
        detail: "TrangBaoMetadata",
        otherwise: "",
        says: "The article is shown.",
    },
    Event {
        name: "trangbao:error",
        detail: "TrangBaoError",
        otherwise: "",
        says: "The article cannot be shown: what stands inside the tag is, or the same article from before where it was asked for again.",
    },
    Event {
        name: "trangbao:progress",
        detail: "TrangBaoProgress",
        otherwise: "",
        says: "The reader has come to 25, 50, 75 or 100 per cent of the article. Each once an article.",
    },
    Event {
        name: "trangbao:link",
        detail: "TrangBaoLink",
        otherwise: "The browser follows the link in the page.",
        says: "A plain click on a link in the article.",
    },
    Event {
        name: "trangbao:share",
        detail: "TrangBaoShare",
        otherwise: "The system's share sheet opens; where there is none, the address is copied.",
        says: "The reader pressed the share button.",
    },
];

const fn text(name: &'static str, says: &'static str) -> Field {
    Field { name, kind: "string", maybe: true, says }
}

const fn always(name: &'static str, kind: &'static str, says: &'static str) -> Field {
    Field { name, kind, maybe: false, says }
}

pub const DETAILS: &[Detail] = &[
    Detail {
        name: "TrangBaoMetadata",
        says: "What is known of the article shown. What the article does not say is absent.",
        fields: &[
            always("headline", "string", "The headline."),
            text("lede", "The lede, without its markup."),
            text("kicker", "The line above the headline."),
            text("section", "The section of the paper."),
            text("byline", "The authors, as one line."),
            text("published", "When it was published, in ISO 8601."),
            text("modified", "When it was last changed, in ISO 8601."),
            always("lang", "string", "The article's language, a BCP 47 tag."),
            text("url", "The article's own address at its publisher."),
            text("image", "Address of its lead picture."),
            text("publisher", "The publisher's name."),
        ],
    },
    Detail {
        name: "TrangBaoError",
        says: "Why the article cannot be shown.",
        fields: &[
            always("code", "TrangBaoErrorCode", "For your program."),
            always("message", "string", "For a person."),
        ],
    },
    Detail {
        name: "TrangBaoProgress",
        says: "How far the reader has come.",
        fields: &[always("percent", "25 | 50 | 75 | 100", "Per cent of the article.")],
    },
    Detail {
        name: "TrangBaoLink",
        says: "Where a link in the article leads.",
        fields: &[always("href", "string", "The whole address.")],
    },
    Detail {
        name: "TrangBaoShare",
        says: "What is to be shared.",
        fields: &[
            always("url", "string", "The article's address."),
            always("title", "string", "Its headline."),
        ],
    },
];
