//! What papers and their partners pass around, under all its names.

use super::*;
use trangbao::formats::{Found, Opened, Wanted, parse_any};
use trangbao::html;

fn open_number(json: &str, number: Option<usize>) -> Result<Opened, ParseError> {
    let source = Source { address: Some(ADDRESS), resolve: standard };
    parse_any(json.as_bytes(), &source, Wanted { html: html::standard, format: None, number })
}

/// The article of a file and what was said of it; the file is of this format.
#[track_caller]
pub fn open_as(format: &str, json: &str) -> (Article, Vec<String>) {
    let opened = open_number(json, None).unwrap();
    assert_eq!(opened.format, format);
    let Found::Article(article) = opened.found else { panic!("a catalogue") };
    (*article, opened.warnings.iter().map(ToString::to_string).collect())
}

#[track_caller]
fn open(json: &str) -> (Article, Vec<String>) {
    open_as("plain", json)
}

/// The headlines of a file with several articles.
#[track_caller]
pub fn headlines(json: &str) -> Vec<String> {
    let Found::Catalogue(list) = open_number(json, None).unwrap().found else { panic!("alone") };
    list.items.iter().map(|item| item.headline.to_string()).collect()
}

fn texts(blocks: &[Block]) -> Vec<String> {
    let mut out = Vec::new();
    shown(blocks, &mut out);
    out
}

/// The words of blocks, one text after the other.
pub fn shown(blocks: &[Block], out: &mut Vec<String>) {
    let flow = |flow: &Flow, out: &mut Vec<String>| match flow {
        Flow::Text(text) => out.push(plain_text(text)),
        Flow::Blocks(blocks) => shown(blocks, out),
    };
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph(text) | BlockKind::Heading { text, .. } => {
                out.push(plain_text(text))
            }
            BlockKind::Image(image) => out.push(plain_text(&image.caption)),
            BlockKind::Gallery { images, .. } => {
                out.extend(images.iter().map(|image| plain_text(&image.caption)));
            }
            BlockKind::Quote { content, cite, .. } => {
                flow(content, out);
                out.push(plain_text(cite));
            }
            BlockKind::List { items, .. } => items.iter().for_each(|item| flow(item, out)),
            BlockKind::Box { blocks, .. } => shown(blocks, out),
            BlockKind::Timeline { items } => {
                for item in items {
                    out.extend(item.title.iter().map(ToString::to_string));
                    shown(&item.blocks, out);
                }
            }
            BlockKind::Table { head, rows, .. } => {
                for cell in head.iter().chain(rows).flatten() {
                    out.push(plain_text(&cell.text));
                }
            }
            _ => {}
        }
    }
}

#[test]
fn the_usual_fields() {
    let (article, said) = open(
        r#"{ "id": 7, "title": "Chợ hoa Quảng An vào vụ", "sapo": "Hoa về từ bốn giờ sáng.",
            "content": "Người bán dọn hàng.\n\nNgười mua đến sau.", "author": "Lan Anh; Minh Đức",
            "avaUrl": "https://cdn.example/cho-hoa.jpg", "time": "05/01/2024 17:30", "source": "Báo Thử",
            "categoryId": "doi-song", "categoryName": "Đời sống", "tags": "hoa, chợ,hoa", "comments": [],
            "url": "https://bao.example/cho-hoa.html", "audio podcast": "https://cdn.example/cho-hoa.m4a" }"#,
    );
    assert_eq!(said, [""; 0]);
    assert_eq!(&*article.headline, "Chợ hoa Quảng An vào vụ");
    assert_eq!(article.lede, words("Hoa về từ bốn giờ sáng."));
    assert_eq!(article.body, [paragraph("Người bán dọn hàng."), paragraph("Người mua đến sau.")]);
    let names: Vec<&str> = article.authors.iter().map(|author| &*author.name).collect();
    assert_eq!(names, ["Lan Anh", "Minh Đức"]);
    assert_eq!(article.lead_image, Some(image("https://cdn.example/cho-hoa.jpg")));
    assert_eq!(article.published, Some(fifth_of_january(17 * 3600 + 30 * 60, true)));
    assert_eq!(article.section.as_deref(), Some("Đời sống"));
    assert_eq!(article.topics, ["hoa".into(), "chợ".into()]);
    assert_eq!(article.canonical, Some(url("https://bao.example/cho-hoa.html")));
    assert_eq!(article.publisher.map(|one| one.name).as_deref(), Some("Báo Thử"));
    assert_eq!(article.audio.len(), 1);
}

#[test]
fn names_in_any_spelling() {
    for json in [
        r#"{ "tiêu đề": "Tin", "mô tả": "Gọn.", "nội dung": "Một câu dài.", "tác giả": "Lan", "Ngày đăng": "5/1/2024" }"#,
        r#"{ "TieuDe": "Tin", "tom_tat": "Gọn.", "noi_dung": ["Một câu dài."], "tac_gia": "Lan", "ngay_dang": "2024-01-05" }"#,
        r#"{ "title": {"rendered":"Tin"}, "summary": "Gọn.", "contentHtml": "<p>Một câu dài.</p>", "author": {"fullName":"Lan"}, "publish_date": "5 tháng 1, 2024" }"#,
        r#"{ "headline": "Tin", "excerpt": "Gọn.", "content": "Một câu dài.", "byline": ["Lan"], "createdAt": "20240105" }"#,
    ] {
        let (article, said) = open(json);
        assert_eq!(said, [""; 0], "{json}");
        assert_eq!(&*article.headline, "Tin");
        assert_eq!(article.lede, words("Gọn."));
        assert_eq!(article.body, [paragraph("Một câu dài.")]);
        assert_eq!(&*article.authors[0].name, "Lan");
        assert_eq!(article.published, Some(fifth_of_january(0, false)));
    }
}

#[test]
fn of_several_bodies_the_best_once() {
    let (article, said) = open(
        r#"{ "title": "Tin", "content": "Đoạn đầu. Đoạn sau.", "content_html": "<p>Đoạn đầu.</p><p>Đoạn sau.</p>" }"#,
    );
    assert_eq!(said, ["/content: left out: another version of the text"]);
    assert!(texts(&article.body).concat().contains("Đoạn sau"));
}

#[test]
fn a_body_is_a_text_a_list_or_typed_pieces() {
    let (article, _) = open(r#"{ "content": ["Đoạn thứ nhất.", "Đoạn thứ hai.", null] }"#);
    assert_eq!(article.body, [paragraph("Đoạn thứ nhất."), paragraph("Đoạn thứ hai.")]);
    assert_eq!(&*article.headline, "Đoạn thứ nhất.");

    let (article, said) = open(
        r#"{ "title": "Tin", "content": [
            { "type": "text", "content": "Mở đầu." }, { "type": "h3", "text": "Chương một" },
            { "type": "image", "src": "https://cdn.example/anh-cho.jpg", "caption": "Chợ sớm" },
            { "type": "list", "items": ["một", "hai"] }, { "type": "quote", "text": "Đông lắm!", "author": "Bà Tư" },
            { "type": "ads", "slot": 1 }, { "type": "ads", "slot": 2 }, { "type": "poll", "id": 3 },
            { "heading": "Chương hai", "text": "Kết thúc." } ] }"#,
    );
    assert_eq!(
        said,
        [
            "/content/5: left out: an advertisement slot",
            "/content/7: cannot be shown here: a piece of the body without known words",
        ]
    );
    let picture =
        Image { caption: words("Chợ sớm"), ..image("https://cdn.example/anh-cho.jpg") };
    let item = |text| Flow::Blocks(vec![paragraph(text)]);
    let heading = |level, text| BlockKind::Heading { level, text: words(text) }.into();
    let expected: [Block; 7] = [
        paragraph("Mở đầu."),
        heading(HeadingLevel::Three, "Chương một"),
        BlockKind::Image(picture).into(),
        BlockKind::List { style: ListStyle::Bullet, items: vec![item("một"), item("hai")] }.into(),
        BlockKind::Quote {
            content: item("Đông lắm!"),
            cite: words("Bà Tư"),
            url: None,
            style: QuoteStyle::Block,
        }
        .into(),
        heading(HeadingLevel::Two, "Chương hai"),
        paragraph("Kết thúc."),
    ];
    assert_eq!(article.body, expected);
}

#[test]
fn nothing_is_said_twice() {
    let (article, _) = open(
        r#"{ "title": "Tin", "summary": "Sen nở sớm.", "content": "Sen nở sớm.\nCả hồ thơm." }"#,
    );
    assert_eq!(
        (article.lede, article.body),
        (words("Sen nở sớm."), vec![paragraph("Cả hồ thơm.")])
    );
    let (article, _) = open(
        r#"{ "title": "Tin", "summary": "Sen nở sớm...", "content": "Sen nở sớm và cả hồ thơm." }"#,
    );
    assert_eq!((article.lede.len(), article.body.len()), (0, 1));
}

#[test]
fn pictures_beside_the_body_come_below_it_once() {
    let (article, said) = open(
        r#"{ "title": "Tin", "content": "Hai câu văn.", "thumb": "https://cdn.example/w_640/buc-anh-1.jpg",
            "images": ["https://cdn.example/w_800/buc-anh-1.jpg", "https://cdn.example/buc-anh-2.jpg",
                { "url": "https://cdn.example/buc-anh-3.jpg", "chú thích": "Ba" }, "javascript:alert(1)"],
            "image-urls": { "image1": "https://cdn.example/buc-anh-2.jpg" } }"#,
    );
    assert_eq!(article.lead_image, Some(image("https://cdn.example/w_640/buc-anh-1.jpg")));
    let Some(Block { kind: BlockKind::Gallery { images, .. }, .. }) = article.body.get(1) else {
        panic!("{:?}", article.body)
    };
    let third = Image { caption: words("Ba"), ..image("https://cdn.example/buc-anh-3.jpg") };
    assert_eq!(images[..], [image("https://cdn.example/buc-anh-2.jpg"), third]);
    assert_eq!(said.len(), 2, "{said:?}");
}

#[test]
fn addresses_are_relative_to_the_article() {
    let (article, said) = open(
        r#"{ "title": "Tin", "content": "Hai câu văn.", "thumb": "/anh/cho-hoa-1.jpg",
            "url": "https://toa-soan.example/tin/1.html" }"#,
    );
    assert_eq!(said, [""; 0]);
    assert_eq!(article.lead_image, Some(image("https://toa-soan.example/anh/cho-hoa-1.jpg")));
}

#[test]
fn questions_are_a_box_and_comments_stay_out() {
    let (article, said) = open(
        r#"{ "title": "Tin", "content": "Hai câu văn.", "questions": [{ "q": "Vì sao?", "a": "Vì mưa." }],
            "comment": [{ "user": "a", "text": "hay" }], "vote": { "likes": 2 } }"#,
    );
    assert_eq!(said, ["/comment: left out: readers' comments"]);
    let Some(Block { kind: BlockKind::Box { blocks, .. }, .. }) = article.body.get(1) else {
        panic!("{:?}", article.body)
    };
    let question = BlockKind::Paragraph(vec![marked(Mark::Strong, "Vì sao?")]).into();
    assert_eq!(blocks[..], [question, paragraph("Vì mưa.")]);
}

#[test]
fn several_articles_in_any_wrapping() {
    let list = r#"[{"title":"Một","content":"Hai câu."},{"title":"Hai","summary":"Gọn lỏn.","link":"https://bao.example/hai"}]"#;
    for json in [
        list.to_owned(),
        format!(r#"{{"data":{list}}}"#),
        format!(r#"{{"title":"Nguồn","description":"Của báo","items":{list}}}"#),
        format!(r#"{{"status":"ok","data":{{"articles":{list},"page":1}}}}"#),
        r#"{"a1":{"title":"Một","content":"Hai câu."},"a2":{"title":"Hai","sapo":"Gọn lỏn."}}"#
            .to_owned(),
    ] {
        assert_eq!(headlines(&json), ["Một", "Hai"], "{json}");
    }
    let opened = open_number(list, Some(2)).unwrap();
    let Found::Article(entry) = opened.found else { panic!("a catalogue") };
    assert_eq!(entry.lede, words("Gọn lỏn."));
    let link = vec![related("Hai", "https://bao.example/hai")];
    assert_eq!(entry.body, [BlockKind::Related { title: None, items: link }.into()]);
}

#[test]
fn one_long_line_is_parted_and_keeps_its_words() {
    let text = "Mùa nước nổi về muộn hơn mọi năm, bà con vẫn chờ cá linh. ".repeat(40);
    let (article, _) = open(&format!(r#"{{"title":"Tin","content":"{text}"}}"#));
    assert!(article.body.len() > 3);
    assert_eq!(texts(&article.body).join(" "), text.trim());
}

#[test]
fn entities_are_resolved_and_odd_brackets_stay() {
    let (article, _) = open(
        r#"{ "title": "Q&amp;A &#8211; hỏi &amp;amp; đáp", "content": "Khi x <b và y> z thì &quot;đúng&quot;." }"#,
    );
    assert_eq!(&*article.headline, "Q&A – hỏi & đáp");
    assert_eq!(article.body, [paragraph("Khi x <b và y> z thì \"đúng\".")]);
}

#[test]
fn wrong_types_cost_their_field() {
    let (article, said) = open(
        r#"{ "title": "Tin", "content": "Hai câu.", "author": 5.5, "time": "hôm kia", "category": "https://bao.example/du-lich",
            "image": true, "url": 7, "tags": [{}], "audio": [false], "video": 3, "lang": "?" }"#,
    );
    assert_eq!(article.body, [paragraph("Hai câu.")]);
    assert!(said.len() >= 7, "{said:#?}");
}

#[test]
fn what_is_no_article() {
    for json in [
        "[]",
        "{}",
        "7",
        r#"["một hai"]"#,
        r#"{"name":"trangbao","version":"1.0","description":"a b"}"#,
        r#"{"$schema":"x","title":"Schema","description":"of things"}"#,
        r#"{"title":"Tin"}"#,
        r#"{"data":[{"id":1}]}"#,
        r#"{"title":["a"],"content":"hai câu"}"#,
        r#"{"content":""}"#,
    ] {
        assert!(open_number(json, None).is_err(), "{json}");
    }
}
