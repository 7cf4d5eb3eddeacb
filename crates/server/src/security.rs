//! What stands between the network and every handler: headers, bounds of size, time and number, other sites, panics.
//!
//! Refuses exceptions per page: a page that needs a looser policy is the wrong page.

use crate::config::Config;
use crate::error::{Failure, incident_number};
use crate::metrics;
use crate::state::Server;
use axum::Router;
use axum::body::Body;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, Response, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response as Answer};
use std::any::Any;
use std::time::Duration;
use tower::ServiceBuilder;
use tower::limit::GlobalConcurrencyLimitLayer;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{NotForContentType, Predicate, SizeAbove};
use tower_http::csrf::CsrfLayer;
use tower_http::timeout::RequestBodyTimeoutLayer;

/// Requests that are worked on at once; more wait.
const AT_ONCE: usize = 256;
/// The longest pause between two parts of a body.
const PAUSE: Duration = Duration::from_secs(20);

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

/// The layers whose refusals still need words: other sites, panics, time, number.
pub fn inner(router: Router<Server>, config: &Config) -> Router<Server> {
    let other_sites = other_sites(config);
    let long = Duration::from_secs(config.request_timeout);
    router.layer(
        ServiceBuilder::new()
            .layer(CatchPanicLayer::custom(caught))
            .layer(from_fn(move |request, next| in_time(long, request, next)))
            .layer(other_sites)
            .layer(GlobalConcurrencyLimitLayer::new(AT_ONCE))
            .layer(RequestBodyTimeoutLayer::new(PAUSE)),
    )
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

/// Lets a request take so long; a stream of events ends by itself.
async fn in_time(long: Duration, request: Request, next: Next) -> Answer {
    let takes_longer = request.uri().path().ends_with("/events") || request.uri().path().ends_with("/imports");
    if takes_longer {
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
