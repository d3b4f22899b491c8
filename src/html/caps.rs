//! Whether HTML is small enough to be parsed, found out in one pass before any parser sees it.
//!
//! Parsers take quadratic time over deep trees, and what was not closed in order they open again
//! and again. So the pass keeps the elements that are open much as a parser does. Where it cannot
//! know, it counts too many rather than too few.

use super::scan::{RAW, Scanner, Tag, Token};
use crate::limits::{MAX_ATTRIBUTES, MAX_ELEMENTS, MAX_HTML_BYTES, MAX_HTML_DEPTH};
use crate::text::is_one_of;

const VOID: &str = "area base basefont bgsound br col embed frame hr img input keygen link meta \
    param source track wbr";
const FORMATTING: &str = "a b big code em font i nobr s small strike strong tt u";
/// What a start tag ends an open paragraph for.
const ENDS_P: &str = "address article aside blockquote center dd details dialog dir div dl dt \
    fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu \
    nav ol p plaintext pre search section summary table ul xmp";
const HEADINGS: &str = "h1 h2 h3 h4 h5 h6";
const TABLE_PARTS: &str = "caption colgroup tbody td tfoot th thead tr";
/// What an end tag does not reach beyond.
const SCOPE: &str = "applet caption marquee object table td template th";
/// Elements of SVG and MathML that hold HTML again. No end tag reaches beyond them.
const HOLDS_HTML: &str = "foreignobject desc title mi mo mn ms mtext";
/// Start tags that end SVG and MathML.
const ENDS_FOREIGN: &str = "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 \
    h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s small span strong strike sub sup \
    table tt u ul var";
/// What stands in SVG and MathML only at times. It is not worth finding out.
const UNCLEAR: &str = "annotation-xml font malignmark mglyph";
/// Further ones that an end tag of no special element does not reach beyond.
const SPECIAL: &str = "body button colgroup iframe noembed noframes noscript script select style \
    tbody textarea tfoot thead tr";
/// What ends the formatting inside it for good.
const ENDS_FORMATTING: &str = "applet caption marquee object td template th";

// What an element is, as bits: the search through those that are open asks nothing else.
const IS_SCOPE: u8 = 1;
const IS_SPECIAL: u8 = 2;
const IS_ITEM_STOP: u8 = 4;
const IS_TABLE: u8 = 8;
const IS_BUTTON: u8 = 16;
const IS_LIST: u8 = 32;
const IS_FORMATTING: u8 = 64;
const IS_END_OF_FORMATTING: u8 = 128;

fn kinds(name: &str, foreign: bool) -> u8 {
    if foreign {
        let stops = IS_SCOPE | IS_SPECIAL | IS_ITEM_STOP;
        return if is_one_of(name, HOLDS_HTML) { stops } else { 0 };
    }
    let special = [ENDS_P, SCOPE, SPECIAL].iter().any(|list| is_one_of(name, list));
    let bits = [
        (is_one_of(name, SCOPE), IS_SCOPE),
        (special, IS_SPECIAL),
        (special && !is_one_of(name, "address div p"), IS_ITEM_STOP),
        (is_one_of(name, "table template"), IS_TABLE),
        (name == "button", IS_BUTTON),
        (is_one_of(name, "ol ul"), IS_LIST),
        (is_one_of(name, FORMATTING), IS_FORMATTING),
        (is_one_of(name, ENDS_FORMATTING), IS_END_OF_FORMATTING),
    ];
    bits.iter().fold(0, |all, (set, bit)| if *set { all | bit } else { all })
}

/// An element that is open.
struct Open {
    name: String,
    kinds: u8,
    /// Whether it is of SVG or MathML.
    foreign: bool,
    /// Formatting whose paragraph has ended: it is opened again in each that follows.
    again: bool,
}

#[derive(Default)]
struct Count {
    open: Vec<Open>,
    elements: usize,
    tags: usize,
}

impl Count {
    /// Where the innermost of these is open, unless one of a kind that `stops` comes first.
    fn find(&self, names: &str, stops: u8) -> Option<usize> {
        for (at, open) in self.open.iter().enumerate().rev() {
            if !open.foreign && is_one_of(&open.name, names) {
                return Some(at);
            }
            if open.kinds & stops != 0 {
                return None;
            }
        }
        None
    }

    /// Ends an element and all that is open in it.
    fn end(&mut self, at: Option<usize>) {
        let Some(at) = at else { return };
        let mut inside = self.open.split_off(at).into_iter();
        let ends_all = inside.next().is_some_and(|open| open.kinds & IS_END_OF_FORMATTING != 0);
        for open in inside {
            if !ends_all && open.kinds & IS_FORMATTING != 0 {
                self.open.push(Open { again: true, ..open });
            }
        }
    }

    /// Ends the innermost element if it is one of these.
    fn end_innermost(&mut self, names: &str) {
        let last = self.open.last().is_some_and(|open| is_one_of(&open.name, names));
        self.end(last.then_some(self.open.len().saturating_sub(1)));
    }

    /// Ends formatting: what was opened in it and is no formatting stays open.
    fn end_formatting(&mut self, name: &str) -> bool {
        let Some(at) = self.find(name, IS_SCOPE) else { return false };
        let special = self.open.iter().skip(at).any(|open| open.kinds & IS_SPECIAL != 0);
        if special || self.open.get(at).is_some_and(|open| open.again) {
            self.open.remove(at);
            // Parsers set this right by copies.
            self.elements += 8;
        } else {
            self.end(Some(at));
        }
        true
    }

    /// Whether what comes next stands in SVG or MathML.
    fn in_foreign(&self) -> bool {
        let innermost = self.open.iter().rev().find(|open| !open.again);
        innermost.is_some_and(|open| open.foreign && !is_one_of(&open.name, HOLDS_HTML))
    }

    /// Ends SVG and MathML, up to the HTML around them.
    fn end_foreign(&mut self) {
        while self.in_foreign() {
            self.end(self.open.iter().rposition(|open| !open.again));
        }
    }

    fn start(&mut self, tag: Tag) {
        let name = &*tag.name;
        if is_one_of(name, ENDS_FOREIGN) {
            self.end_foreign();
        }
        let foreign = is_one_of(name, "svg math") || self.in_foreign();
        let is_part = is_one_of(name, TABLE_PARTS);
        let in_table = || self.find("table", 0).is_some();
        if !foreign && (is_one_of(name, "html head body") || (is_part && !in_table())) {
            return;
        }
        self.elements += 1 + self.open.iter().filter(|open| open.again).count();
        if foreign {
            if !tag.closed {
                let kinds = kinds(name, true);
                let name = tag.name;
                self.open.push(Open { name, kinds, foreign, again: false });
            }
            return;
        }
        match name {
            "li" => self.end(self.find("li", IS_ITEM_STOP)),
            "dd" | "dt" => self.end(self.find("dd dt", IS_ITEM_STOP)),
            "option" | "optgroup" => self.end_innermost("option"),
            "td" | "th" => self.end(self.find("td th caption", IS_TABLE)),
            "tr" => self.end(self.find("tr caption", IS_TABLE)),
            "tbody" | "thead" | "tfoot" => {
                self.end(self.find("tbody thead tfoot caption", IS_TABLE));
            }
            "a" | "nobr" => {
                self.end_formatting(name);
            }
            _ if is_one_of(name, HEADINGS) => self.end_innermost(HEADINGS),
            _ => {}
        }
        if is_one_of(name, ENDS_P) {
            self.end(self.find("p", IS_SCOPE | IS_BUTTON));
        }
        if !is_one_of(name, VOID) {
            let kinds = kinds(name, false);
            let name = tag.name;
            self.open.push(Open { name, kinds, foreign, again: false });
        }
    }

    fn close(&mut self, name: &str) {
        if is_one_of(name, "br p") {
            self.end_foreign();
        }
        // In SVG and MathML the names alone count, up to the HTML around them.
        for (at, open) in self.open.iter().enumerate().rev() {
            if !self.in_foreign() || !(open.foreign || open.again) {
                break;
            }
            if open.foreign && open.name == name {
                return self.end(Some(at));
            }
        }
        let at = match name {
            "p" => {
                let at = self.find("p", IS_SCOPE | IS_BUTTON);
                self.elements += usize::from(at.is_none());
                at
            }
            "br" => {
                self.elements += 1;
                None
            }
            "form" => {
                // It ends alone: what is open in it stays.
                if let Some(at) = self.find("form", IS_SCOPE) {
                    self.open.remove(at);
                }
                None
            }
            "li" => self.find("li", IS_SCOPE | IS_LIST),
            "table" => self.find("table", IS_TABLE),
            _ if is_one_of(name, TABLE_PARTS) => self.find(name, IS_TABLE),
            _ if is_one_of(name, HEADINGS) => self.find(HEADINGS, IS_SCOPE),
            _ if is_one_of(name, FORMATTING) && self.end_formatting(name) => None,
            _ if kinds(name, false) & IS_SPECIAL != 0 => self.find(name, IS_SCOPE),
            _ => self.find(name, IS_SPECIAL),
        };
        self.end(at);
    }
}

/// Whether a parser may be given this.
pub fn within_caps(html: &str) -> bool {
    if html.len() > MAX_HTML_BYTES {
        return false;
    }
    let mut count = Count::default();
    let mut seen_foreign = false;
    let mut tokens = Scanner(html);
    while let Some(token) = tokens.next() {
        count.tags += 1;
        match token {
            Token::Words(_) => {}
            Token::Close(name) => count.close(&name),
            Token::Open(tag) if tag.attributes > MAX_ATTRIBUTES => return false,
            Token::Open(tag) => {
                let foreign = count.in_foreign();
                seen_foreign |= is_one_of(&tag.name, "svg math");
                if foreign && is_one_of(&tag.name, UNCLEAR) {
                    return false;
                }
                if !is_one_of(&tag.name, RAW) {
                    count.start(tag);
                } else if !(foreign && tag.closed) {
                    count.elements += 1;
                    let text = tokens.take_raw(&tag.name);
                    // What looks like a tag here is one at times.
                    let unclear = match &*tag.name {
                        _ if seen_foreign => text.contains('<'),
                        "script" => {
                            text.contains("<!--") && text.to_ascii_lowercase().contains("<script")
                        }
                        _ => false,
                    };
                    if unclear {
                        return false;
                    }
                }
            }
        }
        let too_many = count.elements > MAX_ELEMENTS || count.tags > MAX_ELEMENTS * 4;
        if too_many || count.open.len() > MAX_HTML_DEPTH {
            return false;
        }
    }
    // In SVG and MathML this is text, elsewhere a comment.
    !(seen_foreign && html.contains("<![CDATA["))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_html_is_within_the_caps() {
        for html in [
            "<p>Một<p>hai".repeat(5_000),
            "<ul><li>Một<li>hai</ul>".repeat(2_000),
            "<table><tr><td>1<td>2<tr><td>3</table>".repeat(1_000),
            "<p><b>Một</p>".repeat(100),
            "<p><font color=red><a href=x>Một</font></a></p>".repeat(500),
            "<div>".repeat(100) + &"</div>".repeat(100),
            "<br><img src=x><hr>".repeat(4_000),
            "<svg><g><path d='M0'/><path d='M1'/></g><title>x</title></svg>".repeat(1_000),
            "<script>if (a<b) { '<div>' }</script>".repeat(1_000),
            "<!-- <div> --><p>Một</p>".repeat(1_000),
        ] {
            assert!(within_caps(&html), "{}", &html[..40]);
        }
    }

    #[test]
    fn deep_and_endless_html_is_not() {
        for unit in [
            "<div>",
            "<ul><li>",
            "<b><div></b>",
            "<table><td>",
            "<div><td>",
            "<div><table><td></div>",
            "<li><section>",
            "<svg><g>",
            "<form><div></form>",
            "<svg><a>",
            "<x-a>",
            "<b>",
            "</p>",
            "<img>",
            "<svg><foreignObject><div></svg>",
            "<a><tbody><svg></b>",
            "<svg><input>",
        ] {
            assert!(!within_caps(&unit.repeat(100_000 / unit.len() * 3)), "{unit}");
        }
        let many = (0..300).map(|at| format!("<p><b id={at}></p>")).collect::<String>();
        assert!(!within_caps(&many));
        let names = (0..80).map(|at| format!(" a{at}=1")).collect::<String>();
        assert!(!within_caps(&format!("<p{names}>")));
        assert!(!within_caps(&" ".repeat(MAX_HTML_BYTES + 1)));
    }

    #[test]
    fn nothing_hides_tags() {
        let deep = "<div>".repeat(500);
        for before in [
            "<!-->",
            "<!--->",
            "<!-- --!>",
            "<p title=\">\">",
            "<p \">",
            "<p a='>",
            "<style><!--</style>",
            "<svg><![CDATA[><!--]]>",
            "<svg><style><!--</style>",
            "<script><!--<script></script><!--</script>",
            "</ <!-- >",
            "<?x <!-- >",
        ] {
            let closed = if before == "<p a='>" { "'>" } else { "" };
            assert!(!within_caps(&[before, closed, &deep].concat()), "{before}");
        }
    }

    #[test]
    fn words_survive_without_a_parser() {
        let html = "<h2>Đầu đề</h2><p>Một &amp; <b>hai</b> < ba<script>x</script><p title='>'>bốn";
        let words = crate::html::words(html);
        assert_eq!(words, "\n\nĐầu đề\n\nMột &amp; hai &lt; ba\n\nbốn");
    }
}
