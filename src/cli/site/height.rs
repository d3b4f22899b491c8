//! How high an article stands in a partner's page, before any browser has laid it out.
//!
//! It follows the style sheets block by block with the widths of usual letters, and errs by a few
//! lines. So a host that keeps this much space sees next to nothing move.

mod body;
mod head;
mod letters;

use crate::article::{Article, BlockKind, Image};
use crate::strings::Strings;
use letters::Face;

/// The widths for which it is told, in CSS pixels.
pub(super) const WIDTHS: [u16; 8] = [320, 360, 400, 480, 600, 720, 840, 1080];

/// From here on the desk's sizes hold, as in `tokens.css`.
const DESK: f32 = 641.0;
/// From here on related articles stand beside the text, as in `desk.css`.
const SIDED: f32 = 1040.0;

/// What a width means for type and measures.
struct Sheet {
    width: f32,
    is_desk: bool,
    /// The width of the text.
    column: f32,
    /// The size of the body's type.
    body: f32,
}

impl Sheet {
    fn new(width: u16) -> Self {
        let width = f32::from(width);
        let is_desk = width >= DESK;
        let gutter = if is_desk { 24.0 } else { 16.0 };
        Self {
            width,
            is_desk,
            column: (width - 2.0 * gutter).min(680.0),
            body: if is_desk { 19.0 } else { 18.0 },
        }
    }

    /// One size on a phone, another one at a desk.
    fn of(&self, phone: f32, desk: f32) -> f32 {
        if self.is_desk { desk } else { phone }
    }

    /// Type of the body.
    fn text(&self) -> Face {
        Face::new(self.body, 1.6667)
    }

    /// Small type within the body.
    fn small(&self) -> Face {
        Face::new(14.0, 1.5)
    }

    /// The space between blocks.
    fn gap(&self) -> f32 {
        0.9 * self.body
    }

    /// A picture as wide as its figure: on a phone from edge to edge.
    fn picture(&self, size: Option<(u32, u32)>) -> f32 {
        let wide = self.of(self.width, self.column);
        let (width, height) = size.unwrap_or((3, 2));
        let (width, height) = (width.max(1) as f32, height as f32);
        let most = (1.4 * self.width).min(860.0);
        // A small picture is not blown up.
        let wide = if size.is_some() { wide.min(width) } else { wide };
        (wide * height / width).min(most)
    }
}

/// Heights one below the other, of which the margins between two are one.
#[derive(Default)]
struct Stack {
    height: f32,
    margin: f32,
}

impl Stack {
    fn add(&mut self, before: f32, height: f32, after: f32) {
        if height > 0.0 {
            self.height += self.margin.max(before) + height;
            self.margin = after;
        }
    }
}

/// The height at this width, in CSS pixels.
pub(super) fn estimate(article: &Article, width: u16) -> u32 {
    let sheet = Sheet::new(width);
    let words = Strings::find(article.lang.primary()).unwrap_or(&crate::strings::VI);
    let mut all = Stack::default();
    head::head(&sheet, words, article, &mut all);
    if sheet.width < SIDED {
        head::links(&sheet, &article.related, &mut all);
    }
    let margin = sheet.of(24.0, 28.0);
    if let Some(image) = lead(article) {
        all.add(margin, body::figure(&sheet, &Face::new(14.0, 1.5), image), margin);
    }
    head::listen(article, &mut all);
    all.add(20.0, body::blocks(&sheet, &article.body, sheet.column, &sheet.text()), 0.0);
    head::end(&sheet, article, &mut all);
    let has_list = article.related.iter().any(|item| item.image.is_none());
    if sheet.width < SIDED || has_list {
        head::cards(&sheet, &article.related, &mut all);
    }
    // Within the article 16 px above and 24 below; then the foot.
    let height = 16.0 + all.height + 24.0 + head::foot(&sheet, article);
    height.round() as u32
}

/// The lead picture, unless the body shows it anyway.
fn lead(article: &Article) -> Option<&Image> {
    let lead = article.lead_image.as_ref()?;
    let is_it = |image: &Image| {
        let has = |one: &Image, url| one.url == url || one.renditions.iter().any(|r| r.url == url);
        has(image, lead.url.clone()) || has(lead, image.url.clone())
    };
    let again = article.body.iter().any(|block| match &block.kind {
        BlockKind::Image(image) => is_it(image),
        BlockKind::Gallery { images, .. } => images.iter().any(is_it),
        _ => false,
    });
    (!again).then_some(lead)
}
