//! Inline text: strings, and pieces with their marks.

use super::Writer;
use crate::article::{Dir, Flow, Inline, Lang, Mark};
use crate::text::clean;

impl<'a> Writer<'a> {
    /// A field of inline text, where it has words.
    pub(super) fn inlines(&mut self, key: &str, text: &[Inline]) {
        if !self.is_blank(text) {
            self.json.key(key);
            self.inline_list(text);
        }
    }

    /// Inline text as a value: a string where nothing is marked, else a list.
    pub(super) fn inline_list(&mut self, text: &[Inline]) {
        let mut kept = Vec::new();
        self.keep(text, &mut kept);
        if let [Inline::Text(words)] = &kept[..] {
            return self.json.text(&clean::prose(words));
        }
        self.json.array(true);
        kept.into_iter().for_each(|inline| self.inline(inline));
        self.json.array(false);
    }

    /// What the reader would keep. Words whose footnote is missing stand without it.
    fn keep<'t>(&self, text: &'t [Inline], kept: &mut Vec<&'t Inline>) {
        for inline in text.iter().filter(|inline| self.lasts(inline)) {
            match inline {
                Inline::Marked { mark: mark @ Mark::Note(_), content }
                    if self.note(mark).is_none() =>
                {
                    self.keep(content, kept);
                }
                _ => kept.push(inline),
            }
        }
    }

    /// Whether the reader would see no words in it.
    pub(super) fn is_blank(&self, text: &[Inline]) -> bool {
        !text.iter().any(|inline| match inline {
            Inline::Text(words) => !words.trim().is_empty(),
            Inline::Break => false,
            Inline::Marked { .. } => self.lasts(inline),
        })
    }

    /// Whether the reader would keep it. Marks on nothing it drops, except a footnote.
    fn lasts(&self, inline: &Inline) -> bool {
        match inline {
            Inline::Text(_) | Inline::Break => true,
            Inline::Marked { mark, content } => {
                content.iter().any(|inline| self.lasts(inline)) || self.note(mark).is_some()
            }
        }
    }

    /// The footnote of a mark, unless it says nothing or is the one that the mark stands in.
    fn note(&self, mark: &Mark) -> Option<(usize, &'a Flow)> {
        let Mark::Note(index) = mark else { return None };
        let notes: &'a [Flow] = self.notes;
        let note = notes.get(*index).filter(|_| !self.open.contains(index))?;
        let is_empty = match note {
            Flow::Text(text) => self.is_blank(text),
            Flow::Blocks(blocks) => self.has_none(blocks),
        };
        (!is_empty).then_some((*index, note))
    }

    fn inline(&mut self, inline: &Inline) {
        let (mark, mut content) = match inline {
            Inline::Text(words) => return self.json.text(&clean::prose(words)),
            Inline::Break => {
                self.json.object(true);
                self.json.key("break");
                self.json.bare("true");
                return self.json.object(false);
            }
            Inline::Marked { mark, content } => (mark, content),
        };
        // Marks around the same words stand in one list, the outermost first.
        let mut marks = vec![mark];
        while let [Inline::Marked { mark, content: inner }] = &content[..]
            && may_join(&marks, mark)
        {
            marks.push(mark);
            content = inner;
        }
        self.json.object(true);
        self.json.key("text");
        self.inline_list(content);
        self.json.key("marks");
        self.json.array(true);
        marks.into_iter().for_each(|mark| self.mark(mark));
        self.json.array(false);
        self.json.object(false);
    }

    fn mark(&mut self, mark: &Mark) {
        let name = match mark {
            Mark::Strong => "strong",
            Mark::Emphasis => "emphasis",
            Mark::Underline => "underline",
            Mark::Strike => "strike",
            Mark::Sub => "sub",
            Mark::Sup => "sup",
            Mark::Code => "code",
            Mark::Highlight => "mark",
            Mark::Small => "small",
            Mark::Link { url, title } => {
                self.open_mark("link");
                self.url("url", Some(url));
                self.line("title", title.as_deref());
                return self.close_mark();
            }
            Mark::Lang(lang) => {
                self.open_mark("lang");
                self.line("lang", Some(&lang.tag));
                let other = (Lang::new(&lang.tag).dir != lang.dir).then(|| Dir::as_str(lang.dir));
                self.line("dir", other);
                return self.close_mark();
            }
            Mark::Note(_) => {
                let Some((index, note)) = self.note(mark) else { return };
                self.open.push(index);
                self.json.object(true);
                self.json.key("note");
                match note {
                    Flow::Text(text) => self.inline_list(text),
                    Flow::Blocks(blocks) => {
                        self.json.object(true);
                        self.blocks("blocks", blocks);
                        self.json.object(false);
                    }
                }
                self.json.object(false);
                self.open.pop();
                return;
            }
        };
        self.json.text(name);
    }

    fn open_mark(&mut self, name: &str) {
        self.json.object(true);
        self.json.key(name);
        self.json.object(true);
    }

    fn close_mark(&mut self) {
        self.json.object(false);
        self.json.object(false);
    }
}

/// Whether a mark may follow these in one list. The reader takes a mark once a list, and counts
/// footnotes from the inside out except within a list.
fn may_join(marks: &[&Mark], next: &Mark) -> bool {
    let earlier =
        |mark: &&Mark| matches!((mark, next), (Mark::Note(one), Mark::Note(two)) if one > two);
    !marks.contains(&next) && !marks.iter().any(earlier)
}
