//! The app: one page, whose address says what it shows.
//!
//! 1. [`use_place`] follows the address bar, [`use_site`] reads the site's settings.
//! 2. [`use_page`] asks for what the address shows: it is loading, there, or has failed.
//! 3. The view renders it; the effects below bring title, focus and scroll position along.
//! 4. [`use_tools`] gives the rendered page its behaviour, through delegated listeners.

mod effects;
mod page;

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::{self, share::Shared};
use crate::hooks::{Load, Page, use_layout, use_masthead, use_page, use_place, use_site};
use crate::site::Site;
use crate::strings::Strings;
use crate::text::Formats;
use crate::tools::use_tools;
use crate::view::masthead::{Site as SiteName, masthead, skip};
use crate::view::{Cx, failure::failure, skeleton};
use effects::{use_arrival, use_head};
use page::PageView;

/// What the app starts with.
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// The address at which the site begins, with a slash at its end.
    pub base: AttrValue,
}

/// The app.
#[component]
pub fn App(props: &AppProps) -> Html {
    let base = &props.base;
    let root = use_node_ref();
    let said = use_state_eq(AttrValue::default);
    let place = use_place(base);
    let site = use_site(base);
    let cx = use_memo(site.clone(), |site| context(site.as_deref()));
    let (load, retry) = use_page(&place, site.clone(), base);
    let layout = use_layout(&root, &place);
    use_head(&load, site.as_deref(), base, &place);
    use_arrival(&load, &place, &root);
    use_masthead(&root);
    use_tools(&root, cx.strings, place.follow.clone(), layout.choose.clone());

    let (state, content) = match &load {
        Load::Loading if place.route_is_catalogue() => ("loading", skeleton::catalogue(&cx)),
        Load::Loading => ("loading", skeleton::article(&cx)),
        Load::Failed(error) => ("failed", failure(&cx, error, retry, place.source().as_deref())),
        Load::Ready(page) => {
            ("ready", html! { <PageView page={page.clone()} cx={cx.clone()} base={base.clone()}/> })
        }
    };
    let onshare = matches!(&load, Load::Ready(Page::Article { .. }))
        .then(|| on_share(cx.strings, said.setter()));
    html! {
        <div ref={root} class="tb-viewer" data-state={state} data-layout={layout.shown}
            data-view={layout.view} lang={cx.strings.lang}>
            { skip(&cx) }
            { masthead(&cx, &site_name(site.as_deref(), base), onshare) }
            <main class="tb-sheet" id="tb-main">{ content }</main>
            <p class="tb-said" role="status">{ (*said).clone() }</p>
        </div>
    }
}

/// The interface speaks the site's language, else the reader's.
fn context(site: Option<&Site>) -> Cx {
    let lang = site.and_then(|site| site.lang.as_deref().map(str::to_owned));
    let lang = lang.unwrap_or_else(browser::dom::language);
    Cx {
        strings: Strings::for_lang(&lang),
        formats: Formats {
            foreign_date: browser::intl::date,
            foreign_number: browser::intl::number,
        },
        heading_shift: 0,
    }
}

fn site_name(site: Option<&Site>, base: &AttrValue) -> SiteName {
    let name = site.and_then(|site| site.name.clone());
    SiteName {
        name: name.map_or(AttrValue::Static("Trang Báo"), AttrValue::from),
        home: base.clone(),
        logo: site.and_then(|site| site.logo.as_ref()).map(|logo| logo.to_rc().into()),
    }
}

/// Shares the page, and says how it went where the system does not.
fn on_share(strings: &'static Strings, say: UseStateSetter<AttrValue>) -> Callback<MouseEvent> {
    Callback::from(move |_| {
        let say = say.clone();
        browser::share::share_page(move |shared| match shared {
            Shared::Sheet => {}
            Shared::Copied => say.set(strings.link_copied.into()),
            Shared::Refused => say.set(strings.link_not_copied.into()),
        });
    })
}

/// Mounts the app, in place of what the page showed while it loaded.
pub fn mount(boot: browser::boot::Boot) {
    let signal = boot.panic_signal();
    // The panic's own words are for the console; the reader hears from the boot module.
    yew::set_custom_panic_hook(Box::new(move |info| {
        browser::dom::log_error(&info.to_string());
        signal();
    }));
    browser::history::begin();
    if let Some(root) = browser::dom::mount_point() {
        let props = AppProps { base: boot.base.into() };
        yew::Renderer::<App>::with_root_and_props(root, props).render();
    }
}

/// Shared, immutable, and compared by place in memory.
pub(crate) fn same<T: ?Sized>(a: &Rc<T>, b: &Rc<T>) -> bool {
    Rc::ptr_eq(a, b)
}
