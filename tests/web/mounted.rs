//! The article and the whole app in a page.

use std::rc::Rc;

use trangbao::app::{App, AppProps};
use trangbao::article::Article;
use trangbao::browser::{dom, history, intl, url};
use trangbao::formats::{Source, parse};
use trangbao::strings::VI;
use trangbao::text::Formats;
use trangbao::view::{Cx, Pictures, article::article as whole};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::prelude::*;

use crate::page::{
    Handover, Replaced, Root, address, document, frame, next_event, promise, turn, until, window,
};

const SITE: &str = r#"{ "name": "Báo Thử", "lang": "vi" }"#;
const CATALOGUE: &str = r#"{ "title": "Báo Thử", "items": [
    { "@id": "mot", "url": "mot.json", "headline": "Bài một" },
    { "@id": "hai", "url": "hai.json", "headline": "Bài hai" }
] }"#;
const ARTICLE: &str = r#"{ "@type": "NewsArticle", "headline": "Bài một", "inLanguage": "vi",
    "abstract": "Sapo", "body": [{ "type": "paragraph", "text": "Hết." }] }"#;

/// The app in the page, until dropped. Its site begins at `/bao/`.
pub struct Mounted {
    app: Option<yew::AppHandle<App>>,
    pub root: Root,
}

impl Mounted {
    /// Opens an address of the site, with the answers that the boot module has asked for.
    pub fn open(path: &str, handover: Handover, style: &str) -> Self {
        keep_panic_hook();
        move_to(&["/bao/", path].concat());
        history::begin();
        let boot = handover.answer("site.json", 200, SITE).boot();
        let root = Root::new("");
        root.set_attribute("style", style).unwrap();
        let props = AppProps { base: boot.base.into(), host: root.clone() };
        let app = yew::Renderer::<App>::with_root_and_props(root.clone(), props).render();
        Self { app: Some(app), root }
    }

    /// Opens an article and waits for it.
    pub async fn article(id: &str, json: &str) -> Self {
        let answer = ["articles/", id, ".json"].concat();
        let mounted = Self::open(&["a/", id].concat(), site().answer(&answer, 200, json), "");
        mounted.becomes("ready").await;
        mounted
    }

    pub async fn becomes(&self, state: &str) {
        let selector = format!(".tb-viewer[data-state={state}]");
        until(&selector, || self.root.has(&selector)).await;
    }

    pub async fn shows(&self, headline: &str) {
        let shown = || self.root.query_selector("h1").unwrap().and_then(|h1| h1.text_content());
        until(headline, || shown().as_deref() == Some(headline)).await;
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.app.take().unwrap().destroy();
        window().local_storage().unwrap().unwrap().clear().unwrap();
        move_to("/");
    }
}

/// The site that the tests open.
pub fn site() -> Handover {
    Handover::new(&address("/bao/"))
}

/// Yew would set a hook of its own, but the one that is there tells the runner which test failed.
/// Once one has, hooks can no longer be changed.
pub fn keep_panic_hook() {
    if !std::thread::panicking() {
        yew::set_custom_panic_hook(std::panic::take_hook());
    }
}

fn move_to(path: &str) {
    let history = window().history().unwrap();
    history.replace_state_with_url(&JsValue::NULL, "", Some(path)).unwrap();
}

#[derive(Properties, Clone)]
struct ShowProps {
    article: Rc<Article>,
    cx: Rc<Cx>,
}

impl PartialEq for ShowProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.article, &other.article) && Rc::ptr_eq(&self.cx, &other.cx)
    }
}

#[component]
fn Show(props: &ShowProps) -> Html {
    whole(&props.cx, &props.article)
}

/// An article in a root that no page holds.
async fn detached(json: &str) -> web_sys::Element {
    let root = document().create_element("div").unwrap();
    let source =
        Source { address: Some("https://bao.example/articles/a.json"), resolve: url::standard };
    let article = Rc::new(parse(json.as_bytes(), &source).unwrap().article);
    let formats = Formats { foreign_date: intl::date, foreign_number: intl::number };
    let cx = Rc::new(Cx {
        strings: &VI,
        formats,
        heading_shift: 0,
        pictures: Pictures::Near,
        related: true,
        cookieless: None,
    });
    keep_panic_hook();
    let props = ShowProps { article, cx };
    yew::Renderer::<Show>::with_root_and_props(root.clone(), props).render();
    until("the article", || dom::find(&root, "article").is_some()).await;
    root
}

fn text(root: &web_sys::Element, selector: &str) -> String {
    let found = dom::find(root, selector).unwrap_or_else(|| panic!("no {selector}"));
    found.text_content().unwrap()
}

#[wasm_bindgen_test]
async fn an_article_becomes_a_page_of_its_own() {
    let json = include_str!("../../static/articles/hoi-nghi-quan-uy-tay-ho.json");
    let root = detached(json).await;
    let all = |selector: &str| root.query_selector_all(selector).unwrap().length();
    let article = dom::find(&root, "article").unwrap();
    assert_eq!(dom::attribute(&article, "lang").as_deref(), Some("vi"));
    assert_eq!(dom::attribute(&article, "dir").as_deref(), Some("ltr"));
    assert_eq!((all("h1"), all("h1.tb-headline[tabindex='-1']")), (1, 1));
    assert_eq!(all("figure img"), 7);
    assert_eq!(all("figure img[alt][width][height]"), 7);
    assert_eq!(all("figcaption .tb-caption"), 7);
    assert!(all(".tb-body p") >= 14);
    assert!(text(&root, "time.tb-date").starts_with("Thứ sáu, 5/1/2024"));
    let datetime = dom::attribute(&dom::find(&root, "time").unwrap(), "datetime").unwrap();
    assert!(datetime.starts_with("2024-01-05T"), "{datetime}");
    // What the page's policy forbids is not there.
    assert_eq!(all("script, style, [style], [onclick], iframe"), 0);
}

#[wasm_bindgen_test]
async fn a_foreign_article_has_its_own_direction_dates_and_numbers() {
    let root = detached(
        r#"{ "headline": "اللوتس", "inLanguage": "ar-EG", "datePublished": "2024-01-05T17:30:00+07:00",
            "articleBody": "شاي اللوتس" }"#,
    )
    .await;
    let article = dom::find(&root, "article").unwrap();
    assert_eq!(dom::attribute(&article, "dir").as_deref(), Some("rtl"));
    let date = text(&root, "time");
    assert!(date.contains("٢٠٢٤") && date.ends_with("(GMT+7)"), "{date}");
    assert!(text(&root, ".tb-minutes").contains('١'));
}

#[wasm_bindgen_test]
async fn hostile_words_stay_words() {
    let root = detached(
        r#"{ "headline": "<img src=x onerror=alert(1)>", "articleBody": "</p><script>alert(1)</script>",
            "author": { "name": "<b>x</b>", "url": "javascript:alert(1)" } }"#,
    )
    .await;
    assert_eq!(text(&root, "h1"), "<img src=x onerror=alert(1)>");
    assert!(text(&root, ".tb-body").contains("<script>alert(1)</script>"));
    assert!(dom::find(&root, "img, script, b, a[href^='javascript']").is_none());
}

#[wasm_bindgen_test]
async fn the_first_page_opens_without_taking_the_focus() {
    let mounted = Mounted::article("mo-dau", ARTICLE).await;
    let root = &mounted.root;
    assert_eq!(root.text("h1"), "Bài một");
    assert_eq!(root.text(".tb-masthead .tb-name"), "Báo Thử");
    until("the title", || document().title() == "Bài một - Báo Thử").await;
    assert_eq!(document().active_element(), document().body().map(Into::into));
    let canonical = dom::find_in_page("link[rel=canonical]").unwrap();
    assert_eq!(dom::attribute(&canonical, "href"), Some(address("/bao/a/mo-dau")));
}

#[wasm_bindgen_test]
async fn the_reader_goes_on_and_finds_the_way_back() {
    let tall = Root::new("<div style='height: 9000px'></div>");
    let handover = site().answer("articles/index.json", 200, CATALOGUE).answer(
        "articles/mot.json",
        200,
        ARTICLE,
    );
    let mounted = Mounted::open("", handover, "");
    let root = &mounted.root;
    mounted.shows("Báo Thử").await;
    dom::scroll_to(500);

    root.click("a[href$='/bao/a/mot']");
    mounted.shows("Bài một").await;
    until("the headline's focus", || document().active_element() == Some(root.get("h1"))).await;
    assert_eq!(window().location().pathname().unwrap(), "/bao/a/mot");
    until("the title", || document().title() == "Bài một - Báo Thử").await;
    assert_eq!(window().scroll_y().unwrap(), 0.0);

    let traversed = next_event(&window(), "popstate");
    window().history().unwrap().back().unwrap();
    traversed.await;
    mounted.shows("Báo Thử").await;
    until("the scroll position", || window().scroll_y() == Ok(500.0)).await;
    until("the title", || document().title() == "Báo Thử").await;
    assert_eq!(document().active_element(), Some(root.get("h1")));

    // A fragment of the page is the browser's business: nothing is loaded or rendered again.
    let before = root.get("h1");
    let changed = next_event(&window(), "popstate");
    window().location().set_hash("tb-main").unwrap();
    changed.await;
    frame().await;
    assert_eq!(root.get("h1"), before);
    let traversed = next_event(&window(), "popstate");
    window().history().unwrap().back().unwrap();
    traversed.await;
    drop(mounted);
    drop(tall);
    dom::scroll_to(0);
}

#[wasm_bindgen_test]
async fn an_article_that_is_left_is_asked_for_no_longer() {
    let handover = site().answer("articles/index.json", 200, CATALOGUE);
    let (never, _) = promise();
    let slow = handover.promise("articles/cham.json", &never);
    let mounted = Mounted::open("a/cham", handover, "");
    let named = || mounted.root.query_selector(".tb-name").unwrap()?.text_content();
    until("the site", || named().as_deref() == Some("Báo Thử")).await;
    assert!(mounted.root.has("[data-state=loading]"));
    assert!(!slow.signal().aborted());
    mounted.root.click(".tb-name");
    mounted.shows("Báo Thử").await;
    assert!(slow.signal().aborted());
}

#[wasm_bindgen_test]
async fn an_article_that_is_left_before_it_is_whole_brings_nobody_anywhere() {
    let tall = Root::new("<div style='height: 9000px'></div>");
    let linked = ARTICLE.replace(
        "\"abstract\"",
        r#""relatedLink": [{ "url": "/bao/a/hai", "name": "Bài hai" }], "abstract""#,
    );
    let handover = site().answer("articles/index.json", 200, CATALOGUE).answer(
        "articles/mot.json",
        200,
        &linked,
    );
    let (never, _) = promise();
    handover.promise("articles/hai.json", &never);
    let mounted = Mounted::open("", handover, "");
    mounted.shows("Báo Thử").await;
    mounted.root.click("a[href$='/bao/a/mot']");
    until("its beginning", || mounted.root.has("[data-state=loading] .tb-body")).await;
    dom::scroll_to(300);
    mounted.root.click("a[href$='/bao/a/hai']");
    until("the bars", || mounted.root.has(".tb-skeleton")).await;
    for _ in 0..5 {
        frame().await;
    }
    assert_eq!(window().scroll_y(), Ok(300.0));
    drop(tall);
}

#[wasm_bindgen_test]
async fn a_failure_says_what_happened_and_can_be_tried_again() {
    let mounted = Mounted::open("a/vang", site(), "");
    mounted.becomes("failed").await;
    let root = &mounted.root;
    assert_eq!(root.text("[role=alert] .tb-failure-what"), VI.not_found.0);
    assert_eq!(root.text("[role=alert] .tb-failure-next"), VI.not_found.1);
    site().answer("articles/vang.json", 200, ARTICLE).boot();
    root.click(".tb-retry-load");
    mounted.becomes("ready").await;
    assert_eq!(root.text("h1"), "Bài một");
    assert!(!root.has("[role=alert]"));
}

#[wasm_bindgen_test]
async fn another_origin_opens_only_where_the_site_allows_it() {
    let mounted = Mounted::open("?src=https%3A%2F%2Fkhac.example%2Fa.json", site(), "");
    mounted.becomes("failed").await;
    assert_eq!(mounted.root.text(".tb-failure-what"), VI.origin_not_allowed.0);
    assert!(mounted.root.text(".tb-failure-detail").contains("https://khac.example"));
}

#[wasm_bindgen_test]
async fn the_app_works_where_storage_is_blocked() {
    let body = "throw new DOMException('no', 'SecurityError')";
    let lasting = Replaced::getter(&window(), "localStorage", body);
    let visit = Replaced::getter(&window(), "sessionStorage", body);
    let mounted = Mounted::article("bi-chan", ARTICLE).await;
    mounted.root.click(".tb-switch[data-view-to=desktop]");
    until("the layout", || mounted.root.has("[data-view=desktop]")).await;
    drop((lasting, visit));
}

#[wasm_bindgen_test]
async fn an_unmounted_app_leaves_nothing_behind() {
    let mounted = Mounted::article("go-bo", ARTICLE).await;
    let root = Root::new("");
    root.append_child(&mounted.root).unwrap();
    drop(mounted);
    turn().await;
    assert_eq!(root.inner_html(), "");
    for event in ["popstate", "scroll", "pagehide"] {
        window().dispatch_event(&web_sys::Event::new(event).unwrap()).unwrap();
    }
    frame().await;
    window().session_storage().unwrap().unwrap().clear().unwrap();
}
