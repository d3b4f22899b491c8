//! Which clicks are ours.

use std::cell::RefCell;
use std::rc::Rc;

use trangbao::browser::dom::{self, Phase};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{EventInit, EventTarget, MouseEventInit};

use crate::page::{Root, address, click, window};

/// What a click on this would open here. The page itself stays where it is.
fn followed(target: &EventTarget, how: &MouseEventInit, prevented: bool) -> Option<String> {
    let body = web_sys::window().unwrap().document().unwrap().body().unwrap();
    let found = Rc::new(RefCell::new(None));
    let to = found.clone();
    let follow = move |target: &dom::Element, event: &dom::Event| {
        *to.borrow_mut() = Some(dom::followed_link(target, event));
        event.prevent_default();
    };
    let _before = prevented.then(|| {
        let prevent = |_: &dom::Element, event: &dom::Event| dom::prevent_default(event);
        dom::delegate(&body, "click", Phase::Down, Box::new(prevent))
    });
    let _listener = dom::delegate(&body, "click", Phase::Up, Box::new(follow));
    click(target, how);
    let found = found.take();
    found.expect("the click has reached the page")
}

#[wasm_bindgen_test]
fn a_plain_click_on_a_link_to_a_page_is_followed() {
    for (html, target, expected) in [
        ("<a href='/bao/a/x'>x</a>", "a", Some("/bao/a/x")),
        ("<a href='bao/?src=y#z'>x</a>", "a", Some("/bao/?src=y#z")),
        ("<a href='/x'><b><i>x</i></b></a>", "i", Some("/x")),
        ("<a href='/h\u{1ed3}'>x</a>", "a", Some("/h%E1%BB%93")),
        ("<a href='#chu-thich'>x</a>", "a", None),
        ("<a href='https://khac.example'>x</a>", "a", Some("https://khac.example/")),
        ("<a href='http://khac.example/y'>x</a>", "a", Some("http://khac.example/y")),
        ("<a href='javascript:void(0)'>x</a>", "a", None),
        ("<a href='mailto:a@bao.example'>x</a>", "a", None),
        ("<a href='https://['>x</a>", "a", None),
        ("<a href='/x' target='_blank'>x</a>", "a", None),
        ("<a href='/x' download>x</a>", "a", None),
        ("<a>x</a>", "a", None),
        ("<p>x</p>", "p", None),
    ] {
        let root = Root::new(html);
        let found = followed(&root.get(target), &MouseEventInit::new(), false);
        let whole =
            |path: &str| if path.starts_with('/') { address(path) } else { path.to_owned() };
        assert_eq!(found, expected.map(whole), "{html}");
    }
}

#[wasm_bindgen_test]
fn any_other_click_is_the_browsers() {
    let root = Root::new("<a href='/x'>x</a>");
    let link = root.get("a");
    let with = |change: fn(&MouseEventInit)| {
        let how = MouseEventInit::new();
        change(&how);
        followed(&link, &how, false)
    };
    assert_eq!(with(|how| how.set_ctrl_key(true)), None);
    assert_eq!(with(|how| how.set_meta_key(true)), None);
    assert_eq!(with(|how| how.set_shift_key(true)), None);
    assert_eq!(with(|how| how.set_alt_key(true)), None);
    assert_eq!(with(|how| how.set_button(1)), None);
    assert_eq!(followed(&link, &MouseEventInit::new(), true), None, "another has dealt with it");
    assert_eq!(with(|_| ()), Some(address("/x")));
}

#[wasm_bindgen_test]
fn events_are_heard_below_an_element_until_nobody_listens() {
    let root = Root::new("<p class='outer'>text <b>bold</b></p><img>");
    let heard = Rc::new(RefCell::new(Vec::new()));
    let listen = |name, phase| {
        let to = heard.clone();
        let hear =
            move |target: &dom::Element, _: &dom::Event| to.borrow_mut().push(target.tag_name());
        dom::delegate(&root, name, phase, Box::new(hear))
    };
    let clicks = listen("click", Phase::Up);
    root.click("b");
    // A click on a text is one on its element.
    click(&root.get("p").first_child().unwrap(), &MouseEventInit::new());
    assert_eq!(*heard.borrow(), ["B", "P"]);
    drop(clicks);
    root.click("b");
    assert_eq!(heard.borrow().len(), 2);

    // What does not bubble is heard on its way down only.
    let quiet = EventInit::new();
    let error = web_sys::Event::new_with_event_init_dict("error", &quiet).unwrap();
    let up = listen("error", Phase::Up);
    root.get("img").dispatch_event(&error).unwrap();
    assert_eq!(heard.borrow().len(), 2);
    drop(up);
    let _down = listen("error", Phase::Down);
    root.get("img").dispatch_event(&error).unwrap();
    assert_eq!(heard.borrow().len(), 3);
}

#[wasm_bindgen_test]
fn elements_are_found_outwards_and_inwards() {
    let root = Root::new("<div class='a'><div class='a b'><i data-x='1'>i</i></div></div>");
    let inner = root.get("i");
    assert_eq!(dom::closest(&inner, ".a"), Some(root.get(".b")));
    assert_eq!(dom::closest(&inner, ".c"), None);
    assert_eq!(dom::pressed(&inner, "i", "data-x").as_deref(), Some("1"));
    assert_eq!(dom::pressed(&inner, "i", "data-y"), None);
    assert_eq!(dom::pressed(&inner, "button", "data-x"), None);
    assert_eq!(dom::find(&root, "i"), Some(inner.clone()));
    assert!(dom::is(&inner, "[data-x]") && !dom::is(&inner, ".a"));
    dom::toggle_class(&inner, "on", true);
    dom::toggle_class(&inner, "on", true);
    assert_eq!(inner.class_name(), "on");
    dom::toggle_class(&inner, "on", false);
    assert_eq!(inner.class_name(), "");
    // Words of an article are words, whatever they look like.
    dom::append(&root, "p", "c", "<b>x</b>", &[("title", "\"><i>")]).unwrap();
    assert_eq!((root.text(".c"), root.get(".c").child_element_count()), ("<b>x</b>".to_owned(), 0));
    dom::remove_all(&root, ".a, .c");
    assert_eq!(root.inner_html(), "");
    // A selector that is none finds nothing.
    assert_eq!(dom::find(&root, ":::"), None);
    assert_eq!(dom::find_in_page(":::"), None);
    assert!(
        window().document().unwrap().body().unwrap().dyn_ref().is_some_and(|b| !dom::is(b, ":::"))
    );
}
