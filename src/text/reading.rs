//! How long an article takes to read.

use crate::article::{Article, Block, BlockKind, Flow, Inline, plain_text};

/// Words, or Vietnamese syllables, that a reader takes in per minute on a phone.
const WORDS_PER_MINUTE: usize = 230;
/// Characters per minute in scripts that put no space between words.
const CHARACTERS_PER_MINUTE: usize = 400;

/// The minutes an article takes to read, at least one.
pub fn reading_minutes(article: &Article) -> u32 {
    let mut count = Count::default();
    count.inlines(&article.lede);
    count.blocks(&article.body);
    let minutes =
        count.words.div_ceil(WORDS_PER_MINUTE) + count.characters.div_ceil(CHARACTERS_PER_MINUTE);
    u32::try_from(minutes.max(1)).unwrap_or(u32::MAX)
}

/// The words of an article's body and lede.
pub fn word_count(article: &Article) -> usize {
    let mut count = Count::default();
    count.inlines(&article.lede);
    count.blocks(&article.body);
    count.words + count.characters
}

/// How long a block's text is, in characters.
pub fn length(block: &Block) -> usize {
    let mut count = Count { only_length: true, ..Count::default() };
    count.blocks(std::slice::from_ref(block));
    count.characters
}

#[derive(Default)]
struct Count {
    words: usize,
    characters: usize,
    /// Whether all characters count, and no words.
    only_length: bool,
}

impl Count {
    fn text(&mut self, text: &str) {
        if self.only_length {
            self.characters += text.chars().count();
            return;
        }
        for word in text.split_whitespace() {
            match word.chars().filter(|c| is_unspaced(*c)).count() {
                0 => self.words += 1,
                characters => self.characters += characters,
            }
        }
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        self.text(&plain_text(inlines));
    }

    fn flow(&mut self, flow: &Flow) {
        match flow {
            Flow::Text(text) => self.inlines(text),
            Flow::Blocks(blocks) => self.blocks(blocks),
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match &block.kind {
                BlockKind::Paragraph(text) | BlockKind::Heading { text, .. } => self.inlines(text),
                BlockKind::Quote { content, .. } => self.flow(content),
                BlockKind::List { items, .. } => items.iter().for_each(|item| self.flow(item)),
                BlockKind::Table { head, rows, .. } => {
                    for cell in head.iter().chain(rows).flatten() {
                        self.inlines(&cell.text);
                    }
                }
                BlockKind::Box { blocks, .. } => self.blocks(blocks),
                BlockKind::Timeline { items } => {
                    items.iter().for_each(|item| self.blocks(&item.blocks));
                }
                BlockKind::Code { text, .. } => self.text(text),
                BlockKind::Image(_)
                | BlockKind::Gallery { .. }
                | BlockKind::Video(_)
                | BlockKind::Audio { .. }
                | BlockKind::Embed { .. }
                | BlockKind::Related { .. }
                | BlockKind::Divider
                | BlockKind::Unknown { .. } => {}
            }
        }
    }
}

/// Thai, Lao, Khmer, Burmese, Chinese and Japanese put no space between words.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(text: &str) -> Article {
        let body = vec![BlockKind::Paragraph(vec![Inline::Text(text.into())]).into()];
        Article { body, ..Article::default() }
    }

    #[test]
    fn counts_words_or_characters() {
        assert_eq!(reading_minutes(&article("")), 1);
        assert_eq!(reading_minutes(&article(&"chữ ".repeat(231))), 2);
        assert_eq!(reading_minutes(&article(&"字".repeat(801))), 3);
        assert_eq!(word_count(&article("Hồ Tây rộng 500 ha")), 5);
    }
}
