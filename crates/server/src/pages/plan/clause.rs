//! One clause: read with what is said about it, written, changed and removed.
//!
//! Refuses to overwrite: a clause that somebody else changed meanwhile is shown beside what was typed, and both are kept.

use super::{Lines, frame, path_of, stepped, told};
use crate::error::{Answer, Failure};
use crate::pages::operation::revision;
use crate::pages::pick::{MANY, pick, seeks};
use crate::pages::shared::lines;
use crate::session::redirect_with;
use crate::state::Server;
use crate::typed::record_id;
use crate::typed::{Asked, Posted, Typed, read};
use crate::visitor::SignedIn;
use app::plan::Shown;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use model::id::RecordId;
use model::permission::Action;
use model::plan::{Clause, ClauseDraft, MeasureDraft, Step};
use model::problem::Problems;
use model::record::Kind;
use render::form::Form;
use render::frame::FlashKind;
use render::html::{Safe, escape};
use render::page::picker::Offers;
use render::page::plan::clause::{ClauseShows, clause_title, newer};
use render::page::plan::form::{WritePage, clause as clause_fields, typed_clause};
use render::page::plan::{ClausePage, text};
use render::page::write;

/// `GET /plans/{id}/clauses/{clause}`.
pub async fn show(visitor: SignedIn, Path((id, part)): Path<(String, String)>, Asked(asked): Asked) -> Answer {
    let typed = Typed::nothing().with("lang", visitor.lang.tag());
    page(&visitor, &record_id(&id)?, &part, asked.get("after"), &typed, &Problems::none(), StatusCode::OK).await
}

/// The clause's page; `typed` and `problems` are of a comment.
pub async fn page(
    visitor: &SignedIn,
    id: &RecordId,
    part: &str,
    after: &str,
    typed: &Typed,
    problems: &Problems,
    status: StatusCode,
) -> Answer {
    let after = if after.is_empty() { None } else { Some(record_id(after)?) };
    let on = app::plan::clause(&visitor.cx, id, part, after).await?;
    let agencies = crate::pages::overview::agencies(visitor, &on.shown.seen).await?;
    let frame = frame(visitor, clause_title(visitor.t, on.clause.as_ref()), on.shown.seen.operation()).await;
    let lines = Lines::of(&on.shown);
    let said: Vec<_> = on.told.iter().map(told).collect();
    let shows = ClauseShows {
        shows: lines.shows(&on.shown),
        part,
        clause: on.clause.as_ref(),
        before: on.before.as_ref(),
        told: &said,
        next: on.next.as_ref().map(RecordId::as_str),
        agencies: &agencies,
    };
    let page = ClausePage::new(&frame, &shows, typed, problems, status != StatusCode::OK);
    Ok((status, Html(write(&page))).into_response())
}

/// The draft, where the visitor writes it.
async fn open(visitor: &SignedIn, id: &RecordId) -> Result<Shown, Failure> {
    let shown = app::plan::get(&visitor.cx, id).await?;
    if !shown.seen.may.contains(&Action::Coordinate) {
        return Err(app::Error::Refused("role").into());
    }
    if shown.version.record.content.step != Step::Draft {
        return Err(app::Error::Refused("plan-frozen").into());
    }
    Ok(shown)
}

/// What the form says beside what was typed.
struct Said<'a> {
    typed: &'a Typed,
    problems: &'a Problems,
    base: u32,
    before: Safe,
    status: StatusCode,
}

async fn form(visitor: &SignedIn, shown: &Shown, clause: Option<&str>, said: Said<'_>) -> Answer {
    let (t, at) = (visitor.t, path_of(&shown.version.record.header.id));
    let heading = if clause.is_some() { "plan-clause-edit-title" } else { "plan-clause-new" };
    let end = clause.map_or_else(|| "new".to_owned(), |clause| format!("{clause}/edit"));
    let mut frame = frame(visitor, t.say(heading), shown.seen.operation()).await;
    frame.modules.push("draft.mjs");
    let typed = said.typed;
    let picks = [
        ("recommendation", pick(visitor, typed, &["recommendation"], "links", &[Kind::Recommendation], MANY).await?),
        ("finding", pick(visitor, typed, &["finding"], "links", &[Kind::Finding], MANY).await?),
    ];
    let offers = Offers { picks: &picks, clauses: &[] };
    let page = WritePage {
        frame: &frame,
        back: (at.clone(), t.say("plan-back")),
        before: said.before,
        summary: Form::new(t, said.typed, said.problems).summary(),
        action: format!("{at}/clauses/{end}"),
        base: said.base,
        body: clause_fields(t, said.typed, said.problems, shown.seen.operation(), offers),
        submit: t.say("plan-save"),
        danger: false,
        adds: Some(("measures", t.say("plan-measure-add"))),
        device: format!("clause:{at}:{end}:{}", said.base),
        given: said.status != StatusCode::OK,
    };
    Ok((said.status, Html(write(&page))).into_response())
}

/// The form before anything was sent.
async fn first(
    visitor: &SignedIn,
    shown: &Shown,
    clause: Option<&str>,
    mut draft: ClauseDraft,
    asked: &Typed,
) -> Answer {
    let rows = asked.rows("measures").max(draft.measures.len()).max(1);
    draft.measures.resize_with(rows, MeasureDraft::default);
    let (typed, problems, base) = (typed_clause(&draft), Problems::none(), shown.version.record.header.revision);
    form(
        visitor,
        shown,
        clause,
        Said { typed: &typed, problems: &problems, base, before: Safe::default(), status: StatusCode::OK },
    )
    .await
}

/// `GET /plans/{id}/clauses/new`.
pub async fn new(visitor: SignedIn, Path(id): Path<String>, Asked(asked): Asked) -> Answer {
    let shown = open(&visitor, &record_id(&id)?).await?;
    let draft = ClauseDraft { lang: visitor.lang.tag().to_owned(), ..ClauseDraft::default() };
    first(&visitor, &shown, None, draft, &asked).await
}

/// `GET /plans/{id}/clauses/{clause}/edit`.
pub async fn edit(visitor: SignedIn, Path((id, part)): Path<(String, String)>, Asked(asked): Asked) -> Answer {
    let shown = open(&visitor, &record_id(&id)?).await?;
    let plan = &shown.version.record.content;
    let clause = plan.clause(&part).ok_or(app::Error::NotFound)?;
    let draft = ClauseDraft::of(clause, plan.number(&part).unwrap_or(1));
    first(&visitor, &shown, Some(&part), draft, &asked).await
}

/// `POST /plans/{id}/clauses/new`.
pub async fn add(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    put(&server, &visitor, &record_id(&id)?, None, sent).await
}

/// `POST /plans/{id}/clauses/{clause}/edit`.
pub async fn change(
    State(server): State<Server>,
    visitor: SignedIn,
    Path((id, part)): Path<(String, String)>,
    Posted(sent): Posted,
) -> Answer {
    put(&server, &visitor, &record_id(&id)?, Some(&part), sent).await
}

async fn put(server: &Server, visitor: &SignedIn, id: &RecordId, clause: Option<&str>, sent: Typed) -> Answer {
    let (base, mut draft) = (revision(&sent)?, read::<ClauseDraft>(&sent)?);
    let none = Problems::none();
    let more = sent.get("add") == "measures";
    if more || seeks(&sent) {
        let shown = open(visitor, id).await?;
        if more {
            draft.measures.push(MeasureDraft::default());
        }
        let words = sent.get("find_links");
        let said = Said {
            typed: &typed_clause(&draft).with("find_links", words).with("found_links", words),
            problems: &none,
            base,
            before: Safe::default(),
            status: StatusCode::OK,
        };
        return form(visitor, &shown, clause, said).await;
    }
    let done = app::plan::put_clause(&visitor.cx, id, clause, base, &draft).await;
    let (problems, base, before, status) = match done {
        Ok((_, own)) => {
            let to = format!("{}#{own}", path_of(id));
            return Ok(redirect_with(&server.config, &to, FlashKind::Good, "flash-plan-saved"));
        }
        // The next sending is made from the revision that the writer has now been shown.
        Err(app::Error::Stale { current }) => (none, current, None, StatusCode::CONFLICT),
        Err(error) => {
            let (problems, status) = Failure::from(error).on_form()?;
            (problems, base, Some(Safe::default()), status)
        }
    };
    let shown = open(visitor, id).await?;
    let stands = || clause.and_then(|clause| shown.version.record.content.clause(clause));
    let links = lines(shown.links.clone());
    let before = before.unwrap_or_else(|| newer(visitor.t, stands(), &links));
    form(visitor, &shown, clause, Said { typed: &typed_clause(&draft), problems: &problems, base, before, status })
        .await
}

/// `GET /plans/{id}/clauses/{clause}/remove`.
pub async fn ask_remove(visitor: SignedIn, Path((id, part)): Path<(String, String)>) -> Answer {
    let shown = open(&visitor, &record_id(&id)?).await?;
    let t = visitor.t;
    let clause: &Clause = shown.version.record.content.clause(&part).ok_or(app::Error::NotFound)?;
    let frame = frame(&visitor, t.say("plan-clause-remove-title"), shown.seen.operation()).await;
    let at = path_of(&shown.version.record.header.id);
    let body = format!(
        "<h2>{}</h2>{}<p>{}</p>",
        text::heading(t, &clause.heading, clause.lang),
        text::clause(t, clause, &[]),
        escape(&t.say("plan-clause-remove-means"))
    );
    let page = WritePage {
        frame: &frame,
        back: (at.clone(), t.say("plan-back")),
        before: Safe::default(),
        summary: Safe::default(),
        action: format!("{at}/clauses/{part}/remove"),
        base: shown.version.record.header.revision,
        body: Safe::ours(body),
        submit: t.say("plan-clause-remove"),
        danger: true,
        adds: None,
        device: String::new(),
        given: false,
    };
    Ok(Html(write(&page)).into_response())
}

/// `POST /plans/{id}/clauses/{clause}/remove`.
pub async fn remove(
    State(server): State<Server>,
    visitor: SignedIn,
    Path((id, part)): Path<(String, String)>,
    Posted(sent): Posted,
) -> Answer {
    let id = record_id(&id)?;
    let done = app::plan::remove_clause(&visitor.cx, &id, &part, revision(&sent)?).await;
    stepped(&server, &id, done, "flash-plan-clause-removed")
}
