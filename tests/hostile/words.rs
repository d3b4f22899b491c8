//! Payloads of HTML: in each field that may carry HTML, and as words in each that may not.

use trangbao::formats::fragment;
use trangbao::limits::MAX_BYTES;

use super::fields::forms;
use super::page::{look, render};
use super::{SOURCE, Value, is_harmless, rows};

/// Puts the payloads into every slot of this kind and looks at the pages: those that run when they
/// are taken as they are in every format, each of the others in a third of the formats, in turns.
/// With `TRANGBAO_ALL` set every payload is put into every format, which takes minutes.
fn check(slot: &str) {
    let all = rows("html-payloads.json");
    let every = std::env::var_os("TRANGBAO_ALL").is_some();
    let mut wrong = Vec::new();
    for (turn, form) in forms().into_iter().enumerate() {
        let runs = |row: &Value| {
            row["expect"]["fires"]
                .as_object()
                .is_some_and(|ways| ways.values().any(|way| way == true))
        };
        let chosen =
            all.iter().enumerate().filter(|(at, row)| every || runs(row) || (at + turn) % 3 == 0);
        let rows: Vec<&Value> = chosen.map(|(_, row)| row).collect();
        let fields = form.count(slot);
        let (mut pages, mut harmless) = (0, 0);
        for row in rows.iter().copied().filter(|_| fields > 0) {
            let (id, html) = (row["id"].as_str().unwrap(), row["html"].as_str().unwrap());
            let articles = form.articles(&[slot], html);
            // Where every field has nothing but scripts and form controls, nothing is to be shown.
            let alone = fragment::read(html, &SOURCE, trangbao::html::standard).unwrap();
            let has_words = !alone.article.is_empty() && alone.warnings.is_empty();
            let fits = form.fill(&[slot], html).len() <= MAX_BYTES;
            if articles.is_empty() && is_harmless(row) && has_words && fits {
                wrong.push(format!("{} {id}: no article: {html:.300}", form.format));
            }
            for (article, warned) in articles {
                let page = look(&render(&article));
                pages += 1;
                for what in &page.complaints {
                    wrong.push(format!("{} {id}: {what}: {html:.300}", form.format));
                }
                if slot == "@html@" && is_harmless(row) && !warned {
                    harmless += 1;
                    let lost = lost_words(html, &page.words);
                    // Newspapers escape a whole body once too often, so schema.org's is read twice.
                    let twice = form.format == "schema-org" && html.contains("&lt;");
                    if !lost.is_empty() && !twice {
                        wrong.push(format!("{} {id}: no {lost:?}: {html:.300}", form.format));
                    }
                }
                // The native format knows no HTML: the payload can be read as it stands.
                if slot == "@text@" && form.format == "native" {
                    assert_eq!(*article.headline, *trangbao::text::clean::line(html), "{id}");
                    assert!(page.words.contains(&*article.headline), "{id}: {html}");
                }
            }
        }
        println!(
            "{}: {} payloads in {fields} fields, {pages} pages, of {harmless} all words",
            form.format,
            rows.len()
        );
    }
    assert!(wrong.is_empty(), "{} of\n{}", wrong.len(), wrong.join("\n"));
}

/// Words of a payload that a browser would show and the page does not.
fn lost_words(html: &str, page: &str) -> Vec<String> {
    let mut visible = String::new();
    super::fragments::visible(&trangbao::html::standard(html), &mut visible);
    let letters = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
    let page = letters(page);
    // What is no HTML to a format is shown as it stands.
    if !page.is_empty() && page.contains(&letters(html)) {
        return Vec::new();
    }
    let words = visible.split(|c: char| !c.is_ascii_alphanumeric());
    words.filter(|word| word.len() > 3 && !page.contains(word)).map(str::to_owned).collect()
}

#[test]
fn in_fields_that_may_carry_html() {
    check("@html@");
}

#[test]
fn as_words_in_all_the_others() {
    check("@text@");
}
