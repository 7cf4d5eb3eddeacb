//! Recommendations: the list, the board of all editions with its export, one of them; written, changed, taken back, and
//! reported on.
//!
//! Refuses to lose what was typed, and to know what became of a recommendation beyond what its reader may see.

mod form;

pub(super) use form::lines;
pub use form::{change, create, report, show_edit, show_new, show_report};

use crate::error::{Answer, Failure};
use crate::pages::listing::{broken, download, file_name};
use crate::pages::operation::revision;
use crate::pages::shared::lines as related_lines;
use crate::session::redirect_with;
use crate::state::Server;
use crate::typed::record_id;
use crate::typed::{Asked, Posted, Typed};
use crate::visitor::SignedIn;
use app::recommendation::Asked as Wanted;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use model::id::RecordId;
use model::participant::ParticipantCode;
use model::permission::Action;
use model::problem::{Problem, Problems};
use model::progress::Standing;
use model::recommendation::{Category, Edition, Followed, Recommendation};
use model::record::State as Stands;
use render::frame::{FlashKind, Room};
use render::page::recommendation::{One, RecommendationPage, RecommendationsPage, Shown, address};
use render::page::recommendation_table::board_table;
use render::page::write;
use render::sheet::{csv, xlsx};

/// Recommendations on a page.
const ROWS: usize = 50;

/// `GET /operations/{code}/recommendations`.
pub async fn list(visitor: SignedIn, Path(code): Path<String>, Asked(asked): Asked) -> Answer {
    let (wanted, mut problems) = wanted(&asked);
    let (seen, mut all) = app::recommendation::list(&visitor.cx, &code, &wanted).await?;
    let count = all.len();
    if let Err(problem) = turn_to(&mut all, asked.get("after")) {
        problems.add(problem);
    }
    let next = all.get(ROWS).map(|_| all[ROWS - 1].record.header.id.clone());
    all.truncate(ROWS);
    let participants = app::participant::list(&visitor.cx).await?;
    let frame = visitor.frame_in(visitor.t.say("recommendation-list"), Room::Plan, seen.operation()).await;
    let shown = Shown {
        operation: seen.operation(),
        participants: &participants,
        asked: &asked,
        problems: &problems,
        may_write: seen.may.contains(&Action::Coordinate),
    };
    let page = RecommendationsPage::list(&frame, shown, &all, count, next.as_ref());
    Ok((status_of(&problems), Html(write(&page))).into_response())
}

/// Leaves out what stands before the page: up to the one named, which was the last of the page before.
fn turn_to(all: &mut Vec<Followed>, after: &str) -> Result<(), Problem> {
    if after.is_empty() {
        return Ok(());
    }
    let place = all.iter().position(|one| one.record.header.id.as_str() == after);
    let place = place.ok_or_else(|| Problem::new("after", "cursor-unknown").with("text", after))?;
    all.drain(..=place);
    Ok(())
}

/// `GET /operations/{code}/recommendations/board`, and `?format=csv` or `xlsx` of it.
pub async fn board(visitor: SignedIn, Path(code): Path<String>, Asked(asked): Asked) -> Answer {
    let (wanted, problems) = wanted(&asked);
    let format = asked.get("format");
    if !format.is_empty() && !problems.is_empty() {
        return Err(problems.into());
    }
    let (seen, editions) = app::recommendation::board(&visitor.cx, &code, &wanted).await?;
    if !format.is_empty() {
        return export(&visitor, seen.operation(), &editions, format).await;
    }
    let participants = app::participant::list(&visitor.cx).await?;
    let frame = visitor.frame_in(visitor.t.say("recommendation-board"), Room::Plan, seen.operation()).await;
    let shown = Shown {
        operation: seen.operation(),
        participants: &participants,
        asked: &asked,
        problems: &problems,
        may_write: false,
    };
    let page = RecommendationsPage::board(&frame, shown, &editions);
    Ok((status_of(&problems), Html(write(&page))).into_response())
}

async fn export(
    visitor: &SignedIn,
    operation: &model::operation::Operation,
    editions: &[Edition],
    format: &str,
) -> Answer {
    let (t, participants) = (visitor.t, app::participant::list(&visitor.cx).await?);
    let mut notes = vec![format!("{}, {}", operation.series, visitor.cx.now().iso())];
    if operation.demonstration || visitor.cx.app.node().demonstration {
        notes.insert(0, t.plain("frame-demonstration"));
    }
    let table = board_table(t, &participants, editions, notes);
    let name = file_name(visitor, &operation.code, "recommendations", format);
    match format {
        "csv" => {
            let written = csv(&table).map_err(broken)?;
            Ok(download("text/csv; charset=utf-8", &name, Body::from(written)))
        }
        "xlsx" => {
            let written = tokio::task::spawn_blocking(move || xlsx(t, &[table])).await.map_err(broken)?;
            let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            Ok(download(kind, &name, Body::from(written.map_err(broken)?)))
        }
        other => Err(Problem::new("format", "code-unknown").with("text", other).into()),
    }
}

/// What the address asks for; what it cannot mean is said, and narrows nothing.
fn wanted(asked: &Typed) -> (Wanted, Problems) {
    let mut problems = Problems::none();
    let mut code = |name: &'static str, known: bool| {
        let typed = asked.get(name);
        if !typed.is_empty() && !known {
            problems.add(Problem::new(name, "code-unknown").with("text", typed));
        }
    };
    let (standing, category) = (Standing::parse(asked.get("status")), Category::parse(asked.get("category")));
    let addressee = ParticipantCode::read("addressee", asked.get("addressee")).ok();
    code("status", standing.is_some());
    code("category", category.is_some());
    code("addressee", addressee.is_some());
    let overdue = asked.get("overdue") == "true";
    code("overdue", overdue || asked.get("overdue") == "false");
    let words = asked.get("text").to_owned();
    (Wanted { record: None, standing, category, addressee, overdue, words }, problems)
}

fn status_of(problems: &Problems) -> StatusCode {
    if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }
}

/// `GET /recommendations/{id}`.
pub async fn show(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    one(&visitor, &record_id(&id)?, &Typed::nothing(), &Problems::none(), StatusCode::OK).await
}

async fn one(visitor: &SignedIn, id: &RecordId, typed: &Typed, problems: &Problems, status: StatusCode) -> Answer {
    let (found, followed) = app::recommendation::get(&visitor.cx, id).await?;
    let participants = app::participant::list(&visitor.cx).await?;
    let title = title(visitor, &followed.record.content);
    let mut frame = visitor.frame_in(title, Room::Plan, found.seen.operation()).await;
    frame.stand_under("recommendations");
    let aside = app::recommendation::aside(&visitor.cx, &followed).await?;
    let related = related_lines(aside.related);
    let page = One {
        related: &related,
        files: &aside.files,
        followed: &followed,
        participants: &participants,
        may_change: may_change(&found),
        may_report: app::progress::may(&visitor.cx, &found),
    };
    Ok((status, Html(write(&RecommendationPage::new(&frame, page, typed, problems)))).into_response())
}

fn may_change(found: &app::record::Found<Recommendation>) -> bool {
    let own = found.may.contains(&Action::Revise) && found.seen.may.contains(&Action::Coordinate);
    own && found.record.header.state != Stands::Retracted
}

/// The first words of a recommendation, in the reader's language.
fn title(visitor: &SignedIn, recommendation: &Recommendation) -> String {
    let said = recommendation.text.say(visitor.lang);
    if said.chars().count() <= 90 { said.to_owned() } else { said.chars().take(89).chain(['…']).collect() }
}

/// `POST /recommendations/{id}/retract`.
pub async fn retract(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let id = record_id(&id)?;
    let back = |kind, key| Ok(redirect_with(&server.config, &address(&id), kind, key));
    match app::recommendation::retract(&visitor.cx, &id, revision(&sent)?, sent.get("reason")).await {
        Ok(_) => back(FlashKind::Good, "flash-recommendation-retracted"),
        Err(app::Error::Stale { .. }) => back(FlashKind::Warn, "flash-recommendation-stale"),
        Err(error) => {
            let (problems, status) = Failure::from(error).on_form()?;
            one(&visitor, &id, &sent, &problems, status).await
        }
    }
}
