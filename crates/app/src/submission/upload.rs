//! Answers that were typed offline come in as a workbook.
//!
//! Refuses what [`save`](super::save) refuses, and says of each problem in which sheet and cell it stands.

use super::{Saved, mine, save};
use crate::cx::Cx;
use crate::error::Result;
use model::id::RecordId;
use model::problem::Problems;

/// Keeps the answers of a filled workbook.
pub async fn upload(cx: &Cx, id: &RecordId, bytes: &[u8]) -> Result<Saved> {
    let mine = mine(cx, id).await?;
    super::must_take_answers(&mine.found.record.content)?;
    let filled = intake::read_answers(bytes, &mine.found.record.content)?;
    let mut saved = save(cx, id, &filled.draft).await?;
    let of_cells = filled.problems.0.clone();
    let of_answers = saved.problems.0.into_iter().map(|problem| filled.place(problem));
    saved.older = Some(filled.version).filter(|version| *version != mine.found.record.content.version);
    saved.problems = Problems(of_cells.into_iter().chain(of_answers).collect());
    Ok(saved)
}
