//! Administration's index.
//!
//! Refuses to show doors that the member may not open.

use crate::error::{Answer, Failure};
use crate::visitor::SignedIn;
use axum::response::{Html, IntoResponse};
use model::permission::{Action, Reach, reach};
use render::frame::{Frame, Room};
use render::page::node::NodePage;
use render::page::write;

/// The frame of a page of administration.
pub async fn frame(visitor: &SignedIn, key: &str) -> Frame {
    let mut frame = visitor.frame(visitor.t.say(key)).await;
    frame.room = Some(Room::Administration);
    frame
}

/// Refuses who may never do `action`, whatever the record.
pub fn must_reach(visitor: &SignedIn, action: Action) -> Result<(), Failure> {
    if reach(visitor.member.role, action) == Reach::No {
        return Err(app::Error::NotFound.into());
    }
    Ok(())
}

/// `GET /administration`.
pub async fn show(visitor: SignedIn) -> Answer {
    let frame = frame(&visitor, "frame-room-administration").await;
    Ok(Html(write(&NodePage::new(&frame, visitor.cx.app.node(), visitor.member.role))).into_response())
}
