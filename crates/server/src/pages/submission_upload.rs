//! Answers typed offline: the workbook that is handed out, and what comes back in it.
//!
//! Refuses to read a file before it is known whose answers it holds.

use crate::error::{Answer, Failure};
use crate::typed::Uploaded;
use crate::typed::record_id;
use crate::visitor::SignedIn;
use app::submission::{Mine, Saved};
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse};
use model::problem::{Problem, Problems};
use render::frame::Room;
use render::page::submission_upload::{Outcome, UploadPage};
use render::page::write;

/// `GET /questionnaires/{id}/workbook.xlsx`: the questions with the answers so far, in the reader's language.
pub async fn workbook(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    let mine = app::submission::mine(&visitor.cx, &record_id(&id)?).await?;
    let body = render::workbook::workbook(visitor.t, &mine.found.record.content, &mine.answers)
        .map_err(|error| app::Error::Broken(Box::new(error)))?;
    Ok((xlsx("questionnaire"), body).into_response())
}

/// The headers of a workbook that is to be saved.
pub fn xlsx(name: &str) -> [(header::HeaderName, String); 2] {
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.xlsx\"")),
    ]
}

/// `GET /questionnaires/{id}/upload`.
pub async fn show(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    let mine = app::submission::mine(&visitor.cx, &record_id(&id)?).await?;
    page(&visitor, &mine, None, None, StatusCode::OK).await
}

async fn page(
    visitor: &SignedIn,
    mine: &Mine,
    saved: Option<&Saved>,
    of_file: Option<&Problems>,
    status: StatusCode,
) -> Answer {
    let agencies = app::agency::list(&visitor.cx).await?;
    let operation = mine.found.seen.operation();
    let mut frame = visitor.frame_in(visitor.t.say("workbook-title"), Room::Background, operation).await;
    frame.stand_under("questionnaires");
    let outcome = saved.map(|saved| Outcome {
        kept: saved.kept.len(),
        conflicts: &saved.conflicts,
        problems: &saved.problems,
        older: saved.older,
    });
    let page = UploadPage::new(&frame, &mine.found.record.content, &agencies, outcome, of_file);
    Ok((status, Html(write(&page))).into_response())
}

/// `POST /questionnaires/{id}/upload`.
pub async fn upload(visitor: SignedIn, Path(id): Path<String>, uploaded: Uploaded) -> Answer {
    let id = record_id(&id)?;
    let mine = app::submission::mine(&visitor.cx, &id).await?;
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    let Some(file) = uploaded.files.first() else {
        let missing: Problems = Problem::new("file", "required").into();
        return page(&visitor, &mine, None, Some(&missing), unprocessable).await;
    };
    match app::submission::upload(&visitor.cx, &id, &file.bytes).await {
        Ok(saved) => {
            let status = match (saved.problems.is_empty(), saved.conflicts.is_empty()) {
                (false, _) => unprocessable,
                (true, false) => StatusCode::CONFLICT,
                (true, true) => StatusCode::OK,
            };
            page(&visitor, &mine, Some(&saved), None, status).await
        }
        Err(error) => {
            let (problems, status) = Failure::from(error).on_form()?;
            page(&visitor, &mine, None, Some(&problems), status).await
        }
    }
}
