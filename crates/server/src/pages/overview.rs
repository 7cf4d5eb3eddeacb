//! The operations page.
//!
//! Refuses to compute: figures come from one verb, through the reader's eyes.

use crate::error::Answer;
use crate::filter;
use crate::frame::address_of;
use crate::typed::Asked;
use crate::visitor::SignedIn;
use app::operation::Seen;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use model::agency::Agency;
use model::permission::Action;
use model::problem::Problems;
use model::stage::Work;
use render::frame::Room;
use render::page::overview::{OverviewPage, Sight};
use render::page::write;

/// `GET /operations/{code}`.
pub async fn show(visitor: SignedIn, Path(code): Path<String>, Asked(asked): Asked) -> Answer {
    let (filter, problems) = filter::on_page(&visitor.cx, &asked).await?;
    let overview = app::overview::get(&visitor.cx, &code, &filter).await?;
    let seen = app::operation::get(&visitor.cx, &code).await?;
    let agencies = agencies(&visitor, &seen).await?;
    let mut frame = visitor.frame_in(visitor.t.say("frame-room-overview"), Room::Overview, seen.operation()).await;
    frame.modules = vec!["live.mjs"];
    let address = address_of(seen.operation());
    let sight =
        Sight { address: &address, agencies: &agencies, may_submit: may_submit(&visitor, &seen), problems: &problems };
    let page = Html(write(&OverviewPage::new(&frame, &overview, sight)));
    Ok((status_of(&problems), page).into_response())
}

/// A page whose address could not be read whole is shown all the same, and says so.
pub fn status_of(problems: &Problems) -> StatusCode {
    if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }
}

/// The agencies of those who take part.
pub async fn agencies(visitor: &SignedIn, seen: &Seen) -> Answer<Vec<Agency>> {
    let takes_part = seen.operation().participants();
    let mut all = app::agency::list(&visitor.cx).await?;
    all.retain(|agency| takes_part.contains(&agency.participant));
    Ok(all)
}

fn may_submit(visitor: &SignedIn, seen: &Seen) -> bool {
    let today = visitor.cx.now().day();
    let open = [Work::Report, Work::ReportLate].iter().any(|work| seen.operation().is_open_for(*work, today));
    open && seen.may.contains(&Action::Submit)
}
