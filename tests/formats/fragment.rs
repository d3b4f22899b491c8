//! HTML in a field: what each element becomes.

use trangbao::error::Problem;
use trangbao::formats::fragment;

use super::*;

pub fn html(html: &str) -> Parsed<Vec<Block>> {
    let source = Source { address: Some(ADDRESS), resolve: standard };
    fragment::read(html, &source, trangbao::html::standard).unwrap()
}

/// HTML comes to these blocks, with these warnings.
#[track_caller]
pub fn check(text: &str, expected: &[Block], warnings: &[&str]) {
    let parsed = html(text);
    assert_eq!(parsed.article, expected, "{text}");
    let said: Vec<_> = parsed.warnings.iter().map(|warning| warning.problem.to_string()).collect();
    assert_eq!(said, warnings, "{text}");
}

fn heading(level: HeadingLevel, text: &str) -> Block {
    BlockKind::Heading { level, text: words(text) }.into()
}

pub fn picture(address: &str) -> Block {
    BlockKind::Image(image(address)).into()
}

fn list(style: ListStyle, items: Vec<Flow>) -> Block {
    BlockKind::List { style, items }.into()
}

fn item(text: &str) -> Flow {
    Flow::Text(words(text))
}

fn cell(text: &str) -> Cell {
    Cell { text: words(text), header: false, colspan: 1, rowspan: 1, align: Align::Start }
}

#[test]
fn text_falls_into_paragraphs() {
    let two = [paragraph("Một"), paragraph("hai")];
    for text in [
        "<p>Một</p><p>hai</p>",
        "Một<p>hai",
        "<div>Một<div>hai</div></div>",
        "Một<br><br>hai",
        "Một <br /> <br/>\n<br> hai<br>",
        "<p>Một</p>&nbsp;<p> \u{200b} </p><p><br></p><p>hai</p>",
        "<section><center>Một</center><font color=red>hai</font></section>",
        "<article><header>Một</header><x-y><p>hai</p></x-y></article>",
        "<p>Một</p><!-- ba --><script>bốn</script><style>p{}</style><p>hai</p>",
    ] {
        check(text, &two, &[]);
    }
}

#[test]
fn white_space_folds_and_words_stay_apart() {
    for (text, expected) in [
        ("  Một \n\t hai  ", "Một hai"),
        ("Một&nbsp; hai", "Một\u{a0} hai"),
        ("<span>Một</span> <span>hai</span>", "Một hai"),
        ("Mộ<span>t</span>", "Một"),
        ("<x-a>Một</x-a><x-b>hai</x-b>", "Một hai"),
        ("<x-a>Một</x-a>, hai", "Một, hai"),
        ("Nước H<wbr>à &amp; &lt;b&gt;", "Nước Hà & <b>"),
        ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "漢(kan)"),
        ("<q>Một</q>", "“Một”"),
    ] {
        check(text, &[paragraph(expected)], &[]);
    }
    let text = vec![
        Inline::Text("Một ".into()),
        marked(Mark::Strong, "hai"),
        Inline::Break,
        Inline::Text("ba".into()),
    ];
    check("Một <b>hai</b> <br> ba", &[BlockKind::Paragraph(text).into()], &[]);
}

#[test]
fn marks_are_kept() {
    for (names, mark) in [
        ("b strong", Mark::Strong),
        ("em i cite var dfn", Mark::Emphasis),
        ("u ins", Mark::Underline),
        ("s strike del", Mark::Strike),
        ("sub", Mark::Sub),
        ("sup", Mark::Sup),
        ("code kbd samp tt", Mark::Code),
        ("mark", Mark::Highlight),
        ("small", Mark::Small),
    ] {
        for name in names.split(' ') {
            let expected = BlockKind::Paragraph(vec![marked(mark.clone(), "Hồ")]);
            check(&format!("<p><{name}>Hồ</{name}></p>"), &[expected.into()], &[]);
        }
    }
    let lang = Mark::Lang(Lang::new("ar"));
    let expected = BlockKind::Paragraph(vec![marked(lang, "سلام")]);
    check("<span lang=ar>سلام</span>", &[expected.into()], &[]);
}

#[test]
fn marks_reach_over_blocks() {
    let strong = |text| BlockKind::Paragraph(vec![marked(Mark::Strong, text)]).into();
    check("<b><p>Một</p><p>hai</p></b>", &[strong("Một"), strong("hai")], &[]);
    check("<b>Một<br><br>hai</b>", &[strong("Một"), strong("hai")], &[]);
    // What is marked twice is marked once, and nothing is no text to mark.
    check("<b><strong>Một</strong></b><i> </i>", &[strong("Một")], &[]);
}

#[test]
fn links_are_checked() {
    let link = |address, title: Option<&str>| {
        let mark = Mark::Link { url: url(address), title: title.map(Into::into) };
        BlockKind::Paragraph(vec![marked(mark, "Hồ")]).into()
    };
    check("<a href='../x' title='Xem'>Hồ</a>", &[link("../x", Some("Xem"))], &[]);
    check("<a href='mailto:a@b.example'>Hồ</a>", &[link("mailto:a@b.example", None)], &[]);
    check("<a href='#n'>Hồ</a><a name=x></a>", &[paragraph("Hồ")], &[]);
    let refused = Problem::UnsafeUrl.to_string();
    check("<a href='javascript:x'>Hồ</a>", &[paragraph("Hồ")], &[&refused]);
}

#[test]
fn headings_begin_below_the_headline() {
    use HeadingLevel::{Four, Three, Two};
    check("<h3>Một</h3><h5>hai</h5>", &[heading(Two, "Một"), heading(Three, "hai")], &[]);
    check("<h1>Một</h1><h6>hai</h6>", &[heading(Two, "Một"), heading(Three, "hai")], &[]);
    let all = "<h1></h1><h2>a</h2><h3>b</h3><h4>c</h4><h6>d</h6>";
    check(
        all,
        &[heading(Two, "a"), heading(Three, "b"), heading(Four, "c"), heading(Four, "d")],
        &[],
    );
    check("<h2><img src=a.webp>Một</h2>", &[picture("a.webp"), heading(Two, "Một")], &[]);
}

#[test]
fn lists_nest() {
    let inner = list(ListStyle::Number(3), vec![item("ba")]);
    let nested = Flow::Blocks(vec![paragraph("hai"), inner]);
    let expected = list(ListStyle::Bullet, vec![item("Một"), nested]);
    for text in [
        "<ul><li>Một</li> <li>hai<ol start=3><li>ba</ol></ul>",
        "<ul><li>Một</li><li><p>hai</p></li><ol start=3><li>ba</li></ol><li></li></ul>",
    ] {
        check(text, std::slice::from_ref(&expected), &[]);
    }
    let bold = BlockKind::Paragraph(vec![marked(Mark::Strong, "Hồ")]);
    check("<dl><dt>Hồ<dd>nước</dl>", &[bold.into(), paragraph("nước")], &[]);
}

#[test]
fn quotations_name_their_source() {
    let said = BlockKind::Quote {
        content: item("Một"),
        cite: words("Lan"),
        url: Some(url("/x")),
        style: QuoteStyle::Block,
    };
    for text in [
        "<blockquote cite='/x'><p>Một</p><cite>Lan</cite></blockquote>",
        "<blockquote cite='/x'>Một<footer>Lan</footer></blockquote>",
        "<figure><blockquote cite='/x'>Một</blockquote><figcaption>Lan</figcaption></figure>",
    ] {
        check(text, &[said.clone().into()], &[]);
    }
    let pull = "<figure class='wp-block-pullquote'><blockquote>Một</blockquote></figure>";
    let style = QuoteStyle::Pull;
    let pulled = BlockKind::Quote { content: item("Một"), cite: vec![], url: None, style };
    check(pull, &[pulled.into()], &[]);
    check("<blockquote><cite>Lan</cite></blockquote>", &[paragraph("Lan")], &[]);
}

#[test]
fn code_keeps_its_lines_and_verse_too() {
    let code =
        BlockKind::Code { language: Some("rust".into()), text: "fn f() {\n  g();\n}".into() };
    let text = "<pre><code class='x language-rust'>fn <b>f</b>() {\n  g();<br>}\n</code></pre>";
    check(text, &[code.into()], &[]);
    let verse = vec![Inline::Text("Một".into()), Inline::Break, Inline::Text("hai".into())];
    check("<pre class='wp-block-verse'>Một\nhai</pre>", &[BlockKind::Paragraph(verse).into()], &[]);
}

#[test]
fn boxes_and_dividers() {
    let aside = |title: Option<&str>| {
        let blocks = vec![paragraph("Một")];
        BlockKind::Box { title: title.map(Into::into), tone: BoxTone::Note, blocks }.into()
    };
    check("<aside>Một</aside>", &[aside(None)], &[]);
    check("<details><summary>Hồ</summary>Một</details>", &[aside(Some("Hồ"))], &[]);
    check("Một<hr>hai", &[paragraph("Một"), BlockKind::Divider.into(), paragraph("hai")], &[]);
}

#[test]
fn tables_keep_their_shape() {
    let table = BlockKind::Table {
        caption: words("Bảng"),
        head: vec![vec![Cell { header: true, ..cell("A") }, Cell { header: true, ..cell("B") }]],
        rows: vec![
            vec![Cell { colspan: 2, align: Align::Center, ..cell("Một") }],
            vec![Cell { rowspan: 2, align: Align::End, ..cell("hai") }, cell("ba")],
        ],
    };
    let rows = "<tr><td colspan=2 align=center>Một</td></tr>\
        <tr><td rowspan=2 style='text-align: right'>hai</td><td>ba</td></tr><tr></tr>";
    for head in ["<thead><tr><th>A<th>B</thead>", "<tr><th>A<th>B</tr>"] {
        let text = format!("<table><caption>Bảng</caption>{head}{rows}</table>");
        check(&text, &[table.clone().into()], &[]);
    }
    let lines = vec![Inline::Text("a".into()), Inline::Break, Inline::Text("b".into())];
    let row = vec![Cell { text: lines, ..cell("") }, cell("1")];
    let rows = vec![row, vec![cell("c"), cell("2")]];
    let table = BlockKind::Table { caption: vec![], head: vec![], rows };
    let text = "<table><tr><td>a<ul><li>b</ul><td>1<tr><td>c<img src=a.webp><td>2</table>";
    check(text, &[table.into(), picture("a.webp")], &[]);
}

#[test]
fn tables_that_only_arrange_are_taken_apart() {
    let text = "<table><tr><td><h2>Một</h2><p>hai</p></td><td><p>ba</p></td></tr></table>";
    let two = HeadingLevel::Two;
    check(text, &[heading(two, "Một"), paragraph("hai"), paragraph("ba")], &[]);
    let blocks = vec![paragraph("Một")];
    let alone = BlockKind::Box { title: None, tone: BoxTone::Note, blocks };
    check("<table><tr><td>Một</td></tr></table>", &[alone.into()], &[]);
}

#[test]
fn what_is_not_read_stays_out() {
    let ad = "left out: an advertisement slot";
    let one = [paragraph("Một")];
    check("<p>Một</p><div class='ads banner-top'>Mua</div><ins id=quangcao>x</ins>", &one, &[ad]);
    check(
        "<p>Một</p><div class='social-share'>Chia sẻ</div>",
        &one,
        &["left out: buttons to share"],
    );
    check("<p>Một</p><div id=comments>Hay</div>", &one, &["left out: comments"]);
    check("<p class='lead header shared adage'>Một</p>", &one, &[]);
    let hidden = "cannot be shown here: what the source itself hides";
    check(
        "Một<p hidden>hai</p><p style='color:red;Display : none'>ba</p>",
        &one,
        &[hidden, hidden],
    );
    check("Một<div style='display:none'></div>", &one, &[]);
    let control = "cannot be shown here: a form control";
    check("<form>Một<input><button>Gửi</button></form>", &one, &[control]);
    let scripts = "cannot be shown here: what is meant for browsers without scripts";
    check("Một<noscript>hai</noscript>", &one, &[scripts]);
    check("<svg><style>a</style><title>b</title><text>Một</text></svg>", &one, &[]);
    // Under such a name may stand the article.
    let long = "Một ".repeat(200);
    check(&format!("<div class=ads>{long}</div>"), &[paragraph(long.trim())], &[]);
}

#[test]
fn beyond_the_caps_the_words_are_left() {
    let deep = ["<p>Một &amp; hai</p>", &"<div>".repeat(500), "ba<img src=x>"].concat();
    let said = "cannot be shown here: HTML this large or this deep; its words are shown, without pictures and links";
    check(&deep, &[paragraph("Một & hai"), paragraph("ba")], &[said]);
}
