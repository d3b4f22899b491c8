//! Storage, head, sharing, colours and what a phone is told.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Function, Reflect};
use trangbao::browser::head::{self, Head};
use trangbao::browser::share::{Shared, share};
use trangbao::browser::{dom, storage, theme};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Replaced, Root, address, document, promise, settled, window};

#[wasm_bindgen_test]
fn storage_keeps_what_it_is_given() {
    assert_eq!(storage::get("tb-test"), None);
    storage::set("tb-test", "Phiên bản di động");
    assert_eq!(storage::get("tb-test").as_deref(), Some("Phiên bản di động"));
    window().local_storage().unwrap().unwrap().remove_item("tb-test").unwrap();
}

#[wasm_bindgen_test]
fn blocked_storage_is_empty_and_forgets() {
    storage::set("tb-test", "before");
    for body in ["throw new DOMException('no', 'SecurityError')", "return null"] {
        let _blocked = Replaced::getter(&window(), "localStorage", body);
        assert_eq!(storage::get("tb-test"), None);
        storage::set("tb-test", "after");
    }
    assert_eq!(storage::get("tb-test").as_deref(), Some("before"));

    // Full, or a private window of an old Safari.
    let lasting = window().local_storage().unwrap().unwrap();
    let prototype = js_sys::Object::get_prototype_of(&lasting);
    {
        let full = Function::new_no_args("throw new DOMException('no', 'QuotaExceededError')");
        let _full = Replaced::value(&prototype, "setItem", &full);
        storage::set("tb-test", "after");
    }
    assert_eq!(storage::get("tb-test").as_deref(), Some("before"));
    lasting.remove_item("tb-test").unwrap();
}

/// The value of an entry of the head that stands there once at most.
fn entry(selector: &str, attribute: &str) -> Option<String> {
    let found = document().head().unwrap().query_selector_all(selector).unwrap();
    assert!(found.length() <= 1, "{selector} stands there {} times", found.length());
    found.get(0)?.unchecked_into::<web_sys::Element>().get_attribute(attribute)
}

#[wasm_bindgen_test]
fn the_head_says_what_the_page_shows() {
    let full = Head {
        title: "Đào \"Nhật Tân\" <b>".to_owned(),
        description: Some("Vào vụ & đẹp".to_owned()),
        canonical: "https://bao.example/dao.html".to_owned(),
        lang: "vi".to_owned(),
        kind: "article",
        image: Some("https://bao.example/dao.webp".to_owned()),
        site: "Báo Sen Hồ".to_owned(),
    };
    // Twice, since entries that are there are changed and not added.
    head::set(&full);
    head::set(&full);
    assert_eq!(document().title(), "Đào \"Nhật Tân\" <b>");
    assert_eq!(document().document_element().unwrap().get_attribute("lang").unwrap(), "vi");
    let content = |selector| entry(selector, "content");
    for (selector, expected) in [
        ("meta[name=description]", full.description.as_deref()),
        ("meta[property='og:title']", Some(&*full.title)),
        ("meta[property='og:description']", full.description.as_deref()),
        ("meta[property='og:type']", Some("article")),
        ("meta[property='og:url']", Some(&*full.canonical)),
        ("meta[property='og:image']", full.image.as_deref()),
        ("meta[property='og:site_name']", Some("Báo Sen Hồ")),
        ("meta[name='twitter:card']", Some("summary_large_image")),
    ] {
        assert_eq!(content(selector).as_deref(), expected, "{selector}");
    }
    assert_eq!(entry("link[rel=canonical]", "href").unwrap(), full.canonical);

    head::set(&Head {
        title: "Báo Sen Hồ".to_owned(),
        lang: "en".to_owned(),
        kind: "website",
        ..Head::default()
    });
    assert_eq!(document().title(), "Báo Sen Hồ");
    assert_eq!(document().document_element().unwrap().get_attribute("lang").unwrap(), "en");
    assert_eq!(content("meta[property='og:type']").as_deref(), Some("website"));
    for gone in [
        "meta[name=description]",
        "meta[property='og:description']",
        "meta[property='og:image']",
        "meta[name='twitter:card']",
    ] {
        assert_eq!(content(gone), None, "{gone}");
    }
}

/// Shares the page, with a function or nothing in the place of what this browser brings.
async fn shared(sheet: Option<&str>, clipboard: Option<&str>) -> (Shared, Array) {
    let navigator: JsValue = window().navigator().into();
    let given = Array::new();
    let fake = |body: &str| {
        let make = Function::new_with_args("given", &format!("return {body}"));
        make.call1(&JsValue::NULL, &given).unwrap()
    };
    let replace = |key: &str, body: Option<&str>| match body {
        Some(body) => Some(Replaced::value(&navigator, key, &fake(body))),
        None if Reflect::has(&navigator, &key.into()).unwrap() => {
            Some(Replaced::missing(&navigator, key))
        }
        None => None,
    };
    let _replaced = [replace("share", sheet), replace("clipboard", clipboard)];
    let (reported, fulfil) = promise();
    let result = Rc::new(Cell::new(None));
    let to = result.clone();
    share(
        "Bài",
        &window().location().href().unwrap(),
        Box::new(move |shared| {
            to.set(Some(shared));
            fulfil.call0(&JsValue::NULL).unwrap();
        }),
    );
    settled("report", reported).await.unwrap();
    (result.get().unwrap(), given)
}

#[wasm_bindgen_test]
async fn sharing_takes_what_the_browser_has() {
    let accepts = "(data) => { given.push(data.url); return Promise.resolve() }";
    let refuses = "() => Promise.reject(new DOMException('no', 'NotAllowedError'))";
    let copies = "{ writeText: (text) => { given.push(text); return Promise.resolve() } }";
    let cannot_copy =
        "{ writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }";
    let href = JsValue::from(window().location().href().unwrap());

    let (result, given) = shared(Some(accepts), Some(copies)).await;
    assert_eq!((result, given.length()), (Shared::Sheet, 1));
    assert_eq!(given.get(0), href);
    // The reader has changed their mind, which is no reason to copy anything.
    let (result, given) = shared(Some(refuses), Some(copies)).await;
    assert_eq!((result, given.length()), (Shared::Sheet, 0));
    let (result, given) = shared(None, Some(copies)).await;
    assert_eq!(result, Shared::Copied);
    assert_eq!(given.get(0), href);
    assert_eq!(shared(None, Some(cannot_copy)).await.0, Shared::Refused);
    // A page that is not secure has neither.
    assert_eq!(shared(None, None).await.0, Shared::Refused);
}

#[wasm_bindgen_test]
fn a_sites_colours_are_adopted() {
    let root = Root::new("<p class='tb-test-colours'></p>");
    let color = || {
        let style = window().get_computed_style(&root.get("p")).unwrap().unwrap();
        style.get_property_value("color").unwrap()
    };
    let before = color();
    assert!(theme::add_rules(".tb-test-colours { color: rgb(1, 2, 3) }").is_some());
    assert_ne!(before, color());
    assert_eq!(color(), "rgb(1, 2, 3)");
    // The next rules join the first, and win.
    assert!(theme::add_rules(".tb-test-colours { color: rgb(4, 5, 6) }").is_some());
    assert_eq!(color(), "rgb(4, 5, 6)");
    {
        let _old = Replaced::value(&window(), "CSSStyleSheet", &JsValue::UNDEFINED);
        assert!(theme::add_rules("p { color: red }").is_none(), "an old browser keeps its colours");
    }
    let key = "adoptedStyleSheets".into();
    let sheets: Array = Reflect::get(&document(), &key).unwrap().unchecked_into();
    assert_eq!(sheets.length(), 2);
    Reflect::set(&document(), &key, &Array::new()).unwrap();
}

#[wasm_bindgen_test]
fn a_phone_is_told_how_wide_to_lay_the_page_out() {
    dom::set_viewport_width(Some(1_040)); // A page without the entry is left alone.
    let meta = document().create_element("meta").unwrap();
    meta.set_attribute("name", "viewport").unwrap();
    document().head().unwrap().append_child(&meta).unwrap();
    dom::set_viewport_width(Some(1_040));
    assert_eq!(meta.get_attribute("content").unwrap(), "width=1040");
    dom::set_viewport_width(None);
    assert!(meta.get_attribute("content").unwrap().starts_with("width=device-width"));
    meta.remove();
}

#[wasm_bindgen_test]
fn the_page_knows_its_address_and_language() {
    assert!(!dom::language().is_empty());
    assert!(trangbao::browser::url::is_own_origin(&address("/x")));
    assert!(!trangbao::browser::url::is_own_origin("https://khac.example/"));
    assert!(!trangbao::browser::url::is_own_origin("data:text/plain,"));
    assert!(!trangbao::browser::url::is_own_origin("/x"), "only whole addresses have an origin");
}
