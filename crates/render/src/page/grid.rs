//! A table of values in words: headed, captioned, scrolling sideways at a desk and stacked on a phone.
//!
//! Refuses: a table without a name. The caption is read to those who do not see it, and shown where it is wanted.

use crate::html::{Safe, escape};
use crate::words::Speech;
use std::fmt::Write as _;

/// A column.
#[derive(Debug, Clone)]
pub struct Column {
    label: String,
    number: bool,
}

impl Column {
    /// A column of texts, headed by the message `key`.
    pub fn text(t: Speech, key: &str) -> Self {
        Self { label: t.say(key), number: false }
    }

    /// A column of numbers, headed by the message `key`.
    pub fn number(t: Speech, key: &str) -> Self {
        Self { label: t.say(key), number: true }
    }

    /// A column headed by a text.
    pub const fn named(label: String, number: bool) -> Self {
        Self { label, number }
    }
}

/// A table on its way into the page.
#[derive(Debug, Clone, Default)]
pub struct Grid {
    /// What it shows.
    pub caption: String,
    /// Its columns; the first names the row.
    pub columns: Vec<Column>,
    /// As many cells in each row.
    pub rows: Vec<Vec<Safe>>,
    /// The last line, for sums; empty for none.
    pub foot: Vec<Safe>,
}

impl Grid {
    /// A table of these columns.
    pub const fn new(caption: String, columns: Vec<Column>) -> Self {
        Self { caption, columns, rows: Vec::new(), foot: Vec::new() }
    }

    /// The table as HTML.
    pub fn html(&self) -> Safe {
        let caption = escape(&self.caption);
        // Writing to a String cannot fail, here and below.
        let mut out = format!(
            "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{caption}\"><table class=\"cards\">\
             <caption class=\"vh\">{caption}</caption><thead><tr>"
        );
        for column in &self.columns {
            let _ = write!(out, "<th scope=\"col\"{}>{}</th>", right(column), escape(&column.label));
        }
        out.push_str("</tr></thead><tbody>");
        self.rows.iter().for_each(|row| self.row(&mut out, row));
        out.push_str("</tbody>");
        if !self.foot.is_empty() {
            out.push_str("<tfoot>");
            self.row(&mut out, &self.foot);
            out.push_str("</tfoot>");
        }
        out.push_str("</table></div>");
        Safe::ours(out)
    }

    fn row(&self, out: &mut String, row: &[Safe]) {
        out.push_str("<tr>");
        for (place, (cell, column)) in row.iter().zip(&self.columns).enumerate() {
            let label = escape(&column.label);
            let _ = match place {
                0 => write!(out, "<th scope=\"row\"{}>{cell}</th>", right(column)),
                _ => write!(out, "<td{} data-label=\"{label}\">{cell}</td>", right(column)),
            };
        }
        out.push_str("</tr>");
    }

    /// The table behind a drawing: closed until asked for, open in print by its reader's choice.
    pub fn behind(&self, t: Speech) -> Safe {
        if self.rows.is_empty() {
            return Safe::default();
        }
        Safe::ours(format!(
            "<details class=\"data\"><summary>{}</summary>{}</details>",
            escape(&t.say("figure-table")),
            self.html()
        ))
    }
}

const fn right(column: &Column) -> &'static str {
    if column.number { " class=\"r\"" } else { "" }
}

/// A cell of text.
pub fn text(text: impl AsRef<str>) -> Safe {
    Safe::text(text.as_ref())
}

/// A cell that leads somewhere.
pub fn link(address: &str, text: impl AsRef<str>) -> Safe {
    Safe::ours(format!("<a href=\"{}\">{}</a>", escape(address), escape(text.as_ref())))
}

/// A cell that leads somewhere, around what is already safe.
pub fn link_around(address: &str, inside: &Safe) -> Safe {
    Safe::ours(format!("<a href=\"{}\">{inside}</a>", escape(address)))
}
