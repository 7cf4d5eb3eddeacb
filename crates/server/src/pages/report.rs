//! The report of an operation: a page with its inputs in parts, and documents to keep.
//!
//! Refuses to write a document of its own: page, API and command line give the same bytes.

use crate::api::report::{Format, answer};
use crate::error::Answer;
use crate::filter;
use crate::frame::address_of;
use crate::pages::overview::{agencies, status_of};
use crate::typed::{Asked, Typed};
use crate::visitor::SignedIn;
use axum::extract::Path;
use axum::response::{Html, IntoResponse};
use render::frame::Room;
use render::page::overview::Sight;
use render::page::report::{INPUTS, ReportPage};
use render::page::write;

/// `GET /operations/{code}/report`.
pub async fn show(visitor: SignedIn, Path(code): Path<String>, Asked(asked): Asked) -> Answer {
    let (filter, problems) = filter::on_page(&visitor.cx, &asked).await?;
    let skip = asked.get("skip").parse().unwrap_or_default();
    let report = app::report::part(&visitor.cx, &code, &filter, skip, INPUTS).await?;
    let seen = app::operation::get(&visitor.cx, &code).await?;
    let agencies = agencies(&visitor, &seen).await?;
    let frame = visitor.frame_in(visitor.t.say("frame-room-report"), Room::Report, seen.operation()).await;
    let address = address_of(seen.operation());
    let sight = Sight { address: &address, agencies: &agencies, may_submit: false, problems: &problems };
    let page = Html(write(&ReportPage::new(&frame, &report, sight, skip)));
    Ok((status_of(&problems), page).into_response())
}

/// `GET /operations/{code}/report.html`.
pub async fn html(visitor: SignedIn, Path(code): Path<String>, Asked(asked): Asked) -> Answer {
    document(&visitor, &code, &asked, Format::Html).await
}

/// `GET /operations/{code}/report.xlsx`.
pub async fn xlsx(visitor: SignedIn, Path(code): Path<String>, Asked(asked): Asked) -> Answer {
    document(&visitor, &code, &asked, Format::Xlsx).await
}

/// `GET /operations/{code}/report.json`.
pub async fn json(visitor: SignedIn, Path(code): Path<String>, Asked(asked): Asked) -> Answer {
    document(&visitor, &code, &asked, Format::Json).await
}

async fn document(visitor: &SignedIn, code: &str, asked: &Typed, format: Format) -> Answer {
    // A document goes out of the house: with a filter that was not understood it is not made at all.
    let (filter, problems) = filter::on_page(&visitor.cx, asked).await?;
    let report = app::report::get(&visitor.cx, code, &problems.or(Some(filter))?).await?;
    Ok(answer(report, visitor.lang, format).await?)
}
