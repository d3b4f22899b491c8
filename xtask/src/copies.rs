//! A page for each deep link, so that any static host can answer one: the same page, but that it names its article to
//! those who run no script, be it a reader, a search engine or a share sheet.

use crate::page;
use crate::ui::Outcome;
use std::fs;
use std::path::Path;

/// Writes `a/<id>/index.html` for each article of the catalogue in this folder.
pub fn write(folder: &Path, html: &str) -> Outcome {
    let index = folder.join("articles/index.json");
    if !index.is_file() {
        return Ok(());
    }
    for id in article_ids(&read(&index)?)? {
        let article = folder.join("articles").join(format!("{id}.json"));
        // An article elsewhere, or one that a person has yet to mend, is the viewer's business.
        let article = read(&article).ok().and_then(|json| serde_json::from_str(&json).ok());
        let copy = article.map_or_else(|| html.to_owned(), |article| named(html, &article));
        let place = folder.join("a").join(&id);
        let say = |e: std::io::Error| format!("{}: {e}", place.display());
        fs::create_dir_all(&place).map_err(say)?;
        fs::write(place.join("index.html"), copy).map_err(say)?;
    }
    Ok(())
}

fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))
}

/// The page with the article's headline, its lede, and the way to its original where no script runs.
fn named(html: &str, article: &serde_json::Value) -> String {
    let mut html = html.to_owned();
    let text = |key: &str| article[key].as_str().filter(|text| !text.trim().is_empty());
    if let Some(headline) = text("headline") {
        let is_notice = |tag: &page::Tag| tag.get("class") == Some("tb-failure-what");
        set_text(&mut html, "title", |_| true, headline);
        set_text(&mut html, "h1", is_notice, headline);
    }
    if let Some(lede) = text("abstract").or_else(|| text("description")) {
        let description =
            page::find(&html, 0, "meta", |tag| tag.get("name") == Some("description"));
        if let Some(mut tag) = description {
            tag.set("content", lede);
            html.replace_range(tag.at.clone(), &tag.write());
        }
    }
    if let Some(url) = text("url").filter(|url| url.starts_with("https://")) {
        let is_original = |tag: &page::Tag| tag.get("class") == Some("tb-original");
        if let Some(mut tag) = page::find(&html, 0, "a", is_original) {
            tag.set("href", url);
            html.replace_range(tag.at.clone(), &tag.write());
            set_text(&mut html, "a", is_original, "Đọc bài gốc / Read the original");
        }
    }
    html
}

/// Replaces the text of an element that holds nothing else.
fn set_text(html: &mut String, name: &str, wanted: impl Fn(&page::Tag) -> bool, text: &str) {
    let Some(tag) = page::find(html, 0, name, wanted) else { return };
    let Some(length) = html.get(tag.at.end..).and_then(|rest| rest.find('<')) else { return };
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    html.replace_range(tag.at.end..tag.at.end + length, &text);
}

/// The ids of the catalogue that can be a folder's name everywhere.
fn article_ids(json: &str) -> Outcome<Vec<String>> {
    let index: serde_json::Value =
        serde_json::from_str(json).map_err(|e| format!("articles/index.json: {e}"))?;
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_.~".contains(c);
    Ok(index["items"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|item| item["@id"].as_str())
        .filter(|id| !id.is_empty() && !id.starts_with('.') && id.chars().all(plain))
        .map(str::to_owned)
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_ids_that_can_be_a_folder_get_one() {
        let json = r#"{"items":[{"@id":"tay-ho-1"},{"@id":"../x"},{"@id":"a/b"},{"@id":""},{"url":"x"},{"@id":7}]}"#;
        assert_eq!(article_ids(json), Ok(vec!["tay-ho-1".to_owned()]));
        assert!(article_ids("{").is_err());
    }

    #[test]
    fn a_copy_names_its_article() {
        let html = "<title>Báo</title><meta name=description content=x>\
                    <noscript><h1 class=tb-failure-what>Báo</h1><a class=tb-original href=/x>JSON</a></noscript>";
        let article = serde_json::json!({
            "headline": "Trà & sen <3", "abstract": "Một \"ngày\".", "url": "https://bao.example/tra"
        });
        assert_eq!(
            named(html, &article),
            "<title>Trà &amp; sen &lt;3</title>\
             <meta name=\"description\" content=\"Một &quot;ngày&quot;.\">\
             <noscript><h1 class=tb-failure-what>Trà &amp; sen &lt;3</h1><a class=\"tb-original\" href=\"https://bao.example/tra\">\
             Đọc bài gốc / Read the original</a></noscript>"
        );
        let unsafe_url = serde_json::json!({ "url": "javascript:alert(1)" });
        assert_eq!(named(html, &unsafe_url), html);
    }
}
