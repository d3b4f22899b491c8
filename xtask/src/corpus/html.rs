//! What a reader sees of HTML, found without the viewer's adapters: its words and its pictures.

use trangbao::html::{Element, Node, standard};

/// What HTML shows.
#[derive(Default)]
pub struct Visible {
    /// Its words, blanks between what does not stand in one line.
    pub text: String,
    /// Its pictures: each by all the addresses that it has.
    pub pictures: Vec<Vec<String>>,
    /// Whether it has words that are not the article's, which a warning must name.
    pub stays_out: bool,
}

/// Elements within a line: no word ends with them.
const INLINE: &str = " a abbr acronym b basefont bdi bdo big cite code data del dfn em font i ins kbd label mark \
    nobr o:p q rb rp rt ruby s samp slot small span strike strong sub sup time tt u var wbr ";
/// Elements whose text is for programs.
const PROGRAMS: &str =
    " script style template head title meta link base param iframe noembed noframes ";
const CONTROLS: &str = " button input select textarea option optgroup datalist meter progress ";
/// What classes and names of advertisements and of buttons to share are made of.
const FURNITURE: &str = " ad ads adsbygoogle adv advert advertisement banner quangcao adsense addthis addtoany share \
    sharedaddy sharethis sharing social ";
const COMMENTS: &str =
    " comments comment-list commentlist comment-respond disqus_thread fb-comments ";
/// More words than furniture has.
const MOST: usize = 400;
const ADDRESSES: [&str; 10] = [
    "src",
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-lazy",
    "data-orig-src",
    "data-url",
    "srcset",
    "data-srcset",
    "data-lazy-srcset",
];

fn among(list: &str, name: &str) -> bool {
    !name.is_empty() && list.contains(&format!(" {name} "))
}

/// Whether a text is meant as HTML.
pub fn is_html(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    ["</", "<br", "<hr", "<p>", "<p ", "<img", "<div", "/>"].iter().any(|sign| text.contains(sign))
}

/// What a text shows that may be HTML, and may be escaped once too often.
pub fn visible(text: &str) -> Visible {
    let mut text = text.to_owned();
    for _ in 0..3 {
        if is_html(&text) {
            return of_html(&text);
        }
        let mut decoded = String::new();
        trangbao::html::text(&standard(&text.replace('<', "&lt;")), &mut decoded);
        if decoded == text {
            break;
        }
        text = decoded;
    }
    Visible { text, ..Visible::default() }
}

/// What HTML shows.
pub fn of_html(html: &str) -> Visible {
    let mut out = Visible::default();
    walk(&standard(html), &mut out);
    out
}

fn walk(nodes: &[Node], out: &mut Visible) {
    walk_if(nodes, &|_| true, out);
}

fn walk_if(nodes: &[Node], fits: &dyn Fn(&Node) -> bool, out: &mut Visible) {
    for node in nodes.iter().filter(|node| fits(node)) {
        match node {
            Node::Text(text) => out.text.push_str(text),
            Node::Element(one) => element(one, out),
        }
    }
}

fn element(one: &Element, out: &mut Visible) {
    let name = &*one.name;
    // Words do not run together around a player, either.
    if matches!(name, "video" | "audio" | "object" | "iframe") {
        out.text.push(' ');
    }
    if among(PROGRAMS, name) {
        return;
    }
    if stays_out(one) {
        out.stays_out |= !one.text().trim().is_empty();
        return;
    }
    // A player's words are for browsers that have none.
    if matches!(name, "video" | "audio" | "object") && one.text().chars().count() < 200 {
        return;
    }
    if matches!(name, "img" | "amp-img") {
        return picture(one, out);
    }
    let is_inline = among(INLINE, name);
    if !is_inline {
        out.text.push(' ');
    }
    // Whose picture it is stands behind what it shows.
    let in_figure = name == "figure";
    walk_if(&one.children, &|child| !(in_figure && is_credit(child)), out);
    if in_figure {
        walk_if(&one.children, &is_credit, out);
    }
    if !is_inline {
        out.text.push(' ');
    }
}

fn is_credit(node: &Node) -> bool {
    let Node::Element(one) = node else { return false };
    let class = one.get("class").unwrap_or_default().to_ascii_lowercase();
    ["byline", "credit", "copyright", "photographer"].iter().any(|name| class.contains(name))
}

fn stays_out(one: &Element) -> bool {
    let name = &*one.name;
    let hidden = one.get("hidden").is_some()
        || one.get("style").is_some_and(|style| {
            style.replace(char::is_whitespace, "").to_ascii_lowercase().contains("display:none")
        });
    let is_picture = |one: &Element| matches!(&*one.name, "img" | "amp-img" | "iframe" | "video");
    if hidden || among(CONTROLS, name) || (name == "noscript" && one.find(&is_picture).is_none()) {
        return true;
    }
    if matches!(name, "img" | "figure" | "article" | "main" | "body") {
        return false;
    }
    let class = one.get("class").unwrap_or_default().to_ascii_lowercase();
    let id = one.get("id").unwrap_or_default().to_ascii_lowercase();
    let few = || one.text().chars().count() < MOST;
    class.split_whitespace().chain([&*id]).any(|name| {
        among(COMMENTS, name)
            || ((name.split(['-', '_']).any(|part| among(FURNITURE, part))
                || name.contains("quang-cao"))
                && few())
    })
}

fn picture(one: &Element, out: &mut Visible) {
    // Drawn words.
    if one.has_class("emoji") || one.has_class("wp-smiley") {
        return out.text.push_str(one.get("alt").unwrap_or_default());
    }
    let pixels = |name: &str| one.get(name).and_then(|text| text.trim().parse::<u32>().ok());
    let is_small = |name: &str| pixels(name).is_some_and(|pixels| pixels <= 2);
    if is_small("width") && is_small("height") {
        return;
    }
    let mut all = Vec::new();
    for name in ADDRESSES {
        let text = one.get(name).unwrap_or_default();
        if name.ends_with("srcset") {
            let parts = text.split(", ").filter_map(|part| part.split_whitespace().next());
            all.extend(parts.map(str::to_owned));
        } else if !text.trim().is_empty() {
            all.push(text.trim().to_owned());
        }
    }
    // What only keeps a place for another.
    all.retain(|one| !(one.starts_with("data:") && one.len() < 300));
    out.pictures.push(all);
    out.text.push(' ');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_pictures_as_a_reader_sees_them() {
        let seen = of_html(
            "<p>H<b>ồ</b><br>Tây<script>x</script><div class='share-bar'>Chia sẻ</div><img src=a.jpg><img width=1 height=1 src=t.gif><img class=emoji alt='🙂' src=s.png>",
        );
        assert_eq!(seen.text.split_whitespace().collect::<Vec<_>>(), ["Hồ", "Tây", "🙂"]);
        assert_eq!((seen.pictures, seen.stays_out), (vec![vec!["a.jpg".to_owned()]], true));
        assert_eq!(visible("&lt;p&gt;Một &amp;amp; hai&lt;/p&gt;").text.trim(), "Một & hai");
        assert_eq!(visible("x <b và y> z").text, "x <b và y> z");
    }
}
