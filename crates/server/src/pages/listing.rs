//! The list of an operation's incidents, its export, and the inputs of a figure: one address, `?inputs` and `?format=`.
//!
//! Refuses to hold a whole export in memory where it can be sent page by page.

use crate::error::{Answer, Failure};
use crate::filter;
use crate::typed::Asked;
use crate::visitor::SignedIn;
use app::Cx;
use axum::body::{Body, Bytes};
use axum::extract::Path;
use axum::http::{HeaderName, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use futures_util::stream::{self, StreamExt};
use model::agency::Agency;
use model::id::RecordId;
use model::listing::{Cursor, Filter, Order, Page};
use model::permission::Action;
use model::problem::{Problem, Problems};
use model::stage::Work;
use render::frame::Room;
use render::page::listing::{InputsPage, ListingPage, Look, export_cells, export_heads};
use render::page::write;
use render::sheet::{Cell, Table, csv, csv_rows, xlsx};
use render::words::Speech;

/// Rows of a page that people read.
const ROWS: u32 = 50;
/// Rows fetched at once for an export.
const PORTION: u32 = 500;
/// Rows of a workbook at most: more than anybody reads in one, and still written in a breath.
const WORKBOOK: usize = 100_000;

/// `GET /operations/{code}/incidents`.
pub async fn show(visitor: SignedIn, Path(code): Path<String>, Asked(asked): Asked) -> Answer {
    let (filter, mut problems) = filter::on_page(&visitor.cx, &asked).await?;
    let look = Look::read(&asked);
    if asked.0.iter().any(|(name, _)| name == "inputs") {
        return inputs(&visitor, &code, &filter, &problems, &asked).await;
    }
    let format = asked.get("format");
    if !format.is_empty() {
        if !problems.is_empty() {
            return Err(problems.into());
        }
        return match format {
            "csv" => as_csv(&visitor, &code, filter, look.order).await,
            "xlsx" => as_workbook(&visitor, &code, &filter, look.order).await,
            other => Err(Problem::new("format", "code-unknown").with("text", other).into()),
        };
    }
    let after = problems.keep(read_cursor(&look)).flatten();
    let page = Page { order: look.order, after, limit: ROWS };
    let listing = list(&visitor, &code, &filter, page, &mut problems).await?;
    let operation = &listing.operation;
    let mut frame = visitor.frame_in(visitor.t.say("listing-title"), Room::Incidents, operation).await;
    frame.modules = vec!["live.mjs"];
    let today = visitor.cx.now().day();
    let takes = [Work::Report, Work::ReportLate].iter().any(|work| operation.is_open_for(*work, today));
    let html = write(&ListingPage {
        frame: &frame,
        operation,
        filter: &filter,
        typed: &asked,
        problems: &problems,
        look: &look,
        rows: &listing.rows,
        facets: &listing.facets,
        agencies: &listing.agencies,
        as_of: listing.as_of,
        event: &listing.event,
        may_submit: takes && listing.may.contains(&Action::Submit),
        may_import: takes && listing.may.contains(&Action::Import),
    });
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, Html(html)).into_response())
}

/// The page of the list; where its cursor stands nowhere, that is said and the list starts at its beginning.
async fn list(
    visitor: &SignedIn,
    code: &str,
    filter: &Filter,
    mut page: Page,
    problems: &mut Problems,
) -> app::Result<app::incident::Listing> {
    match app::incident::list(&visitor.cx, code, filter, &page).await {
        Err(app::Error::Invalid(found)) if page.after.take().is_some() => problems.0.extend(found.0),
        other => return other,
    }
    app::incident::list(&visitor.cx, code, filter, &page).await
}

/// Where the page starts; a cursor of another order or a broken one is said, and the list starts at its beginning.
fn read_cursor(look: &Look) -> Result<Option<Cursor>, Problem> {
    if look.after.is_empty() {
        return Ok(None);
    }
    let cursor = Cursor::read(&look.after).filter(|cursor| cursor.fits(look.order));
    cursor.map(Some).ok_or_else(|| Problem::new("after", "cursor-unknown").with("text", &look.after))
}

/// An export on its way: what was fetched last tells where to go on.
struct Course {
    cx: Cx,
    code: String,
    filter: Filter,
    page: Page,
    agencies: Vec<Agency>,
    over: bool,
}

impl Course {
    async fn new(visitor: &SignedIn, code: &str, filter: Filter, order: Order) -> app::Result<Self> {
        let page = Page { order, after: None, limit: PORTION };
        let agencies = app::agency::list(&visitor.cx).await?;
        Ok(Self { cx: visitor.cx.clone(), code: code.to_owned(), filter, page, agencies, over: false })
    }

    /// The next rows as cells; `None` when all have been fetched.
    async fn next(&mut self, t: Speech) -> app::Result<Option<Vec<Vec<Cell>>>> {
        if self.over {
            return Ok(None);
        }
        let (rows, next) = app::incident::portion(&self.cx, &self.code, &self.filter, &self.page).await?;
        self.over = next.is_none();
        self.page.after = next;
        Ok(Some(rows.iter().map(|row| export_cells(t, &self.agencies, row)).collect()))
    }
}

async fn as_csv(visitor: &SignedIn, code: &str, filter: Filter, order: Order) -> Answer {
    let t = visitor.t;
    let mut course = Course::new(visitor, code, filter, order).await?;
    // The first portion is fetched before anything is answered, so that a refusal is still a refusal.
    let first = course.next(t).await?.unwrap_or_default();
    let head = csv(&Table { columns: export_heads(t), rows: first, ..Table::default() }).map_err(broken)?;
    let rest = stream::unfold(Some(course), move |course| async move {
        let mut course = course?;
        match course.next(t).await {
            Ok(Some(rows)) => Some((csv_rows(&rows).map(Bytes::from), Some(course))),
            Ok(None) => None,
            Err(error) => Some((Err(std::io::Error::other(error)), None)),
        }
    });
    // Fused: whoever compresses the body asks once more after its end.
    let body = Body::from_stream(stream::once(async { Ok(Bytes::from(head)) }).chain(rest).fuse());
    Ok(download("text/csv; charset=utf-8", &file_name(visitor, code, "incidents", "csv"), body))
}

async fn as_workbook(visitor: &SignedIn, code: &str, filter: &Filter, order: Order) -> Answer {
    let t = visitor.t;
    let operation = app::operation::get(&visitor.cx, code).await?.record.content;
    let count = app::incident::count(&visitor.cx, code, filter).await?;
    let count = render::words::plain(&t.say_one("listing-count", "count", count));
    let mut notes = vec![operation.code, format!("{count}, {}", visitor.cx.now().iso())];
    if operation.demonstration || visitor.cx.app.node().demonstration {
        notes.insert(0, t.plain("frame-demonstration"));
    }
    let mut table = Table { title: t.plain("listing-title"), notes, columns: export_heads(t), ..Table::default() };
    let mut course = Course::new(visitor, code, filter.clone(), order).await?;
    while let Some(rows) = course.next(t).await? {
        table.rows.extend(rows);
        if table.rows.len() >= WORKBOOK && !course.over {
            table.notes.push(render::words::plain(&t.say_one("listing-cut", "count", table.rows.len())));
            break;
        }
    }
    let written = tokio::task::spawn_blocking(move || xlsx(t, &[table])).await.map_err(broken)?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    Ok(download(kind, &file_name(visitor, code, "incidents", "xlsx"), Body::from(written.map_err(broken)?)))
}

async fn inputs(
    visitor: &SignedIn,
    code: &str,
    filter: &Filter,
    problems: &Problems,
    asked: &render::form::Typed,
) -> Answer {
    if asked.get("format") == "csv" {
        return inputs_as_csv(visitor, code, filter).await;
    }
    let mut problems = problems.clone();
    let after = asked.get("after");
    let unknown = || Problem::new("after", "cursor-unknown").with("text", after);
    let after = if after.is_empty() { None } else { problems.keep(after.parse::<RecordId>().map_err(|_| unknown())) };
    let mut found = app::total::inputs(&visitor.cx, code, filter, after.as_ref(), ROWS + 1).await?;
    let more = found.len() > ROWS as usize;
    found.truncate(ROWS as usize);
    let next = found.last().filter(|_| more).map(|input| input.record.to_string());
    let mut records = Vec::with_capacity(found.len());
    for input in found {
        records.push(app::incident::revision(&visitor.cx, &input.record, input.revision).await?);
    }
    let operation = app::operation::get(&visitor.cx, code).await?.record.content;
    let frame = visitor.frame_in(visitor.t.say("inputs-title"), Room::Incidents, &operation).await;
    let as_of = visitor.cx.now();
    let page = InputsPage {
        frame: &frame,
        operation: &operation,
        filter,
        problems: &problems,
        records: &records,
        next,
        as_of,
    };
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, Html(write(&page))).into_response())
}

async fn inputs_as_csv(visitor: &SignedIn, code: &str, filter: &Filter) -> Answer {
    let columns = ["inputs-record", "inputs-revision"].map(|key| visitor.t.plain(key)).to_vec();
    let mut table = Table { columns, ..Table::default() };
    let mut after: Option<RecordId> = None;
    loop {
        let found = app::total::inputs(&visitor.cx, code, filter, after.as_ref(), PORTION).await?;
        table.rows.extend(
            found.iter().map(|input| vec![Cell::from(input.record.as_str()), Cell::Int(input.revision.into())]),
        );
        if found.len() < PORTION as usize {
            break;
        }
        after = found.last().map(|input| input.record.clone());
    }
    let body = Body::from(csv(&table).map_err(broken)?);
    Ok(download("text/csv; charset=utf-8", &file_name(visitor, code, "inputs", "csv"), body))
}

/// `REFLEX-2021-incidents-2021-10-15.csv`, whatever the address said; what is made up says so in its name.
pub fn file_name(visitor: &SignedIn, code: &str, what: &str, ending: &str) -> String {
    let code: String =
        code.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-').take(40).collect();
    let label = if visitor.cx.app.node().demonstration { "-demonstration" } else { "" };
    format!("{code}-{what}-{}{label}.{ending}", visitor.cx.now().day())
}

/// A file to keep.
pub fn download(kind: &'static str, name: &str, body: Body) -> Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    let headers: [(HeaderName, String); 2] =
        [(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)];
    (headers, body).into_response()
}

/// What could not be written.
pub fn broken(error: impl std::error::Error + Send + Sync + 'static) -> Failure {
    Failure::App(app::Error::Broken(Box::new(error)))
}
