//! Tables, each in a box that scrolls on its own.

use yew::AttrValue;

use super::element::{Attr, Out};
use super::inline::inlines;
use super::scope::Scope;
use crate::article::{Align, Cell, Inline, plain_text};

/// A table. The box takes the keyboard's focus, for those who cannot swipe.
pub fn table(
    sc: &Scope,
    out: &mut Out,
    caption: &[Inline],
    head: &[Vec<Cell>],
    rows: &[Vec<Cell>],
) {
    let label = match caption {
        [] => AttrValue::Static(sc.words.table),
        words => plain_text(words).into(),
    };
    out.el("div", "tb-scroll", |out| {
        out.put(Attr::Tabindex, "0");
        out.put(Attr::Role, "group");
        out.set(Attr::AriaLabel, label);
        out.el("table", "", |out| {
            if !caption.is_empty() {
                out.el("caption", "", |out| {
                    // The inner box stays in sight while the table is moved.
                    out.el("span", "tb-caption", |out| {
                        out.put(Attr::Dir, "auto");
                        inlines(sc, out, caption);
                    });
                });
            }
            if !head.is_empty() {
                out.el("thead", "", |out| head.iter().for_each(|row| head_row(sc, out, row)));
            }
            out.el("tbody", "", |out| rows.iter().for_each(|row| body_row(sc, out, row)));
        });
    });
}

/// Every cell of the head heads a column, but for an empty one, which heads nothing.
fn head_row(sc: &Scope, out: &mut Out, row: &[Cell]) {
    out.el("tr", "", |out| {
        for one in row {
            let scope = match (plain_text(&one.text).trim(), one.colspan) {
                ("", _) => "",
                (_, 0 | 1) => "col",
                _ => "colgroup",
            };
            cell(sc, out, one, scope);
        }
    });
}

/// A header cell heads its row; a row of nothing else heads the columns below it.
fn body_row(sc: &Scope, out: &mut Out, row: &[Cell]) {
    let subhead = row.len() > 1 && row.iter().all(|cell| cell.header);
    out.el("tr", "", |out| {
        for one in row {
            let scope = match (one.header, subhead) {
                (false, _) => "",
                (true, true) => "col",
                (true, false) if one.rowspan > 1 => "rowgroup",
                (true, false) => "row",
            };
            cell(sc, out, one, scope);
        }
    });
}

/// A cell; without a scope it heads nothing.
fn cell(sc: &Scope, out: &mut Out, cell: &Cell, scope: &'static str) {
    let class = match cell.align {
        Align::Start => "",
        Align::Center => "tb-center",
        Align::End => "tb-right",
    };
    out.el(if scope.is_empty() { "td" } else { "th" }, class, |out| {
        if !scope.is_empty() {
            out.put(Attr::Scope, scope);
        }
        for (key, count) in [(Attr::Colspan, cell.colspan), (Attr::Rowspan, cell.rowspan)] {
            if count > 1 {
                out.number(key, count.into());
            }
        }
        inlines(sc, out, &cell.text);
    });
}
