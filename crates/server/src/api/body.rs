//! A JSON body: one draft of the model, read strictly.
//!
//! Refuses text that is not UTF-8, and what does not fit the draft's shape ([`crate::api::json`]); repeats the write of a
//! request that came before with the same `Idempotency-Key`.

use crate::api::json::{self, Shaped};
use crate::api::key::Key;
use crate::error::Failure;
use crate::state::Server;
use crate::typed::whole_body;
use app::Cx;
use app::idempotency::{Turn, turn};
use axum::body::Bytes;
use axum::extract::{FromRequest, OptionalFromRequest, Request};
use axum::http::{HeaderMap, Method, Uri, header};
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use model::id::RecordId;
use model::wire::v1::hash;

/// A body that was read, with what makes the request known when it comes again.
pub struct Body<T> {
    /// The draft.
    pub draft: T,
    once: Once,
}

/// What became of a request that may come twice.
pub enum Written<T> {
    /// It was written now.
    Now(T),
    /// It came before, and made this record.
    Before(RecordId),
}

/// The idempotency key of a request and what the request says.
struct Once {
    key: Option<String>,
    request_hash: String,
}

impl<T: Shaped> FromRequest<Server> for Body<T> {
    type Rejection = Failure;
    async fn from_request(request: Request, server: &Server) -> Result<Self, Failure> {
        if !is_json(request.headers()) {
            return Err(Failure::WrongMedia);
        }
        let (once, bytes) = read_once(request, server).await?;
        parse(once, &bytes)
    }
}

/// A body that may be left out.
impl<T: Shaped> OptionalFromRequest<Server> for Body<T> {
    type Rejection = Failure;
    async fn from_request(request: Request, server: &Server) -> Result<Option<Self>, Failure> {
        let is_json = is_json(request.headers());
        let (once, bytes) = read_once(request, server).await?;
        match (bytes.is_empty(), is_json) {
            (true, _) => Ok(None),
            (false, true) => parse(once, &bytes).map(Some),
            (false, false) => Err(Failure::WrongMedia),
        }
    }
}

fn parse<T: Shaped>(once: Once, bytes: &[u8]) -> Result<Body<T>, Failure> {
    let text = std::str::from_utf8(bytes).map_err(|_| Failure::BrokenText)?;
    Ok(Body { draft: json::read(text)?, once })
}

impl<T> Body<T> {
    /// Writes what the request asks for, or finds what it made before.
    pub async fn once<W>(
        &self,
        key: &Key,
        write: impl AsyncFnOnce(Box<Cx>) -> app::Result<W>,
    ) -> Result<Written<W>, Failure> {
        let cx = match self.once.turn(&key.cx).await? {
            Turn::Again(id) => return Ok(Written::Before(id)),
            Turn::First(cx) => cx,
        };
        match write(cx).await {
            // The same request came at the same moment and was first: its answer is the answer of both.
            Err(error) if error.is_taken() => match self.once.turn(&key.cx).await? {
                Turn::Again(id) => Ok(Written::Before(id)),
                Turn::First(_) => Err(error.into()),
            },
            written => Ok(Written::Now(written?)),
        }
    }
}

/// The bytes of a request, and what makes it known when it comes again.
async fn read_once(request: Request, server: &Server) -> Result<(Once, Bytes), Failure> {
    let key = request.headers().get("idempotency-key").map(|key| key.to_str().unwrap_or_default().to_owned());
    let (method, uri) = (request.method().clone(), request.uri().clone());
    let bytes = whole_body(request, server).await?;
    let request_hash = if key.is_some() { request_hash(&method, &uri, &bytes) } else { String::new() };
    Ok((Once { key, request_hash }, bytes))
}

impl Once {
    async fn turn(&self, cx: &Cx) -> Result<Turn, Failure> {
        match &self.key {
            Some(key) => Ok(turn(cx, key, &self.request_hash).await?),
            None => Ok(Turn::First(Box::new(cx.clone()))),
        }
    }
}

fn request_hash(method: &Method, uri: &Uri, bytes: &[u8]) -> String {
    hash(&format!("{method} {} {}", uri.path(), STANDARD_NO_PAD.encode(bytes)))
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}
