//! The app: one page, whose address says what it shows.
//!
//! All of its state is in [`App`], and all that changes it is a [`Msg`]:
//!
//! 1. [`place`] says where the reader is; [`load`] asks for what is shown there.
//! 2. What has come is rendered by the view, through [`page`].
//! 3. After the rendering, [`arrival`] brings title, scroll position and focus along.
//! 4. The [layout](crate::shell::layout) follows the width or the reader's choice, the [tools](crate::tools) give the
//!    rendered page its behaviour, and [`around`] listens to the window.

mod around;
mod arrival;
mod load;
mod page;
mod place;

use std::cell::Cell;
use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::browser::dom::{self, Element};
use crate::browser::{boot::Boot, history, share, theme, timer};
use crate::error::LoadError;
use crate::shell::layout::{DESKTOP, Face, Layout};
use crate::shell::{self, after_sharing};
use crate::site::Site;
use crate::tools::{Action, Tools};
use crate::view::masthead::{Site as SiteName, masthead, skip};
use crate::view::{
    Cx,
    element::{Attr, Out},
    failure::failure,
    skeleton,
};
use around::Around;
use load::{Asking, Load, Page};
use page::Markup;
use place::{Place, belongs};

/// What the app starts with.
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// The address at which the site begins, with a slash at its end.
    pub base: Rc<str>,
    /// The element into which the app is mounted. Where it is outside of the page, it comes in with
    /// the first thing there is to read.
    pub host: Element,
}

/// What can happen.
pub enum Msg {
    /// The site's settings have come, or could not be had.
    Site(Rc<Site>),
    /// The page has come, or could not be had.
    Loaded(Result<Page, LoadError>),
    /// What has come is to be made into markup: the beginning of it, then the whole.
    Make,
    /// What there is by now is to be shown, unless it is.
    Show,
    /// The reader did something.
    Did(Action),
    /// The address bar has changed.
    Moved {
        /// Whether the reader went back or forward.
        back: bool,
    },
    /// The viewer is this wide now, in CSS pixels.
    Resized(f64),
    /// How sharing ended.
    Shared(share::Shared),
}

/// The app.
pub struct App {
    place: Place,
    site: Option<Rc<Site>>,
    cx: Cx,
    load: Load,
    /// What has come, as markup...
    markup: Markup,
    /// ... and whether that is shown.
    is_shown: bool,
    /// What is under way; dropping it aborts it.
    asking: Option<Asking>,
    /// Until the server wants to be asked again.
    wait: Option<timer::Wait>,
    /// Whether what is shown is new, and the reader has yet to be brought to it...
    arriving: Cell<bool>,
    /// ... and the head has yet to say so.
    unsaid: bool,
    /// Whether the reader has just chosen another layout.
    chose: bool,
    layout: Layout,
    said: &'static str,
    /// What listens to the page, once there is one.
    tools: Option<(Tools, Around)>,
}

impl Component for App {
    type Message = Msg;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        let base = &ctx.props().base;
        let asking = load::ask_for_site(base, ctx.link().callback(Msg::Site));
        let place = Place::first(base);
        Self {
            layout: Layout::first(place.view(), Face::Page),
            place,
            site: None,
            cx: context(None),
            load: Load::Loading,
            markup: Markup::default(),
            is_shown: true,
            asking: Some(asking),
            wait: None,
            arriving: Cell::new(false),
            unsaid: false,
            chose: false,
            said: "",
            tools: None,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Msg) -> bool {
        match message {
            Msg::Site(site) => {
                self.cx = context(Some(&site));
                if !site.colors.is_empty() {
                    // Where the browser cannot, the colours stay as they are.
                    let _ = theme::add_rules(&site.color_rules());
                }
                self.site = Some(site);
                self.ask(ctx);
                self.listen(ctx);
            }
            Msg::Loaded(result) => {
                self.load = match result {
                    Ok(found) => Load::Ready(found),
                    Err(error) => {
                        if let LoadError::Server { wait: wait @ 1.., .. } = error {
                            let link = ctx.link().clone();
                            let again = move || link.send_message(Msg::Did(Action::Retry));
                            self.wait = Some(timer::after(wait, Box::new(again)));
                        }
                        Load::Failed(error)
                    }
                };
                if !dom::is_in_page(&ctx.props().host) {
                    // Whoever scrolls or taps what the boot module shows comes in between.
                    soon(ctx, Msg::Make, false);
                    return false;
                }
                self.make(ctx);
            }
            Msg::Make => {
                self.make(ctx);
                soon(ctx, Msg::Show, false);
                return false;
            }
            Msg::Show => return !self.is_shown,
            Msg::Did(action) => return self.act(ctx, action),
            Msg::Moved { back } => {
                self.go(ctx, back);
                return false;
            }
            Msg::Resized(width) => {
                let wide = width >= DESKTOP;
                return std::mem::replace(&mut self.layout.wide, wide) != wide;
            }
            Msg::Shared(shared) => self.said = after_sharing(self.cx.strings, shared),
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        if matches!(self.load, Load::Loading) && !dom::is_in_page(&ctx.props().host) {
            // For nobody: in the page, the boot module shows what it can.
            return Html::default();
        }
        let (cx, base) = (&self.cx, &ctx.props().base);
        let state = match &self.load {
            Load::Loading => "loading",
            Load::Failed(_) => "failed",
            Load::Ready(_) if self.markup.is_whole() => "ready",
            Load::Ready(_) => "loading",
        };
        let shares = matches!(&self.load, Load::Ready(Page::Article(_)));
        let viewer = |out: &mut Out| {
            out.put(Attr::DataState, state);
            out.put(Attr::DataLayout, self.layout.shown());
            out.put(Attr::DataView, self.layout.view);
            out.put(Attr::Lang, cx.strings.lang);
            skip(cx, out);
            masthead(cx, out, &self.site_name(base), shares);
            out.el("main", "tb-sheet", |out| {
                out.put(Attr::Id, "tb-main");
                match &self.load {
                    Load::Loading if self.place.is_catalogue() => skeleton::catalogue(cx, out),
                    Load::Loading => skeleton::article(cx, out),
                    Load::Failed(error) => {
                        let home = (!self.place.is_catalogue()).then(|| self.site_name(base).home);
                        failure(cx, out, error, self.place.source(), home);
                    }
                    // The same markup each time, so nothing of an article is made twice.
                    Load::Ready(_) => out.node(self.markup.html.clone()),
                }
            });
            shell::said(out, self.said);
        };
        Out::collect(|out| out.el("div", "tb-viewer", viewer))
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        let root = &ctx.props().host;
        self.is_shown = true;
        if self.chose {
            self.chose = false;
            // The button that was pressed is gone; the focus stays with the one in its place.
            self.layout.focus_switch(root);
        }
        match &self.load {
            Load::Ready(_) if self.markup.is_part() => {
                // Nobody sees it before it is in the page.
                soon(ctx, Msg::Make, dom::is_in_page(root));
            }
            Load::Ready(page) if std::mem::take(&mut self.unsaid) => {
                self.arrive(root);
                arrival::say(page, self.site.as_deref(), &self.place);
            }
            _ => self.arrive(root),
        }
    }
}

impl App {
    /// Does what the reader wants; true where the page has to be rendered for it.
    fn act(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        match action {
            // What is still loading is what the reader does not want to wait for any longer.
            Action::Retry if matches!(self.load, Load::Loading) => {
                self.asking = None;
                self.site.get_or_insert_default();
                ctx.link().send_message(Msg::Loaded(Err(LoadError::Timeout)));
                return false;
            }
            Action::Retry => self.ask(ctx),
            Action::Choose(view) => {
                self.layout.choose(&view);
                self.chose = true;
            }
            Action::Share => {
                let report = ctx.link().callback(Msg::Shared);
                let (title, url) = (dom::title(), dom::address());
                share::share(&title, &url, Box::new(move |shared| report.emit(shared)));
                return false;
            }
        }
        true
    }

    /// Goes to where the address bar is now, unless that is on the page already shown.
    fn go(&mut self, ctx: &Context<Self>, restored: bool) {
        if self.place.move_to(&ctx.props().base, restored) {
            self.layout.follow_link(self.place.view());
            self.ask(ctx);
            // What was asked for ahead is here before that, and nothing else was shown in between.
            soon(ctx, Msg::Show, false);
        }
    }

    /// Makes the markup of what has come: of an article the beginning first, unless the place is
    /// further down.
    fn make(&mut self, ctx: &Context<Self>) {
        let is_first = !dom::is_in_page(&ctx.props().host);
        // The reader may have gone on meanwhile.
        if matches!(self.load, Load::Loading) || self.markup.is_whole() {
            return;
        }
        self.is_shown = false;
        if self.markup.is_empty() {
            self.arriving.set(true);
            self.unsaid = true;
            if !is_first {
                self.arrive_soon(ctx);
            }
        }
        if let Load::Ready(found) = &self.load {
            let may_part = is_first || !self.place.is_within();
            self.markup.make(&self.cx, found, &ctx.props().base, may_part);
        }
    }

    /// Yew may let a frame be painted between a rendering and `rendered`: the new page at the old
    /// one's place. This comes before it.
    fn arrive_soon(&self, ctx: &Context<Self>) {
        dom::unfocus();
        let (host, link) = (ctx.props().host.clone(), ctx.link().clone());
        spawn_local(async move {
            if let Some(app) = link.get_component() {
                app.arrive(&host);
            }
        });
    }

    /// Listens to the page, and to what is around it.
    fn listen(&mut self, ctx: &Context<Self>) {
        let (root, base) = (&ctx.props().host, ctx.props().base.clone());
        let link = ctx.link().clone();
        let follow = move |href: &str| {
            let ours = belongs(href, &base);
            if ours {
                history::push(href);
                link.send_message(Msg::Moved { back: false });
            }
            ours
        };
        let tools = Tools::attach(root, Box::new(follow), ctx.link().callback(Msg::Did));
        self.tools = Some((tools, Around::watch(root, ctx.link().callback(|msg| msg))));
    }

    fn arrive(&self, root: &Element) {
        if self.arriving.take() {
            dom::put_in_place(root);
            arrival::arrive(&self.place, root);
        }
    }

    /// Asks for what the place shows. Whatever was under way is aborted.
    fn ask(&mut self, ctx: &Context<Self>) {
        let Some(site) = self.site.clone() else { return };
        self.load = Load::Loading;
        self.markup.clear();
        self.is_shown = false;
        self.wait = None;
        self.said = "";
        let report = ctx.link().callback(Msg::Loaded);
        self.asking = Some(load::ask_for_page(&ctx.props().base, site, &self.place, report));
    }

    fn site_name(&self, base: &Rc<str>) -> SiteName {
        let site = self.site.as_deref();
        SiteName {
            name: site.and_then(|site| site.name.clone()).map_or("Trang Báo".into(), Into::into),
            home: base.clone().into(),
            logo: site.and_then(|site| site.logo.as_ref()).map(|logo| logo.to_rc().into()),
        }
    }
}

/// Sends it in the next task; where `painted`, what is there now comes into a frame before.
fn soon(ctx: &Context<App>, message: Msg, painted: bool) {
    let link = ctx.link().clone();
    spawn_local(async move {
        if painted {
            timer::next_frame().await;
        }
        timer::next_task().await;
        link.send_message(message);
    });
}

/// The interface speaks the site's language, else the reader's.
fn context(site: Option<&Site>) -> Cx {
    let lang = site.and_then(|site| site.lang.as_deref().map(str::to_owned));
    shell::context(&lang.unwrap_or_else(dom::language))
}

/// Mounts the app. What the page shows while it loads stays until there is something to read.
pub fn mount(boot: Boot) {
    // A release stops at a panic without words for it. The reader hears from the boot module, whose
    // guard sees the trap.
    yew::set_custom_panic_hook(Box::new(|info| {
        if cfg!(debug_assertions) {
            dom::log_error(&info.to_string());
        }
    }));
    history::begin();
    spawn_local(async {
        timer::next_task().await;
        if let Some(host) = dom::next_mount_point() {
            let props = AppProps { base: boot.base.into(), host: host.clone() };
            yew::Renderer::<App>::with_root_and_props(host, props).render();
        }
    });
}
