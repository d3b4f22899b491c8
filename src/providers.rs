//! Third parties whose content may be loaded into a frame, on tap, and where it lives.
//!
//! The host is compared whole, after parsing: an address that merely looks like a provider's
//! gets a link and no frame. The page's policy (`frame-src`) lists the same hosts.

use crate::safe_url::{SafeUrl, origin};

/// The address to load into a frame for a page of a known provider.
///
/// `None` for everybody else: their content is a link.
pub fn frame_url(url: &SafeUrl) -> Option<String> {
    let host = url.host()?;
    let path = &url.as_str()[origin(url.as_str())?.len()..];
    if !url.as_str().starts_with("https://") {
        return None;
    }
    match host {
        "www.youtube.com" | "youtube.com" | "m.youtube.com" | "www.youtube-nocookie.com" => {
            let id = query(path, "v")
                .or_else(|| segment_after(path, "/embed/"))
                .or_else(|| segment_after(path, "/shorts/"))
                .or_else(|| segment_after(path, "/live/"))?;
            identifier(id).map(|id| "https://www.youtube-nocookie.com/embed/".to_owned() + id)
        }
        "youtu.be" => identifier(segment_after(path, "/")?)
            .map(|id| "https://www.youtube-nocookie.com/embed/".to_owned() + id),
        "vimeo.com" | "player.vimeo.com" => {
            let id = segment_after(path, "/video/").or_else(|| segment_after(path, "/"))?;
            identifier(id).map(|id| "https://player.vimeo.com/video/".to_owned() + id)
        }
        "open.spotify.com" => Some(
            "https://open.spotify.com/embed".to_owned()
                + path.strip_prefix("/embed").unwrap_or(path),
        ),
        _ => None,
    }
}

/// A provider's identifier, which has no character that could change the address around it.
fn identifier(id: &str) -> Option<&str> {
    let valid = !id.is_empty()
        && id.len() <= 64
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    valid.then_some(id)
}

fn segment_after<'a>(path: &'a str, prefix: &str) -> Option<&'a str> {
    path.strip_prefix(prefix)?.split(['/', '?', '#']).next()
}

fn query<'a>(path: &'a str, key: &str) -> Option<&'a str> {
    let query = path.split_once('?')?.1.split('#').next()?;
    query.split('&').find_map(|pair| pair.strip_prefix(key)?.strip_prefix('='))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::safe_url::{UrlUse, standard};

    fn check(address: &str, expected: Option<&str>) {
        let url = SafeUrl::new(address, None, standard, UrlUse::Link);
        assert_eq!(url.and_then(|url| frame_url(&url)).as_deref(), expected, "{address}");
    }

    #[test]
    fn known_providers_have_a_frame() {
        let youtube = Some("https://www.youtube-nocookie.com/embed/abc_-1");
        check("https://www.youtube.com/watch?t=3&v=abc_-1#x", youtube);
        check("https://youtu.be/abc_-1?si=x", youtube);
        check("https://www.youtube.com/shorts/abc_-1", youtube);
        check("https://vimeo.com/123", Some("https://player.vimeo.com/video/123"));
    }

    #[test]
    fn whoever_looks_like_one_has_none() {
        check("https://www.youtube.com.evil.example/watch?v=abc", None);
        check("https://evil.example/www.youtube.com/watch?v=abc", None);
        check("https://www.youtube.com@evil.example/watch?v=abc", None);
        check("https://notyoutube.com/watch?v=abc", None);
        check("http://www.youtube.com/watch?v=abc", None);
        check("https://www.youtube.com/watch?v=a%22b", None);
        check("https://www.youtube.com/watch", None);
    }
}
