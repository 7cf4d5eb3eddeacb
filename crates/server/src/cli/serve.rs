//! `reflex serve`: pages and API until a signal to stop.

use super::failure::Failure;
use super::init::has_administrator;
use super::node;
use super::out::Out;
use crate::config::Config;
use crate::metrics::Metrics;
use crate::serve;
use crate::state::Server;
use app::App;
use clap::Args;
use std::io::ErrorKind;
use tokio::net::TcpListener;

/// Options of `reflex serve`.
#[derive(Args)]
pub struct Serve {}

impl Serve {
    /// Serves.
    pub async fn run(&self, config: Config, out: Out) -> Result<(), Failure> {
        let listener = listen(&config).await?;
        let app = node::open(&config).await?;
        if !has_administrator(&app).await? {
            let folder = config.data.display();
            return Err(Failure::Refused(format!(
                "nobody could sign in: the node in {folder} has no administrator. Way out: `reflex --data {folder} init`"
            )));
        }
        run(app, config, listener, out).await
    }
}

/// Takes the address, before anything slow is done.
pub async fn listen(config: &Config) -> Result<TcpListener, Failure> {
    let address = config.listen;
    TcpListener::bind(address).await.map_err(|error| {
        Failure::Broken(match error.kind() {
            ErrorKind::AddrInUse => {
                let next = address.port().checked_add(1).unwrap_or(8080);
                format!("{address} is taken by another program. Way out: stop it, or choose another port with --listen {}:{next}", address.ip())
            }
            ErrorKind::PermissionDenied => format!("{address} may not be used: ports under 1024 belong to the system. Way out: --listen with a port from 1024, behind a reverse proxy"),
            ErrorKind::AddrNotAvailable => format!("{address} is not an address of this machine. Way out: --listen 127.0.0.1:{}", address.port()),
            _ => format!("{address}: {error}"),
        })
    })
}

/// Serves an open node.
pub async fn run(app: App, config: Config, listener: TcpListener, out: Out) -> Result<(), Failure> {
    let metrics = Metrics::install().map_err(|error| Failure::Broken(error.to_string()))?;
    let address = listener.local_addr().map_or(config.listen, |address| address);
    let origin = if config.public_address.is_empty() { format!("http://{address}") } else { config.origin() };
    out.tell(&format!("Reflex is at {origin}  (stop with Ctrl-C)"));
    tracing::info!(%address, origin, node = app.node().id, "serving");
    let served = serve::serve(listener, Server::new(app.clone(), config, metrics), serve::signal()).await;
    app.close().await;
    served.map_err(|error| Failure::Broken(error.to_string()))
}
