//! The recommendations of all editions of a series beside each other: what an edition recommended, and what became of it.
//!
//! Refuses editions that the caller takes no part in: they are not there, nor is what they recommended.

use super::follow::{Asked, follow};
use crate::cx::Cx;
use crate::error::Result;
use crate::operation::{self, Seen, find};
use model::operation::Operation;
use model::permission::Action;
use model::recommendation::Edition;
use store::Eyes;

/// Every edition of the operation's series that the caller takes part in, latest first, with what is asked for.
pub async fn board(cx: &Cx, code: &str, asked: &Asked) -> Result<(Seen, Vec<Edition>)> {
    let all = operation::list(cx).await?;
    let mut view = cx.app.store().read().await?;
    let seen = find(cx, &mut view, code).await?;
    cx.must(Action::Read, seen.relation)?;
    let series = &seen.operation().series;
    let mut editions: Vec<Operation> =
        all.into_iter().map(|record| record.content).filter(|one| one.series == *series).collect();
    editions.sort_by(|a, b| b.edition.cmp(&a.edition));
    let eyes: Vec<Eyes> = editions.iter().map(|one| (one.id, cx.reader(one))).collect();
    let operations: Vec<&Operation> = editions.iter().collect();
    let mut followed = follow(cx, &mut view, &eyes, &operations, asked).await?;
    let mut board = Vec::new();
    for operation in editions {
        let own = followed.extract_if(.., |one| one.record.header.operation == operation.id).collect();
        board.push(Edition { operation, followed: own });
    }
    Ok((seen, board))
}
