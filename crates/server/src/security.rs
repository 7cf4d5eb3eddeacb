//! What stands between the network and every handler: headers, bounds of size, time and number, other sites, panics.
//!
//! Refuses exceptions per page: a page that needs a looser policy is the wrong page.

use crate::config::Config;
use crate::error::{Failure, incident_number};
use crate::metrics;
use crate::state::Server;
use crate::typed::whole_body;
use axum::Router;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, Response, Uri, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response as Answer};
use axum::routing::MethodRouter;
use std::any::Any;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{NotForContentType, Predicate, SizeAbove};
use tower_http::csrf::CsrfLayer;
use tower_http::timeout::RequestBodyTimeoutLayer;

/// Requests that are worked on at once; more wait.
const AT_ONCE: usize = 256;
/// The longest pause between two parts of a body.
const PAUSE: Duration = Duration::from_secs(20);
/// How long the shortest body may take to arrive.
const READING: Duration = Duration::from_secs(20);
/// Bytes a second of a longer one, at least: a quarter of the slowest mobile network that is still sold.
const LEAST_PACE: u64 = 8192;
/// Bytes that are read of whom nobody knows yet: a name and a password.
pub const FROM_STRANGERS: usize = 16 * 1024;

/// The policy: everything from this node, nothing inline, no frames.
pub const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; \
    connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// Headers of every answer.
const HEADERS: &[(&str, &str)] = &[
    ("content-security-policy", POLICY),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()"),
];

/// Two years, as browsers ask.
const STRICT_TRANSPORT: &str = "max-age=63072000";

/// The layers whose refusals still need words: foreign hosts, other sites, panics, pauses.
pub fn inner(router: Router<Server>, server: &Server) -> Router<Server> {
    let other_sites = other_sites(&server.config);
    router.layer(
        ServiceBuilder::new()
            .layer(CatchPanicLayer::custom(caught))
            .layer(from_fn_with_state(server.clone(), own_host))
            .layer(other_sites)
            .layer(RequestBodyTimeoutLayer::new(PAUSE)),
    )
}

/// What one address lets through once its caller may come: a body of so many bytes, then its turn, within its time.
pub fn around(handler: MethodRouter<Server>, config: &Config, turns: &Turns, limit: usize) -> MethodRouter<Server> {
    let (long, turns) = (Duration::from_secs(config.request_timeout), turns.clone());
    handler
        .route_layer(from_fn(move |request, next| in_turn(turns.clone(), request, next)))
        .route_layer(from_fn(move |request, next| in_time(long, request, next)))
        .route_layer(from_fn(move |request, next| read_first(limit, request, next)))
        .route_layer(DefaultBodyLimit::max(limit))
}

/// Turns of the requests that are worked on at once. Cloning shares them.
#[derive(Clone)]
pub struct Turns(Arc<Semaphore>);

impl Default for Turns {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(AT_ONCE)))
    }
}

/// Waits for a turn; what waits has been read already.
async fn in_turn(turns: Turns, request: Request, next: Next) -> Answer {
    // Nobody closes the turns.
    let _turn = turns.0.acquire().await;
    next.run(request).await
}

/// Reads what is sent before a turn is taken, so that whoever sends slowly holds up nobody else.
async fn read_first(limit: usize, request: Request, next: Next) -> Answer {
    let deadline = READING + Duration::from_secs(limit as u64 / LEAST_PACE);
    let (parts, body) = request.into_parts();
    let whole = whole_body(Request::from_parts(parts.clone(), body), &());
    match tokio::time::timeout(deadline, whole).await {
        Ok(Ok(body)) => next.run(Request::from_parts(parts, Body::from(body))).await,
        Ok(Err(failure)) => failure.into_response(),
        Err(_) => Failure::TooSlow.into_response(),
    }
}

/// Refuses an address that leads here and is not ours, once it is known which is; this machine's own names, and what a
/// machine asks of the machine room, are always ours.
async fn own_host(State(server): State<Server>, request: Request, next: Next) -> Answer {
    let is_room = ["/health/", "/metrics"].iter().any(|room| request.uri().path().starts_with(room));
    if is_room || is_own(&server.config, &request) {
        next.run(request).await
    } else {
        Failure::WrongHost.into_response()
    }
}

fn is_own(config: &Config, request: &Request) -> bool {
    let Ok(public) = config.public_address.parse::<Uri>() else { return true };
    let said = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()?.parse().ok());
    let Some(asked) = request.uri().authority().cloned().or(said) else { return false };
    let here = ["localhost", "127.0.0.1", "[::1]"].contains(&asked.host());
    here || public.host().is_none_or(|host| host.eq_ignore_ascii_case(asked.host()))
}

/// The layers around everything, words included.
pub fn outer(router: Router<Server>, server: &Server) -> Router<Server> {
    let worth_it = SizeAbove::new(512)
        .and(NotForContentType::new("text/event-stream"))
        .and(NotForContentType::new("image/jpeg"))
        .and(NotForContentType::new("image/png"))
        .and(NotForContentType::new("application/pdf"));
    router
        .layer(CompressionLayer::new().compress_when(worth_it))
        .layer(from_fn_with_state(server.clone(), protect))
        .layer(from_fn_with_state(server.clone(), measure))
}

fn other_sites(config: &Config) -> CsrfLayer {
    let layer = CsrfLayer::new();
    if config.public_address.is_empty() {
        return layer;
    }
    // The address was checked when the configuration was read; one that is no origin trusts nobody more.
    layer.add_trusted_origin(config.origin()).unwrap_or_default()
}

/// A handler panicked: the story goes to the log, the reader gets its number.
#[expect(clippy::needless_pass_by_value, reason = "the layer hands the panic over")]
fn caught(panic: Box<dyn Any + Send>) -> Response<Body> {
    let told = panic.downcast_ref::<String>().map(String::as_str);
    let story = told.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no words");
    tracing::error!(story, "a handler panicked");
    Failure::Crashed(String::new()).into_response()
}

/// Addresses that take as long as they take: a stream of events ends by itself, a file with its last row.
const LONGER: [&str; 3] = ["/events", "/imports", "/import"];

/// Lets every other request take so long.
async fn in_time(long: Duration, request: Request, next: Next) -> Answer {
    let path = request.uri().path();
    if LONGER.iter().any(|end| path.ends_with(end)) {
        return next.run(request).await;
    }
    match tokio::time::timeout(long, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Failure::TooSlow.into_response(),
    }
}

/// Adds the headers, and keeps every answer out of caches that does not say otherwise.
async fn protect(State(server): State<Server>, request: Request, next: Next) -> Answer {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    if server.config.is_over_tls() {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(STRICT_TRANSPORT));
    }
    response
}

/// Numbers, logs and measures each request: the path as in the table, never a query, a name or a cookie.
async fn measure(State(server): State<Server>, request: Request, next: Next) -> Answer {
    let id = incident_number(&server);
    let method = request.method().clone();
    let path =
        request.extensions().get::<MatchedPath>().map_or_else(|| "-".to_owned(), |path| path.as_str().to_owned());
    let started = tokio::time::Instant::now();
    let mut response = next.run(request).await;
    let took = started.elapsed();
    metrics::note(method.as_str(), &path, response.status(), took);
    let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
    tracing::info!(request = id, %method, path, status = response.status().as_u16(), micros, "answered");
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(HeaderName::from_static("x-request-id"), id);
    }
    response
}
