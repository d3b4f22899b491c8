//! Shows nothing twice: the lede, the headline and the first picture, where the body repeats them.

use super::pictures;
use crate::article::{Article, Block, BlockKind, plain_text};
use crate::text::fold::fold;

fn words(block: &Block) -> Option<String> {
    match &block.kind {
        BlockKind::Paragraph(text) | BlockKind::Heading { text, .. } => {
            Some(fold(&plain_text(text)))
        }
        _ => None,
    }
}

/// Takes out of an article what it says twice at its beginning.
pub(in crate::formats) fn tidy(mut article: Article) -> Article {
    if let Some(Block { kind: BlockKind::Heading { .. }, .. }) = article.body.first()
        && article.body.first().and_then(words) == Some(fold(&article.headline))
    {
        article.body.remove(0);
    }
    let lede = fold(&plain_text(&article.lede));
    if !lede.is_empty() {
        if lede == fold(&article.headline) {
            article.lede.clear();
        } else {
            lede_once(&mut article, &lede);
        }
    }
    // The body knows more of the picture, such as its caption.
    if let (Some(lead), Some(Block { kind: BlockKind::Image(first), .. })) =
        (&mut article.lead_image, article.body.first())
        && pictures::same(&lead.url, &first.url)
    {
        *lead = first.clone();
        article.body.remove(0);
    }
    article
}

/// Where the body begins with the lede, it is shown above it alone, or else within it.
fn lede_once(article: &mut Article, lede: &str) {
    let mut beginning = String::new();
    let mut count = 0;
    for part in article.body.iter().map_while(words) {
        if beginning.len() >= lede.len() {
            break;
        }
        beginning.push_str(&part);
        count += 1;
    }
    if beginning == lede {
        article.body.drain(..count);
    } else if beginning.starts_with(lede) {
        article.lede.clear();
    }
}
