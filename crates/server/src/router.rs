//! The router of all addresses: each guarded by who may come to it, the whole wrapped in what holds for every answer.
//!
//! Refuses an address that is not in the table ([`crate::routes`]).

use crate::error::{Failure, speak};
use crate::route::{Route, Who, Wing};
use crate::routes::routes;
use crate::security::{FROM_STRANGERS, Turns};
use crate::state::Server;
use crate::{api, metrics, security, visitor};
use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::MethodRouter;

/// The router of the whole table, guarded and wrapped.
pub fn router(server: &Server) -> Router {
    let turns = Turns::default();
    let [pages, api, plain] = [Wing::Page, Wing::Api, Wing::Plain].map(|wing| {
        let of_wing = routes().into_iter().filter(|route| route.wing == wing);
        of_wing.fold(Router::new(), |router, route| router.route(route.path, guarded(server, &turns, route)))
    });
    let pages = pages.layer(from_fn_with_state(server.clone(), visitor::attend));
    let all = pages
        .merge(api)
        .merge(plain)
        .method_not_allowed_fallback(async || Failure::WrongMethod)
        .fallback_service(fallback(server));
    let all = security::inner(all, server);
    let all = all.layer(from_fn_with_state(server.clone(), speak));
    security::outer(all, server).with_state(server.clone())
}

/// What answers where nothing stands: "not found", to a member with the way to every room.
fn fallback(server: &Server) -> Router {
    let missing = async || Failure::App(app::Error::NotFound);
    Router::new().fallback(missing).layer(from_fn_with_state(server.clone(), visitor::attend))
}

fn guarded(server: &Server, turns: &Turns, route: Route) -> MethodRouter<Server> {
    let limit = match route.who {
        _ if route.upload => server.config.upload_limit,
        Who::Anyone => FROM_STRANGERS,
        Who::Member | Who::Key(_) | Who::Operator => server.config.body_limit,
    };
    let handler = security::around(route.handler, &server.config, turns, limit);
    match route.who {
        Who::Anyone => handler,
        Who::Member => handler.route_layer(from_fn(visitor::members_only)),
        Who::Key(scope) => handler.route_layer(from_fn_with_state((server.clone(), scope), api::key::keys_only)),
        Who::Operator => handler.route_layer(from_fn_with_state(server.clone(), metrics::operators_only)),
    }
}
