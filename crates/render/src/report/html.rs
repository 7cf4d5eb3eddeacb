//! One HTML file with its own styles, to keep, to send and to print.
//!
//! Refuses: reaching for anything outside itself, and links that only work inside the node.

use crate::html::Safe;
use crate::page::report::{Told, inputs};
use crate::words::Speech;
use askama::Template;
use model::report::Report;
use model::total::Input;

#[derive(Template)]
#[template(path = "report/document.html")]
struct Document<'a> {
    t: Speech,
    css: String,
    code: &'a str,
    name: &'a str,
    demonstration: bool,
    told: Told,
    as_of: Safe,
    inputs: Safe,
}

impl Document<'_> {
    fn t(&self) -> Speech {
        self.t
    }
}

/// The report as one HTML file.
pub fn html(t: Speech, report: &Report) -> String {
    let operation = &report.overview.operation;
    let all: Vec<&Input> = report.inputs.iter().collect();
    let css = crate::assets::get("reflex.css").map(|asset| String::from_utf8_lossy(&asset.bytes).into_owned());
    let document = Document {
        t,
        // A stylesheet of ours never closes its element; this keeps it so.
        css: css.unwrap_or_default().replace("</", "<\\/"),
        code: &operation.code,
        name: operation.names.say(t.lang()),
        demonstration: operation.demonstration,
        told: Told::of(t, report, ""),
        as_of: t.utc(report.overview.sum.as_of),
        inputs: inputs(t, &all, false),
    };
    crate::page::write(&document)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::sample;
    use model::lang::Lang;

    #[test]
    fn the_document_stands_alone_and_lists_every_input() {
        for lang in Lang::ALL {
            let document = html(Speech::of(lang), &sample::report());
            assert_eq!(crate::words::gaps(&document), Vec::<String>::new());
            assert!(!document.contains("<script") && !document.contains("href=\"/") && !document.contains("src=\""));
            assert_eq!(document.matches(&sample::record().to_string()).count(), 450);
            assert!(document.contains("<h1") && document.contains(&format!("dir=\"{}\"", lang.dir())));
        }
    }

    #[test]
    fn an_operation_without_incidents_has_a_report_too() {
        let document = html(Speech::of(Lang::En), &sample::report_empty());
        assert_eq!(crate::words::gaps(&document), Vec::<String>::new());
    }
}
