//! The forms of a recommendation and of a report of progress.
//!
//! Refuses to lose what was typed: a problem and a newer revision show the same form again.

use super::may_change;
use crate::error::{Answer, Failure};
use crate::pages::operation::revision;
use crate::pages::pick::{self, FEW, MANY, pick, seeks};
use crate::session::redirect_with;
use crate::state::Server;
use crate::typed::record_id;
use crate::typed::{Asked, Posted, Typed, Uploaded, read};
use crate::visitor::SignedIn;
use app::record::Found;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use model::id::RecordId;
use model::meeting::Meeting;
use model::names::Names;
use model::operation::Operation;
use model::permission::Action;
use model::problem::Problems;
use model::progress::ProgressDraft;
use model::recommendation::{Recommendation, RecommendationDraft};
use model::record::Kind;
use render::form::Choice;
use render::frame::{FlashKind, Room};
use render::html::Safe;
use render::page::picker::Offers;
use render::page::plan::text::plain_heading;
use render::page::recommendation::address;
use render::page::recommendation_form::{
    Filled, progress_form, recommendation_form, typed_progress, typed_recommendation,
};
use render::page::sheet_form::Faster;
use render::page::write;

/// `GET /operations/{code}/recommendations/new`; `?meeting=` and `?decision=` begin from a meeting's decision.
pub async fn show_new(visitor: SignedIn, Path(code): Path<String>, Asked(asked): Asked) -> Answer {
    let seen = app::operation::get(&visitor.cx, &code).await?;
    if !seen.may.contains(&Action::Coordinate) {
        return Err(app::Error::Refused("role").into());
    }
    let typed = typed_recommendation(&begun(&visitor, &asked).await?);
    form(&visitor, seen.operation(), &typed, &Problems::none(), StatusCode::OK, None).await
}

/// An empty recommendation, or what a decision of a meeting gives it.
async fn begun(visitor: &SignedIn, asked: &Typed) -> Result<RecommendationDraft, Failure> {
    let mut draft = RecommendationDraft {
        everyone: true,
        priority: "medium".to_owned(),
        agreed_in: visitor.lang.tag().to_owned(),
        ..RecommendationDraft::default()
    };
    if !asked.get("meeting").is_empty() {
        draft.came_from = "meeting".to_owned();
        draft.meeting = asked.get("meeting").to_owned();
        draft.decision_number = asked.get("decision").to_owned();
        draft.recommended = decision(visitor, asked).await?;
        let own = draft.recommended.exact(visitor.lang).is_some();
        let first = draft.recommended.iter().next().map(|(lang, _)| lang).filter(|_| !own);
        draft.agreed_in = first.map_or(draft.agreed_in, |lang| lang.tag().to_owned());
    }
    Ok(draft)
}

/// The text of the decision that the address names.
async fn decision(visitor: &SignedIn, asked: &Typed) -> Result<Names, Failure> {
    let id: RecordId = asked.get("meeting").parse().map_err(|_| app::Error::NotFound)?;
    let found = app::record::get::<Meeting>(&visitor.cx, &id).await?;
    let decision = found.record.content.decision(asked.get("decision"));
    Ok(decision.map(|one| one.text.clone()).unwrap_or_default())
}

/// `POST /operations/{code}/recommendations/new`.
pub async fn create(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(code): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    if seeks(&sent) {
        let seen = app::operation::get(&visitor.cx, &code).await?;
        return form(&visitor, seen.operation(), &sent, &Problems::none(), StatusCode::OK, None).await;
    }
    let draft: RecommendationDraft = read(&lines(&sent, "evidence"))?;
    match app::recommendation::create(&visitor.cx, &code, &draft).await {
        Ok(record) => {
            let to = address(&record.header.id);
            Ok(redirect_with(&server.config, &to, FlashKind::Good, "flash-recommendation-created"))
        }
        Err(error) => {
            let (problems, status) = Failure::from(error).on_form()?;
            let seen = app::operation::get(&visitor.cx, &code).await?;
            form(&visitor, seen.operation(), &sent, &problems, status, None).await
        }
    }
}

/// `GET /recommendations/{id}/edit`.
pub async fn show_edit(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    let found = own(&visitor, &record_id(&id)?).await?;
    let record = &found.record;
    let typed = typed_recommendation(&RecommendationDraft::of(&record.content, &record.header.marking));
    let change = (&record.header.id, record.header.revision, None);
    form(&visitor, found.seen.operation(), &typed, &Problems::none(), StatusCode::OK, Some(change)).await
}

async fn own(visitor: &SignedIn, id: &RecordId) -> Result<Found<Recommendation>, Failure> {
    let found = app::record::get::<Recommendation>(&visitor.cx, id).await?;
    if may_change(&found) { Ok(found) } else { Err(app::Error::Refused("role").into()) }
}

/// `POST /recommendations/{id}/edit`.
pub async fn change(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let id = record_id(&id)?;
    let (found, base) = (own(&visitor, &id).await?, revision(&sent)?);
    let operation = found.seen.operation();
    if seeks(&sent) {
        let change = Some((&id, base, None));
        return form(&visitor, operation, &sent, &Problems::none(), StatusCode::OK, change).await;
    }
    let draft: RecommendationDraft = read(&lines(&sent, "evidence"))?;
    match app::recommendation::change(&visitor.cx, &id, base, &draft).await {
        Ok(_) => Ok(redirect_with(&server.config, &address(&id), FlashKind::Good, "flash-recommendation-changed")),
        Err(app::Error::Stale { current }) => {
            let header = app::record::get::<Recommendation>(&visitor.cx, &id).await?.record.header;
            let faster = Faster { revision: current, role: header.author_role, changed: header.changed };
            // The next sending is made from the revision that the writer has now been told of.
            let change = (&id, current, Some(faster));
            form(&visitor, operation, &sent, &Problems::none(), StatusCode::CONFLICT, Some(change)).await
        }
        Err(error) => {
            let (problems, status) = Failure::from(error).on_form()?;
            form(&visitor, operation, &sent, &problems, status, Some((&id, base, None))).await
        }
    }
}

async fn form(
    visitor: &SignedIn,
    operation: &Operation,
    typed: &Typed,
    problems: &Problems,
    status: StatusCode,
    change: Option<(&RecordId, u32, Option<Faster>)>,
) -> Answer {
    let title = if change.is_some() { "recommendation-edit" } else { "recommendation-new" };
    let mut frame = visitor.frame_in(visitor.t.say(title), Room::Plan, operation).await;
    frame.stand_under("recommendations");
    frame.modules = vec!["draft.mjs"];
    let participants = app::participant::list(&visitor.cx).await?;
    let picks = [
        ("meeting", pick(visitor, typed, &["meeting"], "meeting", &[Kind::Meeting], MANY).await?),
        ("evidence", pick(visitor, typed, &["evidence"], "evidence", &app::record::SHOWING, FEW).await?),
    ];
    let clauses = clauses(visitor).await?;
    let given = status != StatusCode::OK || seeks(typed);
    let filled = Filled { typed, problems, given, offers: Offers { picks: &picks, clauses: &clauses } };
    let page = recommendation_form(&frame, operation, &participants, filled, change);
    Ok((status, Html(write(&page))).into_response())
}

/// The clauses of the plans that the visitor may see: "REFLEX-2021 · 4. Controls at borders".
async fn clauses(visitor: &SignedIn) -> Result<Vec<Choice>, Failure> {
    let t = visitor.t;
    let mut all = Vec::new();
    for carrier in app::recommendation::carriers(&visitor.cx).await? {
        let (id, plan) = (&carrier.record.header.id, &carrier.record.content);
        all.push(Choice::new(id.as_str(), format!("{} · {}", carrier.operation, t.say("plan-whole"))));
        for (place, clause) in plan.clauses.iter().enumerate() {
            let heading = plain_heading(t, &clause.heading, clause.lang);
            let label = format!("{} · {}. {heading}", carrier.operation, t.int(place + 1));
            all.push(Choice::new(format!("{id}#{}", clause.id), label));
        }
    }
    Ok(all)
}

/// `GET /recommendations/{id}/progress`.
pub async fn show_report(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    let found = app::record::get::<Recommendation>(&visitor.cx, &record_id(&id)?).await?;
    if !app::progress::may(&visitor.cx, &found) {
        let speaks = found.seen.may.contains(&Action::SpeakFor);
        return Err(app::Error::Refused(if speaks { "not-addressed" } else { "role" }).into());
    }
    let typed = typed_progress(&ProgressDraft::default());
    report_form(&visitor, &found, &typed, &Problems::none(), StatusCode::OK).await
}

/// `POST /recommendations/{id}/progress`.
pub async fn report(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    uploaded: Uploaded,
) -> Answer {
    let id = record_id(&id)?;
    let sent = uploaded.typed;
    if seeks(&sent) {
        let found = app::record::get::<Recommendation>(&visitor.cx, &id).await?;
        return report_form(&visitor, &found, &sent, &Problems::none(), StatusCode::OK).await;
    }
    let draft: ProgressDraft = read(&lines(&sent, "proof_records"))?;
    match app::progress::report_with(&visitor.cx, &id, &draft, pick::files(uploaded.files)).await {
        Ok(_) => Ok(redirect_with(&server.config, &address(&id), FlashKind::Good, "flash-progress-reported")),
        Err(error) => {
            let (problems, status) = Failure::from(error).on_form()?;
            let found = app::record::get::<Recommendation>(&visitor.cx, &id).await?;
            report_form(&visitor, &found, &sent, &problems, status).await
        }
    }
}

async fn report_form(
    visitor: &SignedIn,
    found: &Found<Recommendation>,
    typed: &Typed,
    problems: &Problems,
    status: StatusCode,
) -> Answer {
    let operation = found.seen.operation();
    let mut frame = visitor.frame_in(visitor.t.say("progress-new"), Room::Plan, operation).await;
    frame.stand_under("recommendations");
    frame.modules = vec!["draft.mjs"];
    let participants = app::participant::list(&visitor.cx).await?;
    let records = pick(visitor, typed, &["proof_records"], "proof_records", &app::record::SHOWING, FEW).await?;
    let picks = [("proof_records", records)];
    let given = status != StatusCode::OK || seeks(typed);
    let filled = Filled { typed, problems, given, offers: Offers { picks: &picks, clauses: &[] } };
    let said = Safe::text(found.record.content.text.say(visitor.lang));
    let page = progress_form(&frame, operation, &participants, &found.record.header.id, &said, filled);
    Ok((status, Html(write(&page))).into_response())
}

/// A text of several lines is a list where the draft has one.
pub fn lines(sent: &Typed, list: &str) -> Typed {
    let mut spread = Typed::nothing();
    for (name, value) in &sent.0 {
        if name != list {
            spread = spread.with(name.as_str(), value.as_str());
            continue;
        }
        for line in value.lines().map(str::trim).filter(|line| !line.is_empty()) {
            spread = spread.with(name.as_str(), line);
        }
    }
    spread
}
