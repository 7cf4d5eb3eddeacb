//! The forms of a recommendation and of a report of progress.
//!
//! Refuses to ask for what follows: the addressee of a report is its writer's participant.

use super::picker::{Offers, many, one};
use super::recommendation::{address, path};
use super::sheet_form::{Faster, SheetForm, files, language, marking, per_language, side_by_side, typed};
use crate::form::{Choice, Form, Typed};
use crate::frame::Frame;
use crate::html::Safe;
use model::id::RecordId;
use model::operation::Operation;
use model::participant::Participant;
use model::problem::Problems;
use model::progress::{ProgressDraft, Standing};
use model::recommendation::{Category, Priority, RecommendationDraft, RecommendationSource, addressable};

/// What a form shows: what was typed and what is wrong with it.
#[derive(Debug, Clone, Copy)]
pub struct Filled<'a> {
    /// What was typed.
    pub typed: &'a Typed,
    /// What is wrong with it.
    pub problems: &'a Problems,
    /// Whether it was just sent.
    pub given: bool,
    /// The records that its fields can be chosen from.
    pub offers: Offers<'a>,
}

/// A draft as the form of a recommendation types it: plan and clause are chosen together.
pub fn typed_recommendation(draft: &RecommendationDraft) -> Typed {
    let joined = if draft.clause.is_empty() { draft.plan.clone() } else { format!("{}#{}", draft.plan, draft.clause) };
    typed(&RecommendationDraft { plan: joined, clause: String::new(), ..draft.clone() })
}

/// The form of a recommendation; `change` names the record, the revision and what came between.
pub fn recommendation_form<'a>(
    frame: &'a Frame,
    operation: &Operation,
    participants: &[Participant],
    filled: Filled<'_>,
    change: Option<(&RecordId, u32, Option<Faster>)>,
) -> SheetForm<'a> {
    let (t, problems) = (frame.t, filled.problems);
    let form = Form::new(t, filled.typed, problems);
    let (action, back) = match change {
        Some((id, ..)) => (format!("{}/edit", address(id)), address(id)),
        None => (format!("{}/new", path(operation)), path(operation)),
    };
    let send = if change.is_some() { "recommendation-save" } else { "recommendation-create" };
    let part = |code: &str| participants.iter().find(|one| one.code.as_str() == code);
    let named: Vec<Choice> = addressable(operation)
        .iter()
        .map(|code| {
            Choice::new(code.as_str(), part(code.as_str()).map_or(code.as_str(), |one| one.names.say(t.lang())))
        })
        .collect();
    let own: Vec<Participant> =
        operation.participants().iter().filter_map(|code| part(code.as_str()).cloned()).collect();
    let codes = |noun: &str, all: Vec<&'static str>| Choice::of_codes(t, noun, all);
    let sources = codes("recommendation-source", RecommendationSource::ALL.iter().map(|one| one.code()).collect());
    let categories = codes("category", Category::ALL.iter().map(|one| one.code()).collect());
    let priorities = codes("priority", Priority::ALL.iter().map(|one| one.code()).collect());
    let sheet = SheetForm::new(frame, &form, &action, &back, send)
        .hint("recommendation-form-hint")
        .section(
            "recommendation-part-what",
            &[
                per_language(&form, problems, "recommended", 3),
                language(&form, "agreed_in"),
                side_by_side(&[form.select("category", &categories), form.select("priority", &priorities)]),
            ],
        )
        .section("recommendation-part-who", &[form.check("everyone"), form.checkboxes("addressees", &named)])
        .section(
            "recommendation-part-when",
            &[
                side_by_side(&[form.field("due_by").optional().date(), form.field("review").optional().date()]),
                due_was(&form, problems),
            ],
        )
        .section(
            "recommendation-part-why",
            &[
                form.select("came_from", &sources),
                side_by_side(&[
                    one(&form, &filled.offers.of("meeting"), "meeting", "field-meeting"),
                    form.field("decision_number").optional().text(),
                ]),
                many(&form, &filled.offers.of("evidence"), "evidence"),
            ],
        )
        .section("recommendation-part-carried", &[form.field("plan").optional().select(filled.offers.clauses)])
        .section("", &[marking(&form, problems, &operation.marking, &own)])
        .given(filled.given);
    match change {
        Some((_, base, faster)) => sheet.change(base, faster),
        None => sheet,
    }
}

/// The way out for a day that is past: shown once it is asked for.
fn due_was(form: &Form<'_>, problems: &Problems) -> Safe {
    let asked = problems.0.iter().any(|one| one.code == "recommendation-due-past") || form.value("due_was") == "true";
    if asked { form.check("due_was") } else { Safe::default() }
}

/// The form of a report of progress.
pub fn progress_form<'a>(
    frame: &'a Frame,
    operation: &Operation,
    participants: &[Participant],
    id: &RecordId,
    said: &Safe,
    filled: Filled<'_>,
) -> SheetForm<'a> {
    let (t, problems) = (frame.t, filled.problems);
    let form = Form::new(t, filled.typed, problems);
    let standings = Choice::of_codes(t, "standing", Standing::ALL.iter().map(|one| one.code()));
    let own = operation.participants();
    let own: Vec<Participant> = participants.iter().filter(|one| own.contains(&one.code)).cloned().collect();
    SheetForm::new(frame, &form, &format!("{}/progress", address(id)), &address(id), "progress-send")
        .hint("progress-form-hint")
        .section("progress-about", std::slice::from_ref(said))
        .section(
            "progress-part-standing",
            &[
                form.radios("standing", &standings),
                form.field("reason").optional().hint("progress-reason-hint").area(2),
                form.settle("reason"),
                form.field("progress_note").optional().area(3),
                form.settle("progress_note"),
                form.field("standing_day").optional().date(),
            ],
        )
        .section(
            "progress-part-proof",
            &[
                form.field("proof").optional().hint("progress-proof-hint").area(2),
                form.settle("proof"),
                many(&form, &filled.offers.of("proof_records"), "proof_records"),
                files(&form, "progress-files"),
            ],
        )
        .section("", &[marking(&form, problems, &operation.marking, &own)])
        .with_files()
        .given(filled.given)
}

/// A report as its form types it.
pub fn typed_progress(draft: &ProgressDraft) -> Typed {
    typed(draft)
}
