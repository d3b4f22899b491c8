//! Where the reader is: history, scrolling, focus, and how wide the page is.

use std::cell::RefCell;
use std::rc::Rc;

use trangbao::browser::history::{self, Place};
use trangbao::browser::{dom, watch};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Root, document, frame, next_event, turn, until, window};

#[wasm_bindgen_test]
fn an_address_is_taken_apart() {
    let place = |path: &str, src: Option<&str>, view: Option<&str>, fragment: &str| {
        let owned = |text: Option<&str>| text.map(str::to_owned);
        let (path, fragment) = (path.to_owned(), fragment.to_owned());
        Some(Place { path, src: owned(src), format: None, view: owned(view), fragment })
    };
    assert_eq!(
        history::place(
            "https://bao.example/bao/?src=https%3A%2F%2Fx.example%2Fa.json&view=mobile#c"
        ),
        place("/bao/", Some("https://x.example/a.json"), Some("mobile"), "c")
    );
    assert_eq!(
        history::place("https://bao.example/a/h%E1%BB%93?src="),
        place("/a/h%E1%BB%93", None, None, "")
    );
    assert_eq!(history::place("/bao/"), None);
}

fn remembered() -> Option<i32> {
    let at = history::remembered_scroll();
    at.map(|at| {
        assert_eq!(at.block, 0, "this is no long article");
        at.top
    })
}

#[wasm_bindgen_test]
async fn the_way_back_leads_to_where_the_reader_was() {
    let tall = Root::new("");
    tall.set_attribute("style", "height: 9000px").unwrap();
    history::begin();
    assert_eq!(
        window().history().unwrap().scroll_restoration().unwrap(),
        web_sys::ScrollRestoration::Manual
    );
    let start = history::here();
    let heard = Rc::new(RefCell::new(Vec::new()));
    let to = heard.clone();
    let hear = move || to.borrow_mut().push((history::here().path, remembered()));
    let listener = history::on_traverse(Box::new(hear));
    assert!(listener.is_some());

    dom::scroll_to(700);
    history::push("/bao/a/tay-ho?view=desktop#cuoi");
    let there = history::here();
    assert_eq!(
        (&*there.path, there.view.as_deref(), &*there.fragment),
        ("/bao/a/tay-ho", Some("desktop"), "cuoi")
    );
    assert_eq!(remembered(), None);
    assert_eq!(*heard.borrow(), [], "a push is no step back");
    dom::scroll_to(300);

    for (forward, step) in
        [(false, window().history().unwrap()), (true, window().history().unwrap())]
    {
        let traversed = next_event(&window(), "popstate");
        if forward {
            step.forward().unwrap()
        } else {
            step.back().unwrap()
        }
        traversed.await;
        turn().await;
        dom::scroll_to(if forward { 300 } else { 700 });
    }
    let expected = [(start.path.clone(), Some(700)), ("/bao/a/tay-ho".to_owned(), Some(300))];
    assert_eq!(*heard.borrow(), expected);

    // A dropped listener hears nothing more. An address of another origin cannot be pushed.
    drop(listener);
    let traversed = next_event(&window(), "popstate");
    window().history().unwrap().back().unwrap();
    traversed.await;
    assert_eq!(heard.borrow().len(), 2);
    history::push("https://khac.example/");
    assert_eq!(history::here(), start);
    dom::scroll_to(0);
}

#[wasm_bindgen_test]
async fn a_reload_finds_the_scroll_position_again() {
    let tall = Root::new("");
    tall.set_attribute("style", "height: 9000px").unwrap();
    history::begin();
    // The next visit of this very entry reads what this one leaves.
    history::push("/bao/a/nap-lai");
    let listener = history::on_leave();
    dom::scroll_to(420);
    window().dispatch_event(&web_sys::Event::new("pagehide").unwrap()).unwrap();
    drop(listener);
    assert_eq!(remembered(), Some(420));
    // Another entry does not.
    history::push("/bao/a/khac");
    assert_eq!(remembered(), None);
    let traversed = next_event(&window(), "popstate");
    window().history().unwrap().go_with_delta(-2).unwrap();
    traversed.await;
    assert_eq!(history::here().path, "/");
    dom::scroll_to(0);
}

#[wasm_bindgen_test]
async fn focus_moves_and_the_page_does_not() {
    let root = Root::new("<div style='height: 9000px'></div><h1 tabindex='-1'>Đầu đề</h1>");
    dom::scroll_to(0);
    let headline = root.get("h1");
    dom::focus(&headline);
    assert_eq!(document().active_element(), Some(headline));
    frame().await;
    assert_eq!(window().scroll_y().unwrap(), 0.0);
}

#[wasm_bindgen_test]
async fn a_fragment_in_any_language_is_scrolled_to() {
    let root = Root::new(
        "<div style='height: 3000px'></div><h2 id='tb-cuối'>Cuối</h2><div style='height: 3000px'></div>",
    );
    for fragment in ["tb-cu%E1%BB%91i", "tb-cuối"] {
        dom::scroll_to(0);
        dom::scroll_to_fragment(fragment);
        assert!(root.get("h2").get_bounding_client_rect().top().abs() < 2.0, "{fragment}");
    }
    // Neither half an escape nor a name that nothing has moves or breaks anything.
    dom::scroll_to(7);
    dom::scroll_to_fragment("%E1%BB");
    dom::scroll_to_fragment("khong-co");
    assert_eq!(window().scroll_y().unwrap(), 7.0);
    dom::scroll_to(0);
}

#[wasm_bindgen_test]
async fn a_width_is_reported_now_and_whenever_it_changes() {
    let root = Root::new("<div style='width: 480px; padding: 0'></div>");
    let watched = root.get("div");
    let widths = Rc::new(RefCell::new(Vec::new()));
    let to = widths.clone();
    let watch = watch::on_width(&watched, Box::new(move |width| to.borrow_mut().push(width)));
    assert!(watch.is_some());
    until("the width now", || *widths.borrow() == [480.0]).await;
    watched.set_attribute("style", "width: 900px; padding: 0").unwrap();
    until("the width then", || *widths.borrow() == [480.0, 900.0]).await;
    drop(watch);
    watched.set_attribute("style", "width: 300px; padding: 0").unwrap();
    frame().await;
    frame().await;
    assert_eq!(*widths.borrow(), [480.0, 900.0]);
}

#[wasm_bindgen_test]
async fn a_turn_of_the_scrolling_is_reported_once() {
    let tall = Root::new("");
    tall.set_attribute("style", "height: 9000px").unwrap();
    dom::scroll_to(0);
    frame().await;
    let turns = Rc::new(RefCell::new(Vec::new()));
    let to = turns.clone();
    let listener = watch::on_scroll_direction(Box::new(move |down| to.borrow_mut().push(down)));
    assert!(listener.is_some());
    for (top, expected) in [
        (400, &[true][..]),
        (800, &[true]),
        (795, &[true]), // A finger that trembles
        (600, &[true, false]),
        (900, &[true, false, true]),
        (0, &[true, false, true, false]),
        (50, &[true, false, true, false]), // Beside the masthead
    ] {
        let scrolled = next_event(&window(), "scroll");
        dom::scroll_to(top);
        scrolled.await;
        turn().await;
        assert_eq!(*turns.borrow(), expected, "at {top}");
    }
    drop(listener);
    dom::scroll_to(0);
}
