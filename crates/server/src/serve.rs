//! Listening: connections with bounds on how slowly they may speak and hear, and an end that lets work under way finish.
//!
//! Refuses to drop what was accepted: after the signal to stop, requests under way have ten seconds. Refuses HTTP/2: a
//! browser speaks it over TLS only, which ends at the proxy. What is no request at all (400) or has a head too large (431)
//! hyper answers by itself, without a body and without the headers that every page carries: there is nothing in it to guard.

use crate::crowd::{Crowd, PER_ADDRESS, Seat, Sending};
use crate::patience::Patient;
use crate::state::Server;
use app::App;
use axum::Router;
use axum::extract::ConnectInfo;
use axum::extract::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1::Builder;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::time::MissedTickBehavior;
use tower::ServiceExt;

/// How long the head of a request may take to arrive, and an idle connection to stay.
const HEAD: Duration = Duration::from_secs(15);
/// How long requests under way may take after the signal to stop.
const DRAIN: Duration = Duration::from_secs(10);
/// A pause after a failed accept (too many open files), so that the loop does not spin.
const BREATH: Duration = Duration::from_millis(100);
/// Between two rounds of upkeep.
const HOUR: Duration = Duration::from_hours(1);

/// Serves until `stop` resolves, then drains.
pub async fn serve(listener: TcpListener, server: Server, stop: impl Future<Output = ()>) -> io::Result<()> {
    serve_within(HEAD, listener, server, stop).await
}

/// The same, where the head of a request may take `head` to arrive.
pub async fn serve_within(
    head: Duration,
    listener: TcpListener,
    server: Server,
    stop: impl Future<Output = ()>,
) -> io::Result<()> {
    let router = crate::router::router(&server);
    let graceful = GracefulShutdown::new();
    // Behind a proxy everybody comes from its address.
    let crowd = Crowd::new(if server.config.public_address.is_empty() { PER_ADDRESS } else { usize::MAX });
    let upkeep = tokio::spawn(upkeep(server.app.clone()));
    let mail = tokio::spawn(crate::mail::run(server.clone()));
    let mut stop = std::pin::pin!(stop);
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, peer)) => {
                    if let Some(seat) = crowd.admit(peer.ip()) {
                        tokio::spawn(connection((stream, peer), head, seat, router.clone(), &graceful));
                    }
                }
                Err(error) => {
                    tracing::warn!(%error, "a connection was not accepted");
                    tokio::time::sleep(BREATH).await;
                }
            },
            () = &mut stop => break,
        }
    }
    drop(listener);
    upkeep.abort();
    mail.abort();
    tracing::info!("stopping");
    server.live.end_all();
    if tokio::time::timeout(DRAIN, graceful.shutdown()).await.is_err() {
        tracing::warn!("stopped with requests under way");
    }
    Ok(())
}

/// Removes what has had its time, at the start and then every hour.
async fn upkeep(app: App) {
    let mut hours = tokio::time::interval(HOUR);
    hours.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        hours.tick().await;
        match app::upkeep::sweep(&app).await {
            Ok(swept) => tracing::debug!(?swept, "swept"),
            Err(error) => tracing::warn!(%error, "nothing was swept"),
        }
    }
}

/// One connection, told when the server stops and when it is to make room.
fn connection(
    (stream, peer): (TcpStream, SocketAddr),
    head: Duration,
    seat: Arc<Seat>,
    router: Router,
    graceful: &GracefulShutdown,
) -> impl Future<Output = ()> + Send + 'static {
    let asked = Arc::clone(&seat);
    let service = hyper::service::service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(ConnectInfo(peer));
        let (router, ask) = (router.clone(), asked.ask());
        async move {
            let answer =
                router.oneshot(request.map(axum::body::Body::new)).await.unwrap_or_else(|never| match never {});
            Ok::<_, Infallible>(answer.map(|body| Sending::new(body, ask)))
        }
    });
    let mut builder = Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(head).max_buf_size(64 * 1024);
    let serving = builder.serve_connection(TokioIo::new(Patient::new(stream)), service);
    let watched = graceful.watch(serving);
    async move {
        tokio::select! {
            ended = watched => if let Err(error) = ended {
                tracing::debug!(%error, "a connection ended early");
            },
            () = seat.leave() => tracing::debug!("a connection made room"),
        }
    }
}

/// Resolves when the process is asked to stop.
pub async fn signal() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}
