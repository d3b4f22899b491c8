//! The site's settings.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::{fetch, theme, url};
use crate::formats::{Source, parse_site};
use crate::site::Site;

/// The site's settings, or `None` until they have come. Where they cannot be had, the defaults do:
/// a missing file must not keep anybody from reading.
#[hook]
pub fn use_site(base: &AttrValue) -> Option<Rc<Site>> {
    let site = use_state(|| None);
    let setter = site.setter();
    use_effect_with(base.clone(), move |base| {
        let address = [base, "site.json"].concat();
        let request = fetch::get_bytes(address.clone(), move |bytes| {
            let source = Source { address: Some(&address), resolve: url::standard };
            let parsed = bytes.ok().and_then(|bytes| parse_site(&bytes, &source).ok());
            let site = parsed.map(|parsed| parsed.article).unwrap_or_default();
            if !site.colors.is_empty() {
                // Where the browser cannot, the colours stay as they are.
                let _ = theme::add_rules(&site.color_rules());
            }
            setter.set(Some(Rc::new(site)));
        });
        move || drop(request)
    });
    (*site).clone()
}
