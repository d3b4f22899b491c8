//! Payloads of HTML: in each field that may carry HTML, and as words in each that may not.

use trangbao::formats::fragment;
use trangbao::limits::MAX_BYTES;

use super::fields::{Form, forms};
use super::page::{look, render};
use super::{SOURCE, Value, is_harmless, rows, spread};

/// A payload, with what is known of it before it stands anywhere.
struct Payload<'a> {
    id: &'a str,
    html: &'a str,
    /// Whether it runs where it is taken as it is.
    runs: bool,
    harmless: bool,
    /// Whether it has something to show: some has nothing but scripts and form controls.
    has_words: bool,
    /// Its letters as they stand, and the words that a browser would show.
    letters: String,
    words: Vec<String>,
}

impl<'a> Payload<'a> {
    fn new(row: &'a Value) -> Self {
        let (id, html) = (row["id"].as_str().unwrap(), row["html"].as_str().unwrap());
        let ways = row["expect"]["fires"].as_object();
        let alone = fragment::read(html, &SOURCE, trangbao::html::standard).unwrap();
        let mut visible = String::new();
        super::fragments::visible(&trangbao::html::standard(html), &mut visible);
        let words = visible.split(|c: char| !c.is_ascii_alphanumeric());
        Self {
            id,
            html,
            runs: ways.is_some_and(|ways| ways.values().any(|way| way == true)),
            harmless: is_harmless(row),
            has_words: !alone.article.is_empty() && alone.warnings.is_empty(),
            letters: letters(html),
            words: words.filter(|word| word.len() > 3).map(str::to_owned).collect(),
        }
    }

    /// Words that a browser would show and the page does not.
    fn lost(&self, page: &str) -> Vec<&str> {
        let page = letters(page);
        // What is no HTML to a format is shown as it stands.
        if !page.is_empty() && page.contains(&self.letters) {
            return Vec::new();
        }
        self.words.iter().map(|word| &**word).filter(|word| !page.contains(word)).collect()
    }
}

fn letters(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).collect()
}

/// What came of a payload in the file of a format.
#[derive(Default)]
struct Seen {
    pages: usize,
    /// Those of which all words are asked for.
    whole: usize,
    wrong: Vec<String>,
}

/// Puts the payloads into every slot of this kind and looks at the pages: those that run when they
/// are taken as they are in every format, each of the others in a third of the formats, in turns.
/// With `TRANGBAO_ALL` set every payload is put into every format, which takes minutes.
fn check(slot: &str) {
    let every = std::env::var_os("TRANGBAO_ALL").is_some();
    let rows = rows("html-payloads.json");
    let payloads = spread(&rows, Payload::new);
    let mut wrong = Vec::new();
    for (turn, form) in forms().iter().enumerate() {
        let fields = form.count(slot);
        let in_turn = |at: usize| every || (at + turn).is_multiple_of(3);
        let chosen = payloads.iter().enumerate().filter(|(at, one)| one.runs || in_turn(*at));
        let chosen: Vec<&Payload> = chosen.map(|(_, one)| one).filter(|_| fields > 0).collect();
        let seen = spread(&chosen, |payload| put(form, slot, payload));
        let pages: usize = seen.iter().map(|one| one.pages).sum();
        let whole: usize = seen.iter().map(|one| one.whole).sum();
        println!(
            "{}: {} payloads in {fields} fields, {pages} pages, of {whole} all words",
            form.format,
            chosen.len()
        );
        wrong.extend(seen.into_iter().flat_map(|one| one.wrong));
    }
    assert!(wrong.is_empty(), "{} of\n{}", wrong.len(), wrong.join("\n"));
}

/// Puts one payload into every slot of this kind.
fn put(form: &Form, slot: &str, payload: &Payload) -> Seen {
    let Payload { id, html, harmless, .. } = payload;
    let mut seen = Seen::default();
    let articles = form.articles(&[slot], html);
    let fits = || form.fill(&[slot], html).len() <= MAX_BYTES;
    if articles.is_empty() && *harmless && payload.has_words && fits() {
        seen.wrong.push(format!("{} {id}: no article: {html:.300}", form.format));
    }
    for (article, warned) in articles {
        let page = look(&render(&article));
        seen.pages += 1;
        for what in &page.complaints {
            seen.wrong.push(format!("{} {id}: {what}: {html:.300}", form.format));
        }
        if slot == "@html@" && *harmless && !warned {
            seen.whole += 1;
            let lost = payload.lost(&page.words);
            // Newspapers escape a whole body once too often, so schema.org's is read twice.
            let twice = form.format == "schema-org" && html.contains("&lt;");
            if !lost.is_empty() && !twice {
                seen.wrong.push(format!("{} {id}: no {lost:?}: {html:.300}", form.format));
            }
        }
        // The native format knows no HTML: the payload can be read as it stands.
        if slot == "@text@" && form.format == "native" {
            assert_eq!(*article.headline, *trangbao::text::clean::line(html), "{id}");
            assert!(page.words.contains(&*article.headline), "{id}: {html}");
        }
    }
    seen
}

#[test]
fn in_fields_that_may_carry_html() {
    check("@html@");
}

#[test]
fn as_words_in_all_the_others() {
    check("@text@");
}
