//! The embed: an article in somebody else's page, inside the custom element of `static/embed.js`.
//!
//! The element says what it [wishes](Wishes), at first and at every change, and is told what
//! becomes of it. What is global to a page stays the page's: no address bar, no title, no scroll
//! position, no focus, and no storage unless the element allows it.

mod adopted;

use std::cell::{Cell, RefCell};

use yew::prelude::*;

use crate::browser::adapters::Conversion;
use crate::browser::element::{Told, Wishes};
use crate::browser::fetch::{self, Request};
use crate::browser::{dom, share};
use crate::error::LoadError;
use crate::safe_url::{SafeUrl, origin};
use crate::shell::layout::{Face, Layout};
use crate::shell::{self, Held, Opened};
use crate::text::facts;
use crate::tools::{Action, Tools};
use crate::view::element::{Attr, Out};
use crate::view::{Cx, Pictures};
use adopted::Adopted;

/// What an embed starts with.
#[derive(Properties, PartialEq)]
pub struct EmbedProps {
    /// The element into which it is mounted.
    pub host: dom::Element,
    /// What the custom element wants.
    pub wishes: Wishes,
    /// Who is told what becomes of it.
    pub told: Told,
}

/// What can happen.
pub enum Msg {
    /// The custom element wants something else.
    Wished(Wishes),
    /// The file has come, or could not be had: that of this turn.
    Came(u32, Result<Vec<u8>, LoadError>),
    /// It is opened, or cannot be.
    Loaded(u32, Result<Held, LoadError>),
    /// The reader did something.
    Did(Action),
    /// How sharing ended.
    Shared(share::Shared),
}

/// An article in somebody else's page.
pub struct Embed {
    wishes: Wishes,
    /// Where what is asked for lies.
    address: String,
    cx: Cx,
    opened: Option<Opened>,
    /// The article as markup.
    page: Html,
    /// How often it has been made. The tools change what was made, so it is never patched.
    made: u32,
    /// How often it was asked for something. A message of an earlier turn may have been on its way.
    turn: u32,
    /// What is under way; dropping it aborts it.
    asking: Option<Request>,
    converting: Option<Conversion>,
    /// Whether the custom element has yet to hear that the article is there.
    arriving: bool,
    /// Whether the reader has just chosen another layout.
    chose: bool,
    layout: Layout,
    said: &'static str,
    tools: Option<Tools>,
}

impl Component for Embed {
    type Message = Msg;
    type Properties = EmbedProps;

    fn create(ctx: &Context<Self>) -> Self {
        let wishes = &ctx.props().wishes;
        let mut embed = Self {
            address: String::new(),
            cx: context(wishes),
            opened: None,
            page: Html::default(),
            made: 0,
            turn: 0,
            asking: None,
            converting: None,
            arriving: false,
            chose: false,
            layout: layout(wishes),
            said: "",
            tools: None,
            wishes: wishes.clone(),
        };
        embed.ask(ctx);
        embed
    }

    fn update(&mut self, ctx: &Context<Self>, message: Msg) -> bool {
        match message {
            Msg::Wished(wishes) => {
                let old = std::mem::replace(&mut self.wishes, wishes);
                let new = &self.wishes;
                if old.changes_layout(new) {
                    self.layout = layout(new);
                }
                self.cx = context(new);
                if old.asked != new.asked {
                    self.ask(ctx);
                } else if old.changes_markup(new) {
                    self.make();
                }
            }
            Msg::Came(turn, _) | Msg::Loaded(turn, _) if turn != self.turn => return false,
            Msg::Came(turn, Ok(bytes)) => {
                let report = ctx.link().callback(move |held| Msg::Loaded(turn, held));
                let take = Box::new(move |held| report.emit(held));
                self.converting = shell::open(bytes, &self.address, "", take);
                return false;
            }
            // A tag shows one article: of several the first. A list that leads to a list, such as
            // to itself, could lead on for ever.
            Msg::Loaded(_, Ok(Held::Catalogue(list))) => {
                let first = list.items.into_iter().find_map(|item| item.url);
                let asked = &self.wishes.asked.address;
                let new = |first: &SafeUrl| self.address == *asked && first.as_str() != asked;
                match first.filter(new) {
                    Some(first) => self.ask_for(ctx, first.as_str().to_owned()),
                    None => self.tell_failure(ctx, &LoadError::NotArticle),
                }
                return false;
            }
            Msg::Loaded(_, Ok(Held::Article(opened))) => {
                self.opened = Some(opened);
                self.arriving = true;
                self.make();
            }
            Msg::Came(_, Err(error)) | Msg::Loaded(_, Err(error)) => {
                self.tell_failure(ctx, &error);
                return false;
            }
            Msg::Did(action) => return self.act(ctx, action),
            Msg::Shared(shared) => self.said = shell::after_sharing(self.cx.strings, shared),
        }
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let viewer = |out: &mut Out| {
            out.put(Attr::DataState, if self.opened.is_some() { "ready" } else { "loading" });
            out.put(Attr::DataView, self.layout.view);
            out.put(Attr::DataTheme, self.wishes.theme);
            out.put(Attr::Lang, self.cx.strings.lang);
            out.el("div", "tb-sheet", |out| out.node(self.page.clone()));
            shell::said(out, self.said);
        };
        Out::collect(|out| out.el("div", "tb-viewer tb-embed", viewer))
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        let EmbedProps { host, told, .. } = ctx.props();
        if self.tools.is_none() {
            let links = told.clone();
            let follow = move |href: &str| !links.tell("link", &[("href", Some(href))]);
            let act = ctx.link().callback(Msg::Did);
            self.tools = Some(Tools::attach(host, Box::new(follow), act));
        }
        if self.chose {
            self.chose = false;
            self.layout.focus_switch(host);
        }
        if self.arriving {
            self.arriving = false;
            if let Some(opened) = &self.opened {
                let facts = facts(&opened.article);
                told.tell("ready", &facts.each_ref().map(|(name, fact)| (*name, fact.as_deref())));
            }
        }
    }
}

impl Embed {
    fn ask(&mut self, ctx: &Context<Self>) {
        self.ask_for(ctx, self.wishes.asked.address.clone());
    }

    fn ask_for(&mut self, ctx: &Context<Self>, address: String) {
        self.said = "";
        self.address.clone_from(&address);
        self.converting = None;
        self.arriving = false;
        self.turn += 1;
        let turn = self.turn;
        let report = ctx.link().callback(move |bytes| Msg::Came(turn, bytes));
        self.asking = match &self.wishes.asked.json {
            Some(json) => {
                report.emit(Ok(json.clone().into_bytes()));
                None
            }
            None => Some(fetch::get_bytes(address, Box::new(move |bytes| report.emit(bytes)))),
        };
    }

    fn tell_failure(&self, ctx: &Context<Self>, error: &LoadError) {
        let (what, next) = self.cx.strings.failure(error);
        let message = [what, " ", next].concat();
        let details = [("code", Some(error.code())), ("message", Some(&*message))];
        ctx.props().told.tell("error", &details);
    }

    fn make(&mut self) {
        let Some(opened) = &self.opened else { return };
        self.made += 1;
        let page = Out::collect(|out| shell::show(&self.cx, out, opened, true));
        self.page = Out::keyed(self.made, page);
    }

    fn act(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        match action {
            Action::Choose(view) => {
                self.layout.choose(&view);
                self.chose = true;
            }
            Action::Retry => self.ask(ctx),
            Action::Share => {
                let Some(opened) = &self.opened else { return false };
                let url = opened.article.canonical.as_ref();
                let url = url.map_or_else(dom::address, |url| url.as_str().to_owned());
                let report = ctx.link().callback(Msg::Shared);
                let say = Box::new(move |shared| report.emit(shared));
                share_by_default(&ctx.props().told, &opened.article.headline, &url, say);
                return false;
            }
        }
        true
    }
}

/// Shares the article, unless the host takes it upon itself.
fn share_by_default(told: &Told, title: &str, url: &str, say: Box<dyn FnOnce(share::Shared)>) {
    if told.tell("share", &[("url", Some(url)), ("title", Some(title))]) {
        share::share(title, url, say);
    }
}

fn context(wishes: &Wishes) -> Cx {
    let reader = shell::context(&wishes.lang);
    Cx {
        heading_shift: wishes.heading_level.saturating_sub(1),
        pictures: match wishes.images {
            "tap" => Pictures::Tap,
            "none" => Pictures::Never,
            _ => reader.pictures,
        },
        related: wishes.related,
        // It lets this page read the article, so it may let it read the pictures, too.
        cookieless: origin(&wishes.asked.address).map(str::to_owned),
        ..reader
    }
}

fn layout(wishes: &Wishes) -> Layout {
    Layout::first(wishes.layout, Face::Embed { keeps: wishes.keeps })
}

enum Shown {
    Rendered(yew::AppHandle<Embed>),
    Adopted(Adopted),
}

thread_local! {
    static SHOWN: RefCell<Vec<(u32, Shown)>> = const { RefCell::new(Vec::new()) };
    static NEXT: Cell<u32> = const { Cell::new(0) };
}

/// Shows what the custom element wants in its root; where the page has put the article there, it
/// is taken over. The number stands for it from then on.
pub fn open(host: dom::Element, wishes: Wishes, told: Told) -> u32 {
    let id = NEXT.replace(NEXT.get().wrapping_add(1));
    let shown = match dom::find(&host, ".tb-viewer") {
        Some(viewer) => Shown::Adopted(Adopted::new(&host, viewer, wishes, told)),
        None => {
            let props = EmbedProps { host: host.clone(), wishes, told };
            let renderer = yew::Renderer::<Embed>::with_root_and_props(host, props);
            Shown::Rendered(renderer.render())
        }
    };
    SHOWN.with_borrow_mut(|all| all.push((id, shown)));
    id
}

/// Tells what the custom element wants now. False where what the page has brought does not serve
/// for it, and it has to be opened anew.
pub fn wish(id: u32, wishes: Wishes) -> bool {
    SHOWN.with_borrow_mut(|all| match all.iter_mut().find(|(shown, _)| *shown == id) {
        Some((_, Shown::Rendered(handle))) => {
            handle.send_message(Msg::Wished(wishes));
            true
        }
        Some((_, Shown::Adopted(adopted))) => adopted.wish(wishes),
        None => true,
    })
}

/// Ends it, and whatever is under way for it.
pub fn close(id: u32) {
    let closed = SHOWN.with_borrow_mut(|all| {
        let at = all.iter().position(|(shown, _)| *shown == id)?;
        Some(all.swap_remove(at).1)
    });
    if let Some(Shown::Rendered(handle)) = closed {
        handle.destroy();
    }
}
