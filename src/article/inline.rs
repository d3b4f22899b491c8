//! Inline text: a typed tree instead of markup.

use super::{Lang, Text};
use crate::safe_url::SafeUrl;
use crate::text::is_one_of;

/// A piece of a line of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Text(Text),
    /// A line break.
    Break,
    /// Marked text.
    Marked {
        /// How it is marked. Several marks on one text nest, the first one outermost.
        mark: Mark,
        /// What is marked.
        content: Vec<Inline>,
    },
}

/// What sets a piece of text apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// Strong importance.
    Strong,
    /// Stress.
    Emphasis,
    /// Underlined, for what is not a link.
    Underline,
    /// No longer right.
    Strike,
    /// Subscript.
    Sub,
    /// Superscript.
    Sup,
    /// Code.
    Code,
    /// Highlighted.
    Highlight,
    /// Small print.
    Small,
    /// A link.
    Link {
        /// Where it leads.
        url: SafeUrl,
        /// What is said of it on hover.
        title: Option<Text>,
    },
    /// Another language than the text around it.
    Lang(Lang),
    /// Text with a footnote: the index into [`Article::notes`](super::Article::notes).
    Note(usize),
}

impl Mark {
    /// The mark that goes by a name. For each mark that is no more than a name there is a list of
    /// those that it has, parted by spaces, in the order of the marks above.
    pub fn named(name: &str, names: &[&str; 9]) -> Option<Self> {
        Some(match names.iter().position(|names| is_one_of(name, names))? {
            0 => Self::Strong,
            1 => Self::Emphasis,
            2 => Self::Underline,
            3 => Self::Strike,
            4 => Self::Sub,
            5 => Self::Sup,
            6 => Self::Code,
            7 => Self::Highlight,
            _ => Self::Small,
        })
    }
}

/// The words of inline text, without marks.
///
/// ```
/// # use trangbao::article::{plain_text, Inline, Mark};
/// let text = [
///     Inline::Text("Hồ ".into()),
///     Inline::Marked { mark: Mark::Strong, content: vec![Inline::Text("Tây".into())] },
/// ];
/// assert_eq!(plain_text(&text), "Hồ Tây");
/// ```
pub fn plain_text(inlines: &[Inline]) -> String {
    fn collect(inlines: &[Inline], out: &mut String) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => out.push_str(text),
                Inline::Break => out.push('\n'),
                Inline::Marked { content, .. } => collect(content, out),
            }
        }
    }
    let mut out = String::new();
    collect(inlines, &mut out);
    out
}
