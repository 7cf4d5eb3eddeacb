//! Answers of the visitor's participant: filled section by section, released; and what has been released.
//!
//! Refuses to lose what was typed: what could not be kept is in the form again, with a colleague's answer beside it.

use crate::error::{Answer, Failure};
use crate::pages::questionnaire::is_open;
use crate::pages::shared::lines;
use crate::session::redirect_with;
use crate::state::Server;
use crate::typed::record_id;
use crate::typed::{File, Posted, Sent, Typed, read};
use crate::visitor::SignedIn;
use app::submission::{Mine, NewFile, ReleaseDraft, Saved};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use model::permission::Action;
use model::problem::Problems;
use model::questionnaire::{Question, Section};
use model::submission::AnswersDraft;
use render::frame::{FlashKind, Room};
use render::html::query;
use render::page::submission::{Become, Revision, Shown as Page, SubmissionPage};
use render::page::submission_form::{SectionPage, Shown, typed, typed_of};
use render::page::submission_release::{GoneLine, ReleasePage, Releasing};
use render::page::submission_revision::{Difference, RevisionPage, Shown as Earlier};
use render::page::write;

/// `GET /questionnaires/{id}/answer/{section}`.
pub async fn show(visitor: SignedIn, Path((id, key)): Path<(String, String)>) -> Answer {
    let mine = app::submission::mine(&visitor.cx, &record_id(&id)?).await?;
    let section = section(&mine, &key)?;
    let typed = typed(section, &mine.answers);
    form(&visitor, &mine, section, &typed, &Saved::default(), false).await
}

fn section<'a>(mine: &'a Mine, key: &str) -> Result<&'a Section, Failure> {
    let questionnaire = &mine.found.record.content;
    if !is_open(questionnaire) {
        return Err(app::Error::Refused("questionnaire-not-open").into());
    }
    questionnaire.section(key).ok_or_else(|| app::Error::NotFound.into())
}

async fn form(visitor: &SignedIn, mine: &Mine, section: &Section, typed: &Typed, saved: &Saved, given: bool) -> Answer {
    let agencies = app::agency::list(&visitor.cx).await?;
    let title = section.title.say(visitor.lang).to_owned();
    let mut frame = visitor.frame_in(title, Room::Background, mine.found.seen.operation()).await;
    frame.stand_under("questionnaires");
    frame.modules = vec!["draft.mjs"];
    let questionnaire = &mine.found.record.content;
    let look = mine.look_again();
    let shown = Shown {
        questionnaire,
        section,
        answers: &mine.answers,
        agencies: &agencies,
        conflicts: &saved.conflicts,
        look: &look,
        given,
    };
    let status = if !saved.problems.is_empty() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else if saved.conflicts.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::CONFLICT
    };
    let page = SectionPage::new(&frame, shown, typed, &saved.problems);
    Ok((status, Html(write(&page))).into_response())
}

/// `POST /questionnaires/{id}/answer/{section}`: every button of the form saves what can be saved.
pub async fn save(
    State(server): State<Server>,
    visitor: SignedIn,
    Path((id, key)): Path<(String, String)>,
    Sent(uploaded): Sent,
) -> Answer {
    let id = record_id(&id)?;
    let before = app::submission::mine(&visitor.cx, &id).await?;
    let own = section(&before, &key)?;
    let (sent, files) = (tidy(&uploaded.typed, own), uploaded.files);
    let draft: AnswersDraft = read(&sent)?;
    let saved = app::submission::save_with(&visitor.cx, &id, &draft, files_of(files)).await?;
    let mine = app::submission::mine(&visitor.cx, &id).await?;
    let own = section(&mine, &key)?;
    let add = own.questions.iter().find(|question| question.key == sent.get("add"));
    if saved.is_whole() && add.is_none() && sent.get("remove").is_empty() && sent.get("theirs").is_empty() {
        let sections = &mine.found.record.content.sections;
        let place = sections.iter().position(|section| section.key == key).unwrap_or_default();
        let next = sections.get(place + 1).filter(|_| sent.get("action") == "next");
        let to = format!("/questionnaires/{}/answer/{}", query(id.as_str()), next.map_or(&key, |next| &next.key));
        return Ok(redirect_with(&server.config, &to, FlashKind::Good, "flash-answers-saved"));
    }
    let mut typed = shown_again(&sent, own, &mine, &saved);
    if let Some(question) = add {
        let path = format!("answers.{}.rows", question.key);
        typed = typed.clone().with(format!("{path}.{}.id", typed.count(&path)), "");
    }
    form(&visitor, &mine, own, &typed, &saved, true).await
}

/// The files of a form, each for the question in whose field it was chosen.
fn files_of(files: Vec<File>) -> Vec<NewFile> {
    let question = |field: &str| field.strip_prefix("answers.")?.strip_suffix(".files").map(str::to_owned);
    let of = |file: File| {
        let question = question(&file.field).unwrap_or(file.field);
        NewFile { question, name: file.name, bytes: file.bytes }
    };
    files.into_iter().map(of).collect()
}

/// What was kept as it stands now; what was not kept as it was typed, made from the answer that it is shown beside.
fn shown_again(sent: &Typed, section: &Section, mine: &Mine, saved: &Saved) -> Typed {
    let mut typed = Typed::nothing();
    for question in &section.questions {
        let path = format!("answers.{}.", question.key);
        let is_bad = saved.problems.0.iter().any(|problem| problem.field.starts_with(&path));
        let was_sent = sent.0.iter().any(|(name, _)| name.starts_with(&path));
        if !was_sent || !is_bad && !saved.conflicts.contains_key(&question.key) {
            typed = typed_of(typed, question, &mine.answers);
            continue;
        }
        for (name, value) in sent.0.iter().filter(|(name, _)| name.starts_with(&path)) {
            // The writer is shown the newer answer now: the next sending is made from it.
            let is_base = *name == format!("{path}base") && saved.conflicts.contains_key(&question.key);
            let base = mine.answers.revision(question).to_string();
            typed = typed.with(name.as_str(), if is_base { base.as_str() } else { value.as_str() });
        }
    }
    typed
}

/// What was typed without the row that is to be removed, without rows in which nothing was typed, and without the
/// answers in whose place a colleague's is kept. Rows close up so that a problem's path leads to the row it is shown in.
fn tidy(sent: &Typed, section: &Section) -> Typed {
    let mut tidy = Typed::nothing();
    let theirs = format!("answers.{}.", sent.get("theirs"));
    let (of, gone) = sent.get("remove").rsplit_once('.').unwrap_or_default();
    let lists: Vec<(&Question, String)> =
        section.questions.iter().map(|question| (question, format!("answers.{}.rows.", question.key))).collect();
    if let Some((question, file)) = sent.get("drop").rsplit_once('.') {
        tidy = tidy.with(format!("answers.{question}.drop"), file);
    }
    for (name, value) in &sent.0 {
        let is_row = lists.iter().any(|(_, list)| name.starts_with(list));
        let is_theirs = !sent.get("theirs").is_empty() && name.starts_with(&theirs);
        if !is_row && !is_theirs {
            tidy = tidy.with(name.as_str(), value.as_str());
        }
    }
    for (question, list) in lists.iter().filter(|(question, _)| question.key != sent.get("theirs")) {
        let rows = (0..sent.count(list.trim_end_matches('.')).min(500)).filter(|row| {
            let cells = format!("{list}{row}.cells.");
            let says = sent.0.iter().any(|(name, value)| name.starts_with(&cells) && !value.trim().is_empty());
            says && !(question.key == of && row.to_string() == gone)
        });
        for (place, row) in rows.enumerate() {
            let prefix = format!("{list}{row}.");
            let own: Vec<&(String, String)> = sent.0.iter().filter(|(name, _)| name.starts_with(&prefix)).collect();
            for (at, (name, value)) in own.iter().enumerate() {
                // A cell in which several were ticked comes several times; it is one cell.
                if own[..at].iter().any(|(other, _)| other == name) {
                    continue;
                }
                let same = own[at + 1..].iter().filter(|(other, _)| other == name).map(|(_, value)| value);
                let whole = same.fold(value.clone(), |all, value| format!("{all} {value}"));
                tidy = tidy.with(format!("{list}{place}.{}", &name[prefix.len()..]), whole);
            }
        }
    }
    tidy
}

/// `GET /questionnaires/{id}/release`.
pub async fn ask_release(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    let mine = app::submission::mine(&visitor.cx, &record_id(&id)?).await?;
    releasing(&visitor, &mine, &Typed::nothing(), &Problems::none(), StatusCode::OK).await
}

async fn releasing(visitor: &SignedIn, mine: &Mine, typed: &Typed, problems: &Problems, status: StatusCode) -> Answer {
    if !mine.found.seen.may.contains(&Action::SpeakFor) {
        return Err(app::Error::Refused("role").into());
    }
    let questionnaire = &mine.found.record.content;
    if !is_open(questionnaire) {
        return Err(app::Error::Refused("questionnaire-not-open").into());
    }
    let standing: Vec<_> = questionnaire.questions().filter_map(|question| mine.answers.standing(question)).collect();
    let (left, personal) =
        (mine.answers.left_over(questionnaire), app::submission::looks_personal(questionnaire, &standing));
    let gone = app::submission::gone(&visitor.cx, &mine.found.record.header.id).await?;
    let gone: Vec<GoneLine> = gone.into_iter().map(gone_line).collect();
    let operation = mine.found.seen.operation();
    let mut frame = visitor.frame_in(visitor.t.say("questionnaire-release"), Room::Background, operation).await;
    frame.stand_under("questionnaires");
    let shown = Releasing {
        questionnaire,
        operation,
        answers: &mine.answers,
        left: &left,
        personal: &personal,
        base: mine.released.as_ref().map_or(0, |record| record.header.revision),
        participant: visitor.member.participant.as_str(),
        gone: &gone,
    };
    Ok((status, Html(write(&ReleasePage::new(&frame, shown, typed, problems)))).into_response())
}

fn gone_line(gone: app::submission::Gone) -> GoneLine {
    let app::submission::Gone { record, upon } = gone;
    GoneLine { id: record.id, kind: record.kind, title: record.card.title, upon: lines(upon) }
}

/// `POST /questionnaires/{id}/release`.
pub async fn release(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let id = record_id(&id)?;
    let draft: ReleaseDraft = read(&sent)?;
    let problems = match app::submission::release(&visitor.cx, &id, &draft).await {
        Ok(record) => {
            let to = format!("/submissions/{}", query(record.header.id.as_str()));
            return Ok(redirect_with(&server.config, &to, FlashKind::Good, "flash-answers-released"));
        }
        Err(app::Error::Stale { .. }) => {
            (model::problem::Problem::new("", "release-changed").into(), StatusCode::CONFLICT)
        }
        Err(error) => Failure::from(error).on_form()?,
    };
    let mine = app::submission::mine(&visitor.cx, &id).await?;
    releasing(&visitor, &mine, &sent, &problems.0, problems.1).await
}

/// `GET /submissions/{id}`.
pub async fn page(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    let released = app::submission::get(&visitor.cx, &record_id(&id)?).await?;
    let (record, operation) = (&released.found.record, released.found.seen.operation());
    let agencies = app::agency::list(&visitor.cx).await?;
    let history: Vec<Revision> = released
        .history
        .iter()
        .map(|line| Revision { number: line.revision, role: line.author_role, changed: line.changed })
        .collect();
    let become_of: Vec<Become> = released
        .become_of
        .iter()
        .map(|one| Become { kind: one.kind, id: one.id.clone(), title: one.card.title.clone() })
        .collect();
    let title = visitor.t.participant(record.header.owner.as_str());
    let title = format!("{}: {title}", record.content.title.say(visitor.lang));
    let mut frame = visitor.frame_in(title, Room::Background, operation).await;
    frame.stand_under("questionnaires");
    let shown = Page {
        operation: &operation.code,
        record,
        questionnaire: released.questionnaire.as_ref(),
        agencies: &agencies,
        history: &history,
        become_of: &become_of,
    };
    Ok(Html(write(&SubmissionPage::new(&frame, shown))).into_response())
}

/// `GET /submissions/{id}/revisions/{number}`: a release as it was, and what has changed since.
pub async fn revision(visitor: SignedIn, Path((id, number)): Path<(String, String)>) -> Answer {
    let number = number.parse().map_err(|_| app::Error::NotFound)?;
    let then = app::submission::revision(&visitor.cx, &record_id(&id)?, number).await?;
    let agencies = app::agency::list(&visitor.cx).await?;
    let title = visitor.t.say_one("submission-revision-title", "number", visitor.t.int(number));
    let participant = visitor.t.participant(then.record.header.owner.as_str());
    let title = format!("{}: {participant}, {title}", then.record.content.title.say(visitor.lang));
    let operation = then.found.seen.operation();
    let mut frame = visitor.frame_in(title, Room::Background, operation).await;
    frame.stand_under("questionnaires");
    let since: Vec<Difference<'_>> = then.since.iter().map(difference).collect();
    let shown = Earlier {
        operation: &operation.code,
        record: &then.record,
        questionnaire: then.questionnaire.as_ref(),
        agencies: &agencies,
        current: then.found.record.header.revision,
        since: &since,
    };
    Ok(Html(write(&RevisionPage::new(&frame, shown))).into_response())
}

fn difference(one: &app::submission::Difference) -> Difference<'_> {
    Difference { question: &one.question, then: one.then.as_ref(), now: one.now.as_ref() }
}
