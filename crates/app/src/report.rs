//! The operation's report in values: the overview, more cuts, routes, first-seen substances, and every input.
//!
//! Refuses to be a document; `render` makes page, workbook and JSON of it.

use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::operation::find;
use crate::overview::within;
use crate::total::tell;
use model::listing::Filter;
use model::permission::Action;
use model::report::Report;
use model::total::{By, Input, Totals};

/// Inputs are read in pages of so many.
const PAGE: u32 = 5000;

/// The report of one operation, all of one moment.
pub async fn get(cx: &Cx, code: &str, filter: &Filter) -> Result<Report> {
    let mut view = cx.app.store().read().await?;
    let seen = find(cx, &mut view, code).await?;
    cx.must(Action::Read, seen.relation)?;
    let (reader, operation, now) = (seen.reader.clone(), seen.operation().id, cx.now());
    let told = tell(&mut view, &reader, operation, filter, &[&[By::Country], &[By::Setting]], now).await?;
    let Ok([by_country, by_setting]) = <[Totals; 2]>::try_from(told) else { return Err(Error::NotFound) };
    let flows = view.flows(&reader, operation, filter).await?;
    let first_seen = view.first_seen(&reader, operation, filter).await?;
    let mut inputs = Vec::new();
    loop {
        let after = inputs.last().map(|input: &Input| input.record.clone());
        let page = view.inputs(&reader, operation, filter, after.as_ref(), PAGE).await?;
        let ended = page.len() < PAGE as usize;
        inputs.extend(page);
        if ended {
            break;
        }
    }
    let overview = within(cx, &mut view, seen, filter).await?;
    let overview = std::sync::Arc::unwrap_or_clone(overview);
    Ok(Report { overview, by_country, by_setting, flows, first_seen, inputs })
}
