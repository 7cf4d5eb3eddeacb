//! Figures: exact, through the caller's eyes, each with its inputs.
//!
//! Refuses to add unlike units; a kilogram equivalent comes only from the named conversion table.

use crate::cx::Cx;
use crate::error::Result;
use crate::incident::counted;
use crate::operation::find;
use model::catalogue::conversion::ConversionTable;
use model::catalogue::substance::Substance;
use model::id::RecordId;
use model::listing::Filter;
use model::operation::OperationId;
use model::permission::Action;
use model::record::Reader;
use model::time::Moment;
use model::total::{By, FineSum, Input, TotalRow, Totals};
use std::collections::BTreeMap;
use store::Conn;

/// Figures of one operation, told apart by `by`.
pub async fn totals(cx: &Cx, code: &str, filter: &Filter, by: &[By]) -> Result<Totals> {
    let mut view = cx.app.store().read().await?;
    let seen = find(cx, &mut view, code).await?;
    cx.must(Action::Read, seen.relation)?;
    figures(&mut view, &seen.reader, seen.operation().id, filter, by, cx.now()).await
}

/// The records a figure was made of, in the order of their identifiers.
pub async fn inputs(
    cx: &Cx,
    code: &str,
    filter: &Filter,
    after: Option<&RecordId>,
    limit: u32,
) -> Result<Vec<Input>> {
    let mut view = cx.app.store().read().await?;
    let seen = find(cx, &mut view, code).await?;
    cx.must(Action::Read, seen.relation)?;
    Ok(view.inputs(&seen.reader, seen.operation().id, &counted(filter), after, limit).await?)
}

/// Figures in a view that is already open.
pub(crate) async fn figures(
    view: &mut Conn,
    reader: &Reader,
    operation: OperationId,
    filter: &Filter,
    by: &[By],
    as_of: Moment,
) -> Result<Totals> {
    let filter = counted(filter);
    let table = ConversionTable::latest();
    let fine = view.fine_sums(reader, operation, &filter, by).await?;
    let mut rows: BTreeMap<Vec<String>, TotalRow> = BTreeMap::new();
    let mut sum = TotalRow::default();
    for part in &fine {
        let row = rows.entry(part.keys.clone()).or_insert_with(|| TotalRow { keys: part.keys.clone(), ..TotalRow::default() });
        add(row, part, table);
        add(&mut sum, part, table);
    }
    for count in view.incident_counts(reader, operation, &filter, by).await? {
        let row = rows.entry(count.keys.clone()).or_insert_with(|| TotalRow { keys: count.keys, ..TotalRow::default() });
        (row.incidents, row.held) = (count.incidents, count.held);
    }
    if let Some(all) = view.incident_counts(reader, operation, &filter, &[]).await?.into_iter().next() {
        (sum.incidents, sum.held) = (all.incidents, all.held);
    }
    let conversion = table.map(|table| table.version.clone()).unwrap_or_default();
    let (by, rows, sequence) = (by.to_vec(), rows.into_values().collect(), view.sequence().await?);
    Ok(Totals { by, filter, rows, sum, conversion, as_of, sequence })
}

/// Adds one fine sum to a row, with its kilogram equivalent where the table has one.
fn add(row: &mut TotalRow, part: &FineSum, table: Option<&ConversionTable>) {
    let amount = i128::from(part.amount);
    row.all.add(part.dimension, part.lines, amount);
    if !part.in_scope {
        return;
    }
    row.in_scope.add(part.dimension, part.lines, amount);
    if !part.confirmed {
        row.provisional.add(part.dimension, part.lines, amount);
    }
    match table.and_then(|table| equivalent(table, part)) {
        Some(micrograms) => row.equivalent += micrograms,
        None => row.unconverted += part.lines,
    }
}

/// Micrograms a fine sum stands for by the table; `None` where it does not say.
fn equivalent(table: &ConversionTable, part: &FineSum) -> Option<i128> {
    let (dimension, unit) = (part.dimension?, part.unit.as_deref()?);
    let group = part.substance.as_deref().and_then(Substance::by_key).map(|substance| substance.chemical_group.code());
    table.micrograms(dimension, unit, part.substance.as_deref(), group, part.amount)
}
