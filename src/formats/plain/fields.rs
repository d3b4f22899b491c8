//! Members of an object by any of the names that they go by.

use crate::formats::Cursor;
use crate::json::Json;
use crate::text::fold::fold;
use crate::text::is_one_of;

/// An article has a few dozen; more are only there to be searched for long.
const MOST: usize = 500;

pub(in crate::formats) const TITLE: &str = "title tieude headline articletitle posttitle newstitle tieudebai tenbai tenbaiviet tit heading subject";
pub(in crate::formats) const LEDE: &str = "sapo lead lede abstract summary tomtat excerpt description mota shortdescription shortcontent intro initcontent introtext trichdan loidan teaser standfirst noidungtomtat desc des metadescription ogdescription";
pub(in crate::formats) const BODY: &str = "contenthtml htmlcontent bodyhtml articlehtml noidunghtml content noidung articlebody body maintext articlecontent postcontent newscontent bodytext contenttext textcontent articletext fulltext contents detailcontent contentdetail noidungchitiet noidungbaiviet chitiet detail details paragraphs doanvan html text story plaintext rawtext";
/// Of these one alone makes an article.
const SURE_BODY: &str = "contenthtml htmlcontent bodyhtml content noidung articlebody maintext articlecontent bodytext contenttext fulltext noidungchitiet";
pub(in crate::formats) const AUTHOR: &str = "author authors tacgia byline writer authorname nguoiviet phongvien reporter butdanh penname creator contributor";
pub(in crate::formats) const PUBLISHED: &str = "datepublished published publishedat publishedon publishdate publisheddate publishedtime publishtime publicationdate datepublish pubdate ngaydang ngayxuatban thoigiandang timecreatepostorigin distributiondate releasedate posttime postdate postedat dateposted date time ngay thoigian createdat createddate datecreated createdate createtime createdtime created ngaytao timestamp datetime";
pub(in crate::formats) const MODIFIED: &str = "datemodified modified modifiedat modifieddate datemodify lastmodified lastmodifieddate updated updatedat updatedate lastupdated dateupdated ngaycapnhat capnhat thoigiancapnhat ngaysua";
pub(in crate::formats) const PICTURE: &str = "leadimage mainimage topimage coverimage featuredimage featureimage featured image avatar avaurl avatarurl thumb thumbnail thumbnailurl thumburl imageurl urltoimage cover anhdaidien hinhdaidien anhbia anh hinh picture photo ogimage img poster";
pub(in crate::formats) const PICTURES: &str = "images imageurls listimages imagelist imgs photos pictures gallery album hinhanh danhsachanh cacanh anhs";
pub(in crate::formats) const LINK: &str = "url link canonicalurl canonical permalink originalurl sourceurl articleurl weburl shareurl fullurl posturl href linkgoc duongdan lienket linkbai";
pub(in crate::formats) const SECTION: &str = "categoryname tenchuyenmuc articlesection section catename zonename category chuyenmuc danhmuc categories zone muc";
pub(in crate::formats) const TOPICS: &str =
    "tags keywords tag tukhoa hashtags hashtag topics chude nhan metakeywords";
pub(in crate::formats) const PUBLISHER: &str = "publisher sourcename source nguon nguontin sitename site toasoan tenbao bao newspaper urlpagecrawl organization";
pub(in crate::formats) const AUDIO: &str =
    "audio audiopodcast audiourl audiolink linkaudio podcast podcasturl ttsurl tts amthanh mp3";
pub(in crate::formats) const VIDEO: &str = "video videos videourl videourls linkvideo";
pub(in crate::formats) const QUESTIONS: &str = "questions faq faqs cauhoi hoidap qa";
pub(in crate::formats) const COMMENTS: &str =
    "comment comments commentlist listcomments binhluan phanhoi ykien";
pub(in crate::formats) const LANG: &str = "inlanguage lang language locale ngonngu";
pub(in crate::formats) const SUBTITLE: &str =
    "alternativeheadline subtitle subheadline subhead tieudephu";
pub(in crate::formats) const KICKER: &str = "kicker suptitle supertitle overline tieudetren";

/// The members of an object, under names without case, accents and spaces.
pub(in crate::formats) struct Fields<'a> {
    of: &'a Cursor<'a>,
    names: Vec<(String, &'a str)>,
}

impl<'a> Fields<'a> {
    pub(in crate::formats) fn of(value: &'a Cursor<'a>) -> Self {
        Self { of: value, names: names(value.json()) }
    }

    /// The first that says something, in the order of the aliases.
    pub(in crate::formats) fn first(&self, aliases: &str) -> Option<Cursor<'_>> {
        aliases.split(' ').find_map(|alias| self.one(alias))
    }

    /// What `read` makes of the first that it can read.
    pub(in crate::formats) fn find<T>(
        &self,
        aliases: &str,
        read: fn(&Cursor) -> Option<T>,
    ) -> Option<T> {
        aliases.split(' ').find_map(|alias| self.one(alias).and_then(|value| read(&value)))
    }

    /// Each that says something, in the order of the aliases.
    pub(in crate::formats) fn all(&self, aliases: &str, visit: &mut dyn FnMut(&Cursor)) {
        for alias in aliases.split(' ') {
            if let Some(value) = self.one(alias) {
                visit(&value);
            }
        }
    }

    /// Each member, whatever its name.
    pub(in crate::formats) fn each(&self, visit: &mut dyn FnMut(&Cursor)) {
        for (_, name) in &self.names {
            if let Some(value) = self.of.get(name) {
                visit(&value);
            }
        }
    }

    fn one(&self, alias: &str) -> Option<Cursor<'_>> {
        let named = |(folded, _): &&(String, &str)| folded == alias;
        let with_words = |(_, name): &(String, &'a str)| {
            self.of.get(name).filter(|value| says_something(value.json()))
        };
        self.names.iter().filter(named).find_map(with_words)
    }
}

fn names(json: &Json) -> Vec<(String, &str)> {
    match json {
        Json::Object(members) => {
            members.iter().take(MOST).map(|(name, _)| (fold(name), &**name)).collect()
        }
        _ => Vec::new(),
    }
}

/// Scrapers print their language's word for nothing.
fn says_something(json: &Json) -> bool {
    match json {
        Json::Null => false,
        Json::Text(text) => !matches!(
            text.trim(),
            "" | "None" | "none" | "null" | "NULL" | "NaN" | "nan" | "undefined" | "N/A"
        ),
        Json::Array(items) => !items.is_empty(),
        Json::Object(members) => !members.is_empty(),
        _ => true,
    }
}

/// The first member with one of these names that says something.
pub(super) fn member<'a>(json: &'a Json, aliases: &str) -> Option<&'a Json> {
    let Json::Object(members) = json else { return None };
    let fits = |(name, value): &&(_, Json)| {
        let name: &crate::article::Text = name;
        says_something(value) && is_one_of(&fold(name), aliases)
    };
    members.iter().take(MOST).find(fits).map(|(_, value)| value)
}

/// Surely an article: a headline with a body, a lede or a link, or a body alone.
pub(super) fn is_article(json: &Json) -> bool {
    if json.get("$schema").is_some() {
        return false;
    }
    match member(json, TITLE) {
        Some(Json::Text(_) | Json::Object(_)) => {
            has_body(json)
                || member(json, SURE_BODY).is_some_and(|body| matches!(body, Json::Text(_)))
                || member(json, LEDE).is_some_and(has_words)
                || (member(json, LINK).is_some() && member(json, PUBLISHED).is_some())
        }
        Some(_) => false,
        None => json.get("type").is_none() && member(json, SURE_BODY).is_some_and(has_words),
    }
}

/// Whether an article has a body of its own.
pub(super) fn has_body(json: &Json) -> bool {
    member(json, BODY).is_some_and(has_words)
}

fn has_words(json: &Json) -> bool {
    match json {
        Json::Text(text) => text.trim().contains(char::is_whitespace) || text.len() > 40,
        Json::Array(items) => items.iter().take(8).any(|item| match item {
            Json::Object(_) => true,
            item => has_words(item),
        }),
        // Paragraphs by their numbers, or what a text is wrapped in.
        Json::Object(members) => {
            let is_number = |(name, _): &(crate::article::Text, Json)| {
                name.bytes().all(|byte| byte.is_ascii_digit())
            };
            members.first().is_some_and(|first| is_number(first) && has_words(&first.1))
                || member(json, "rendered html text value content").is_some_and(has_words)
        }
        _ => false,
    }
}
