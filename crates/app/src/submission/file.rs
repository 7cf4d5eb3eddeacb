//! Who may read a file that was given as an answer.
//!
//! Refuses it to everybody outside the participant until it is released, and then to whoever may not read a revision that
//! has it.

use super::find_mine;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::operation::Seen;
use model::attachment::AttachmentId;
use model::record::Header;
use model::submission::Submission;
use store::{AnswerFile, Conn};

/// Whether the file is one of the caller's own participant.
pub(crate) async fn find_own_file(cx: &Cx, conn: &mut Conn, file: &AnswerFile) -> Result<()> {
    let own = cx.member().is_some_and(|member| member.participant == file.participant);
    if !own {
        return Err(Error::NotFound);
    }
    find_mine(cx, conn, &file.questionnaire.into()).await.map(drop)
}

/// Whether a release that the reader may read has the file.
pub(crate) async fn find_released_file(conn: &mut Conn, seen: &Seen, header: &Header, id: AttachmentId) -> Result<()> {
    let all = conn.shared_revisions::<Submission>(&seen.reader, &header.id).await?;
    let has = all.iter().any(|record| record.content.files().any(|given| given.file == id));
    if has { Ok(()) } else { Err(Error::NotFound) }
}
