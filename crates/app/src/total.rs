//! Figures: exact, through the caller's eyes, each with its inputs.
//!
//! Refuses to add unlike units; a kilogram equivalent comes only from the named conversion table.

use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::operation::find;
use crate::seal::seal;
use model::catalogue::conversion::ConversionTable;
use model::catalogue::substance::Substance;
use model::id::RecordId;
use model::listing::Filter;
use model::operation::OperationId;
use model::permission::Action;
use model::record::Reader;
use model::total::{By, FineSum, Input, TotalRow, Totals};
use std::collections::BTreeMap;
use store::{Conn, Figures};

/// Figures of one operation, told apart by `by`.
pub async fn totals(cx: &Cx, code: &str, filter: &Filter, by: &[By]) -> Result<Totals> {
    let mut view = cx.app.store().read().await?;
    let seen = find(cx, &mut view, code).await?;
    cx.must(Action::Read, seen.relation)?;
    let told = tell(cx, &mut view, &seen.reader, seen.operation().id, filter, &[by]).await?;
    told.into_iter().next().ok_or(Error::NotFound)
}

/// The records a figure was made of, in the order of their identifiers.
pub async fn inputs(cx: &Cx, code: &str, filter: &Filter, after: Option<&RecordId>, limit: u32) -> Result<Vec<Input>> {
    let mut view = cx.app.store().read().await?;
    let seen = find(cx, &mut view, code).await?;
    cx.must(Action::Read, seen.relation)?;
    Ok(view.inputs(&seen.reader, seen.operation().id, filter, after, limit).await?)
}

/// The figures of several groupings at once, in their order; what can share a pass over the lines does.
pub(crate) async fn tell(
    cx: &Cx,
    view: &mut Conn,
    reader: &Reader,
    operation: OperationId,
    filter: &Filter,
    groupings: &[&[By]],
) -> Result<Vec<Totals>> {
    let mut asked: Vec<&[By]> = groupings.to_vec();
    asked.push(&[]);
    let mut figures = view.figures(reader, operation, filter, &asked).await?;
    let whole = figures.pop().unwrap_or_default();
    let sum = rows(&whole).into_iter().next().unwrap_or_default();
    let event = seal(&cx.app, view.mark(reader, operation).await?.sequence);
    let conversion = ConversionTable::latest().map(|table| table.version.clone()).unwrap_or_default();
    let totals = groupings.iter().zip(figures).map(|(by, own)| Totals {
        by: by.to_vec(),
        filter: filter.clone(),
        rows: rows(&own),
        sum: sum.clone(),
        conversion: conversion.clone(),
        as_of: cx.now(),
        event: event.clone(),
    });
    Ok(totals.collect())
}

/// One row per keys, in their order.
fn rows(figures: &Figures) -> Vec<TotalRow> {
    let table = ConversionTable::latest();
    let mut rows: BTreeMap<Vec<String>, TotalRow> = BTreeMap::new();
    for part in &figures.sums {
        add(row_of(&mut rows, &part.keys), part, table);
    }
    for count in &figures.counts {
        let row = row_of(&mut rows, &count.keys);
        (row.incidents, row.held) = (count.incidents, count.held);
    }
    rows.into_values().collect()
}

fn row_of<'a>(rows: &'a mut BTreeMap<Vec<String>, TotalRow>, keys: &[String]) -> &'a mut TotalRow {
    rows.entry(keys.to_vec()).or_insert_with(|| TotalRow { keys: keys.to_vec(), ..TotalRow::default() })
}

/// Adds one fine sum to a row, with its kilogram equivalent where the table has one.
fn add(row: &mut TotalRow, part: &FineSum, table: Option<&ConversionTable>) {
    let amount = part.amount;
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
