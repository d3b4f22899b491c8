//! WordPress: what the REST interface says of a post, and what plug-ins and other versions add.

use serde_json::{Value, json};
use trangbao::article::*;
use trangbao::formats::Found;
use trangbao::text::dates::iso;

use super::foreign::{article, open, paragraphs};

/// A post with these fields besides.
fn post(more: Value) -> (Article, Vec<String>) {
    let mut post = json!({
        "id": 7, "slug": "mua-sen", "link": "https://bao.example/2024/mua-sen/",
        "title": { "rendered": "Mùa sen" },
        "content": { "rendered": "<p>Sáng sớm, chủ đầm chèo thuyền ra hái những bông đầu tiên, khi sương còn phủ mặt hồ.</p><p>Đến trưa thì hết.</p>", "protected": false },
    });
    post.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    article(&post.to_string())
}

fn lede(html: &str) -> String {
    plain_text(&post(json!({ "excerpt": { "rendered": html } })).0.lede)
}

#[test]
fn a_made_excerpt_is_no_lede() {
    let start = "Sáng sớm, chủ đầm chèo thuyền ra hái những bông đầu tiên";
    let more = "&hellip; <a href='https://bao.example/2024/mua-sen/#more-7' class='more-link'>Đọc tiếp<span> “Mùa sen”</span></a>";
    for tail in ["[&hellip;]", " [...]", "&hellip; Continue reading Mùa sen", "", more] {
        assert_eq!(lede(&format!("<p>{start} {tail}</p>")), "", "{tail}");
    }
    assert_eq!(lede(""), "");
    assert!(post(json!({ "excerpt": false })).1.is_empty());
}

#[test]
fn a_written_excerpt_is_the_lede_without_its_tail() {
    let check = |html, expected: &str| assert_eq!(lede(html), expected);
    check("<p>Người trồng sen kể chuyện&#8230;</p>", "Người trồng sen kể chuyện…");
    check("<p>Người trồng sen kể chuyện [&hellip;]</p>", "Người trồng sen kể chuyện");
    check(
        "<p>Người trồng sen kể&hellip; <a href='/2024/mua-sen/'>Xem thêm</a></p>",
        "Người trồng sen kể",
    );
    // Links elsewhere, and the words themselves, are the author's.
    check("<p>Xem <a href='/anh/'>ảnh</a></p>", "Xem ảnh");
    check("<p>Read more books</p>", "Read more books");
}

#[test]
fn what_yoast_says_fills_the_gaps() {
    let (article, said) = post(json!({ "yoast_head_json": {
        "description": "Chuyện người trồng sen.", "author": "Vân Anh", "og_locale": "en_GB", "og_site_name": "Báo Sen",
        "og_image": [{ "url": "https://bao.example/og.jpg", "width": 1200, "height": 630 }] } }));
    assert_eq!(said, [""; 0]);
    assert_eq!(plain_text(&article.lede), "Chuyện người trồng sen.");
    assert_eq!(&*article.authors[0].name, "Vân Anh");
    assert_eq!((&*article.lang.tag, &*article.publisher.unwrap().name), ("en-GB", "Báo Sen"));
    assert_eq!(article.lead_image.unwrap().size, Some((1200, 630)));
}

#[test]
fn dates_hang_where_the_papers_clock_does() {
    let check = |more: Value, published: &str, modified: &str| {
        let (article, _) = post(more);
        let dates = [article.published, article.modified]
            .map(|at| at.map(|at| iso(&at)).unwrap_or_default());
        assert_eq!(dates, [published, modified]);
    };
    check(
        json!({ "date": "2024-01-05T05:30:00", "date_gmt": "2024-01-05T10:30:00", "modified": "2024-01-05T06:00:00", "modified_gmt": "2024-01-05T11:00:00" }),
        "2024-01-05T05:30:00-05:00",
        "2024-01-05T06:00:00-05:00",
    );
    let here = "2024-01-05T17:30:00+07:00";
    check(json!({ "date_gmt": "2024-01-05T10:30:00" }), here, "");
    check(json!({ "date_gmt": "2024-01-05T10:30:00Z" }), here, "");
    check(json!({ "date": "2024-01-05T17:30:00", "date_gmt": "0000-00-00T00:00:00" }), here, "");
    check(
        json!({ "date_gmt": "2024-01-05T10:30:00", "modified_gmt": "2024-01-05T10:30:00" }),
        here,
        "",
    );
}

#[test]
fn authors_and_terms() {
    let (article, said) = post(json!({
        "author": 3, "categories": [1, 2, 3], "tags": [4],
        "_embedded": {
            "author": [{ "id": 3, "name": "Lan &amp; Hoa", "url": "", "link": "https://bao.example/author/lan/", "avatar_urls": { "24": "https://anh.example/24" } }],
            "replies": [[{ "id": 1, "content": { "rendered": "<p>Hay quá</p>" } }]],
            "wp:term": [[
                { "taxonomy": "category", "slug": "uncategorized", "name": "Uncategorized" },
                { "taxonomy": "category", "slug": "doi-song", "name": "Đời sống" },
                { "taxonomy": "category", "slug": "ha-noi", "name": "Hà Nội" }],
                [{ "taxonomy": "post_tag", "slug": "sen", "name": "Sen &amp; trà" }, { "taxonomy": "post_tag", "name": "Hà Nội" }],
                [{ "taxonomy": "post_format", "name": "Aside" }]] } }));
    assert_eq!(said, ["/_embedded/replies: left out: comments"]);
    let [author] = &article.authors[..] else { panic!("{:?}", article.authors) };
    assert_eq!((&*author.name, author.image.is_none()), ("Lan & Hoa", true));
    assert_eq!(author.url.as_ref().unwrap().as_str(), "https://bao.example/author/lan/");
    assert_eq!(article.section.as_deref(), Some("Đời sống"));
    assert_eq!(article.topics, ["Hà Nội".into(), Text::from("Sen & trà")]);
}

#[test]
fn what_wordpress_may_not_tell_is_no_mistake() {
    let (article, said) = post(json!({ "featured_media": 0, "_embedded": {
        "author": [{ "code": "rest_user_invalid_id", "message": "Invalid user ID.", "data": { "status": 404 } }] } }));
    assert_eq!((article.authors.len(), said.len()), (0, 0));
    let (article, _) = post(
        json!({ "authors": [{ "display_name": "Lan" }, { "display_name": "Huệ" }], "_embedded": { "author": [{ "name": "Lan" }] } }),
    );
    assert_eq!(article.authors.len(), 2);
}

#[test]
fn the_featured_picture_in_its_sizes() {
    let (article, said) = post(json!({ "featured_media": 9, "_embedded": { "wp:featuredmedia": [{
        "source_url": "https://bao.example/sen.jpg", "alt_text": "Đầm sen", "media_type": "image", "mime_type": "image/jpeg",
        "caption": { "rendered": "<p>Đầm sen <em>Quảng An</em></p>\n" },
        "media_details": { "width": 2000, "height": 1000, "image_meta": { "credit": "Minh Đức" }, "sizes": {
            "full": { "width": 2000, "height": 1000, "source_url": "https://bao.example/sen.jpg" },
            "thumbnail": { "width": 150, "height": 150, "source_url": "https://bao.example/sen-150x150.jpg" },
            "cua-bao": { "width": "800", "height": "400", "source_url": "https://bao.example/sen-800x400.jpg" },
            "medium": { "width": 300, "height": 150, "source_url": "https://bao.example/sen-300x150.jpg" } } } }] } }));
    assert_eq!(said, [""; 0]);
    let image = article.lead_image.unwrap();
    assert_eq!(
        (image.alt.as_deref(), image.credit.as_deref()),
        (Some("Đầm sen"), Some("Minh Đức"))
    );
    assert_eq!(plain_text(&image.caption), "Đầm sen Quảng An");
    let widths: Vec<_> = image.renditions.iter().map(|one| one.width).collect();
    assert_eq!((image.size, &widths[..]), (Some((2000, 1000)), &[300, 800, 2000][..]));
}

#[test]
fn other_places_of_the_featured_picture() {
    let address = "https://bao.example/sen.jpg";
    for more in [
        json!({ "jetpack_featured_media_url": address }),
        json!({ "better_featured_image": { "source_url": address, "media_details": {} } }),
        json!({ "featured_image": address }),
        json!({ "_embedded": { "https://api.w.org/featuredmedia": [{ "source_url": address }] } }),
    ] {
        assert_eq!(post(more).0.lead_image.unwrap().url.as_str(), address);
    }
    let (article, said) = post(json!({ "featured_media": 9 }));
    assert!(article.lead_image.is_none());
    let [said] = &said[..] else { panic!("{said:?}") };
    assert!(
        said.starts_with("/featured_media: cannot be shown here: the featured picture"),
        "{said}"
    );
}

#[test]
fn relative_addresses_are_the_sites() {
    let html = "<p><a href='../sau/'>Bài sau</a></p><img src='/anh/sen.jpg'>";
    let content = json!({ "rendered": html });
    let (article, said) =
        post(json!({ "link": "https://sen.example/2024/mua-sen/", "content": content }));
    assert_eq!(said, [""; 0]);
    let all = format!("{:?}", article.body);
    assert!(all.contains("https://sen.example/2024/sau/"), "{all}");
    assert!(all.contains("https://sen.example/anh/sen.jpg"), "{all}");
    // What lies in the reader's own network stays out of reach, wherever the post claims to lie.
    let (article, said) = post(json!({ "link": "https://192.168.1.1/a/", "content": content }));
    assert!(!format!("{:?}", article.body).contains("anh/sen.jpg"));
    assert!(said.iter().any(|line| line.contains("address left out")), "{said:?}");
}

#[test]
fn a_locked_post_says_so() {
    let locked = json!({ "rendered": "", "protected": true });
    let (article, said) = post(json!({ "content": locked, "excerpt": locked }));
    assert_eq!((&*article.headline, article.body.len()), ("Mùa sen", 0));
    assert_eq!(said, ["/content: cannot be shown here: a text that asks for a password"]);
}

#[test]
fn a_list_in_either_shape() {
    let one = json!({ "title": { "rendered": "Một" }, "content": { "rendered": "<p>Chữ.</p>" } });
    for list in [json!([one, one]), json!({ "posts": [one, one] })] {
        let opened = open(list.to_string().as_bytes(), None);
        assert_eq!(opened.format, "wordpress");
        assert!(matches!(opened.found, Found::Catalogue(list) if list.items.len() == 2));
    }
}

#[test]
fn wordpress_com_writes_plain_fields() {
    let json = json!({
        "ID": 41, "site_ID": 5, "author": { "ID": 2, "name": "Lan", "URL": "https://lan.example/" },
        "date": "2024-01-05T17:30:00+07:00", "modified": "2024-01-05T17:30:00+07:00",
        "title": "Sen &amp; trà", "URL": "https://sen.example/mua-sen/", "slug": "mua-sen",
        "content": "<p>Ướp một trăm bông.</p>", "excerpt": "<p>Trà ướp sen.</p>", "featured_image": "https://sen.example/sen.jpg",
        "categories": { "Đời sống": { "ID": 1, "name": "Đời sống", "slug": "doi-song" } }, "tags": { "Trà": { "name": "Trà" } }
    });
    let (article, said) = article(&json.to_string());
    assert_eq!(said, [""; 0]);
    assert_eq!((&*article.headline, &*plain_text(&article.lede)), ("Sen & trà", "Trà ướp sen."));
    assert_eq!(paragraphs(&article), ["Ướp một trăm bông."]);
    assert_eq!((&*article.authors[0].name, article.section.as_deref()), ("Lan", Some("Đời sống")));
    assert_eq!((article.topics.len(), article.lead_image.is_some()), (1, true));
    assert_eq!(article.canonical.unwrap().as_str(), "https://sen.example/mua-sen/");
}

#[test]
fn a_wrong_type_costs_its_field() {
    let fields = [
        "title",
        "excerpt",
        "date",
        "date_gmt",
        "link",
        "slug",
        "author",
        "lang",
        "featured_media",
        "_embedded",
        "yoast_head_json",
        "categories",
        "tags",
        "better_featured_image",
        "authors",
    ];
    let wrongs = json!([null, true, -1.5, "x", [], [[3]], {}, { "rendered": 7 }]);
    for wrong in wrongs.as_array().unwrap() {
        for field in fields {
            let (article, _) = post(json!({ field: wrong }));
            assert_eq!(article.body.len(), 2, "{field}: {wrong}");
        }
        for field in ["author", "wp:featuredmedia", "wp:term", "replies"] {
            let (article, _) = post(json!({ "_embedded": { field: [wrong] } }));
            assert_eq!(article.body.len(), 2, "{field}: {wrong}");
        }
    }
}
