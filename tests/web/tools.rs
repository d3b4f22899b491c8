//! What the rendered page does: pictures, embeds, layout, sharing, colours, the masthead.

use trangbao::browser::{dom, storage};
use trangbao::site::{Color, Site};
use trangbao::strings::VI;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::mounted::{Mounted, site};
use crate::page::{Replaced, Root, document, next_event, turn, until, window};

const WORDS: &str = r#"{ "headline": "Bài", "articleBody": "Hết." }"#;

#[wasm_bindgen_test]
async fn a_broken_picture_leaves_its_words_and_a_way_to_ask_again() {
    let mounted = Mounted::article(
        "tranh-hong",
        r#"{ "headline": "Bài", "image": { "url": "/khong-co.webp", "width": 30, "height": 20,
            "description": "Hồ Tây lúc mờ sáng" }, "articleBody": "Hết." }"#,
    )
    .await;
    let root = &mounted.root;
    // The server has no such picture, so this one fails by itself.
    until("the failure", || root.has(".tb-lead .tb-frame.tb-broken")).await;
    assert_eq!(root.text(".tb-broken .tb-broken-alt"), "Hồ Tây lúc mờ sáng");
    assert_eq!(root.text(".tb-broken button.tb-retry"), VI.try_again);
    assert_eq!(root.query_selector_all(".tb-retry, .tb-broken-alt").unwrap().length(), 2);
    // The retry takes the marks away, and asks; the second failure brings them back.
    root.click(".tb-retry");
    assert!(!root.has(".tb-broken, .tb-broken-alt, .tb-retry"));
    until("the second failure", || root.has(".tb-broken .tb-broken-alt")).await;
    // A failure that is told twice is marked once.
    fail(root, ".tb-lead img");
    assert_eq!(root.query_selector_all(".tb-retry").unwrap().length(), 1);
}

#[wasm_bindgen_test]
async fn a_broken_picture_within_a_link_has_no_button() {
    let mounted = Mounted::article(
        "tranh-lien-quan",
        r#"{ "headline": "Bài", "articleBody": "Hết.", "relatedLink": [
            { "name": "Khác", "url": "khac.html", "image": { "url": "/khong-co.webp" } }] }"#,
    )
    .await;
    let root = &mounted.root;
    fail(root, "a .tb-frame img");
    assert_eq!(root.text("a .tb-broken .tb-broken-alt"), VI.picture_failed);
    assert!(!root.has(".tb-retry"));
    // The site's own logo is no picture of the article's.
    let logo = dom::append(&root.get(".tb-masthead"), "img", "tb-logo", "", &[]).unwrap();
    logo.dispatch_event(&web_sys::Event::new("error").unwrap()).unwrap();
    assert_eq!(root.query_selector_all(".tb-broken").unwrap().length(), 1);
}

fn fail(root: &Root, selector: &str) {
    root.get(selector).dispatch_event(&web_sys::Event::new("error").unwrap()).unwrap();
}

#[wasm_bindgen_test]
async fn an_embed_loads_nothing_before_its_button_is_pressed() {
    let mounted = Mounted::article(
        "nhung",
        r#"{ "headline": "Bài", "body": [{ "type": "embed", "provider": "YouTube",
            "url": "https://www.youtube.com/watch?v=aqz-KE-bpKQ", "title": "Thỏ \"to\"" }] }"#,
    )
    .await;
    let root = &mounted.root;
    assert!(!root.has("iframe, object, embed"));
    root.click(".tb-embed-load");
    let frame = root.get(".tb-embed-card iframe.tb-embed-frame");
    let focused = document().active_element() == Some(frame.clone());
    // Removed before it has asked anybody for anything.
    frame.remove();
    assert!(focused);
    let attribute = |name| dom::attribute(&frame, name).unwrap();
    assert_eq!(attribute("src"), "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ");
    assert_eq!(attribute("sandbox"), "allow-scripts allow-popups");
    assert_eq!(attribute("referrerpolicy"), "no-referrer");
    assert_eq!(attribute("title"), "Thỏ \"to\"");
    assert!(!root.has(".tb-embed-load"));
}

#[wasm_bindgen_test]
async fn a_forged_button_loads_nothing() {
    let mounted = Mounted::article("gia-mao", WORDS).await;
    let root = &mounted.root;
    let card = dom::append(&root.get(".tb-body"), "div", "tb-embed-card", "", &[]).unwrap();
    let own = crate::page::address("/embed/x");
    for address in [
        "",
        "javascript:alert(1)",
        "data:text/html,x",
        "/embed/x",
        &own,
        "http://www.youtube.com/embed/x",
        "https://khac.example/embed/x",
        "https://www.youtube.com.khac.example/embed/x",
        "https://www.youtube.com@khac.example/embed/x",
        "https://www.youtube.com/embed/x%22%20onload",
        "https://www.youtube.com/embed/",
    ] {
        dom::clear(&card);
        let attributes = [("data-src", address), ("data-title", "x")];
        dom::append(&card, "button", "tb-embed-load", "Tải", &attributes).unwrap();
        root.click(".tb-embed-load");
        assert!(!root.has("iframe"), "{address}");
    }
}

#[wasm_bindgen_test]
async fn the_layout_follows_the_width_until_the_reader_chooses() {
    let open = |path: &str, style| {
        Mounted::open(path, site().answer("articles/khung.json", 200, WORDS), style)
    };
    let mounted = open("a/khung", "width: 500px");
    mounted.becomes("ready").await;
    let shown = |mounted: &Mounted| {
        let viewer = mounted.root.get(".tb-viewer");
        let attribute = |name| dom::attribute(&viewer, name).unwrap();
        [attribute("data-view"), attribute("data-layout")].join(" ")
    };
    assert_eq!(shown(&mounted), "auto mobile");
    mounted.root.set_attribute("style", "width: 900px").unwrap();
    until("the wide layout", || shown(&mounted) == "auto desktop").await;
    mounted.root.set_attribute("style", "width: 500px").unwrap();
    until("the narrow layout", || shown(&mounted) == "auto mobile").await;
    assert_eq!(storage::get("tb-view"), None, "nobody has chosen");

    let headline = mounted.root.get("h1");
    mounted.root.click(".tb-switch[data-view-to=desktop]");
    until("the choice", || shown(&mounted) == "desktop desktop").await;
    assert_eq!(mounted.root.get("h1"), headline, "the article is left alone");
    assert_eq!(storage::get("tb-view").as_deref(), Some("desktop"));
    let choice = storage::get("tb-view").unwrap();
    drop(mounted);

    // The next visit has it from its first paint on.
    storage::set("tb-view", &choice);
    let mounted = open("a/khung", "width: 500px");
    until("the viewer", || mounted.root.has(".tb-viewer")).await;
    assert_eq!(shown(&mounted), "desktop desktop");
    drop(mounted);

    // A link chooses as well, and what no layout is called like chooses none.
    storage::set("tb-view", &choice);
    for (view, expected) in
        [("mobile", "mobile mobile"), ("bogus", "auto desktop"), ("auto", "auto desktop")]
    {
        let mounted = open(&["a/khung?view=", view].concat(), "width: 900px");
        mounted.becomes("ready").await;
        until(&[view, expected].join(": "), || shown(&mounted) == expected).await;
    }
}

#[wasm_bindgen_test]
async fn sharing_says_what_it_has_done() {
    let mounted = Mounted::article("chia-se", WORDS).await;
    let navigator: JsValue = window().navigator().into();
    let has_sheet = js_sys::Reflect::has(&navigator, &"share".into()).unwrap();
    let _sheet = has_sheet.then(|| Replaced::missing(&navigator, "share"));
    for (body, said) in [
        ("return { writeText: () => Promise.resolve() }", VI.link_copied),
        ("return { writeText: () => Promise.reject(new Error('no')) }", VI.link_not_copied),
    ] {
        let _clipboard = Replaced::getter(&navigator, "clipboard", body);
        mounted.root.click(".tb-share");
        until(said, || mounted.root.text(".tb-said[role=status]") == said).await;
    }
}

#[wasm_bindgen_test]
async fn the_masthead_gives_way_while_reading_down() {
    let tall = Root::new("<div style='height: 9000px'></div>");
    let mounted = Mounted::article("dau-trang", WORDS).await;
    let masthead = mounted.root.get(".tb-masthead");
    for (top, hidden) in [(900, true), (400, false)] {
        let scrolled = next_event(&window(), "scroll");
        dom::scroll_to(top);
        scrolled.await;
        turn().await;
        assert_eq!(dom::is(&masthead, ".tb-masthead-hidden"), hidden, "at {top}");
    }
    drop(tall);
    dom::scroll_to(0);
}

#[wasm_bindgen_test]
fn a_sites_colours_are_those_that_the_page_shows() {
    // Our own style sheet and the site's rules, as a dark room would have them.
    let dark = |css: &str, condition| css.replace(condition, "(min-width: 0)");
    let tokens = include_str!("../../static/css/tokens.css");
    let colors = [(false, "#111111"), (true, "#eeeeee")].map(|(dark, value)| Color {
        dark,
        role: "accent",
        value: value.into(),
    });
    let shown = |ours: &str, rules: &str| {
        let root = Root::new("<style></style><div class='tb-viewer'></div>");
        root.get("style").set_text_content(Some(ours));
        trangbao::browser::theme::add_rules(rules).unwrap();
        let style = window().get_computed_style(&root.get(".tb-viewer")).unwrap().unwrap();
        let accent = style.get_property_value("--tb-accent").unwrap();
        let none = js_sys::Array::new();
        crate::page::set(&document(), "adoptedStyleSheets", &none);
        accent.trim().to_owned()
    };
    let rules =
        |colors: &[Color]| Site { colors: colors.to_vec(), ..Site::default() }.color_rules();
    let in_the_dark = |colors: &[Color]| {
        let ours = dark(tokens, "(prefers-color-scheme: dark)");
        shown(&ours, &dark(&rules(colors), "(prefers-color-scheme:dark)"))
    };
    assert_eq!(shown(tokens, &rules(&colors)), "#111111");
    assert_eq!(in_the_dark(&colors), "#eeeeee");
    // A site that has colours for the day only keeps ours for the night.
    assert_ne!(in_the_dark(&colors[..1]), "#111111");
}
