//! The builder of a questionnaire: every button makes its step a revision.
//!
//! Refuses to lose what was typed: a problem, a column to add and a newer revision show the same form again.

use crate::error::{Answer, Failure};
use crate::pages::operation::revision;
use crate::session::redirect_with;
use crate::state::Server;
use crate::typed::record_id;
use crate::typed::{Asked, Posted, Typed, read};
use crate::visitor::SignedIn;
use app::record::Found;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use model::permission::Action;
use model::problem::{Problem, Problems};
use model::questionnaire::{QuestionDraft, Questionnaire, QuestionnaireDraft, SectionDraft};
use render::frame::{FlashKind, Room};
use render::html::query;
use render::page::questionnaire_form::{QuestionFormPage, QuestionnaireFormPage, typed, typed_question};
use render::page::write;

/// The questionnaire, where the visitor may change it.
async fn find(visitor: &SignedIn, id: &str) -> Result<Found<Questionnaire>, Failure> {
    let found: Found<Questionnaire> = app::record::get(&visitor.cx, &record_id(id)?).await?;
    if found.seen.may.contains(&Action::Coordinate) { Ok(found) } else { Err(app::Error::Refused("role").into()) }
}

/// `GET /questionnaires/{id}/edit`.
pub async fn show(visitor: SignedIn, Path(id): Path<String>) -> Answer {
    let found = find(&visitor, &id).await?;
    let typed = typed(&found.record.content);
    whole(&visitor, &found, &typed, &Problems::none(), false, StatusCode::OK).await
}

async fn whole(
    visitor: &SignedIn,
    found: &Found<Questionnaire>,
    typed: &Typed,
    problems: &Problems,
    stale: bool,
    status: StatusCode,
) -> Answer {
    let title = visitor.t.say("questionnaire-edit");
    let mut frame = visitor.frame_in(title, Room::Background, found.seen.operation()).await;
    frame.stand_under("questionnaires");
    let base = found.record.header.revision;
    let page = QuestionnaireFormPage::new(&frame, &found.record.content, base, stale, (typed, problems));
    Ok((status, Html(write(&page))).into_response())
}

/// `POST /questionnaires/{id}/edit`.
pub async fn change(
    State(server): State<Server>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Posted(sent): Posted,
) -> Answer {
    let found = find(&visitor, &id).await?;
    let base = revision(&sent)?;
    let mut draft = QuestionnaireDraft::of(&found.record.content);
    let own: QuestionnaireDraft = read(&sent)?;
    (draft.title, draft.introduction) = (own.title, own.introduction);
    if base == found.record.header.revision {
        take_sections(&mut draft, own.sections);
        step(&mut draft, sent.get("do"));
    }
    match app::questionnaire::change(&visitor.cx, &found.record.header.id, base, &draft).await {
        Ok(_) => {
            let to = format!("/questionnaires/{}/edit", query(&id));
            Ok(redirect_with(&server.config, &to, FlashKind::Good, "flash-questionnaire-changed"))
        }
        Err(app::Error::Stale { .. }) => {
            whole(&visitor, &found, &sent, &Problems::none(), true, StatusCode::CONFLICT).await
        }
        Err(error) => {
            let (problems, status) = Failure::from(error).on_form()?;
            whole(&visitor, &found, &sent, &problems, false, status).await
        }
    }
}

/// What was typed of the sections, in their places; one more where the last one says anything.
fn take_sections(draft: &mut QuestionnaireDraft, typed: Vec<SectionDraft>) {
    for (place, own) in typed.into_iter().enumerate() {
        match draft.sections.get_mut(place) {
            Some(section) => (section.key, section.title, section.help) = (own.key, own.title, own.help),
            None if own.key.trim().is_empty() && own.title.is_empty() => {}
            None => draft.sections.push(own),
        }
    }
}

/// Does what a button says: `section-up.1`, `question-remove.0.2`.
fn step(draft: &mut QuestionnaireDraft, action: &str) {
    let mut parts = action.split('.');
    let verb = parts.next().unwrap_or_default();
    let places: Vec<usize> = parts.filter_map(|part| part.parse().ok()).collect();
    match (verb, places.as_slice()) {
        ("section-up", [place]) => swap(&mut draft.sections, *place, place.wrapping_sub(1)),
        ("section-down", [place]) => swap(&mut draft.sections, *place, place + 1),
        ("section-remove", [place]) if *place < draft.sections.len() => {
            draft.sections.remove(*place);
        }
        (verb, [section, place]) => {
            let Some(section) = draft.sections.get_mut(*section) else { return };
            match verb {
                "question-up" => swap(&mut section.questions, *place, place.wrapping_sub(1)),
                "question-down" => swap(&mut section.questions, *place, place + 1),
                "question-remove" if *place < section.questions.len() => {
                    section.questions.remove(*place);
                }
                _ => {}
            }
        }
        _ => {}
    }
}

fn swap<T>(list: &mut [T], a: usize, b: usize) {
    if a < list.len() && b < list.len() {
        list.swap(a, b);
    }
}

/// `GET /questionnaires/{id}/edit/{question}`: a question by its key, or `new` in the section that the address names.
pub async fn show_question(visitor: SignedIn, Path((id, key)): Path<(String, String)>, Asked(asked): Asked) -> Answer {
    let found = find(&visitor, &id).await?;
    let typed = match place_of(&found.record.content, &key) {
        Some((section, at)) => {
            let section = &found.record.content.sections[section];
            typed_question(&section.key, &QuestionDraft::of(&section.questions[at]))
        }
        None if key == "new" => typed_question(asked.get("section"), &QuestionDraft::default()),
        None => return Err(app::Error::NotFound.into()),
    };
    question(&visitor, &found, &key, &typed, &Problems::none(), false, StatusCode::OK).await
}

fn place_of(questionnaire: &Questionnaire, key: &str) -> Option<(usize, usize)> {
    let at = |section: &model::questionnaire::Section| section.questions.iter().position(|own| own.key == key);
    questionnaire.sections.iter().enumerate().find_map(|(place, section)| Some((place, at(section)?)))
}

async fn question(
    visitor: &SignedIn,
    found: &Found<Questionnaire>,
    key: &str,
    typed: &Typed,
    problems: &Problems,
    stale: bool,
    status: StatusCode,
) -> Answer {
    let questionnaire = &found.record.content;
    let title = match questionnaire.question(key) {
        Some(question) => question.label.say(visitor.lang).to_owned(),
        None => visitor.t.say("questionnaire-new-question"),
    };
    let mut frame = visitor.frame_in(title, Room::Background, found.seen.operation()).await;
    frame.stand_under("questionnaires");
    let base = found.record.header.revision;
    let page = QuestionFormPage::new(&frame, questionnaire, key, base, stale, (typed, problems));
    Ok((status, Html(write(&page))).into_response())
}

/// `POST /questionnaires/{id}/edit/{question}`.
pub async fn change_question(
    State(server): State<Server>,
    visitor: SignedIn,
    Path((id, key)): Path<(String, String)>,
    Posted(sent): Posted,
) -> Answer {
    let found = find(&visitor, &id).await?;
    let base = revision(&sent)?;
    if sent.get("do") == "add-column" {
        let next = sent.count("columns");
        let longer = sent.with(format!("columns.{next}.key"), "");
        return question(&visitor, &found, &key, &longer, &Problems::none(), false, StatusCode::OK).await;
    }
    let own: QuestionDraft = read(&lines(&sent))?;
    let mut draft = QuestionnaireDraft::of(&found.record.content);
    let Some((section, at)) = put(&mut draft, &found.record.content, &key, sent.get("section"), own) else {
        let problems = Problem::new("section", "required").into();
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return question(&visitor, &found, &key, &sent, &problems, false, status).await;
    };
    match app::questionnaire::change(&visitor.cx, &found.record.header.id, base, &draft).await {
        Ok(_) => {
            let to = format!("/questionnaires/{}/edit", query(&id));
            Ok(redirect_with(&server.config, &to, FlashKind::Good, "flash-questionnaire-changed"))
        }
        Err(app::Error::Stale { .. }) => {
            question(&visitor, &found, &key, &sent, &Problems::none(), true, StatusCode::CONFLICT).await
        }
        Err(error) => {
            let (mut problems, status) = Failure::from(error).on_form()?;
            let own = format!("sections.{section}.questions.{at}.");
            for problem in &mut problems.0 {
                // What another question says of this one stands in no field of this page.
                problem.field = problem.field.strip_prefix(&own).unwrap_or_default().to_owned();
            }
            question(&visitor, &found, &key, &sent, &problems, false, status).await
        }
    }
}

/// Puts a question where it was, or at the end of its section; gives the place, `None` where there is no such section.
fn put(
    draft: &mut QuestionnaireDraft,
    questionnaire: &Questionnaire,
    key: &str,
    section: &str,
    own: QuestionDraft,
) -> Option<(usize, usize)> {
    let to = draft.sections.iter().position(|known| known.key == section)?;
    match place_of(questionnaire, key) {
        Some((from, at)) if from == to => {
            draft.sections[to].questions[at] = own;
            return Some((to, at));
        }
        Some((from, at)) => {
            draft.sections[from].questions.remove(at);
        }
        None => {}
    }
    draft.sections[to].questions.push(own);
    Some((to, draft.sections[to].questions.len() - 1))
}

/// Choices are typed one a line.
fn lines(sent: &Typed) -> Typed {
    let mut spread = Typed::nothing();
    for (name, value) in &sent.0 {
        if name != "choices" && !name.ends_with(".choices") {
            spread = spread.with(name.as_str(), value.as_str());
            continue;
        }
        for line in value.lines().map(str::trim).filter(|line| !line.is_empty()) {
            spread = spread.with(name.as_str(), line);
        }
    }
    spread
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_and_questions_move_and_leave_by_buttons() {
        let question = |key: &str| QuestionDraft { key: key.to_owned(), ..QuestionDraft::default() };
        let section = |key: &str| SectionDraft {
            key: key.to_owned(),
            questions: vec![question("a"), question("b")],
            ..SectionDraft::default()
        };
        let mut draft = QuestionnaireDraft { sections: vec![section("x"), section("y")], ..Default::default() };
        step(&mut draft, "section-down.0");
        step(&mut draft, "question-up.0.1");
        step(&mut draft, "question-remove.1.0");
        for beyond in
            ["section-up.0", "section-down.1", "question-down.0.1", "question-remove.9.9", "x", "section-up.x"]
        {
            step(&mut draft, beyond);
        }
        let told: Vec<String> = draft
            .sections
            .iter()
            .map(|section| {
                let keys: Vec<&str> = section.questions.iter().map(|question| question.key.as_str()).collect();
                format!("{}:{}", section.key, keys.join(","))
            })
            .collect();
        assert_eq!(told, ["y:b,a", "x:b"]);
    }
}
