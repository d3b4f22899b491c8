//! An article in somebody else's page, as the custom element drives it.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Object};
use trangbao::browser::element::{Told, Wishes};
use trangbao::browser::storage;
use trangbao::embed;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Root, response, set, turn, until, window};

const ARTICLE: &str = r#"{ "@type": "NewsArticle", "headline": "Bài một", "inLanguage": "vi",
    "abstract": "Sapo", "author": ["Lan", "Huệ"], "datePublished": "2024-01-05T17:30:00+07:00",
    "url": "https://bao.example/mot", "image": { "url": "/khong-co.webp", "width": 3, "height": 2 },
    "relatedLink": [{ "name": "Khác", "url": "https://bao.example/khac" }],
    "body": [{ "type": "paragraph", "text": ["Xem ", { "text": "đây", "marks": [{ "link": "https://bao.example/x" }] }] }] }"#;

/// Answers what the element is told, and keeps it as `kind key=value …`.
type Log = Rc<RefCell<Vec<String>>>;

struct Shown {
    id: u32,
    root: Root,
    log: Log,
    _told: Closure<dyn Fn(JsValue, JsValue) -> JsValue>,
}

impl Drop for Shown {
    fn drop(&mut self) {
        embed::close(self.id);
    }
}

/// What the element wants. Its starter knows no other format.
fn wishes(pairs: &[(&str, &str)]) -> JsValue {
    let wishes = Object::new();
    set(&wishes, "convert", &Function::new_with_args("done", "done()"));
    for (key, value) in pairs {
        set(&wishes, key, &(*value).into());
    }
    wishes.into()
}

/// Opens an article that the page brings itself; a host that answers `no` takes it upon itself.
fn show(pairs: &[(&str, &str)], answers: bool) -> Shown {
    let all = [&[("address", "https://bao.example/mot.json"), ("lang", "vi")], pairs].concat();
    show_js(&wishes(&[&all[..], &[("json", ARTICLE)]].concat()), answers)
}

fn show_js(wished: &JsValue, answers: bool) -> Shown {
    let log = Log::default();
    let to = log.clone();
    let told =
        Closure::<dyn Fn(JsValue, JsValue) -> JsValue>::new(move |kind: JsValue, of: JsValue| {
            let details: Vec<String> = Object::entries(of.unchecked_ref())
                .iter()
                .map(|entry| {
                    let entry: js_sys::Array = entry.unchecked_into();
                    format!("{}={}", text(&entry.get(0)), text(&entry.get(1)))
                })
                .collect();
            to.borrow_mut().push(format!("{} {}", text(&kind), details.join(" ")));
            JsValue::from(answers)
        });
    crate::mounted::keep_panic_hook();
    let root = Root::new("");
    let id = embed::open(root.clone(), Wishes::read(wished), Told::new(told.as_ref().clone()));
    Shown { id, root, log, _told: told }
}

fn text(value: &JsValue) -> String {
    value.as_string().unwrap_or_default()
}

impl Shown {
    async fn hears(&self, start: &str) -> String {
        let found = || self.log.borrow().iter().find(|line| line.starts_with(start)).cloned();
        until(start, || found().is_some()).await;
        found().unwrap()
    }

    async fn wish(&self, pairs: &[(&str, &str)]) {
        let all = [
            &[("address", "https://bao.example/mot.json"), ("lang", "vi"), ("json", ARTICLE)],
            pairs,
        ];
        embed::wish(self.id, Wishes::read(&wishes(&all.concat())));
        turn().await;
    }
}

#[wasm_bindgen_test]
async fn the_host_hears_of_no_article_that_it_has_stopped_asking_for() {
    let shown = show(&[], true);
    let other = ARTICLE.replace("Bài một", "Bài hai");
    let wished = [("address", "https://bao.example/hai.json"), ("lang", "vi"), ("json", &*other)];
    embed::wish(shown.id, Wishes::read(&wishes(&wished)));
    let ready = shown.hears("ready").await;
    assert!(ready.contains("headline=Bài hai"), "{ready}");
    assert_eq!(shown.log.borrow().iter().filter(|line| line.starts_with("ready")).count(), 1);
}

#[wasm_bindgen_test]
async fn the_host_hears_what_the_article_is() {
    let shown = show(&[], true);
    let ready = shown.hears("ready").await;
    for part in [
        "headline=Bài một",
        "lede=Sapo",
        "byline=Lan, Huệ",
        "lang=vi",
        "url=https://bao.example/mot",
        "published=2024-01-05T17:30",
        "image=https://bao.example/khong-co.webp",
    ] {
        assert!(ready.contains(part), "{part} in {ready}");
    }
    assert!(!ready.contains("modified") && !ready.contains("kicker"));
    assert_eq!(shown.root.text("h2.tb-headline"), "Bài một");
    assert!(shown.root.has(".tb-viewer.tb-embed[data-state=ready][data-theme=auto]"));
    assert!(!shown.root.has(".tb-masthead, .tb-skip, main"));
}

#[wasm_bindgen_test]
async fn every_wish_is_met_while_it_is_shown() {
    let shown = show(&[], true);
    shown.hears("ready").await;
    let root = &shown.root;
    shown.wish(&[("theme", "sepia"), ("layout", "desktop")]).await;
    assert!(root.has("[data-theme=sepia][data-view=desktop]"));
    let headline = root.get(".tb-headline");
    shown.wish(&[("theme", "dark")]).await;
    assert!(root.has("[data-theme=dark][data-view=auto]"));
    assert_eq!(root.get(".tb-headline"), headline, "a theme makes nothing anew");
    shown.wish(&[("heading-level", "4"), ("related", "hide")]).await;
    assert!(root.has("h4.tb-headline") && !root.has(".tb-related"));
    shown.wish(&[("images", "tap")]).await;
    assert!(root.has(".tb-lead img[data-src]") && !root.has(".tb-lead img[src]"));
    root.click(".tb-lead .tb-retry");
    assert!(root.has(".tb-lead img[src]") && !root.has(".tb-retry"));
    // What a tool has changed is made anew all the same.
    shown.wish(&[("images", "none"), ("lang", "en")]).await;
    assert!(!root.has(".tb-lead img") && root.has(".tb-viewer[lang=en]"));
    shown.wish(&[("theme", "<b>"), ("heading-level", "x"), ("layout", "1")]).await;
    assert!(root.has("[data-theme=auto][data-view=auto] h2.tb-headline"));
    assert_eq!(shown.log.borrow().len(), 1, "it became ready once");
}

#[wasm_bindgen_test]
async fn a_host_can_take_links_and_sharing_upon_itself() {
    let shown = show(&[], false);
    shown.hears("ready").await;
    shown.root.click(".tb-body a");
    assert_eq!(shown.hears("link").await, "link href=https://bao.example/x");
    shown.root.click(".tb-foot .tb-share");
    assert_eq!(shown.hears("share").await, "share url=https://bao.example/mot title=Bài một");
    turn().await;
    assert_eq!(shown.root.text(".tb-said"), "");
}

#[wasm_bindgen_test]
async fn what_cannot_be_shown_has_a_code_and_a_sentence() {
    for (status, body, code) in [
        (404, "", "not-found"),
        (410, "", "gone"),
        (503, "", "server"),
        (403, "", "status"),
        (200, "{", "not-json"),
        (200, "{}", "not-article"),
    ] {
        let wished = wishes(&[("address", "https://bao.example/x.json"), ("lang", "en")]);
        set(&wished, "response", &response(status, body));
        set(&wished, "controller", &web_sys::AbortController::new().unwrap());
        let shown = show_js(&wished, true);
        let error = shown.hears("error").await;
        assert!(error.starts_with(&format!("error code={code} message=")), "{error}");
        assert!(error.ends_with('.') && !shown.root.has("article"));
    }
}

/// What is wanted of a starter that turns other formats into ours by this function body.
fn converting(body: &str) -> JsValue {
    let address = ("address", "https://bao.example/x.json#2");
    let wished = wishes(&[address, ("lang", "en"), ("json", r#"{"a":1}"#)]);
    let given = "done, bytes, address, format, number";
    set(&wished, "convert", &Function::new_with_args(given, body));
    wished
}

#[wasm_bindgen_test]
async fn a_file_of_another_format_is_shown_as_what_it_is_turned_into() {
    let body = "const headline = [bytes.length, address, format, number].join();
        done(JSON.stringify({ headline, body: [{ type: 'paragraph', text: 'x' }] }))";
    let shown = show_js(&converting(body), true);
    let ready = shown.hears("ready").await;
    assert!(ready.contains("headline=7,https://bao.example/x.json#2,,2"), "{ready}");
    let shown = show_js(&converting("done(null)"), true);
    assert!(shown.hears("error").await.starts_with("error code=network "));
    // What comes when nobody waits any more is not reported.
    let shown = show_js(&converting("globalThis.tbDone = done"), true);
    turn().await;
    embed::close(shown.id);
    let late = r#"tbDone('{ "headline": "x", "articleBody": "x" }')"#;
    Function::new_no_args(late).call0(&JsValue::NULL).unwrap();
    turn().await;
    assert!(shown.log.borrow().is_empty());
}

#[wasm_bindgen_test]
async fn of_a_list_the_first_article_is_shown_and_no_list_leads_on_for_ever() {
    let list = |url: &str| format!("{{ items: [{{ headline: 'Một', url: '{url}' }}] }}");
    let article = "{ headline: 'Hai', body: [{ type: 'paragraph', text: 'x' }] }";
    let first = list("https://bao.example/y.json");
    let body = format!("done(JSON.stringify(address.includes('y') ? {article} : {first}))");
    let shown = show_js(&converting(&body), true);
    assert!(shown.hears("ready").await.contains("headline=Hai"));
    for url in ["https://bao.example/x.json#2", "https://bao.example/y.json", "javascript:x"] {
        let shown = show_js(&converting(&format!("done(JSON.stringify({}))", list(url))), true);
        assert!(shown.hears("error").await.starts_with("error code=not-article "), "{url}");
    }
}

#[wasm_bindgen_test]
async fn the_storage_is_used_only_where_the_host_allows_it() {
    storage::set("tb-view", "desktop");
    let shown = show(&[], true);
    shown.hears("ready").await;
    assert!(shown.root.has("[data-view=auto]"), "nothing is read");
    shown.root.click("[data-view-to=mobile]");
    until("mobile", || shown.root.has("[data-view=mobile]")).await;
    assert_eq!(storage::get("tb-view").as_deref(), Some("desktop"), "nothing is written");
    let kept = show(&[("storage", "local")], true);
    kept.hears("ready").await;
    assert!(kept.root.has("[data-view=desktop]"));
    kept.root.click("[data-view-to=mobile]");
    until("kept", || storage::get("tb-view").as_deref() == Some("mobile")).await;
    window().local_storage().unwrap().unwrap().clear().unwrap();
}

#[wasm_bindgen_test]
async fn what_is_closed_leaves_nothing_behind() {
    let controller = web_sys::AbortController::new().unwrap();
    let wished = wishes(&[("address", "https://bao.example/x.json")]);
    let (answer, _) = crate::page::promise();
    set(&wished, "response", &answer);
    set(&wished, "controller", &controller);
    let shown = show_js(&wished, true);
    turn().await;
    embed::close(shown.id);
    turn().await;
    assert!(controller.signal().aborted(), "the request is aborted");
    assert_eq!(shown.root.child_element_count(), 0);
    assert!(shown.log.borrow().is_empty());
    // Whoever is late finds nobody.
    shown.wish(&[]).await;
    embed::close(shown.id);
    assert!(shown.log.borrow().is_empty());
}
