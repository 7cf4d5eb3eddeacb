//! The analyst's workspace: everything it is asked stands in its address; its tables as CSV and XLSX.
//!
//! Refuses a word in the address that it does not know, naming it; a file with a question that was not understood is not
//! made at all.

use crate::error::{Answer, Failure};
use crate::filter;
use crate::pages::detection::is_open;
use crate::pages::overview::{agencies, status_of};
use crate::typed::{Asked, Typed};
use crate::visitor::SignedIn;
use app::workspace::Workspace;
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::{Html, IntoResponse, Response};
use model::agency::Agency;
use model::card::Wanted;
use model::detection::{FirstSeen, first_seen};
use model::participant::Participant;
use model::permission::Action;
use model::problem::{Problem, Problems};
use model::workspace::{Axis, Measure, Question};
use render::frame::Room;
use render::page::figures::Known;
use render::page::workspace::{Desk, Edition, page, plain_question, tables};
use render::page::write;
use std::collections::BTreeMap;

/// Names in the address beside the filter's.
const OWN: [&str; 4] = ["rows", "columns", "measure", "edition"];

/// The question that an address asks, and what of it means nothing.
pub async fn question(visitor: &SignedIn, asked: &Typed) -> Result<(Question, Problems), Failure> {
    let of_filter = Typed(asked.0.iter().filter(|(name, _)| !OWN.contains(&name.as_str())).cloned().collect());
    let (filter, mut problems) = filter::on_page(&visitor.cx, &of_filter).await?;
    let plain = plain_question();
    let mut word = |name: &'static str, known: bool| {
        let typed = asked.get(name);
        if !typed.is_empty() && !known {
            problems.add(Problem::new(name, "code-unknown").with("text", typed));
        }
    };
    let (rows, columns, measure) =
        (Axis::parse(asked.get("rows")), Axis::parse(asked.get("columns")), Measure::parse(asked.get("measure")));
    word("rows", rows.is_some());
    word("columns", columns.is_some() || asked.get("columns") == "none");
    word("measure", measure.is_some());
    let columns = if asked.get("columns").is_empty() { plain.columns } else { columns };
    let editions = asked.0.iter().filter(|(name, value)| name == "edition" && !value.is_empty());
    let question = Question {
        rows: rows.unwrap_or(plain.rows),
        columns,
        measure: measure.unwrap_or(plain.measure),
        editions: editions.map(|(_, value)| value.to_ascii_uppercase()).take(10).collect(),
        filter,
    };
    Ok((question, problems))
}

/// Everything the page and the files are made of.
struct Made {
    workspace: Workspace,
    question: Question,
    problems: Problems,
    participants: Vec<Participant>,
    agencies: Vec<Agency>,
    may_save: bool,
}

impl Made {
    async fn of(visitor: &SignedIn, code: &str, asked: &Typed) -> Result<Made, Failure> {
        let (question, mut problems) = question(visitor, asked).await?;
        let workspace = app::workspace::get(&visitor.cx, code, &question).await?;
        for code in &question.editions {
            if !workspace.offered.iter().any(|operation| operation.code == *code) {
                problems.add(Problem::new("edition", "operation-unknown").with("text", code));
            }
        }
        let agencies = agencies(visitor, &workspace.seen).await?;
        let takes_part = workspace.seen.operation().participants();
        let mut participants = app::participant::list(&visitor.cx).await?;
        participants.retain(|participant| takes_part.contains(&participant.code));
        let seen = &workspace.seen;
        let may_save = seen.may.contains(&Action::Contribute) && is_open(visitor, seen.operation());
        Ok(Made { workspace, question, problems, participants, agencies, may_save })
    }

    fn editions(&self) -> Vec<Edition<'_>> {
        self.workspace.editions.iter().map(told).collect()
    }

    fn desk<'a>(
        &'a self,
        editions: &'a [Edition<'a>],
        first: &'a BTreeMap<(String, String), FirstSeen>,
        detections: u64,
    ) -> Desk<'a> {
        Desk {
            operation: self.workspace.seen.operation(),
            offered: &self.workspace.offered,
            editions,
            question: &self.question,
            problems: &self.problems,
            known: Known { participants: &self.participants, agencies: &self.agencies },
            first,
            detections,
            may_save: self.may_save,
        }
    }
}

fn told(edition: &app::workspace::Edition) -> Edition<'_> {
    Edition {
        operation: &edition.operation,
        cells: &edition.cells,
        rows: &edition.rows,
        columns: &edition.columns,
        months: &edition.months,
        detections: &edition.detections,
        routes: &edition.routes,
        concealments: &edition.concealments,
    }
}

/// `GET /operations/{code}/workspace`.
pub async fn show(visitor: SignedIn, Path(code): Path<String>, Asked(asked): Asked) -> Answer {
    let made = Made::of(&visitor, &code, &asked).await?;
    let one = Wanted { limit: 1, ..Wanted::default() };
    let board = app::detection::board(&visitor.cx, &code, &one).await?;
    let first = first_seen(&board.sightings);
    let operation = made.workspace.seen.operation();
    let mut frame = visitor.frame_in(visitor.t.say("workspace-title"), Room::Analysis, operation).await;
    frame.stand_under("workspace");
    let editions = made.editions();
    let page = page(&frame, made.desk(&editions, &first, board.count));
    Ok((status_of(&made.problems), Html(write(&page))).into_response())
}

/// `GET /operations/{code}/workspace.csv`: the pivot of the first edition that was chosen.
pub async fn csv(visitor: SignedIn, Path(code): Path<String>, Asked(asked): Asked) -> Answer {
    let tables = file(&visitor, &code, &asked).await?;
    let table = tables.first().ok_or(Failure::App(app::Error::NotFound))?;
    let bytes = render::sheet::csv(table).map_err(app::Error::from)?;
    Ok(download(bytes, "text/csv; charset=utf-8", &code, "csv"))
}

/// `GET /operations/{code}/workspace.xlsx`: the pivots of all editions, a sheet each.
pub async fn xlsx(visitor: SignedIn, Path(code): Path<String>, Asked(asked): Asked) -> Answer {
    let tables = file(&visitor, &code, &asked).await?;
    let bytes = render::sheet::xlsx(visitor.t, &tables).map_err(|error| app::Error::Broken(Box::new(error)))?;
    Ok(download(bytes, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", &code, "xlsx"))
}

async fn file(visitor: &SignedIn, code: &str, asked: &Typed) -> Result<Vec<render::sheet::Table>, Failure> {
    let made = Made::of(visitor, code, asked).await?;
    if !made.problems.is_empty() {
        return Err(made.problems.clone().into());
    }
    let (editions, first) = (made.editions(), BTreeMap::new());
    Ok(tables(visitor.t, &made.desk(&editions, &first, 0)))
}

/// A file to keep.
fn download(bytes: Vec<u8>, kind: &'static str, code: &str, ending: &str) -> Response {
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    let name: String = code.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect();
    let disposition = format!("attachment; filename=\"{name}-workspace.{ending}\"");
    if let Ok(disposition) = HeaderValue::from_str(&disposition) {
        headers.insert(header::CONTENT_DISPOSITION, disposition);
    }
    response
}
