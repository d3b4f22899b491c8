//! Tables, each in a box that scrolls on its own.

use yew::prelude::*;

use super::article::Scope;
use super::element::{each, el, element, list, number};
use super::inline::inlines;
use crate::article::{Align, Cell, Inline, plain_text};

/// A table. The box takes the keyboard's focus, for those who cannot swipe.
pub fn table(sc: &Scope, caption: &[Inline], head: &[Vec<Cell>], rows: &[Vec<Cell>]) -> Html {
    let label = match caption {
        [] => AttrValue::Static(sc.words.table),
        words => plain_text(words).into(),
    };
    html! {
        <figure class="tb-figure tb-table">
            <div class="tb-scroll" tabindex="0" role="region" aria-label={label}>
                <table>
                    if !caption.is_empty() {
                        // The inner box stays in sight while the table is moved.
                        <caption><span class="tb-caption" dir="auto">
                            { inlines(sc, caption) }
                        </span></caption>
                    }
                    if !head.is_empty() {
                        <thead>{ each(head, |row| head_row(sc, row)) }</thead>
                    }
                    <tbody>{ each(rows, |row| body_row(sc, row)) }</tbody>
                </table>
            </div>
        </figure>
    }
}

/// Every cell of the head heads a column, but for an empty one, which heads nothing.
fn head_row(sc: &Scope, row: &[Cell]) -> Html {
    let cells = each(row, |one| {
        let scope = match (plain_text(&one.text).trim(), one.colspan) {
            ("", _) => None,
            (_, 0 | 1) => Some("col"),
            _ => Some("colgroup"),
        };
        cell(sc, one, scope)
    });
    el("tr", "", cells)
}

/// A header cell heads its row; a row of nothing else heads the columns below it.
fn body_row(sc: &Scope, row: &[Cell]) -> Html {
    let subhead = row.len() > 1 && row.iter().all(|cell| cell.header);
    let mut cells = Vec::with_capacity(row.len());
    for one in row {
        let scope = match (one.header, subhead) {
            (false, _) => None,
            (true, true) => Some("col"),
            (true, false) if one.rowspan > 1 => Some("rowgroup"),
            (true, false) => Some("row"),
        };
        cells.push(cell(sc, one, scope));
    }
    el("tr", "", list(cells))
}

fn cell(sc: &Scope, cell: &Cell, scope: Option<&'static str>) -> Html {
    let align = match cell.align {
        Align::Start => None,
        Align::Center => Some("tb-center".into()),
        Align::End => Some("tb-right".into()),
    };
    let span = |count: u16| (count > 1).then(|| number(count.into()));
    element(
        if scope.is_some() { "th" } else { "td" },
        &["scope", "class", "colspan", "rowspan"],
        [scope.map(AttrValue::Static), align, span(cell.colspan), span(cell.rowspan)],
        inlines(sc, &cell.text),
    )
}
