//! What every handler is handed: the node, its configuration, and who watches it.
//!
//! Refuses to hold anything that a restart may not lose: what must last is in the database.

use crate::api::bounds::Bounds;
use crate::config::Config;
use crate::live::Live;
use crate::metrics::Metrics;
use app::App;
use std::sync::Arc;

/// The running server. Cloning shares it.
#[derive(Clone)]
pub struct Server {
    /// The verbs.
    pub app: App,
    /// How it was set up.
    pub config: Arc<Config>,
    /// Who watches operations, and whether the server is stopping.
    pub live: Live,
    /// How fast each key of the API may ask.
    pub bounds: Bounds,
    /// What is measured.
    pub metrics: Metrics,
}

impl Server {
    /// A server for an open node.
    pub fn new(app: App, config: Config, metrics: Metrics) -> Self {
        Self { app, config: Arc::new(config), live: Live::default(), bounds: Bounds::default(), metrics }
    }
}
