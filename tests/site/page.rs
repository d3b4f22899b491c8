//! A page, as the HTML standard's parser understands it.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// One element; the whole page is a list of them, in order.
#[derive(Debug)]
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    /// The words within.
    pub text: String,
    /// The names of what is around it, the innermost first.
    pub around: Vec<String>,
}

impl Element {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| &**value)
    }

    pub fn has_class(&self, class: &str) -> bool {
        self.get("class").is_some_and(|all| all.split(' ').any(|one| one == class))
    }
}

pub struct Page(pub Vec<Element>);

impl Page {
    pub fn parse(html: &str) -> Self {
        let mut options = ParseOpts::default();
        options.tree_builder.scripting_enabled = false;
        let dom = parse_document(RcDom::default(), options).one(html);
        assert_eq!(*dom.errors.borrow(), [""; 0], "the markup has errors");
        let mut all = Vec::new();
        walk(&dom.document, &[], &mut all);
        Self(all)
    }

    pub fn all(&self, name: &'static str) -> impl Iterator<Item = &Element> {
        self.0.iter().filter(move |element| element.name == name)
    }

    #[track_caller]
    pub fn one(&self, what: &str, fits: impl Fn(&Element) -> bool) -> &Element {
        let found: Vec<_> = self.0.iter().filter(|element| fits(element)).collect();
        let [one] = found[..] else { panic!("{what}: {found:#?}") };
        one
    }

    /// What a `<meta>` says.
    pub fn meta(&self, name: &str) -> Option<&str> {
        let named = |meta: &&Element| meta.get("name").or(meta.get("property")) == Some(name);
        self.all("meta").find(named).and_then(|meta| meta.get("content"))
    }

    /// Where the links of the head with this `rel` and type lead.
    pub fn links(&self, rel: &str, kind: Option<&str>) -> Vec<&str> {
        let fits = |link: &&Element| link.get("rel") == Some(rel) && link.get("type") == kind;
        self.all("link").filter(fits).filter_map(|link| link.get("href")).collect()
    }

    /// The words of the first of these elements.
    pub fn text(&self, name: &str) -> &str {
        self.0.iter().find(|element| element.name == name).map_or("", |element| &element.text)
    }
}

fn walk(node: &Handle, around: &[String], all: &mut Vec<Element>) {
    for child in node.children.borrow().iter() {
        let NodeData::Element { name, attrs, .. } = &child.data else { continue };
        let attributes = attrs.borrow();
        let attributes = attributes.iter();
        let attributes = attributes.map(|one| (one.name.local.to_string(), one.value.to_string()));
        let mut text = String::new();
        words(child, &mut text);
        let name = name.local.to_string();
        let around: Vec<_> = [name.clone()].iter().chain(around).cloned().collect();
        all.push(Element {
            name,
            attributes: attributes.collect(),
            text,
            around: around[1..].to_vec(),
        });
        walk(child, &around, all);
    }
}

fn words(node: &Handle, out: &mut String) {
    if let NodeData::Text { contents } = &node.data {
        out.push_str(&contents.borrow());
    }
    node.children.borrow().iter().for_each(|child| words(child, out));
}
