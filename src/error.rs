//! What can go wrong, in terms of what the reader or the editor can do about it.

use std::fmt;

/// Why nothing can be shown. Everything less is a [`Warning`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ParseError {
    /// The bytes are not JSON. Line and column count from 1, columns in characters.
    Syntax {
        /// The line.
        line: usize,
        /// The column.
        column: usize,
        /// What was expected there.
        what: &'static str,
    },
    /// The JSON is fine, but no article: no format knows it, or it has no words at all.
    NotAnArticle,
    /// More than the viewer takes on; see [`crate::limits`].
    TooLarge {
        /// What there is too much of, with the limit.
        what: &'static str,
    },
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax { line, column, what } => {
                write!(f, "not JSON: line {line}, column {column}: {what} belongs here")
            }
            Self::NotAnArticle => f.write_str(
                "not an article of a known format: ours has a \"headline\" and words in \"body\" or \"articleBody\"",
            ),
            Self::TooLarge { what } => write!(f, "too large: {what}"),
        }
    }
}

impl std::error::Error for ParseError {}

/// Something that could not be taken over as it stood, and what was done instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// Where: a JSON pointer (RFC 6901) into the source. Empty for the document as a whole.
    pub pointer: String,
    /// What.
    pub problem: Problem,
}

/// The kinds of [`Warning`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// A field holds another type than it should; it was left out.
    WrongType {
        /// What belongs there.
        expected: &'static str,
    },
    /// A field that the block or the article cannot do without is missing or empty.
    Missing {
        /// Its name.
        field: &'static str,
    },
    /// A value is of the right type, but means nothing here; it was left out.
    BadValue {
        /// What belongs there.
        expected: &'static str,
    },
    /// A text in the place of a block; it is shown as a paragraph.
    BareText,
    /// An address that must not be put into the page; its words are shown without it.
    UnsafeUrl,
    /// A block of an unknown type; its fallback or a note is shown.
    UnknownBlock {
        /// The type, as found.
        kind: String,
        /// Whether it brought a fallback.
        fallback: bool,
    },
    /// Something that does not belong to what is read; it was left out.
    LeftOut {
        /// What.
        what: &'static str,
    },
    /// Something that the viewer has no way to show.
    NotShown {
        /// What.
        what: &'static str,
    },
    /// A mark of an unknown kind; its text is shown unmarked.
    UnknownMark,
    /// The source is not valid UTF-8; what could not be read is shown as U+FFFD.
    InvalidUtf8,
    /// Half of a surrogate pair; shown as U+FFFD.
    LoneSurrogate,
    /// A number beyond what a computer counts; it was brought down.
    HugeNumber,
    /// Deeper than the limit; what lies deeper was left out.
    TooDeep,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::WrongType { expected } => write!(f, "left out: {expected} belongs here"),
            Self::Missing { field } => write!(f, "\"{field}\" is missing or empty"),
            Self::BadValue { expected } => write!(f, "left out: not {expected}"),
            Self::BareText => f.write_str(
                "a text where a block belongs, shown as a paragraph: give it \"type\" and \"text\"",
            ),
            Self::UnsafeUrl => f.write_str(
                "address left out: use https (for links also http, mailto or tel) without a user name",
            ),
            Self::UnknownBlock { kind, fallback: true } => {
                write!(f, "unknown block type \"{kind}\": its fallback is shown")
            }
            Self::UnknownBlock { kind, fallback: false } => {
                write!(f, "unknown block type \"{kind}\": give it a \"fallback\" block")
            }
            Self::LeftOut { what } => write!(f, "left out: {what}"),
            Self::NotShown { what } => write!(f, "cannot be shown here: {what}"),
            Self::UnknownMark => f.write_str("unknown mark: its text is shown unmarked"),
            Self::InvalidUtf8 => f.write_str("not valid UTF-8: save the file as UTF-8"),
            Self::LoneSurrogate => f.write_str("half a surrogate pair, shown as U+FFFD"),
            Self::HugeNumber => f.write_str("number out of range, brought down"),
            Self::TooDeep => f.write_str("nested too deeply: what lies deeper was left out"),
        }
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.pointer, self.problem)
    }
}

/// Why an article or the catalogue did not arrive. Each one has its own message for the reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LoadError {
    /// The device is offline.
    Offline,
    /// No byte for ten seconds, or not all within a minute, or the reader has stopped it.
    Timeout,
    /// The connection failed or broke off.
    Network,
    /// 404.
    NotFound,
    /// 410.
    Gone,
    /// 5xx, or 429: the server has trouble of its own.
    Server {
        /// The status.
        status: u16,
        /// After how many seconds it wants to be asked again; 0 where it does not say.
        wait: u16,
    },
    /// Any other status that is not a success.
    Status(u16),
    /// The server answers, but does not let this page read the answer.
    Cors,
    /// The site does not allow articles from that origin.
    OriginNotAllowed {
        /// The origin as far as it could be read.
        origin: String,
    },
    /// Not JSON.
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// JSON, but no article.
    NotArticle,
    /// More than the viewer takes on.
    TooLarge,
}

impl LoadError {
    /// A word for it that hosts of an embed can rely on.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Offline => "offline",
            Self::Timeout => "timeout",
            Self::Network => "network",
            Self::NotFound => "not-found",
            Self::Gone => "gone",
            Self::Server { .. } => "server",
            Self::Status(_) => "status",
            Self::Cors => "cors",
            Self::OriginNotAllowed { .. } => "origin-not-allowed",
            Self::NotJson { .. } => "not-json",
            Self::NotArticle => "not-article",
            Self::TooLarge => "too-large",
        }
    }
}

impl From<ParseError> for LoadError {
    fn from(error: ParseError) -> Self {
        match error {
            ParseError::Syntax { line, column, .. } => Self::NotJson { line, column },
            ParseError::NotAnArticle => Self::NotArticle,
            ParseError::TooLarge { .. } => Self::TooLarge,
        }
    }
}
