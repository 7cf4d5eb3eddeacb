//! Meetings: the list, one with its calendar file and its minutes; planned, changed, recorded.
//!
//! Refuses to lose what was typed, and persons in what leaves the house.

use crate::error::{Answer, Failure};
use crate::pages::operation::revision;
use crate::pages::pick::{self, FEW, pick, seeks};
use crate::pages::plan::step::reasoned;
use crate::pages::recommendation::lines;
use crate::pages::shared::{lines as related_lines, retraction, with_reason};
use crate::session::redirect_with;
use crate::state::Server;
use crate::typed::record_id;
use crate::typed::{Asked, Posted, Typed, Uploaded, base as base_of, read};
use crate::visitor::SignedIn;
use app::record::Found;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse};
use model::catalogue::country::Country;
use model::id::RecordId;
use model::meeting::{Meeting, MeetingDraft, MeetingStatus, MinutesDraft};
use model::operation::Operation;
use model::permission::Action;
use model::problem::{Problem, Problems};
use model::record::State as Stands;
use render::frame::{FlashKind, Room};
use render::page::meeting::{MeetingPage, MeetingsPage, Shown, Ways, address, minutes as document};
use render::page::meeting_form::{meeting_form, minutes_form, typed_meeting, typed_minutes};
use render::page::picker::Offers;
use render::page::recommendation_form::Filled;
use render::page::sheet_form::Faster;
use render::page::write;

/// Meetings on a page.
const ROWS: usize = 50;

/// `GET /operations/{code}/meetings`.
pub async fn list(visitor: SignedIn, Path(code): Path<String>, Asked(asked): Asked) -> Answer {
    let status = MeetingStatus::parse(asked.get("status"));
    let unknown = |field: &str| Problem::new(field, "code-unknown").with("text", asked.get(field));
    if status.is_none() && !asked.get("status").is_empty() {
        return Err(unknown("status").into());
    }
    let after = Some(asked.get("after")).filter(|after| !after.is_empty());
    let after = after.map(|after| after.parse::<RecordId>().map_err(|_| unknown("after"))).transpose()?;
    let limit = u32::try_from(ROWS + 1).unwrap_or(u32::MAX);
    let (seen, mut all, count) = app::meeting::list(&visitor.cx, &code, status, after, limit).await?;
    let next = all.get(ROWS).map(|_| all[ROWS - 1].header.id.clone());
    all.truncate(ROWS);
    let frame = visitor.frame_in(visitor.t.say("meeting-list"), Room::Plan, seen.operation()).await;
    let may = seen.may.contains(&Action::Coordinate) && !seen.operation().is_closed();
    let page = MeetingsPage::new(&frame, seen.operation(), &all, count, asked.get("status"), next.as_ref(), may);
    Ok(Html(write(&page)).into_response())
}

/// `GET /meetings/{id}`.
pub async fn show(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    let (found, recommendations) = app::meeting::get(&visitor.cx, &record_id(&id)?).await?;
    let participants = app::participant::list(&visitor.cx).await?;
    let title = found.record.content.title.say(visitor.lang).to_owned();
    let mut frame = visitor.frame_in(title, Room::Plan, found.seen.operation()).await;
    frame.stand_under("meetings");
    let aside = app::meeting::aside(&visitor.cx, &found).await?;
    let papers = related_lines(aside.papers);
    let shown = Shown {
        record: &found.record,
        operation: found.seen.operation(),
        participants: &participants,
        recommendations: &recommendations,
        papers: &papers,
        files: &aside.files,
        own: own_clock(&visitor),
    };
    let ways = Ways {
        change: may_change(&found),
        cancel: may_cancel(&found),
        recommend: found.seen.may.contains(&Action::Coordinate),
    };
    let page = MeetingPage::new(&frame, shown, ways);
    Ok(Html(write(&page)).into_response())
}

/// The reader's country and its zone.
fn own_clock(visitor: &SignedIn) -> Option<(&'static str, &'static str)> {
    let country = Country::by_code(visitor.member.participant.as_str())?;
    country.zone.as_deref().map(|zone| (country.names.say(visitor.lang), zone))
}

fn may_change(found: &Found<Meeting>) -> bool {
    let own = found.may.contains(&Action::Revise) && found.seen.may.contains(&Action::Coordinate);
    own && found.record.header.state != Stands::Retracted && !found.seen.operation().is_closed()
}

fn may_cancel(found: &Found<Meeting>) -> bool {
    may_change(found) && found.record.content.status == MeetingStatus::Planned
}

/// `GET /meetings/{id}/minutes.html`.
pub async fn minutes(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    let (found, recommendations) = app::meeting::get(&visitor.cx, &record_id(&id)?).await?;
    let participants = app::participant::list(&visitor.cx).await?;
    let aside = app::meeting::aside(&visitor.cx, &found).await?;
    let papers = related_lines(aside.papers);
    let shown = Shown {
        record: &found.record,
        operation: found.seen.operation(),
        participants: &participants,
        recommendations: &recommendations,
        papers: &papers,
        files: &aside.files,
        own: own_clock(&visitor),
    };
    Ok(Html(document(visitor.t, shown)).into_response())
}

/// `GET /meetings/{id}/invitation.ics`.
pub async fn invitation(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    let (found, _) = app::meeting::get(&visitor.cx, &record_id(&id)?).await?;
    let file = render::calendar::invitation(visitor.t, &found.record);
    let name = format!("attachment; filename=\"{}.ics\"", found.record.header.id);
    let kind = "text/calendar; charset=utf-8; method=PUBLISH".to_owned();
    Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, name)], file).into_response())
}

/// `GET /operations/{code}/meetings/new`.
pub async fn show_new(visitor: SignedIn, Path(code): Path<String>) -> Answer {
    let seen = app::operation::get(&visitor.cx, &code).await?;
    if !seen.may.contains(&Action::Coordinate) {
        return Err(app::Error::Refused("role").into());
    }
    let zone = own_clock(&visitor).map_or("UTC", |(_, zone)| zone).to_owned();
    let draft = MeetingDraft {
        zone,
        meeting_mode: "online".to_owned(),
        meeting_status: "planned".to_owned(),
        ..MeetingDraft::default()
    };
    form(&visitor, seen.operation(), &typed_meeting(&draft), &Problems::none(), StatusCode::OK, None).await
}

/// `POST /operations/{code}/meetings/new`.
pub async fn create(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(code): Path<String>,
    uploaded: Uploaded,
) -> Answer {
    let sent = uploaded.typed;
    if seeks(&sent) {
        let seen = app::operation::get(&visitor.cx, &code).await?;
        return form(&visitor, seen.operation(), &sent, &Problems::none(), StatusCode::OK, None).await;
    }
    let draft: MeetingDraft = read(&lines(&sent, "papers"))?;
    match app::meeting::create_with(&visitor.cx, &code, &draft, pick::files(uploaded.files)).await {
        Ok(record) => {
            let to = address(&record.header.id);
            Ok(redirect_with(&server.config, &to, FlashKind::Good, "flash-meeting-created"))
        }
        Err(error) => {
            let (problems, status) = Failure::from(error).on_form()?;
            let seen = app::operation::get(&visitor.cx, &code).await?;
            form(&visitor, seen.operation(), &sent, &problems, status, None).await
        }
    }
}

async fn own(visitor: &SignedIn, id: &RecordId) -> Result<Found<Meeting>, Failure> {
    let found = app::record::get::<Meeting>(&visitor.cx, id).await?;
    if may_change(&found) { Ok(found) } else { Err(app::Error::Refused("role").into()) }
}

/// `GET /meetings/{id}/edit`.
pub async fn show_edit(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    let found = own(&visitor, &record_id(&id)?).await?;
    let record = &found.record;
    let typed = typed_meeting(&MeetingDraft::of(&record.content, &record.header.marking));
    let change = (&record.header.id, record.header.revision, None);
    form(&visitor, found.seen.operation(), &typed, &Problems::none(), StatusCode::OK, Some(change)).await
}

/// `POST /meetings/{id}/edit`.
pub async fn change(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    uploaded: Uploaded,
) -> Answer {
    let (id, sent) = (record_id(&id)?, uploaded.typed);
    let (found, base) = (own(&visitor, &id).await?, revision(&sent)?);
    let operation = found.seen.operation();
    if seeks(&sent) {
        let change = Some((&id, base, None));
        return form(&visitor, operation, &sent, &Problems::none(), StatusCode::OK, change).await;
    }
    let draft: MeetingDraft = read(&lines(&sent, "papers"))?;
    match app::meeting::change_with(&visitor.cx, &id, base, &draft, pick::files(uploaded.files)).await {
        Ok(_) => Ok(redirect_with(&server.config, &address(&id), FlashKind::Good, "flash-meeting-changed")),
        Err(app::Error::Stale { current }) => {
            let change = (&id, current, Some(faster(&found, current)));
            form(&visitor, operation, &sent, &Problems::none(), StatusCode::CONFLICT, Some(change)).await
        }
        Err(error) => {
            let (problems, status) = Failure::from(error).on_form()?;
            form(&visitor, operation, &sent, &problems, status, Some((&id, base, None))).await
        }
    }
}

/// Who kept the revision that came between.
fn faster(found: &Found<Meeting>, current: u32) -> Faster {
    let header = &found.record.header;
    Faster { revision: current, role: header.author_role, changed: header.changed }
}

async fn form(
    visitor: &SignedIn,
    operation: &Operation,
    typed: &Typed,
    problems: &Problems,
    status: StatusCode,
    change: Option<(&RecordId, u32, Option<Faster>)>,
) -> Answer {
    let title = if change.is_some() { "meeting-edit" } else { "meeting-new" };
    let mut frame = visitor.frame_in(visitor.t.say(title), Room::Plan, operation).await;
    frame.stand_under("meetings");
    frame.modules = vec!["draft.mjs"];
    let participants = app::participant::list(&visitor.cx).await?;
    let papers = pick(visitor, typed, &["papers"], "papers", &app::record::SHOWING, FEW).await?;
    let picks = [("papers", papers)];
    let given = status != StatusCode::OK || seeks(typed);
    let filled = Filled { typed, problems, given, offers: Offers { picks: &picks, clauses: &[] } };
    Ok((status, Html(write(&meeting_form(&frame, operation, &participants, filled, change)))).into_response())
}

/// `GET /meetings/{id}/record`.
pub async fn show_record(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    let found = own(&visitor, &record_id(&id)?).await?;
    let typed = typed_minutes(&MinutesDraft::of(&found.record.content, found.seen.operation()));
    let base = found.record.header.revision;
    record_form(&visitor, &found, &typed, &Problems::none(), StatusCode::OK, (base, None)).await
}

/// `POST /meetings/{id}/record`.
pub async fn record(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    uploaded: Uploaded,
) -> Answer {
    let (id, sent) = (record_id(&id)?, uploaded.typed);
    let (found, base) = (own(&visitor, &id).await?, revision(&sent)?);
    let draft: MinutesDraft = read(&sent)?;
    match app::meeting::minute_with(&visitor.cx, &id, base, &draft, pick::files(uploaded.files)).await {
        Ok(_) => Ok(redirect_with(&server.config, &address(&id), FlashKind::Good, "flash-meeting-recorded")),
        Err(app::Error::Stale { current }) => {
            let change = (current, Some(faster(&found, current)));
            record_form(&visitor, &found, &sent, &Problems::none(), StatusCode::CONFLICT, change).await
        }
        Err(error) => {
            let (problems, status) = Failure::from(error).on_form()?;
            record_form(&visitor, &found, &sent, &problems, status, (base, None)).await
        }
    }
}

async fn record_form(
    visitor: &SignedIn,
    found: &Found<Meeting>,
    typed: &Typed,
    problems: &Problems,
    status: StatusCode,
    (base, faster): (u32, Option<Faster>),
) -> Answer {
    let mut frame = visitor.frame_in(visitor.t.say("meeting-record"), Room::Plan, found.seen.operation()).await;
    frame.stand_under("meetings");
    frame.modules = vec!["draft.mjs"];
    let participants = app::participant::list(&visitor.cx).await?;
    let filled = Filled { typed, problems, given: status != StatusCode::OK, offers: Offers::default() };
    let page = minutes_form(&frame, &participants, &found.record.header.id, filled, base, faster);
    Ok((status, Html(write(&page))).into_response())
}

/// `GET /meetings/{id}/cancel`.
pub async fn ask_cancel(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    cancel_page(&visitor, &record_id(&id)?, &Typed::nothing(), &Problems::none(), StatusCode::OK).await
}

/// `POST /meetings/{id}/cancel`.
pub async fn cancel(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let id = record_id(&id)?;
    let done = app::meeting::cancel(&visitor.cx, &id, base_of(&sent), sent.get("reason")).await;
    match with_reason(&server, done, |_| address(&id), "flash-meeting-cancelled")? {
        Ok(answer) => Ok(answer),
        Err((problems, status)) => cancel_page(&visitor, &id, &sent, &problems, status).await,
    }
}

async fn cancel_page(
    visitor: &SignedIn,
    id: &RecordId,
    typed: &Typed,
    problems: &Problems,
    status: StatusCode,
) -> Answer {
    let found = own(visitor, id).await?;
    if !may_cancel(&found) {
        return Err(app::Error::Refused("meeting-not-planned").into());
    }
    let t = visitor.t;
    let mut frame = visitor.frame_in(t.say("meeting-cancel"), Room::Plan, found.seen.operation()).await;
    frame.stand_under("meetings");
    let back = (address(id), found.record.content.title.say(visitor.lang).to_owned());
    let words = ("meeting-cancel-means", "meeting-cancel");
    let action = format!("{}/cancel", address(id));
    Ok(reasoned(&frame, back, action, found.record.header.revision, words, (typed, problems, status)))
}

/// `GET /meetings/{id}/retract`.
pub async fn ask_retract(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    retract_page(&visitor, &record_id(&id)?, &Typed::nothing(), &Problems::none(), StatusCode::OK).await
}

/// `POST /meetings/{id}/retract`.
pub async fn retract(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let id = record_id(&id)?;
    let done = app::meeting::retract(&visitor.cx, &id, base_of(&sent), sent.get("reason")).await;
    match with_reason(&server, done, |_| address(&id), "flash-meeting-retracted")? {
        Ok(answer) => Ok(answer),
        Err((problems, status)) => retract_page(&visitor, &id, &sent, &problems, status).await,
    }
}

async fn retract_page(
    visitor: &SignedIn,
    id: &RecordId,
    typed: &Typed,
    problems: &Problems,
    status: StatusCode,
) -> Answer {
    let found = own(visitor, id).await?;
    let title = found.record.content.title.say(visitor.lang).to_owned();
    let about = visitor.t.say("meeting-retract-means");
    let to = (format!("{}/retract", address(id)), address(id));
    retraction(visitor, &found, Room::Plan, title, to, about, typed, problems, status).await
}
