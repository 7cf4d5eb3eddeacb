//! The analyst's workspace: figures of one or several editions, told apart by two axes, with their trends and routes.
//!
//! Refuses to add up editions: each is computed by itself, through the caller's eyes in it. Refuses an edition the caller
//! takes no part in: it is not offered.

use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::operation::{Seen, find, list};
use crate::total::tell;
use model::brief::Figure;
use model::id::{Id, NIL};
use model::member::Role;
use model::operation::Operation;
use model::participant::{ParticipantCode, ParticipationRole};
use model::permission::Action;
use model::record::Reader;
use model::total::{By, TotalRow, Totals};
use model::workspace::{Axis, Question, Route};
use std::collections::BTreeMap;
use store::Conn;

/// Records that are opened to count how things were hidden, at most.
const OPENED: u32 = 5000;

/// The figures of one edition.
#[derive(Debug, Clone)]
pub struct Edition {
    /// The operation.
    pub operation: Operation,
    /// By rows and columns; by rows alone where there are no columns.
    pub cells: Totals,
    /// By rows.
    pub rows: Totals,
    /// By columns; no rows where there are no columns.
    pub columns: Totals,
    /// By month.
    pub months: Totals,
    /// By detection method.
    pub detections: Totals,
    /// Ways.
    pub routes: Vec<Route>,
    /// How things were hidden, by code, and how many incidents were looked at.
    pub concealments: (Vec<(String, i64)>, i64),
}

/// What the workspace shows.
#[derive(Debug, Clone)]
pub struct Workspace {
    /// The operation it is opened in.
    pub seen: Seen,
    /// The editions of its series that the caller takes part in, latest first.
    pub offered: Vec<Operation>,
    /// The figures of those that were chosen.
    pub editions: Vec<Edition>,
}

/// The workspace of one operation for one question.
pub async fn get(cx: &Cx, code: &str, question: &Question) -> Result<Workspace> {
    let all = list(cx).await?;
    let mut view = cx.app.store().read().await?;
    let seen = find(cx, &mut view, code).await?;
    cx.must(Action::Read, seen.relation)?;
    let series = &seen.operation().series;
    let offered: Vec<Operation> =
        all.into_iter().map(|record| record.content).filter(|one| one.series == *series).collect();
    let own = vec![seen.operation().code.clone()];
    let chosen = if question.editions.is_empty() { &own } else { &question.editions };
    let mut editions = Vec::new();
    for operation in offered.iter().filter(|one| chosen.contains(&one.code)) {
        let own = find(cx, &mut view, &operation.code).await?;
        editions.push(edition(cx, &mut view, own, question).await?);
    }
    Ok(Workspace { seen, offered, editions })
}

async fn edition(cx: &Cx, view: &mut Conn, seen: Seen, question: &Question) -> Result<Edition> {
    let (reader, operation) = (seen.reader, seen.record.content);
    let (rows, columns) = (question.rows, question.columns);
    let cells: Vec<By> = std::iter::once(rows).chain(columns).map(Axis::by).collect();
    let across: Vec<By> = columns.map(Axis::by).into_iter().collect();
    let (own, month, detection) = ([rows.by()], [By::Month], [By::Detection]);
    let groupings: [&[By]; 5] = [&cells, &own, &across, &month, &detection];
    let told = tell(cx, view, &reader, operation.id, &question.filter, &groupings).await?;
    let Ok([mut cells, mut by_rows, mut by_columns, months, detections]) = <[Totals; 5]>::try_from(told) else {
        return Err(Error::NotFound);
    };
    let axes: Vec<Axis> = std::iter::once(rows).chain(columns).collect();
    fold(&mut cells, &axes);
    fold(&mut by_rows, &axes[..1]);
    match columns {
        Some(axis) => fold(&mut by_columns, &[axis]),
        None => by_columns.rows.clear(),
    }
    let routes = view.routes(&reader, operation.id, &question.filter).await?;
    let concealments = view.concealments(&reader, operation.id, &question.filter, OPENED).await?;
    Ok(Edition { operation, cells, rows: by_rows, columns: by_columns, months, detections, routes, concealments })
}

/// Puts months together to quarters; an incident has one day, so nothing is counted twice.
fn fold(totals: &mut Totals, axes: &[Axis]) {
    if !axes.contains(&Axis::Quarter) {
        return;
    }
    let mut folded: BTreeMap<Vec<String>, TotalRow> = BTreeMap::new();
    for row in std::mem::take(&mut totals.rows) {
        let keys: Vec<String> = row.keys.iter().zip(axes).map(|(key, axis)| axis.key(key)).collect();
        let into = folded.entry(keys.clone()).or_insert_with(|| TotalRow { keys, ..TotalRow::default() });
        into.incidents += row.incidents;
        into.held += row.held;
        into.all.merge(&row.all);
        into.in_scope.merge(&row.in_scope);
        into.provisional.merge(&row.provisional);
        into.equivalent += row.equivalent;
        into.unconverted += row.unconverted;
    }
    totals.rows = folded.into_values().collect();
}

/// A question of one operation answered for whoever takes part in it: what every participant may know, and no more.
pub(crate) async fn freeze(
    cx: &Cx,
    view: &mut Conn,
    operation: &Operation,
    name: &str,
    question: &Question,
) -> Result<Figure> {
    let everybody = Reader {
        role: Role::Analyst,
        agency: Id::new(NIL),
        participant: ParticipantCode::country("-"),
        participation: Some(ParticipationRole::Participant),
    };
    let by = [question.rows.by()];
    let told = tell(cx, view, &everybody, operation.id, &question.filter, &[&by]).await?;
    let mut rows = told.into_iter().next().ok_or(Error::NotFound)?;
    fold(&mut rows, &[question.rows]);
    let measure = question.measure;
    let row = |row: &TotalRow| (row.keys.first().cloned().unwrap_or_default(), measure.of(row).to_string());
    Ok(Figure {
        name: name.to_owned(),
        question: question.clone(),
        as_of: cx.now(),
        rows: rows.rows.iter().filter(|row| measure.of(row) != 0).map(row).collect(),
        total: measure.of(&rows.sum).to_string(),
    })
}
