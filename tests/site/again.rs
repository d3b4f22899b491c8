//! The second run, and files that cannot be shown.

use std::time::{Duration, SystemTime};

use super::*;

/// Where a file is, and when it was last written.
fn times(folder: &Folder) -> BTreeMap<String, SystemTime> {
    let files = folder.files("out");
    let time =
        |name: &String| fs::metadata(folder.0.join("out").join(name)).unwrap().modified().unwrap();
    files.keys().map(|name| (name.clone(), time(name))).collect()
}

/// Everything looks as if it were written long ago.
fn age(folder: &Folder) {
    let old = SystemTime::now() - Duration::from_secs(3600);
    for name in folder.files("out").keys() {
        let file = fs::File::options().append(true).open(folder.0.join("out").join(name)).unwrap();
        file.set_modified(old).unwrap();
    }
}

#[test]
fn two_runs_give_the_same_bytes_and_the_second_writes_nothing() {
    let folder = Folder::of_samples("twice");
    folder.put_app("/");
    let arguments = ["--base-url", URL, "--app", "app"];
    folder.built(&arguments);
    let first = folder.files("out");
    assert!(first.contains_key("a/mot-vong-ho-tay/index.html.br"));
    age(&folder);
    let before = times(&folder);
    let ran = folder.built(&arguments);
    assert!(ran.out.contains(": 0 files written, "), "{}", ran.out);
    assert!(times(&folder) == before, "a file was written again");
    let other = Folder::of_samples("other");
    other.put_app("/");
    other.built(&arguments);
    let (second, third) = (folder.files("out"), other.files("out"));
    assert!(first == second);
    for (name, bytes) in &third {
        assert!(first.get(name) == Some(bytes), "{name} differs");
    }
    assert_eq!(first.len(), third.len());
    assert!(!first.keys().any(|name| name.contains("part")));
}

#[test]
fn a_new_article_changes_no_older_list() {
    let folder = Folder::new("lists");
    for day in 0..100 {
        let id = format!("tin-{day:02}");
        folder.put(&format!("articles/{id}.json"), article(&id, day, "Thời sự"));
    }
    let arguments = ["--base-url", URL, "--no-compress"];
    folder.built(&arguments);
    assert!(folder.has("out/page/1/index.html") && folder.has("out/s/thoi-su/page/3/index.html"));
    assert!(!folder.has("out/page/4/index.html"));
    let oldest = folder.read("out/page/1/index.html");
    assert!(oldest.contains("Tin tin-00") && oldest.contains("Tin tin-23"));
    assert!(!oldest.contains("Tin tin-24"));
    age(&folder);
    let before = times(&folder);
    folder.put("articles/moi.json", article("moi", 100, "Thời sự"));
    folder.built(&arguments);
    let changed: Vec<_> = times(&folder)
        .into_iter()
        .filter(|(name, time)| before.get(name) != Some(time))
        .map(|(name, _)| name)
        .collect();
    assert_eq!(
        changed,
        [
            ".trangbao-files",
            "a/moi/article.json",
            "a/moi/index.html",
            "articles/index.json",
            "feed.json",
            "feed.xml",
            "index.html",
            "s/thoi-su/index.html",
            "sitemap.xml",
        ]
    );
}

#[test]
fn a_broken_article_is_named_and_the_others_are_there() {
    let folder = Folder::new("broken");
    folder.put("articles/tot.json", article("tot", 1, "Tin"));
    folder.put("articles/hong.json", "{\n \"headline\": ");
    folder.put("articles/sau/hai.json", article("tot", 2, "Tin"));
    folder.put("articles/khac.json", "[1, 2]");
    let ran = folder.site(&["--base-url", URL]);
    assert_eq!(ran.code, 1);
    let lines: Vec<_> = ran.err.lines().collect();
    let slash = std::path::MAIN_SEPARATOR;
    assert_eq!(lines.len(), 3, "{}", ran.err);
    assert_eq!(lines[0], format!("articles{slash}hong.json:2:14: not JSON: a value belongs here"));
    assert!(
        lines[1].starts_with(&format!("articles{slash}khac.json:1:1: not an article")),
        "{}",
        lines[1]
    );
    assert!(
        lines[2].contains(&format!("the id \"tot\" is taken by articles{slash}sau")),
        "{}",
        lines[2]
    );
    assert!(ran.out.starts_with("1 article (3 left out), 1 section: "), "{}", ran.out);
    assert!(folder.has("out/a/tot/index.html") && folder.has("out/index.html"));
}

#[test]
fn what_is_gone_is_removed_and_nothing_else() {
    let folder = Folder::new("gone");
    folder.put("articles/mot.json", article("mot", 1, "Tin"));
    folder.put("articles/hai.json", article("hai", 2, "Đời sống"));
    folder.put("articles/anh/sen.webp", "a picture");
    folder.put_app("/");
    let arguments = ["--base-url", URL, "--app", "app"];
    folder.built(&arguments);
    assert_eq!(folder.read("out/articles/anh/sen.webp"), "a picture");
    folder.put("out/CNAME", "bao.example");
    folder.put("out/a/hai/note.txt", "somebody's own");
    fs::remove_file(folder.0.join("articles/hai.json")).unwrap();
    fs::remove_file(folder.0.join("articles/anh/sen.webp")).unwrap();
    for ending in ["", ".br", ".gz"] {
        fs::remove_file(folder.0.join(format!("app/boot-0123456789abcdef.js{ending}"))).unwrap();
    }
    folder.built(&arguments);
    for gone in [
        "a/hai/index.html",
        "a/hai/index.html.br",
        "a/hai/article.json",
        "s/doi-song",
        "articles/anh",
    ] {
        assert!(!folder.has(&format!("out/{gone}")), "{gone}");
    }
    // Pages that readers have open still ask for hashed files.
    for there in [
        "CNAME",
        "a/hai/note.txt",
        "a/mot/index.html",
        "boot-0123456789abcdef.js",
        "boot-0123456789abcdef.js.br",
    ] {
        assert!(folder.has(&format!("out/{there}")), "{there}");
    }
    assert_eq!(folder.read("out/boot-0123456789abcdef.js.br"), "brotli");
}

#[test]
fn copies_go_where_they_are_not_wanted() {
    let folder = Folder::new("copies");
    folder.put("articles/mot.json", article("mot", 1, "Tin"));
    folder.built(&["--base-url", URL]);
    let page = fs::read(folder.0.join("out/a/mot/index.html")).unwrap();
    let mut back = Vec::new();
    let copy = fs::read(folder.0.join("out/a/mot/index.html.br")).unwrap();
    brotli::BrotliDecompress(&mut &*copy, &mut back).unwrap();
    assert!(back == page);
    back.clear();
    let copy = fs::File::open(folder.0.join("out/a/mot/index.html.gz")).unwrap();
    std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(copy), &mut back).unwrap();
    assert!(back == page);
    folder.built(&["--base-url", URL, "--no-compress"]);
    assert!(!folder.files("out").keys().any(|name| name.ends_with(".br") || name.ends_with(".gz")));
}

#[test]
fn other_formats_and_several_articles_in_a_file() {
    let folder = Folder::new("formats");
    folder.put(
        "articles/feed.json",
        r#"{"version":"https://jsonfeed.org/version/1.1","title":"Tin hồ","items":[
        {"id":"1","title":"Một","content_html":"<p>Sen nở.</p>","date_published":"2026-01-01T00:00:00Z"},
        {"id":"2","title":"Hai","content_text":"Đào."}]}"#,
    );
    folder.put("articles/Bài mới.json", r#"{"headline":"Không tên","articleBody":"Chữ."}"#);
    let ran = folder.built(&["--base-url", URL, "--no-compress"]);
    assert!(ran.out.starts_with("3 articles, 0 sections: "), "{}", ran.out);
    let pages: Vec<_> =
        folder.files("out/a").into_keys().filter(|name| name.ends_with(".html")).collect();
    assert_eq!(pages.len(), 3, "{pages:?}");
    assert!(folder.has("out/a/Bài-mới/index.html"), "{pages:?}");
    assert!(
        folder
            .files("out/a")
            .values()
            .any(|page| String::from_utf8_lossy(page).contains("Sen nở."))
    );
}

#[test]
fn a_viewer_for_another_path_is_refused() {
    let folder = Folder::new("path");
    folder.put("articles/mot.json", article("mot", 1, "Tin"));
    folder.put_app("/x/");
    let ran = folder.site(&["--base-url", URL, "--app", "app"]);
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.contains("was not built for /: cargo xtask build --base-path /"),
        "{}",
        ran.err
    );
    folder.built(&["--base-url", "https://bao.example/x", "--app", "app"]);
}
