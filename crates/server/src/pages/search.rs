//! Search over everything the visitor may see, from an operation.
//!
//! Refuses to search for a noun that does not exist: it shows all instead.

use crate::error::Answer;
use crate::typed::Asked;
use crate::visitor::SignedIn;
use app::search::{Sought, search};
use axum::extract::Path;
use axum::response::{Html, IntoResponse};
use model::problem::Problems;
use model::record::Kind;
use render::frame::Room;
use render::html::with_query;
use render::page::search::{Group, Hit, SearchPage};
use render::page::write;

/// Letters of a question that are looked at.
const LONGEST: usize = 200;

/// `GET /operations/{code}/search`.
pub async fn show(visitor: SignedIn, Path(code): Path<String>, Asked(asked): Asked) -> Answer {
    let sought = Sought {
        words: asked.get("q").chars().take(LONGEST).collect(),
        kind: Kind::parse(asked.get("kind")),
        everywhere: asked.get("all") == "1",
        after: asked.get("after").parse().ok(),
    };
    let found = search(&visitor.cx, &code, &sought).await?;
    let operation = found.seen.operation();
    let mut frame = visitor.frame_in(visitor.t.say("search-title"), Room::Overview, operation).await;
    frame.room = None;
    frame.tabs.clear();
    let groups: Vec<Group> = found.groups.into_iter().map(group).collect();
    let next = found.next.map(|last| with_query(&frame.address, "after", last.as_str()));
    let none = Problems::none();
    let page = SearchPage::new(&frame, operation, &groups, found.total, next.as_deref(), (&asked, &none));
    Ok(Html(write(&page)).into_response())
}

fn group(found: app::search::Group) -> Group {
    let hit = |hit: app::search::Hit| Hit {
        id: hit.id,
        kind: hit.kind,
        about: hit.about,
        operation: hit.operation,
        owner: hit.owner,
        title: hit.title,
        day: hit.day,
        changed: hit.changed,
    };
    Group {
        kind: found.kind,
        operation: found.operation,
        count: found.count,
        hits: found.hits.into_iter().map(hit).collect(),
    }
}
