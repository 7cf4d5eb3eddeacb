//! The status of a substance by the law of a day, and the matrix of many in many countries, as page and as file.
//!
//! Refuses a question it could not read: it is shown again with what is wrong, and nothing is answered.

use crate::error::{Answer, Failure};
use crate::frame::address_of;
use crate::pages::detection::is_open;
use crate::typed::{Asked, Typed};
use crate::visitor::SignedIn;
use app::control_status::Ground;
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse};
use model::catalogue::substance::ChemicalGroup;
use model::catalogue::{Country, Substance};
use model::control_status::{Asked as Question, ControlStatus, Form, LawBook, is_written, status, written_key};
use model::fold::fold;
use model::jurisdiction::Jurisdiction;
use model::operation::Operation;
use model::permission::Action;
use model::problem::{Problem, Problems};
use model::quantity::{Decimal, DecimalMark, read_decimal};
use model::time::{Day, read_day};
use render::frame::Room;
use render::page::control_status::{Line, Matrix, Show, export, matrix as matrix_page, show as show_page};
use render::page::write;
use render::sheet::{csv, xlsx as workbook};
use render::words::Speech;

/// Cells on one page of the matrix: a thin line carries so many. Rows are as many as they make, within these bounds.
const CELLS: usize = 1_000;
const ROWS: (usize, usize) = (20, 50);
/// Jurisdictions beside each other at most.
const COLUMNS: usize = 60;

/// The status of unprocessable questions.
fn status_of(problems: &Problems) -> StatusCode {
    if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }
}

/// What is asked of one substance, as read.
struct Wanted {
    /// Its key in the law; of what the catalogue does not hold, the key of its name as written.
    substance: Option<String>,
    jurisdiction: Option<Jurisdiction>,
    day: Day,
    form: Form,
    content: Option<Decimal>,
}

fn day(field: &str, text: &str, default: Option<Day>, problems: &mut Problems) -> Option<Day> {
    if text.trim().is_empty() { default } else { problems.keep(read_day(field, text)).map(|read| read.day) }
}

fn read_question(asked: &Typed, today: Day, problems: &mut Problems) -> Wanted {
    let text = asked.get("substance").trim();
    let known = Substance::by_key(text).or_else(|| Substance::recognise(text));
    let key = known.map_or_else(|| written_key(text), |known| known.key.clone());
    let substance = Some(key).filter(|_| !text.is_empty());
    let whose = asked.get("jurisdiction");
    let jurisdiction =
        if whose.trim().is_empty() { None } else { problems.keep(Jurisdiction::read("jurisdiction", whose)) };
    let content = asked.get("content").trim().trim_end_matches('%');
    let content =
        if content.is_empty() { None } else { problems.keep(read_decimal("content", content, DecimalMark::Either)) };
    Wanted {
        substance,
        jurisdiction,
        day: day("date", asked.get("date"), Some(today), problems).unwrap_or(today),
        form: Form::parse(asked.get("form")).unwrap_or(Form::Base),
        content,
    }
}

/// What was asked, with what goes without saying.
fn told(asked: &Typed, wanted: &Wanted) -> Typed {
    let mut typed = asked.clone();
    let own = [("date", wanted.day.to_string()), ("form", wanted.form.to_string())];
    for (name, value) in own.into_iter().filter(|(name, _)| asked.get(name).is_empty()) {
        typed = typed.with(name, value);
    }
    typed
}

/// `GET /operations/{code}/status`: `?substance=&jurisdiction=&date=&form=&content=`.
pub async fn show(visitor: SignedIn, Path(code): Path<String>, Asked(asked): Asked) -> Answer {
    let seen = app::operation::get(&visitor.cx, &code).await?;
    let operation = seen.operation();
    let mut problems = Problems::none();
    let wanted = read_question(&asked, visitor.cx.now().day(), &mut problems);
    let keys: Vec<String> = wanted.substance.iter().cloned().collect();
    let book = if keys.is_empty() { LawBook::default() } else { app::control_status::book(&visitor.cx, &keys).await? };
    if keys.iter().any(|key| is_written(key) && book.written(key).is_none()) {
        let unknown = Problem::new("substance", "substance-unknown").with("text", asked.get("substance").trim());
        problems.0.insert(0, unknown);
    }
    let both = wanted.substance.as_deref().zip(wanted.jurisdiction.as_ref()).filter(|_| problems.is_empty());
    let question = both.map(|(substance, jurisdiction)| Question {
        substance,
        jurisdiction,
        day: wanted.day,
        form: wanted.form,
        content: wanted.content,
    });
    let mut frame = visitor.frame_in(visitor.t.say("control-status-question"), Room::Background, operation).await;
    frame.stand_under("status");
    let may_add = seen.may.contains(&Action::Contribute) && is_open(&visitor, operation);
    let typed = told(&asked, &wanted);
    let shown = Show { operation, book: &book, asked: question, typed: &typed, problems: &problems, may_add };
    Ok((status_of(&problems), Html(write(&show_page(&frame, shown)))).into_response())
}

/// Which rows and columns the matrix has, on which day.
struct View {
    jurisdictions: Vec<Jurisdiction>,
    offered: Vec<Jurisdiction>,
    group: Option<ChemicalGroup>,
    text: String,
    detected: bool,
    changed: bool,
    day: Day,
    since: Option<Day>,
    after: String,
}

fn read_view(asked: &Typed, operation: &Operation, today: Day, problems: &mut Problems) -> View {
    let named = asked.0.iter().filter(|(name, _)| name == "jurisdiction").map(|(_, value)| value.as_str());
    let mut jurisdictions: Vec<Jurisdiction> = Vec::new();
    for text in named.filter(|text| !text.trim().is_empty()).take(COLUMNS) {
        jurisdictions.extend(problems.keep(Jurisdiction::read("jurisdiction", text)));
    }
    let own = operation.participants();
    let countries = own.iter().filter(|code| Country::by_code(code.as_str()).is_some());
    let countries = countries.filter_map(|code| Jurisdiction::read("", code.as_str()).ok());
    let mut offered: Vec<Jurisdiction> = [Jurisdiction::united_nations()].into_iter().chain(countries).collect();
    if jurisdictions.is_empty() {
        jurisdictions.extend(offered.iter().take(COLUMNS).cloned());
    }
    offered.extend(jurisdictions.iter().filter(|one| !offered.contains(one)).cloned().collect::<Vec<_>>());
    View {
        jurisdictions,
        offered,
        group: ChemicalGroup::parse(asked.get("group")),
        text: fold(asked.get("text")),
        detected: asked.get("detected") == "true",
        changed: asked.get("changed") == "true",
        day: day("date", asked.get("date"), Some(today), problems).unwrap_or(today),
        since: day("since", asked.get("since"), None, problems),
        after: asked.get("after").to_owned(),
    }
}

/// A row that fits: key and name.
type Fitting = (String, String);

/// What fits of the catalogue, then what only acts name.
fn fitting(t: Speech, ground: &Ground, view: &View) -> Vec<Fitting> {
    let found = |key: &str| !view.detected || ground.detected.contains(key);
    let said = |name: &str| view.text.is_empty() || fold(name).contains(&view.text);
    let known = Substance::all().iter().filter(|one| {
        view.group.is_none_or(|group| group == one.chemical_group) && found(&one.key) && one.every_name().any(said)
    });
    let known = known.map(|one| (one.key.clone(), one.names.say(t.lang()).to_owned()));
    let written = ground.written.iter().filter(|one| view.group.is_none() && found(&one.key) && said(&one.name));
    known.chain(written.map(|one| (one.key.clone(), one.name.clone()))).collect()
}

fn line(ground: &Ground, book: &LawBook, view: &View, (key, name): Fitting) -> Line {
    let ask = |jurisdiction: &Jurisdiction, day| -> ControlStatus {
        status(book, &Question { substance: &key, jurisdiction, day, form: Form::Base, content: None }).status
    };
    let cell = |one: &Jurisdiction| {
        let now = ask(one, view.day);
        (now, view.since.map(|since| ask(one, since)).filter(|earlier| *earlier != now))
    };
    let cells = view.jurisdictions.iter().map(cell).collect();
    Line { detected: ground.detected.contains(&key), cells, key, name }
}

/// The rows of one page, how many there are in all, and after which the next page begins.
struct Rows {
    lines: Vec<Line>,
    count: usize,
    next: Option<String>,
}

/// `size` rows after the one named; the law is read for these alone, unless what changed is looked for.
async fn rows(ground: &mut Ground, t: Speech, view: &View, size: usize) -> Result<Rows, Failure> {
    let mut all = fitting(t, ground, view);
    let mut lines = Vec::new();
    if view.changed {
        let book = ground.book(&[]).await?;
        lines = all.into_iter().map(|one| line(ground, &book, view, one)).collect();
        lines.retain(|line| line.cells.iter().any(|(_, earlier)| earlier.is_some()));
        all = lines.iter().map(|line| (line.key.clone(), line.name.clone())).collect();
    }
    let begin = all.iter().position(|(key, _)| *key == view.after).map_or(0, |at| at + 1);
    let count = all.len();
    let page: Vec<Fitting> = all.into_iter().skip(begin).take(size).collect();
    let next = page.last().filter(|_| begin + page.len() < count).map(|(key, _)| key.clone());
    if view.changed {
        lines = lines.into_iter().skip(begin).take(size).collect();
    } else if !page.is_empty() {
        let keys: Vec<String> = page.iter().map(|(key, _)| key.clone()).collect();
        // So many names are asked one by one; more are all of them.
        let keys = if keys.len() > ROWS.1 { &[][..] } else { &keys };
        let book = ground.book(keys).await?;
        lines = page.into_iter().map(|one| line(ground, &book, view, one)).collect();
    }
    Ok(Rows { lines, count, next })
}

/// `GET /operations/{code}/matrix`.
pub async fn matrix(visitor: SignedIn, Path(code): Path<String>, Asked(asked): Asked) -> Answer {
    let mut ground = app::control_status::ground(&visitor.cx, &code).await?;
    let mut problems = Problems::none();
    let view = read_view(&asked, ground.seen.operation(), visitor.cx.now().day(), &mut problems);
    let size = (CELLS / view.jurisdictions.len().max(1)).clamp(ROWS.0, ROWS.1);
    let rows = rows(&mut ground, visitor.t, &view, size).await?;
    let operation = ground.seen.operation();
    let mut frame = visitor.frame_in(visitor.t.say("frame-tab-status"), Room::Background, operation).await;
    frame.stand_under("status");
    let typed =
        if asked.get("date").is_empty() { asked.clone().with("date", view.day.to_string()) } else { asked.clone() };
    let shown = shown(operation, &view, &rows, &typed, &problems);
    Ok((status_of(&problems), Html(write(&matrix_page(&frame, shown)))).into_response())
}

fn shown<'a>(
    operation: &'a Operation,
    view: &'a View,
    rows: &'a Rows,
    typed: &'a Typed,
    problems: &'a Problems,
) -> Matrix<'a> {
    Matrix {
        operation,
        jurisdictions: &view.jurisdictions,
        offered: &view.offered,
        lines: &rows.lines,
        count: rows.count,
        day: view.day,
        since: view.since,
        typed,
        problems,
        next: rows.next.as_deref(),
    }
}

/// `GET /operations/{code}/matrix.csv`.
pub async fn as_csv(visitor: SignedIn, Path(code): Path<String>, Asked(asked): Asked) -> Answer {
    file(&visitor, &code, &asked, "csv").await
}

/// `GET /operations/{code}/matrix.xlsx`.
pub async fn as_xlsx(visitor: SignedIn, Path(code): Path<String>, Asked(asked): Asked) -> Answer {
    file(&visitor, &code, &asked, "xlsx").await
}

async fn file(visitor: &SignedIn, code: &str, asked: &Typed, end: &str) -> Answer {
    let mut ground = app::control_status::ground(&visitor.cx, code).await?;
    let mut problems = Problems::none();
    let mut view = read_view(asked, ground.seen.operation(), visitor.cx.now().day(), &mut problems);
    view.after.clear();
    // A document goes out of the house: with a question that was not understood it is not made at all.
    problems.clone().or(Some(()))?;
    let rows = rows(&mut ground, visitor.t, &view, usize::MAX).await?;
    let operation = ground.seen.operation();
    let shown = shown(operation, &view, &rows, asked, &problems);
    let table = export(visitor.t, &shown);
    let (kind, body) = if end == "csv" {
        ("text/csv; charset=utf-8", csv(&table).map_err(|error| app::Error::Broken(Box::new(error)))?)
    } else {
        let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        (kind, workbook(visitor.t, &[table]).map_err(|error| app::Error::Broken(Box::new(error)))?)
    };
    let name = format!(
        "attachment; filename=\"{}-status-{}.{end}\"",
        address_of(operation).rsplit('/').next().unwrap_or("matrix"),
        view.day
    );
    Ok(([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, name)], body).into_response())
}
