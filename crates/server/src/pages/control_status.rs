//! The status of a substance by the law of a day, and the matrix of many in many countries, as page and as file.
//!
//! Refuses a question it could not read: it is shown again with what is wrong, and nothing is answered.

use crate::error::Answer;
use crate::frame::address_of;
use crate::pages::detection::is_open;
use crate::typed::{Asked, Typed};
use crate::visitor::SignedIn;
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse};
use model::catalogue::substance::ChemicalGroup;
use model::catalogue::{Country, Substance};
use model::control_status::{Asked as Question, ControlStatus, Form, LawBook, status};
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

/// Substances on one page of the matrix.
const ROWS: usize = 50;
/// Jurisdictions beside each other at most.
const COLUMNS: usize = 60;

/// The status of unprocessable questions.
fn status_of(problems: &Problems) -> StatusCode {
    if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }
}

/// What is asked of one substance, as read.
struct Wanted {
    substance: Option<&'static Substance>,
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
    let substance = Substance::by_key(text).or_else(|| Substance::recognise(text));
    if substance.is_none() && !text.is_empty() {
        problems.add(Problem::new("substance", "substance-unknown").with("text", text));
    }
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
    let keys: Vec<String> = wanted.substance.iter().map(|one| one.key.clone()).collect();
    let book = if keys.is_empty() { LawBook::default() } else { app::control_status::book(&visitor.cx, &keys).await? };
    let both = wanted.substance.zip(wanted.jurisdiction.as_ref()).filter(|_| problems.is_empty());
    let question = both.map(|(substance, jurisdiction)| Question {
        substance: &substance.key,
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
    if jurisdictions.is_empty() {
        let own = operation.participants();
        let countries = own.iter().filter(|code| Country::by_code(code.as_str()).is_some());
        jurisdictions.push(Jurisdiction::united_nations());
        jurisdictions.extend(countries.filter_map(|code| Jurisdiction::read("", code.as_str()).ok()));
    }
    View {
        jurisdictions,
        group: ChemicalGroup::parse(asked.get("group")),
        text: fold(asked.get("text")),
        detected: asked.get("detected") == "true",
        changed: asked.get("changed") == "true",
        day: day("date", asked.get("date"), Some(today), problems).unwrap_or(today),
        since: day("since", asked.get("since"), None, problems),
        after: asked.get("after").to_owned(),
    }
}

/// The rows that fit, each with its cells.
fn lines(ground: &app::control_status::Ground, view: &View) -> Vec<Line> {
    let fits = |one: &&'static Substance| {
        view.group.is_none_or(|group| group == one.chemical_group)
            && (!view.detected || ground.detected.contains(&one.key))
            && (view.text.is_empty() || one.every_name().any(|name| fold(name).contains(&view.text)))
    };
    let all = Substance::all().iter().filter(fits);
    let line = |substance| line(ground, view, substance);
    all.map(line).filter(|line| !view.changed || line.cells.iter().any(|(_, earlier)| earlier.is_some())).collect()
}

fn line(ground: &app::control_status::Ground, view: &View, substance: &'static Substance) -> Line {
    let ask = |jurisdiction: &Jurisdiction, day| -> ControlStatus {
        let key = &substance.key;
        status(&ground.book, &Question { substance: key, jurisdiction, day, form: Form::Base, content: None }).status
    };
    let cell = |one: &Jurisdiction| {
        let now = ask(one, view.day);
        (now, view.since.map(|since| ask(one, since)).filter(|earlier| *earlier != now))
    };
    Line {
        substance,
        detected: ground.detected.contains(&substance.key),
        cells: view.jurisdictions.iter().map(cell).collect(),
    }
}

/// `GET /operations/{code}/matrix`.
pub async fn matrix(visitor: SignedIn, Path(code): Path<String>, Asked(asked): Asked) -> Answer {
    let ground = app::control_status::ground(&visitor.cx, &code, &[]).await?;
    let operation = ground.seen.operation();
    let mut problems = Problems::none();
    let view = read_view(&asked, operation, visitor.cx.now().day(), &mut problems);
    let mut all = lines(&ground, &view);
    let count = all.len();
    let begin = all.iter().position(|line| line.substance.key == view.after).map_or(0, |at| at + 1);
    let next = all.get(begin + ROWS - 1).filter(|_| all.len() > begin + ROWS).map(|line| line.substance.key.clone());
    all = all.into_iter().skip(begin).take(ROWS).collect();
    let mut frame = visitor.frame_in(visitor.t.say("frame-tab-status"), Room::Background, operation).await;
    frame.stand_under("status");
    let typed =
        if asked.get("date").is_empty() { asked.clone().with("date", view.day.to_string()) } else { asked.clone() };
    let shown = Matrix {
        operation,
        jurisdictions: &view.jurisdictions,
        lines: &all,
        count,
        day: view.day,
        since: view.since,
        typed: &typed,
        problems: &problems,
        next: next.as_deref(),
    };
    Ok((status_of(&problems), Html(write(&matrix_page(&frame, shown)))).into_response())
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
    let ground = app::control_status::ground(&visitor.cx, code, &[]).await?;
    let operation = ground.seen.operation();
    let mut problems = Problems::none();
    let view = read_view(asked, operation, visitor.cx.now().day(), &mut problems);
    // A document goes out of the house: with a question that was not understood it is not made at all.
    problems.clone().or(Some(()))?;
    let all = lines(&ground, &view);
    let shown = Matrix {
        operation,
        jurisdictions: &view.jurisdictions,
        lines: &all,
        count: all.len(),
        day: view.day,
        since: view.since,
        typed: asked,
        problems: &problems,
        next: None,
    };
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
