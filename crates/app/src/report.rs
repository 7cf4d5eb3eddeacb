//! The operation's report in values: the overview, more cuts, routes, first-seen substances, and every input.
//!
//! Refuses to be a document; `render` makes page, workbook and JSON of it.

use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::operation::find;
use crate::overview::within;
use crate::total::tell;
use model::listing::Filter;
use model::operation::OperationId;
use model::permission::Action;
use model::record::Reader;
use model::report::Report;
use model::total::{By, Input, Totals};
use store::Conn;

/// Inputs are read in pages of so many.
const PAGE: u32 = 5000;

/// The report of one operation with every input, all of one moment.
pub async fn get(cx: &Cx, code: &str, filter: &Filter) -> Result<Report> {
    tell_all(cx, code, filter, None).await
}

/// The same with as many inputs as a page shows, after `skip` of them; how many there are, its figures say.
pub async fn part(cx: &Cx, code: &str, filter: &Filter, skip: u32, limit: u32) -> Result<Report> {
    tell_all(cx, code, filter, Some((skip, limit))).await
}

async fn tell_all(cx: &Cx, code: &str, filter: &Filter, part: Option<(u32, u32)>) -> Result<Report> {
    let mut view = cx.app.store().read().await?;
    let seen = find(cx, &mut view, code).await?;
    cx.must(Action::Read, seen.relation)?;
    let (reader, operation) = (seen.reader.clone(), seen.operation().id);
    let told = tell(cx, &mut view, &reader, operation, filter, &[&[By::Country], &[By::Setting]]).await?;
    let Ok([by_country, by_setting]) = <[Totals; 2]>::try_from(told) else { return Err(Error::NotFound) };
    let flows = view.flows(&reader, operation, filter).await?;
    let first_seen = view.first_seen(&reader, operation, filter).await?;
    let inputs = match part {
        Some((skip, limit)) => view.inputs_from(&reader, operation, filter, skip, limit).await?,
        None => every_input(&mut view, &reader, operation, filter).await?,
    };
    let overview = within(cx, &mut view, seen, filter).await?;
    let mut overview = std::sync::Arc::unwrap_or_clone(overview);
    // A document leaves the node; what was made up there stays made up.
    overview.operation.demonstration |= cx.app.node().demonstration;
    Ok(Report { overview, by_country, by_setting, flows, first_seen, inputs })
}

async fn every_input(view: &mut Conn, reader: &Reader, operation: OperationId, filter: &Filter) -> Result<Vec<Input>> {
    let mut inputs: Vec<Input> = Vec::new();
    loop {
        let after = inputs.last().map(|input| input.record.clone());
        let page = view.inputs(reader, operation, filter, after.as_ref(), PAGE).await?;
        let ended = page.len() < PAGE as usize;
        inputs.extend(page);
        if ended {
            return Ok(inputs);
        }
    }
}
