//! The catalogue: substances, units, conversion tables, countries and regions.
//!
//! Refuses writing: what ships with the program is not changed by its users.

use crate::error::{Answer, Failure};
use crate::typed::Asked;
use crate::visitor::SignedIn;
use axum::extract::Path;
use axum::response::{Html, IntoResponse};
use model::catalogue::{Country, Substance};
use model::jurisdiction::Jurisdiction;
use render::frame::{Frame, Room};
use render::page::catalogue::{CataloguePage, SubstancePage};
use render::page::control_status::turns;
use render::page::write;

async fn frame(visitor: &SignedIn, title: String) -> Frame {
    let mut frame = visitor.frame(title).await;
    frame.room = Some(Room::Catalogue);
    frame
}

/// `GET /catalogue` and `GET /catalogue/substances`.
pub async fn substances(visitor: SignedIn, Asked(asked): Asked) -> Answer {
    let frame = frame(&visitor, visitor.t.say("frame-room-catalogue")).await;
    Ok(Html(write(&CataloguePage::substances(&frame, &asked))).into_response())
}

/// `GET /catalogue/units`.
pub async fn units(visitor: SignedIn) -> Answer {
    let frame = frame(&visitor, visitor.t.say("catalogue-units")).await;
    Ok(Html(write(&CataloguePage::units(&frame))).into_response())
}

/// `GET /catalogue/conversions`.
pub async fn conversions(visitor: SignedIn) -> Answer {
    let frame = frame(&visitor, visitor.t.say("catalogue-conversions")).await;
    Ok(Html(write(&CataloguePage::conversions(&frame))).into_response())
}

/// `GET /catalogue/places`.
pub async fn places(visitor: SignedIn) -> Answer {
    let frame = frame(&visitor, visitor.t.say("catalogue-places")).await;
    Ok(Html(write(&CataloguePage::places(&frame))).into_response())
}

/// `GET /catalogue/substances/{key}`.
pub async fn substance(visitor: SignedIn, Path(key): Path<String>) -> Answer {
    let one = Substance::by_key(&key).ok_or(Failure::App(app::Error::NotFound))?;
    let frame = frame(&visitor, one.names.say(visitor.lang).to_owned()).await;
    let book = app::control_status::book(&visitor.cx, std::slice::from_ref(&one.key)).await?;
    let codes = ["UN"].into_iter().chain(Country::reflex().map(|country| country.code.as_str()));
    let all: Vec<Jurisdiction> = codes.filter_map(|code| Jurisdiction::read("", code).ok()).collect();
    let law = turns(visitor.t, &book, &one.key, &all, None);
    Ok(Html(write(&SubstancePage::new(&frame, one, law))).into_response())
}
