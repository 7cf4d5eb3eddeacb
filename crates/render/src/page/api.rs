//! The API described for its programmers: every address, what it takes and answers, and the shapes of bodies.
//!
//! Refuses a second source: it is filled from the description that machines read. Summaries are English, as its words.

use super::Sample;
use crate::frame::Frame;
use crate::html::{Safe, escape, ltr};
use crate::words::Speech;
use askama::Template;
use std::fmt::Write as _;

/// A parameter of an address or a field of a shape.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// `path`, `query`, `header`; or its type.
    pub kind: String,
    /// What it means, or the codes it takes.
    pub about: String,
}

/// One address.
#[derive(Debug, Clone)]
pub struct Endpoint {
    /// `GET`, `POST`, `PUT`.
    pub method: String,
    /// The path with its `{parts}`.
    pub path: String,
    /// What it does.
    pub summary: String,
    /// The scope a key needs; empty where none is needed.
    pub scope: String,
    /// What it reads from path, query and headers.
    pub parameters: Vec<Field>,
    /// The shape or media type of its body; empty where there is none.
    pub body: String,
    /// Status and meaning of every answer.
    pub answers: Vec<(String, String)>,
}

impl Endpoint {
    /// The anchor of its section.
    fn id(&self) -> String {
        let path: String = self.path.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
        format!("{}{path}", self.method.to_ascii_lowercase())
    }

    /// The body: a shape is linked, a media type is named.
    fn body_link(&self) -> Safe {
        let name = escape(&self.body);
        if self.body.contains('/') {
            ltr(&self.body)
        } else {
            Safe::ours(format!("<a href=\"#shape-{name}\"><bdi dir=\"ltr\">{name}</bdi></a>"))
        }
    }
}

/// One shape of a body.
#[derive(Debug, Clone)]
pub struct Shape {
    /// Its name.
    pub name: String,
    /// What it is.
    pub about: String,
    /// Its fields.
    pub fields: Vec<Field>,
}

/// Something that can go wrong.
#[derive(Debug, Clone)]
pub struct Trouble {
    /// Its code, to which the type of a problem document leads.
    pub code: String,
    /// The status of its answer.
    pub status: u16,
    /// What it is called.
    pub title: String,
    /// The way out.
    pub hint: String,
}

/// The page.
#[derive(Debug, Template)]
#[template(path = "api/show.html")]
pub struct ApiPage<'a> {
    /// The frame.
    pub frame: &'a Frame,
    /// Every address.
    pub endpoints: Vec<Endpoint>,
    /// Every shape.
    pub shapes: Vec<Shape>,
    /// Everything that can go wrong.
    pub troubles: Vec<Trouble>,
}

impl ApiPage<'_> {
    /// A table of fields or parameters.
    fn table(&self, fields: &[Field], second: &str) -> Safe {
        let t = self.frame.t;
        let mut rows = String::new();
        for field in fields {
            // Writing to a String cannot fail.
            let _ = write!(
                rows,
                "<tr><th scope=\"row\"><code><bdi dir=\"ltr\">{}</bdi></code></th><td><bdi dir=\"ltr\">{}</bdi></td><td lang=\"en\" dir=\"ltr\">{}</td></tr>",
                escape(&field.name),
                escape(&field.kind),
                escape(&field.about)
            );
        }
        Safe::ours(format!(
            "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{}\"><table><thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead><tbody>{rows}</tbody></table></div>",
            escape(&t.say("list-scroll")),
            escape(&t.say("api-name")),
            escape(&t.say(second)),
            escape(&t.say("api-meaning"))
        ))
    }
}

/// The page as it may look.
pub fn samples(t: Speech) -> Vec<Sample> {
    let field = |name: &str, kind: &str, about: &str| Field {
        name: name.to_owned(),
        kind: kind.to_owned(),
        about: about.to_owned(),
    };
    let endpoint = Endpoint {
        method: "POST".to_owned(),
        path: "/api/v1/operations/{code}/incidents".to_owned(),
        summary: "Submit an incident.".to_owned(),
        scope: "incidents".to_owned(),
        parameters: vec![
            field("code", "path", "Code of the operation."),
            field("Idempotency-Key", "header", "Done once."),
        ],
        body: "IncidentDraft".to_owned(),
        answers: vec![
            ("201".to_owned(), "The incident.".to_owned()),
            ("422".to_owned(), "<script>alert(1)</script>".to_owned()),
        ],
    };
    let import = Endpoint {
        method: "PUT".to_owned(),
        body: "text/csv".to_owned(),
        scope: String::new(),
        parameters: Vec::new(),
        ..endpoint.clone()
    };
    let shape = Shape {
        name: "IncidentDraft".to_owned(),
        about: "An incident as typed.".to_owned(),
        fields: vec![field("lines", "[LineDraft]", ""), field("setting", "string", "airport · road")],
    };
    let trouble = Trouble {
        code: "not-found".to_owned(),
        status: 404,
        title: t.say("failure-not-found"),
        hint: t.say("failure-not-found-api"),
    };
    let mut frame = Frame::samples(t).remove(1);
    frame.title = t.say("api-title");
    vec![
        Sample::of(
            "api",
            &ApiPage { frame: &frame, endpoints: vec![endpoint, import], shapes: vec![shape], troubles: vec![trouble] },
        ),
        Sample::of(
            "api-empty",
            &ApiPage { frame: &frame, endpoints: Vec::new(), shapes: Vec::new(), troubles: Vec::new() },
        ),
    ]
}
