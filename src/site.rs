//! What a newspaper sets without compiling: `site.json`, beside `index.html`.

use crate::article::Text;
use crate::safe_url::{SafeUrl, origin};

/// The site's settings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Site {
    /// Its name.
    pub name: Option<Text>,
    /// What it is.
    pub description: Option<Text>,
    /// Its logo.
    pub logo: Option<SafeUrl>,
    /// The language of the interface; the reader's own where absent.
    pub lang: Option<Text>,
    /// Origins, besides its own, whose articles it opens.
    pub allowed_origins: Vec<Text>,
    /// Colours that differ from the viewer's own.
    pub colors: Vec<Color>,
}

/// One colour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Color {
    /// Whether it belongs to the dark scheme.
    pub dark: bool,
    /// Its role, one of [`ROLES`].
    pub role: &'static str,
    /// Its value: `#` and three or six hexadecimal digits.
    pub value: Text,
}

/// The roles that a site may colour: the custom properties of `static/css/tokens.css`.
pub const ROLES: [&str; 8] =
    ["paper", "raised", "ink", "quiet", "hairline", "accent", "notice", "notice-paper"];

impl Site {
    /// Whether the site opens an article at this address, which is in normal form.
    pub fn allows(&self, url: &str, base: &str) -> bool {
        let Some(wanted) = origin(url) else { return false };
        let https = url.starts_with("https://");
        origin(base) == Some(wanted)
            || (https && self.allowed_origins.iter().any(|allowed| **allowed == *wanted))
    }

    /// The style sheet that sets the site's colours. Those for the dark are lifted over the
    /// viewer's own by `:root`; those for the day are not, so that the viewer's dark stays dark
    /// where the site has no colours for it.
    pub fn color_rules(&self) -> String {
        let mut css = String::new();
        for (dark, open, close) in [
            (false, ":is(.tb-page,.tb-viewer){", "}"),
            (true, "@media (prefers-color-scheme:dark){:root :is(.tb-page,.tb-viewer){", "}}"),
        ] {
            css.push_str(open);
            for color in self.colors.iter().filter(|color| color.dark == dark) {
                css.push_str(&["--tb-", color.role, ":", &color.value, ";"].concat());
            }
            css.push_str(close);
        }
        css
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_its_own_and_named_origins_are_allowed() {
        let site = Site {
            allowed_origins: vec!["https://ban.example".into(), "http://plain.example".into()],
            ..Site::default()
        };
        let base = "https://bao.example/app/";
        assert!(site.allows("https://bao.example/x.json", base));
        assert!(site.allows("https://ban.example/x.json", base));
        assert!(!site.allows("https://ban.example.evil.example/x.json", base));
        assert!(!site.allows("https://ban.example:444/x.json", base));
        assert!(!site.allows("http://plain.example/x.json", base));
        assert!(!site.allows("data:application/json,{}", base));
    }

    #[test]
    fn colours_become_custom_properties() {
        let color = |dark, value: &str| Color { dark, role: "accent", value: value.into() };
        let site =
            Site { colors: vec![color(false, "#000"), color(true, "#fff")], ..Site::default() };
        assert_eq!(
            site.color_rules(),
            ":is(.tb-page,.tb-viewer){--tb-accent:#000;}\
             @media (prefers-color-scheme:dark){\
             :root :is(.tb-page,.tb-viewer){--tb-accent:#fff;}}"
        );
    }
}
