//! The BBC's article blocks.

use super::components::each_value_wrong;
use super::rich::{heading, item, open as open_as};
use super::*;

/// A block with blocks in it.
fn holds(kind: &str, inner: &str) -> String {
    format!(r#"{{"type":"{kind}","model":{{"blocks":[{inner}]}}}}"#)
}

fn fragment(text: &str, attributes: &str) -> String {
    format!(r#"{{"type":"fragment","model":{{"text":{text:?},"attributes":[{attributes}]}}}}"#)
}

fn line(text: &str) -> String {
    let inner = fragment(text, "");
    format!(r#"{{"type":"paragraph","model":{{"text":{text:?},"blocks":[{inner}]}}}}"#)
}

fn text(text: &str) -> String {
    holds("text", &line(text))
}

fn picture(locator: &str, origin: &str) -> String {
    let raw = format!(
        r#"{{"type":"rawImage","model":{{"width":976,"height":549,"locator":"{locator}","originCode":"{origin}","copyrightHolder":"Lan Anh"}}}}"#
    );
    let (alt, caption) = (holds("altText", &text("Đò ngang")), holds("caption", &text("Bến sớm")));
    holds("image", &[raw, alt, caption].join(","))
}

const METADATA: &str = r#"{"id":"urn:bbc:ares::article:c0000000001o","type":"article","language":"vi",
    "firstPublished":1704450600000,"lastPublished":1704454200000,
    "locators":{"optimoUrn":"urn:bbc:optimo:asset:c0000000001o","canonicalUrl":"https://www.bbc.com/vietnamese/articles/c0000000001o"},
    "topics":[{"topicName":"Sông nước"}],"tags":{"about":[{"thingLabel":"Sông nước"},{"thingLabel":"Chợ"}]}}"#;

/// An article with these blocks after its headline.
fn with(blocks: &str) -> String {
    let head = holds("headline", &text("Bến đò"));
    format!(
        r#"{{"metadata":{METADATA},"content":{{"model":{{"blocks":[{head},{blocks}]}}}},"promo":{{"headlines":{{"seoHeadline":"Bến"}},"summary":{{"blocks":[]}}}}}}"#
    )
}

fn open(json: &str) -> (Article, Vec<String>) {
    open_as("simorgh", json)
}

fn only(blocks: &str) -> (Block, Vec<String>) {
    let (mut article, said) = open(&with(blocks));
    assert_eq!(article.body.len(), 1, "{:?}", article.body);
    (article.body.remove(0), said)
}

#[test]
fn what_stands_around() {
    let (article, said) = open(&with(&text("Nước lên.")));
    assert_eq!(said, [""; 0]);
    assert_eq!(&*article.headline, "Bến đò");
    assert_eq!(article.id.as_deref(), Some("c0000000001o"));
    assert_eq!(article.lang, Lang::new("vi"));
    // 1704450600 is 17:30 in Vietnam on 5 January 2024.
    assert_eq!(article.published, Some(fifth_of_january(17 * 3600 + 1800, true)));
    assert_eq!(article.modified, Some(fifth_of_january(18 * 3600 + 1800, true)));
    assert_eq!(article.topics, ["Sông nước".into(), "Chợ".into()]);
    let page = "https://www.bbc.com/vietnamese/articles/c0000000001o";
    assert_eq!(article.canonical, Some(url(page)));
    assert_eq!(article.body, [paragraph("Nước lên.")]);
}

#[test]
fn envelopes() {
    let (bare, _) = open(&with(&text("Nước lên.")));
    for (before, after) in [
        (r#"{"data":{"article":"#, r#","secondaryData":{"topStories":[]}},"contentType":"json"}"#),
        (r#"{"article":"#, "}"),
        (r#"{"props":{"pageProps":{"pageData":"#, "}}}"),
    ] {
        let packed = [before, &with(&text("Nước lên.")), after].concat();
        assert_eq!(open(&packed).0, bare);
    }
}

#[test]
fn lines_and_lists() {
    let link = r#"{"type":"urlLink","model":{"text":"chợ","locator":"/vietnamese/cho","blocks":[{"type":"fragment","model":{"text":"chợ","attributes":["bold"]}}]}}"#;
    let foreign = r#"{"type":"inline","model":{"language":"fr","text":"pont","blocks":[{"type":"fragment","model":{"text":"pont","attributes":[]}}]}}"#;
    let inner = [
        fragment("Từ ", ""),
        fragment("bến", r#""bold","italic""#),
        fragment(" ra ", r#""wavy""#),
        link.into(),
        foreign.into(),
    ]
    .join(",");
    let (block, said) = only(&holds("text", &holds("paragraph", &inner)));
    let mark = |mark, content| Inline::Marked { mark, content: vec![content] };
    let plain = |text: &str| Inline::Text(text.into());
    let market = Mark::Link { url: url("https://www.bbc.com/vietnamese/cho"), title: None };
    let expected = vec![
        plain("Từ "),
        mark(Mark::Strong, mark(Mark::Emphasis, plain("bến"))),
        plain(" ra "),
        mark(market, mark(Mark::Strong, plain("chợ"))),
        mark(Mark::Lang(Lang::new("fr")), plain("pont")),
    ];
    assert_eq!(block.kind, BlockKind::Paragraph(expected));
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].ends_with("/attributes/0: unknown mark: its text is shown unmarked"));

    let nested = holds("unorderedList", &holds("listItem", &line("hai")));
    let items =
        [holds("listItem", &line("một")), holds("listItem", &[line("ba"), nested].join(","))];
    let (block, said) = only(&holds("text", &holds("orderedList", &items.join(","))));
    let inner = BlockKind::List { style: ListStyle::Bullet, items: vec![item("hai")] };
    let items = vec![item("một"), Flow::Blocks(vec![paragraph("ba"), inner.into()])];
    assert_eq!(block.kind, BlockKind::List { style: ListStyle::Number(1), items });
    assert_eq!(said, [""; 0]);

    let (block, _) = only(&holds("subheadline", &text("Bờ bên kia")));
    assert_eq!(block, heading(HeadingLevel::Two, "Bờ bên kia"));
}

#[test]
fn pictures_come_from_the_picture_service() {
    let recipe = "https://ichef.bbci.co.uk/images/ic/800xn/p01.jpg";
    for (locator, origin, address) in [
        ("ab12/x.jpg", "cpsprodpb", "https://ichef.bbci.co.uk/news/800/cpsprodpb/ab12/x.jpg"),
        ("ichef.bbci.co.uk/images/ic/$recipe/p01.jpg", "mpv", recipe),
        ("ichef.bbci.co.uk/images/ic/$widthxn/p01.jpg", "pips", recipe),
        ("https://anh.example/x.jpg", "", "https://anh.example/x.jpg"),
    ] {
        let (block, said) = only(&picture(locator, origin));
        let BlockKind::Image(image) = block.kind else { panic!("{block:?}") };
        assert_eq!(image.url.as_str(), address);
        assert_eq!(image.size, Some((976, 549)));
        assert_eq!(image.alt.as_deref(), Some("Đò ngang"));
        assert_eq!(image.caption, words("Bến sớm"));
        assert_eq!(image.credit.as_deref(), Some("Lan Anh"));
        let widths: Vec<_> = image.renditions.iter().map(|one| (one.width, one.height)).collect();
        let expected = [320, 480, 624, 800].map(|width| (width, Some(width * 549 / 976)));
        assert_eq!(widths, if origin.is_empty() { &[] } else { &expected[..] });
        assert_eq!(said, [""; 0]);
    }
    let (block, said) = only(&picture("urn:bbc:x", "cpsprodpb").replace("Đò ngang", ""));
    assert_eq!(block, paragraph("Bến sớm"));
    let warning =
        "/content/model/blocks/1: cannot be shown here: a picture without a usable address";
    assert_eq!(said, [warning]);
}

#[test]
fn a_video_leaves_its_still_its_words_and_a_link() {
    let metadata = r#"{"type":"aresMediaMetadata","model":{"id":"p01","title":"Đò sang sông","synopses":{"short":"Một chuyến"},
        "versions":[{"duration":30,"warnings":{"short":"Có tiếng ồn"}}]}}"#;
    let still = picture("ichef.bbci.co.uk/images/ic/$recipe/p01.jpg", "mpv")
        .replace(r#"{"type":"caption""#, r#"{"type":"none""#);
    let media = holds("aresMedia", &[metadata.into(), still].join(","));
    let video = holds("video", &[holds("caption", &text("Chuyến đò")), media].join(","));
    let (article, said) = open(&with(&video));
    assert_eq!(said, ["/content/model/blocks/1: cannot be shown here: a video of the BBC"]);
    let [still, link] = &article.body[..] else { panic!("{:?}", article.body) };
    let BlockKind::Image(still) = &still.kind else { panic!("{still:?}") };
    assert_eq!(still.caption, words("Chuyến đò"));
    let [first, second] = ["Một chuyến", "Có tiếng ồn"].map(|text| Inline::Text(text.into()));
    let expected = BlockKind::Embed {
        provider: Some("BBC".into()),
        url: url("https://www.bbc.com/vietnamese/articles/c0000000001o"),
        title: Some("Đò sang sông".into()),
        size: None,
        caption: vec![first, Inline::Break, second],
    };
    assert_eq!(link.kind, expected);
}

#[test]
fn posts_of_others_are_links_with_their_words() {
    let social = r#"{"type":"social","model":{"source":"https://www.instagram.com/p/x","providerName":"Instagram","blocks":[{"type":"aresOEmbed",
        "model":{"oembed":{"provider_name":"IG","width":658,"html":"<blockquote><p>Bến <b>sông</b></p></blockquote><script>x()</script>"}}}]}}"#;
    let (block, said) = only(social);
    assert_eq!(said, [""; 0]);
    let BlockKind::Embed { provider, url, caption, .. } = block.kind else { panic!("{block:?}") };
    assert_eq!(provider.as_deref(), Some("Instagram"));
    assert_eq!(url.as_str(), "https://www.instagram.com/p/x");
    assert_eq!(plain_text(&caption), "Bến sông");

    let (block, _) = only(r#"{"type":"tweet","model":{"id":"https://twitter.com/lan/status/1"}}"#);
    assert!(matches!(block.kind, BlockKind::Embed { .. }));

    let html = r#"{"type":"embedHtml","model":{"embeddableContent":"<p>Mực nước 3 m</p><script>x()</script>"}}"#;
    let (block, _) = only(html);
    assert_eq!(block, paragraph("Mực nước 3 m"));

    let (article, said) = open(&with(r#"{"type":"embed","model":{"locator":"urn:bbc:x"}}"#));
    assert!(article.body.is_empty());
    assert_eq!(said, ["/content/model/blocks/1: cannot be shown here: an embedded page"]);
}

#[test]
fn links_boxes_and_quotes() {
    let target = r#"{"type":"urlLink","model":{"text":"Chợ nổi","locator":"https://www.bbc.com/cho","blocks":[]}}"#;
    let target = holds("text", &holds("paragraph", target));
    let links = [
        holds("title", &text("Đọc thêm")),
        holds("link", &[target, picture("a/b.jpg", "cpsprodpb")].join(",")),
        holds("link", &text("Không có địa chỉ")),
    ];
    let (article, said) = open(&with(&holds("links", &links.join(","))));
    assert_eq!(said, [""; 0]);
    let BlockKind::Related { title, items } = &article.body[0].kind else { panic!() };
    assert_eq!((title.as_deref(), &*items[0].name), (Some("Đọc thêm"), "Chợ nổi"));
    assert!(items[0].image.is_some());
    assert_eq!(article.body[1], paragraph("Không có địa chỉ"));

    let list = holds("unorderedList", &holds("listItem", &line("một")));
    let brief = holds("group", &holds("text", &list)).replacen(
        r#""model":{"#,
        r#""model":{"intentType":"overview","#,
        1,
    );
    for brief in [brief, holds("keyPoints", &list)] {
        let (block, _) = only(&brief);
        let BlockKind::Box { tone, blocks, .. } = block.kind else { panic!("{block:?}") };
        assert_eq!((tone, blocks.len()), (BoxTone::KeyPoints, 1));
    }

    let quote = [text("Sông là nhà."), holds("citation", &text("Ông Tư"))];
    let (block, _) = only(&holds("pullQuote", &quote.join(",")));
    let (content, style) = (Flow::Text(words("Sông là nhà.")), QuoteStyle::Pull);
    let expected = BlockKind::Quote { content, cite: words("Ông Tư"), url: None, style };
    assert_eq!(block.kind, expected);
}

#[test]
fn the_byline_names_the_authors() {
    let person = [
        holds("name", &text("Lan Anh")),
        holds("role", &text("Phóng viên")),
        holds("location", &text("Cần Thơ")),
    ];
    let byline = holds("byline", &holds("contributor", &person.join(","))).replace(
        r#""contributor","model":{"#,
        r#""contributor","model":{"topicUrl":"/vietnamese/topics/x","#,
    );
    let (article, said) = open(&with(&byline));
    assert_eq!(said, [""; 0]);
    assert!(article.body.is_empty());
    let author = Author {
        name: "Lan Anh".into(),
        job_title: Some("Phóng viên, Cần Thơ".into()),
        url: Some(url("https://www.bbc.com/vietnamese/topics/x")),
        image: None,
    };
    assert_eq!(article.authors, [author]);
}

#[test]
fn what_is_left_out_is_told_once_and_the_unknown_keeps_its_words() {
    let blocks = [holds("mpu", ""), text("Một."), holds("mpu", ""), holds("wsoj", "")].join(",");
    let (article, said) = open(&with(&blocks));
    assert_eq!(article.body, [paragraph("Một.")]);
    let expected = [
        "/content/model/blocks/1: left out: an advertisement slot",
        "/content/model/blocks/4: left out: recommendations of other articles",
    ];
    assert_eq!(said, expected);
    let (block, said) = only(&holds("someday", &text("Mai sau")));
    assert_eq!(block, paragraph("Mai sau"));
    assert_eq!(said.len(), 1);
    let (block, _) = only(&holds("someday", ""));
    assert_eq!(block.kind, BlockKind::Unknown { kind: "someday".into() });
}

#[test]
fn the_promotion_helps_where_the_blocks_say_nothing() {
    let file = format!(
        r#"{{"metadata":{{"passport":{{"language":"vi","home":"http://www.bbc.co.uk/ontologies/passport/home/Vietnamese"}},
        "locators":{{"optimoUrn":"urn:bbc:optimo:asset:c0000000002o"}}}},
        "content":{{"model":{{"blocks":[{}]}}}},"promo":{{"headlines":{{"promoHeadline":{{"blocks":[{}]}}}},"summary":"Một buổi sớm.","timestamp":1704450600000}}}}"#,
        text("Nước lên."),
        text("Bến đò")
    );
    let (article, said) = open(&file);
    assert_eq!(said, [""; 0]);
    assert_eq!(&*article.headline, "Bến đò");
    assert_eq!(article.lede, words("Một buổi sớm."));
    let page = "https://www.bbc.com/vietnamese/articles/c0000000002o";
    assert_eq!(article.canonical, Some(url(page)));
    assert!(article.published.is_some());
}

#[test]
fn a_wrong_type_costs_its_field() {
    let media = r#"{"type":"aresMediaMetadata","model":{"title":"T","versions":[{"warnings":{"short":"w"}}]}}"#;
    let all = [
        text("Một."),
        holds("subheadline", &text("Hai")),
        picture("a/b.jpg", "cpsprodpb"),
        holds("video", &holds("aresMedia", media)),
        holds("table", &holds("tableRow", &holds("tableCell", &text("ô")))),
        holds("byline", &holds("contributor", &holds("name", &text("Lan")))),
        r#"{"type":"social","model":{"source":"https://x.example/1","blocks":[]}}"#.into(),
    ];
    each_value_wrong("simorgh", &with(&all.join(",")));
}
