//! The operation's report in values: the overview, more cuts, routes, first-seen substances, and every input.
//!
//! Refuses to be a document; `render` makes page, workbook and JSON of it.

use crate::cx::Cx;
use crate::error::Result;
use crate::incident::counted;
use crate::operation::find;
use crate::overview::within;
use crate::total::figures;
use model::listing::Filter;
use model::permission::Action;
use model::report::Report;
use model::total::By;

/// Inputs are read in pages of so many.
const PAGE: u32 = 5000;

/// The report of one operation, all of one moment.
pub async fn get(cx: &Cx, code: &str, filter: &Filter) -> Result<Report> {
    let mut view = cx.app.store().read().await?;
    let seen = find(cx, &mut view, code).await?;
    cx.must(Action::Read, seen.relation)?;
    let (reader, operation, now) = (seen.reader.clone(), seen.operation().id, cx.now());
    let by_country = figures(&mut view, &reader, operation, filter, &[By::Country], now).await?;
    let by_setting = figures(&mut view, &reader, operation, filter, &[By::Setting], now).await?;
    let filter_counted = counted(filter);
    let flows = view.flows(&reader, operation, &filter_counted).await?;
    let first_seen = view.first_seen(&reader, operation, &filter_counted).await?;
    let mut inputs = Vec::new();
    loop {
        let after = inputs.last().map(|input: &model::total::Input| input.record.clone());
        let page = view.inputs(&reader, operation, &filter_counted, after.as_ref(), PAGE).await?;
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
