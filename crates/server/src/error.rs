//! What a handler answers when it cannot do what was asked; said as a page or as a problem document by [`speak`].
//!
//! Refuses details of the inside: what broke gets an incident number, and its story goes to the log alone.

use crate::api::problem;
use crate::state::Server;
use crate::visitor::{Known, Visitor};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use model::problem::{Problem, Problems};
use render::page::failure::FailurePage;
use std::sync::Arc;
use tower_http::csrf::ProtectionError;

/// What a handler answers.
pub type Answer<T = Response> = Result<T, Failure>;

/// Why not. Handlers say `?`; the words are found later, in the reader's language.
#[derive(Debug)]
pub enum Failure {
    /// A verb did not do it.
    App(app::Error),
    /// The body is beyond its bound.
    TooLarge,
    /// The text is not UTF-8.
    BrokenText,
    /// The body ended early or is not in the form it says.
    Truncated,
    /// The body is of a media type that this address does not read.
    WrongMedia,
    /// The address does not know this method.
    WrongMethod,
    /// The request came from another site.
    OtherSite,
    /// The address leads here and is not this node's.
    WrongHost,
    /// It took too long.
    TooSlow,
    /// Too much at once; the seconds after which to try again.
    TooBusy(u64),
    /// No key, or one that does not hold (API).
    NoKey,
    /// The key may not do that (API).
    Scope,
    /// The change does not name the revision it was made from (API).
    NoRevision,
    /// It failed in a way that has already been written down; the incident number.
    Crashed(String),
}

impl From<app::Error> for Failure {
    fn from(error: app::Error) -> Self {
        Self::App(error)
    }
}

impl From<Problems> for Failure {
    fn from(problems: Problems) -> Self {
        Self::App(problems.into())
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::App(problem.into())
    }
}

impl Failure {
    /// What a form says of what was typed into it, with the status of its answer: its problems, or that it could not be
    /// kept. Anything else goes on as a failure.
    pub fn on_form(self) -> Result<(Problems, StatusCode), Failure> {
        let status = self.status();
        match self {
            Self::App(app::Error::Invalid(problems)) => Ok((problems, status)),
            Self::App(app::Error::Unkept(trouble)) => {
                tracing::error!(error = %trouble, "a form was not kept");
                Ok((Problem::new("", storage_code(&trouble)).into(), status))
            }
            other => Err(other),
        }
    }

    /// The status of the answer.
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::App(app::Error::NotFound) => StatusCode::NOT_FOUND,
            Self::App(app::Error::Refused(_)) | Self::Scope | Self::OtherSite => StatusCode::FORBIDDEN,
            Self::App(app::Error::Invalid(_)) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::App(app::Error::Stale { .. }) => StatusCode::CONFLICT,
            Self::App(app::Error::Unkept(trouble)) => storage_status(trouble),
            Self::App(app::Error::Broken(_)) | Self::Crashed(_) => StatusCode::INTERNAL_SERVER_ERROR,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::BrokenText | Self::Truncated => StatusCode::BAD_REQUEST,
            Self::WrongMedia => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::WrongHost => StatusCode::MISDIRECTED_REQUEST,
            Self::TooSlow => StatusCode::SERVICE_UNAVAILABLE,
            Self::TooBusy(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::NoKey => StatusCode::UNAUTHORIZED,
            Self::NoRevision => StatusCode::PRECONDITION_REQUIRED,
        }
    }

    /// The stable code: its words are `failure-<code>` and `failure-<code>-hint`.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::App(app::Error::NotFound) => "not-found",
            Self::App(app::Error::Refused(_)) => "refused",
            Self::App(app::Error::Invalid(_)) => "invalid",
            Self::App(app::Error::Stale { .. }) => "stale",
            Self::App(app::Error::Unkept(trouble)) => storage_code(trouble),
            Self::App(app::Error::Broken(_)) | Self::Crashed(_) => "broken",
            Self::TooLarge => "too-large",
            Self::BrokenText => "broken-text",
            Self::Truncated => "truncated",
            Self::WrongMedia => "wrong-media",
            Self::WrongMethod => "wrong-method",
            Self::OtherSite => "other-site",
            Self::WrongHost => "wrong-host",
            Self::TooSlow => "too-slow",
            Self::TooBusy(_) => "too-busy",
            Self::NoKey => "no-key",
            Self::Scope => "scope",
            Self::NoRevision => "no-revision",
        }
    }

    /// Seconds after which trying again may help.
    const fn pause(&self) -> Option<u64> {
        match self {
            Self::TooBusy(seconds) => Some(*seconds),
            Self::App(app::Error::Unkept(app::Trouble::Busy)) => Some(5),
            Self::App(app::Error::Unkept(app::Trouble::Unreachable(_))) => Some(30),
            _ => None,
        }
    }

    /// Why the caller may not, where that is the reason.
    pub const fn reason(&self) -> Option<&'static str> {
        match self {
            Self::App(app::Error::Refused(reason)) => Some(*reason),
            _ => None,
        }
    }

    /// The failure behind a status that a layer or an extractor gave without words.
    fn of_status(status: StatusCode) -> Self {
        match status {
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            StatusCode::METHOD_NOT_ALLOWED => Self::WrongMethod,
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::WrongMedia,
            StatusCode::REQUEST_TIMEOUT | StatusCode::SERVICE_UNAVAILABLE => Self::TooSlow,
            StatusCode::TOO_MANY_REQUESTS => Self::TooBusy(1),
            // A path that does not parse names nothing that exists.
            status if status.is_client_error() => Self::App(app::Error::NotFound),
            _ => Self::Crashed(String::new()),
        }
    }
}

/// The code of what the storage did not take; on a form its sentence is `problem-<code>`.
const fn storage_code(trouble: &app::Trouble) -> &'static str {
    match trouble {
        app::Trouble::Full => "storage-full",
        app::Trouble::ReadOnly(_) => "storage-read-only",
        app::Trouble::Taken(_) => "storage-taken",
        app::Trouble::Unreachable(_) => "storage-unreachable",
        _ => "storage-busy",
    }
}

const fn storage_status(trouble: &app::Trouble) -> StatusCode {
    match trouble {
        app::Trouble::Full => StatusCode::INSUFFICIENT_STORAGE,
        app::Trouble::Taken(_) => StatusCode::CONFLICT,
        _ => StatusCode::SERVICE_UNAVAILABLE,
    }
}

/// A failure on its way out, before it has words.
#[derive(Clone)]
struct Wordless(Arc<Failure>);

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        if let Some(seconds) = self.pause() {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response.extensions_mut().insert(Wordless(Arc::new(self)));
        response
    }
}

/// Gives a failure its words: a page for a browser, a problem document under `/api/`.
pub async fn speak(State(server): State<Server>, request: Request, next: Next) -> Response {
    let of_api = request.uri().path().starts_with("/api/");
    let known = Known::guest(&request);
    let response = next.run(request).await;
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error()) || has_words(response.headers()) {
        return response;
    }
    let wordless = response.extensions().get::<Wordless>().cloned();
    let other_site = response.extensions().get::<ProtectionError>().map(|_| Wordless(Arc::new(Failure::OtherSite)));
    let failure = wordless.or(other_site).map_or_else(|| Arc::new(Failure::of_status(status)), |wordless| wordless.0);
    let known = response.extensions().get::<Known>().cloned().unwrap_or(known);
    let visitor = Visitor::of(&server, known);
    let incident = note(&server, &failure);
    let spoken = if of_api {
        problem::document(&failure, visitor.lang, &incident)
    } else {
        page(&visitor, &failure, &incident).await
    };
    keep_headers(response.headers(), spoken)
}

/// Whether a response already speaks: a form with its problems, a problem document.
fn has_words(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    kind.starts_with("text/html") || kind.starts_with("application/")
}

fn keep_headers(from: &HeaderMap, mut spoken: Response) -> Response {
    for name in [header::RETRY_AFTER, header::ALLOW, header::WWW_AUTHENTICATE, header::SET_COOKIE] {
        for value in from.get_all(&name) {
            spoken.headers_mut().append(name.clone(), value.clone());
        }
    }
    spoken
}

/// Writes down what broke and gives its number; empty for a failure of the caller's making.
fn note(server: &Server, failure: &Failure) -> String {
    if !failure.status().is_server_error() {
        return String::new();
    }
    if let Failure::Crashed(number) = failure
        && !number.is_empty()
    {
        return number.clone();
    }
    let number = incident_number(server);
    match failure {
        Failure::App(app::Error::Broken(source)) => {
            tracing::error!(incident = number, error = %source, "a request failed");
        }
        Failure::App(app::Error::Unkept(trouble)) => {
            tracing::error!(incident = number, error = %trouble, "a request was not kept");
        }
        other => tracing::error!(incident = number, code = other.code(), "a request failed"),
    }
    number
}

/// A short number that joins what a reader sees to the line in the log.
pub fn incident_number(server: &Server) -> String {
    format!("{:08X}", u32::from_be_bytes(server.app.random::<4>()))
}

async fn page(visitor: &Visitor, failure: &Failure, incident: &str) -> Response {
    let t = visitor.t;
    let code = failure.code();
    let reason = failure.reason().map(|reason| t.code("refused", reason)).unwrap_or_default();
    let frame = visitor.frame(t.code("failure", code)).await;
    let page = FailurePage {
        frame: &frame,
        status: failure.status().as_u16(),
        hint: t.say(&format!("failure-{code}-hint")),
        reason,
        incident: incident.to_owned(),
    };
    (failure.status(), Html(render::page::write(&page))).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;
    use app::Trouble;
    use model::lang::Lang;
    use render::words::Speech;

    #[test]
    fn what_the_storage_did_not_take_has_its_status_its_way_out_and_its_words_on_a_page_and_on_a_form() {
        let name = || "x".to_owned();
        for (trouble, status, pause) in [
            (Trouble::Full, 507, None),
            (Trouble::ReadOnly(name()), 503, None),
            (Trouble::Busy, 503, Some(5)),
            (Trouble::Unreachable(name()), 503, Some(30)),
            (Trouble::Taken(name()), 409, None),
        ] {
            let failure = Failure::from(app::Error::from(trouble));
            assert!(render::page::failure::CODES.contains(&(failure.code(), status)), "{failure:?}");
            assert_eq!((failure.status().as_u16(), failure.pause()), (status, pause));
            let code = failure.code();
            let (problems, on_form) = failure.on_form().unwrap();
            assert_eq!((problems.0[0].field.as_str(), problems.0[0].code.as_ref()), ("", code));
            assert_eq!(on_form.as_u16(), status);
            for lang in Lang::ALL {
                let said = Speech::of(lang).problem(&problems.0[0]);
                assert_eq!(render::words::gaps(&said), Vec::<String>::new(), "{code}");
            }
        }
    }

    #[test]
    fn what_is_damaged_is_nobodys_to_settle_at_a_form() {
        let failure = Failure::from(app::Error::from(Trouble::Damaged("x".to_owned())));
        assert_eq!((failure.status().as_u16(), failure.code()), (500, "broken"));
        assert!(failure.on_form().is_err());
    }
}
