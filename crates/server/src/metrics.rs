//! Health and measurements: numbers of requests and their times, never what was in them.
//!
//! Refuses the world: the measurements answer to this machine, or to whoever has their token.

use crate::error::Failure;
use crate::state::Server;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use metrics_exporter_prometheus::{BuildError, PrometheusBuilder, PrometheusHandle};
use std::net::SocketAddr;
use std::time::Duration;

/// Upper bounds of the time classes, seconds.
const CLASSES: [f64; 11] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0, 30.0];

/// How long the database may take to answer whether it is there.
const PATIENCE: Duration = Duration::from_secs(2);

/// What is measured. Cloning shares it.
#[derive(Clone)]
pub struct Metrics {
    handle: PrometheusHandle,
}

impl Metrics {
    /// Measures this process, once.
    pub fn install() -> Result<Self, BuildError> {
        let handle = PrometheusBuilder::new().set_buckets(&CLASSES)?.install_recorder()?;
        Ok(Self { handle })
    }

    /// Measures nothing: for tests and for commands that serve nobody.
    pub fn idle() -> Self {
        Self { handle: PrometheusBuilder::new().build_recorder().handle() }
    }
}

/// Counts one answered request.
pub fn note(method: &str, path: &str, status: StatusCode, took: Duration) {
    let labels = [("method", method.to_owned()), ("path", path.to_owned())];
    let status = status.as_u16().to_string();
    metrics::counter!("reflex_requests_total", "method" => method.to_owned(), "path" => path.to_owned(), "status" => status)
        .increment(1);
    metrics::histogram!("reflex_request_seconds", &labels).record(took.as_secs_f64());
}

/// `GET /health/live`: the process answers.
pub async fn alive() -> &'static str {
    "alive\n"
}

/// `GET /health/ready`: the database answers too, before whoever asks loses patience.
pub async fn ready(State(server): State<Server>) -> Response {
    match tokio::time::timeout(PATIENCE, server.app.check_health()).await {
        Ok(Ok(())) => return "ready\n".into_response(),
        Ok(Err(error)) => tracing::warn!(%error, "not ready"),
        Err(_) => tracing::warn!("not ready: the database does not answer"),
    }
    let kind = [(header::CONTENT_TYPE, "application/problem+json")];
    let said = r#"{"type":"about:blank","title":"not ready","status":503}"#;
    (StatusCode::SERVICE_UNAVAILABLE, kind, said).into_response()
}

/// `GET /metrics`: in the text format of Prometheus.
pub async fn show(State(server): State<Server>) -> Response {
    server.metrics.handle.run_upkeep();
    let text = server.metrics.handle.render();
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text).into_response()
}

/// Lets pass who asks from this machine without a proxy between, or with the token; to others there is nothing here.
pub async fn operators_only(State(server): State<Server>, request: Request, next: Next) -> Response {
    let headers = request.headers();
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    let forwarded = ["forwarded", "x-forwarded-for", "x-real-ip", "via"].iter().any(|name| headers.contains_key(*name));
    let local = peer.is_some_and(|peer| peer.0.ip().is_loopback()) && !forwarded;
    let given = headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.strip_prefix("Bearer "));
    let token = server.config.metrics_token.as_deref();
    let known = given.zip(token).is_some_and(|(given, token)| same(given, token));
    if local || known { next.run(request).await } else { Failure::App(app::Error::NotFound).into_response() }
}

/// Compares hashes, so that the time it takes says nothing about the token.
fn same(given: &str, token: &str) -> bool {
    use model::wire::v1::hash;
    !token.is_empty() && hash(given) == hash(token)
}
