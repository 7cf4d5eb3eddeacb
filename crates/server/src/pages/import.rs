//! The page through which a contact point or analyst imports a file: looked at first, kept on the second button.
//!
//! Refuses to read a file before it is known who sends it and into which operation.

use crate::api::import::Spool;
use crate::error::{Answer, Failure};
use crate::frame::address_of;
use crate::state::Server;
use crate::typed::{Typed, Uploaded};
use crate::visitor::SignedIn;
use app::Mapping;
use app::import::ImportOrder;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse};
use model::import::{Import, RowNote};
use model::operation::Operation;
use model::permission::Action;
use model::problem::{Problem, Problems};
use render::form::Choice;
use render::frame::Room;
use render::page::import::{ImportPage, Outcome};
use render::page::write;
use render::sheet::{Table, csv};

/// The mapping whose columns are called as the fields of an incident.
const TEMPLATE: &str = "plain";

/// `GET /operations/{code}/import`.
pub async fn show(visitor: SignedIn, Path(code): Path<String>) -> Answer {
    let operation = find(&visitor, &code).await?;
    let typed = Typed::nothing().with("mapping", TEMPLATE);
    page(&visitor, &operation, &typed, &Problems::none(), None, StatusCode::OK).await
}

/// `GET /operations/{code}/import/template.csv`: the columns to fill in.
pub async fn template(visitor: SignedIn, Path(code): Path<String>) -> Answer {
    find(&visitor, &code).await?;
    let columns = Mapping::shipped(TEMPLATE)?.columns();
    let empty = Table { columns, ..Table::default() };
    let body = csv(&empty).map_err(|error| app::Error::Broken(Box::new(error)))?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"reflex-template.csv\""),
    ];
    Ok((headers, body).into_response())
}

/// `POST /operations/{code}/import`: looks at the file, or keeps its rows.
pub async fn run(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(code): Path<String>,
    uploaded: Uploaded,
) -> Answer {
    let operation = find(&visitor, &code).await?;
    let typed = &uploaded.typed;
    let dry_run = typed.get("action") == "check";
    let outcome = match order(&server, &code, &uploaded, dry_run).await? {
        Ok((order, _spool)) => app::import::run(&visitor.cx, &order, |_| {}).await,
        Err(problems) => Err(problems.into()),
    };
    match outcome {
        Ok((import, notes)) => {
            let status = if dry_run { StatusCode::OK } else { StatusCode::CREATED };
            page(&visitor, &operation, typed, &Problems::none(), Some((&import, &notes, dry_run)), status).await
        }
        Err(app::Error::Invalid(problems)) => {
            page(&visitor, &operation, typed, &problems, None, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error) => Err(error.into()),
    }
}

/// The operation, where the visitor may import into it.
async fn find(visitor: &SignedIn, code: &str) -> Result<Operation, Failure> {
    let seen = app::operation::get(&visitor.cx, code).await?;
    if seen.may.contains(&Action::Import) { Ok(seen.record.content) } else { Err(app::Error::Refused("role").into()) }
}

/// What is to be imported, or everything that is missing.
async fn order(
    server: &Server,
    code: &str,
    uploaded: &Uploaded,
    dry_run: bool,
) -> Result<Result<(ImportOrder, Spool), Problems>, Failure> {
    let mut problems = Problems::none();
    let file = uploaded.files.iter().find(|file| file.field == "file");
    if file.is_none() {
        problems.add(Problem::new("file", "required"));
    }
    let mapping = mapping(uploaded).map_err(|found| problems.0.extend(found.0)).ok();
    let Some((file, mapping)) = file.zip(mapping).filter(|_| problems.is_empty()) else { return Ok(Err(problems)) };
    let spool = Spool::write(server, &file.bytes).await?;
    let order = ImportOrder {
        operation: code.to_owned(),
        create: false,
        path: spool.path().to_owned(),
        file: file.name.clone(),
        mapping,
        dry_run,
    };
    Ok(Ok((order, spool)))
}

/// The mapping file that was sent, else the one that was chosen.
fn mapping(uploaded: &Uploaded) -> Result<Mapping, Problems> {
    if let Some(own) = uploaded.files.iter().find(|file| file.field == "own") {
        let text = std::str::from_utf8(&own.bytes)
            .map_err(|_| Problem::new("own", "mapping-unreadable").with("line", 1).with("detail", "UTF-8"))?;
        return Mapping::parse(text);
    }
    match uploaded.typed.get("mapping") {
        "" => Err(Problem::new("mapping", "required").into()),
        name => Mapping::shipped(name),
    }
}

async fn page(
    visitor: &SignedIn,
    operation: &Operation,
    typed: &Typed,
    problems: &Problems,
    outcome: Option<(&Import, &[RowNote], bool)>,
    status: StatusCode,
) -> Answer {
    let earlier = app::import::list(&visitor.cx, &operation.code).await?;
    let frame = visitor.frame_in(visitor.t.say("import-title"), Room::Incidents, operation).await;
    let address = address_of(operation);
    let choice = |name| Choice::new(name, title(visitor, name));
    let mappings = Mapping::shipped_names().map(choice).collect();
    let outcome = outcome.map(|(import, notes, dry_run)| Outcome { import, notes, dry_run });
    let html = ImportPage::new(&frame, &address, (typed, problems), mappings, outcome.as_ref(), &earlier);
    Ok((status, Html(write(&html))).into_response())
}

/// What a shipped mapping is called in the visitor's language.
fn title(visitor: &SignedIn, name: &str) -> String {
    Mapping::shipped(name).map_or_else(|_| name.to_owned(), |mapping| mapping.title.say(visitor.lang).to_owned())
}
