//! One address: method, path, who may come, what it writes, and the handler.
//!
//! Refuses to stand anywhere but in the table of all addresses ([`crate::routes`]).

use crate::state::Server;
use axum::handler::Handler;
use axum::routing::{MethodFilter, MethodRouter, on};
use model::token::TokenScope;

/// Who may come to an address; what they may do there is for the verb to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Everybody.
    Anyone,
    /// A signed-in member; a guest is led to the sign-in page.
    Member,
    /// A key of the API with this scope; anybody else gets 401 or 403.
    Key(TokenScope),
    /// Whoever asks from this machine or with the token of the measurements.
    Operator,
}

/// Which rooms of the house an address belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wing {
    /// Read by people.
    Page,
    /// Read by software.
    Api,
    /// Neither.
    Plain,
}

/// One address.
pub struct Route {
    /// `GET`, `POST` or `PUT`.
    pub method: &'static str,
    /// The path with its `{parts}`.
    pub path: &'static str,
    /// Who may come.
    pub who: Who,
    /// The audit verb of what it writes; empty for what only reads.
    pub writes: &'static str,
    /// The page that a form stands on: where one reads on in another language, and comes back to after signing in.
    pub page: &'static str,
    /// Its wing.
    pub wing: Wing,
    /// Whether it takes bodies as large as a file.
    pub upload: bool,
    /// What answers.
    pub handler: MethodRouter<Server>,
}

impl Route {
    /// The same address for bodies as large as a file.
    #[must_use]
    pub fn upload(mut self) -> Self {
        self.upload = true;
        self
    }

    /// The same form, standing on a page of another address than the one it is sent to.
    #[must_use]
    pub fn on(mut self, page: &'static str) -> Self {
        self.page = page;
        self
    }
}

fn route<H, T>(
    wing: Wing,
    method: &'static str,
    path: &'static str,
    who: Who,
    writes: &'static str,
    handler: H,
) -> Route
where
    H: Handler<T, Server>,
    T: 'static,
{
    let filter = match method {
        "POST" => MethodFilter::POST,
        "PUT" => MethodFilter::PUT,
        _ => MethodFilter::GET,
    };
    Route { method, path, who, writes, page: path, wing, upload: false, handler: on(filter, handler) }
}

/// A page that is read.
pub fn page<H: Handler<T, Server>, T: 'static>(path: &'static str, who: Who, handler: H) -> Route {
    route(Wing::Page, "GET", path, who, "", handler)
}

/// A form that is sent; `writes` is the audit verb.
pub fn form<H: Handler<T, Server>, T: 'static>(
    path: &'static str,
    who: Who,
    writes: &'static str,
    handler: H,
) -> Route {
    route(Wing::Page, "POST", path, who, writes, handler)
}

/// An address of the API.
pub fn api<H: Handler<T, Server>, T: 'static>(
    method: &'static str,
    path: &'static str,
    who: Who,
    writes: &'static str,
    handler: H,
) -> Route {
    route(Wing::Api, method, path, who, writes, handler)
}

/// Something that is neither page nor API.
pub fn plain<H: Handler<T, Server>, T: 'static>(path: &'static str, who: Who, handler: H) -> Route {
    route(Wing::Plain, "GET", path, who, "", handler)
}
