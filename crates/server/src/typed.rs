//! What was typed into a form: read from a body or a query, and turned into a draft by the paths of its fields.
//!
//! Refuses broken UTF-8, bodies beyond their bound and more fields than any form has; everything else is kept letter by letter, for the form to show
//! again. A draft takes the fields it knows; buttons and revisions beside them are read with [`Typed::get`].

use crate::error::Failure;
use axum::body::Bytes;
use axum::extract::multipart::MultipartError;
use axum::extract::{FromRequest, FromRequestParts, Multipart, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use axum::response::IntoResponse;
use model::id::RecordId;
pub use render::form::Typed;
use serde::de::DeserializeOwned;

mod draft;

/// Fields of a form or query at most: more than the longest form with every row that it takes.
const FIELDS: usize = 5000;

/// The fields of a posted form (`application/x-www-form-urlencoded`).
pub struct Posted(pub Typed);

/// The fields of an address's query.
pub struct Asked(pub Typed);

/// The fields and files of a posted form (`multipart/form-data`).
pub struct Uploaded {
    /// What was typed.
    pub typed: Typed,
    /// The files that were chosen; an empty choice is no file.
    pub files: Vec<File>,
}

/// A posted form of either kind: with files where it has a field for some.
pub struct Sent(pub Uploaded);

/// One file of a form.
pub struct File {
    /// The field it was chosen in.
    pub field: String,
    /// Its name as given; never trusted as a path.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl<S: Send + Sync> FromRequest<S> for Posted {
    type Rejection = Failure;
    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let body = whole_body(request, state).await?;
        decode(&body).map(|pairs| Self(Typed(pairs)))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Asked {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        let query = parts.uri.query().unwrap_or_default();
        decode(query.as_bytes()).map(|pairs| Self(Typed(pairs)))
    }
}

impl<S: Send + Sync> FromRequest<S> for Uploaded {
    type Rejection = Failure;
    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let mut form = Multipart::from_request(request, state).await.map_err(|_| Failure::WrongMedia)?;
        let mut uploaded = Self { typed: Typed::nothing(), files: Vec::new() };
        while let Some(part) = form.next_field().await? {
            if uploaded.typed.0.len() + uploaded.files.len() >= FIELDS {
                return Err(Failure::TooLarge);
            }
            let field = part.name().unwrap_or_default().to_owned();
            let name = part.file_name().map(str::to_owned);
            let bytes = part.bytes().await?.to_vec();
            match name {
                Some(name) if !(name.is_empty() && bytes.is_empty()) => {
                    uploaded.files.push(File { field, name, bytes });
                }
                Some(_) => {}
                None => uploaded.typed.0.push((field, String::from_utf8(bytes).map_err(|_| Failure::BrokenText)?)),
            }
        }
        Ok(uploaded)
    }
}

impl<S: Send + Sync> FromRequest<S> for Sent {
    type Rejection = Failure;
    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let kind = request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if kind.starts_with("multipart/form-data") {
            return Uploaded::from_request(request, state).await.map(Self);
        }
        let Posted(typed) = Posted::from_request(request, state).await?;
        Ok(Self(Uploaded { typed, files: Vec::new() }))
    }
}

impl From<MultipartError> for Failure {
    fn from(error: MultipartError) -> Self {
        if error.status() == StatusCode::PAYLOAD_TOO_LARGE { Failure::TooLarge } else { Failure::Truncated }
    }
}

/// The whole body, within the bound of its address.
pub async fn whole_body<S: Send + Sync>(request: Request, state: &S) -> Result<Bytes, Failure> {
    Bytes::from_request(request, state).await.map_err(|rejection| {
        if rejection.into_response().status() == StatusCode::PAYLOAD_TOO_LARGE {
            Failure::TooLarge
        } else {
            Failure::Truncated
        }
    })
}

/// The draft that was typed. Paths such as `lines.0.quantity` lead into lists and parts; a name that comes several times
/// is a list; `true`, `on`, `yes` and `1` are true.
pub fn read<T: DeserializeOwned>(typed: &Typed) -> Result<T, Failure> {
    draft::read(typed)
}

/// The identifier in an address; anything else names nothing.
pub fn record_id(text: &str) -> Result<RecordId, Failure> {
    text.parse().map_err(|_| Failure::App(app::Error::NotFound))
}

/// The revision that the writer of a form saw; zero, which no revision is, where none was sent.
pub fn base(typed: &Typed) -> u32 {
    typed.get("base").parse().unwrap_or_default()
}

/// Pairs of a form or query.
fn decode(bytes: &[u8]) -> Result<Vec<(String, String)>, Failure> {
    let pairs = || bytes.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty());
    if pairs().nth(FIELDS).is_some() {
        return Err(Failure::TooLarge);
    }
    let read = pairs()
        .map(|pair| {
            let (name, value) = match pair.iter().position(|byte| *byte == b'=') {
                Some(at) => (&pair[..at], &pair[at + 1..]),
                None => (pair, &[][..]),
            };
            Some((unescape(name)?, unescape(value)?.replace("\r\n", "\n")))
        })
        .collect::<Option<_>>();
    read.ok_or(Failure::BrokenText)
}

/// A text with its `+` and `%XX` undone; a stray `%` stands for itself.
fn unescape(bytes: &[u8]) -> Option<String> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let pair = bytes.get(at + 1..at + 3).filter(|pair| *byte == b'%' && pair.iter().all(u8::is_ascii_hexdigit));
        let escaped = pair.and_then(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok());
        out.push(escaped.unwrap_or(if *byte == b'+' { b' ' } else { *byte }));
        at += if escaped.is_some() { 3 } else { 1 };
    }
    String::from_utf8(out).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::incident::IncidentDraft;
    use model::operation::OperationDraft;

    fn typed(text: &str) -> Typed {
        Typed(decode(text.as_bytes()).unwrap())
    }

    #[test]
    fn a_form_is_read_letter_by_letter() {
        let form = typed("place=%D0%90%D0%BB%D0%BC%D0%B0%D1%82%D1%8B+50%25&note=a%0D%0Ab&odd=100%&empty");
        assert_eq!(form.get("place"), "Алматы 50%");
        assert_eq!(form.get("note"), "a\nb");
        assert_eq!(form.get("odd"), "100%");
        assert_eq!(form.get("empty"), "");
    }

    #[test]
    fn broken_utf8_is_refused_not_guessed() {
        assert!(matches!(decode(b"place=%FF%FE"), Err(Failure::BrokenText)));
    }

    #[test]
    fn paths_lead_into_lists_and_parts() {
        let form = typed(
            "country=KZ&late=on&lines.0.written=a&lines.1.written=b&lines.1.quantity_unknown=true&marking.recipients=KG&marking.recipients=UZ&base=3&send=1",
        );
        let draft: IncidentDraft = read(&form).unwrap();
        assert!(draft.late && draft.lines[1].quantity_unknown && !draft.lines[0].quantity_unknown);
        assert_eq!(draft.lines[1].written, "b");
        assert_eq!(draft.marking.recipients, ["KG", "UZ"]);
    }

    #[test]
    fn gaps_in_a_list_close_and_keep_their_order() {
        let draft: IncidentDraft = read(&typed("lines.7.written=b&lines.2.written=a&lines.10.written=c")).unwrap();
        let written: Vec<&str> = draft.lines.iter().map(|line| line.written.as_str()).collect();
        assert_eq!(written, ["a", "b", "c"]);
    }

    #[test]
    fn names_per_language_and_single_choices_are_read() {
        let draft: OperationDraft =
            read(&typed("names.en=Reflex&names.fa=x&scope_groups=fentanyls&stages.0.kind=active")).unwrap();
        assert_eq!(draft.names.iter().count(), 2);
        assert_eq!(draft.scope_groups, ["fentanyls"]);
        assert_eq!(draft.stages.len(), 1);
    }

    #[test]
    fn a_hostile_path_neither_panics_nor_grows_memory() {
        let deep = format!("{}=x", "a.".repeat(50_000));
        let _ = read::<IncidentDraft>(&typed(&deep));
        let rows = |last: usize| (0..=last).map(|row| format!("lines.{row}.written=x")).collect::<Vec<_>>().join("&");
        assert!(matches!(decode(rows(FIELDS).as_bytes()), Err(Failure::TooLarge)));
        let problems = read::<IncidentDraft>(&typed(&rows(draft::ROWS))).unwrap_err().on_form().unwrap().0;
        assert_eq!((problems.0[0].field.as_str(), problems.0[0].code.as_ref()), ("lines", "too-many"));
        let far = read::<IncidentDraft>(&typed("lines.4000000000.written=x")).unwrap();
        assert_eq!(far.lines.len(), 1);
    }
}
