//! A page that was written as HTML: it gets its tools, and nothing of it is rendered.
//!
//! Links are left to the browser, since each leads to a page.

use std::cell::RefCell;
use std::rc::Rc;

use crate::browser::dom::{self, Element};
use crate::browser::{history, share, watch};
use crate::shell::layout::{DESKTOP, Face, Layout};
use crate::shell::{after_sharing, masthead_gives_way};
use crate::strings::Strings;
use crate::tools::{Action, Tools, pictures};

/// The page.
struct Page {
    root: Element,
    /// What carries the layout.
    viewer: Element,
    layout: RefCell<Layout>,
}

/// Gives the page its tools, which then stay as long as it does.
pub fn attach() {
    let Some(root) = dom::mount_point() else { return };
    let Some(viewer) = dom::find(&root, ".tb-viewer") else { return };
    let layout = Layout::first(history::here().view.as_deref(), Face::Page);
    let page = Rc::new(Page { root: root.clone(), viewer, layout: RefCell::new(layout) });
    page.lay_out();

    let pressed = page.clone();
    let act = move |action| pressed.act(action);
    let tools = Tools::attach(&root, Box::new(|_| false), act.into());
    pictures::missed(&root);
    let resized = move |width| {
        page.layout.borrow_mut().wide = width >= DESKTOP;
        page.lay_out();
    };
    let width = watch::on_width(&root, Box::new(resized));
    std::mem::forget((tools, masthead_gives_way(&root), width));
    // The style sheet hides the buttons until then.
    dom::set_attribute(&root, "data-static", "attached");
}

impl Page {
    fn lay_out(&self) {
        let layout = self.layout.borrow();
        dom::set_attribute(&self.viewer, "data-view", layout.view);
        dom::set_attribute(&self.viewer, "data-layout", layout.shown());
    }

    fn act(self: &Rc<Self>, action: Action) {
        match action {
            Action::Choose(view) => {
                self.layout.borrow_mut().choose(&view);
                self.lay_out();
                self.layout.borrow().focus_switch(&self.root);
            }
            Action::Share => {
                let page = self.clone();
                let said = move |shared| page.say(shared);
                share::share(&dom::title(), &dom::address(), Box::new(said));
            }
            // Whatever is here was written when the site was: there is nothing to ask for again.
            Action::Retry => {}
        }
    }

    fn say(&self, shared: share::Shared) {
        let lang = dom::attribute(&self.viewer, "lang").unwrap_or_default();
        if let Some(said) = dom::find(&self.root, ".tb-said") {
            dom::set_text(&said, after_sharing(Strings::for_lang(&lang), shared));
        }
    }
}
