//! One question of the form of a section: its field, who answered it and when, a colleague's answer where one was faster,
//! and what has changed about it since it was answered.
//!
//! Refuses to put what is typed over a colleague's answer without showing it, and to say that an answer still holds before
//! somebody has looked.

use super::said::{files, told};
use super::submission_form::Shown;
use crate::form::{Choice, Form};
use crate::frame::Frame;
use crate::html::{Safe, escape, isolate};
use crate::words::Speech;
use model::agency::Agency;
use model::questionnaire::{Choice as Offered, Column, Question, QuestionKind};
use model::submission::{Answer, Conflict, FILES, Given, LookAgain, Said};

fn choices(t: Speech, offered: &[Offered]) -> Vec<Choice> {
    offered.iter().map(|choice| Choice::new(&choice.code, choice.label.say(t.lang()))).collect()
}

/// One question: its field, whose answer stands, and a colleague's where one was faster.
pub(super) fn asked_html(frame: &Frame, form: &Form<'_>, shown: Shown<'_>, question: &Question) -> String {
    let t = frame.t;
    let path = format!("answers.{}", question.key);
    // Not a hidden field: what a browser keeps of the answer has to come back with the revision it was made from.
    let base = form.value(&format!("{path}.base"));
    let base = format!(
        "<input type=\"text\" hidden name=\"{path}.base\" value=\"{}\" aria-label=\"{}\" tabindex=\"-1\">",
        escape(base),
        escape(&t.say("questionnaire-base"))
    );
    let field = match question.kind {
        QuestionKind::Table => table(t, form, question),
        QuestionKind::File => given(t, form, shown, question),
        _ => format!("<div id=\"{path}\" tabindex=\"-1\">{}</div>", single(t, form, question)),
    };
    let look = shown.look.iter().find(|look| look.question == question.key);
    let look = look.map_or_else(String::new, |look| look_html(t, form, shown, question, look));
    let who = shown.answers.latest(question).map_or_else(String::new, |answer| {
        format!("<p class=\"saved\">{}</p>", answered_by(frame, shown.agencies, answer))
    });
    let conflict = shown
        .conflicts
        .get(&question.key)
        .map_or_else(String::new, |conflict| conflict_html(frame, shown.agencies, question, conflict));
    format!("<section class=\"group\">{conflict}{look}{field}{who}{base}</section>")
}

/// What is different about a question, in words.
pub(super) fn changes(t: Speech, look: &LookAgain) -> String {
    let said: Vec<String> = look.changed.iter().map(|one| t.code("questionnaire-changed", one.code())).collect();
    said.join(" · ")
}

/// What has changed about a question since it was answered, and a tick that the answer holds.
fn look_html(t: Speech, form: &Form<'_>, shown: Shown<'_>, question: &Question, look: &LookAgain) -> String {
    let before = look.earlier.as_ref().map(|earlier| earlier.label.say(t.lang()));
    let before = before.filter(|before| *before != question.label.say(t.lang())).map_or_else(String::new, |before| {
        format!("<p>{} {}</p>", escape(&t.say("questionnaire-asked-before")), isolate(before))
    });
    let is_answered = shown.answers.standing(question).is_some();
    let holds = if is_answered {
        let tick = form.field(&format!("answers.{}.holds", question.key)).label("questionnaire-holds").check();
        tick.to_string()
    } else {
        String::new()
    };
    format!(
        "<div class=\"flash warn\"><p><b>{}</b> {}</p>{before}{holds}</div>",
        escape(&t.say("questionnaire-look-again")),
        escape(&changes(t, look))
    )
}

/// What can be sent as a file.
const TAKEN: &str = ".jpg,.jpeg,.png,.webp,.pdf,.docx,.xlsx,.odt,.ods,.txt,.csv,image/*";

/// The files that were given, each with a button that takes it out, and a field to add more.
fn given(t: Speech, form: &Form<'_>, shown: Shown<'_>, question: &Question) -> String {
    let standing = shown.answers.standing(question).and_then(|answer| answer.said);
    let own = standing.as_ref().map_or(&[][..], Said::files);
    let gone = |file: &Given| {
        format!(
            " <button class=\"button quiet small\" type=\"submit\" name=\"drop\" value=\"{}.{}\" aria-label=\"{}\">{}</button>",
            escape(&question.key),
            file.file,
            escape(&t.say_one("questionnaire-file-drop-name", "name", &file.name)),
            escape(&t.say("questionnaire-remove"))
        )
    };
    let field = form.field(&format!("answers.{}.files", question.key));
    let field = field.named(question.label.say(t.lang())).explained(question.help.say(t.lang()));
    let field = if question.required { field } else { field.optional() };
    let most = t.say_one("questionnaire-files-most", "count", FILES);
    format!(
        "<div id=\"answers.{}\" tabindex=\"-1\">{}<p class=\"hint\">{}</p>{}</div>",
        escape(&question.key),
        field.with("multiple", "multiple").file(TAKEN),
        escape(&most),
        files(t, own, gone)
    )
}

/// `Customs, Kazakhstan, 2 h ago`.
pub fn answered_by(frame: &Frame, agencies: &[Agency], answer: &Answer) -> Safe {
    let t = frame.t;
    let agency = agencies.iter().find(|agency| agency.id == answer.agency);
    let agency =
        agency.map_or_else(|| t.code("role", answer.role.code()), |agency| agency.names.say(t.lang()).to_owned());
    Safe::ours(format!("{} · {}", isolate(&agency), t.ago(answer.changed, frame.now)))
}

fn conflict_html(frame: &Frame, agencies: &[Agency], question: &Question, conflict: &Conflict) -> String {
    let t = frame.t;
    let theirs = conflict.theirs.said.as_ref();
    let theirs =
        theirs.map_or_else(|| Safe::text(&t.say("questionnaire-taken-back")), |said| told(t, Some(question), said));
    let mine = conflict.mine.as_ref();
    let mine =
        mine.map_or_else(|| Safe::text(&t.say("questionnaire-taken-back")), |said| told(t, Some(question), said));
    format!(
        "<div class=\"flash warn\"><p><b>{}</b> {}</p><dl class=\"facts\"><div><dt>{}</dt><dd>{theirs}</dd></div><div><dt>{}</dt><dd>{mine}</dd></div></dl>\
         <p>{} <button class=\"button quiet small\" type=\"submit\" name=\"theirs\" value=\"{}\">{}</button></p></div>",
        escape(&t.say("questionnaire-conflict")),
        answered_by(frame, agencies, &conflict.theirs),
        escape(&t.say("questionnaire-theirs")),
        escape(&t.say("questionnaire-mine")),
        escape(&t.say("questionnaire-conflict-how")),
        escape(&question.key),
        escape(&t.say("questionnaire-keep-theirs"))
    )
}

fn single(t: Speech, form: &Form<'_>, question: &Question) -> Safe {
    let lang = t.lang();
    let end = if question.kind == QuestionKind::Choices { "values" } else { "value" };
    let field = form.field(&format!("answers.{}.{end}", question.key));
    let field = field.named(question.label.say(lang)).explained(question.help.say(lang));
    let field = if question.required { field } else { field.optional() };
    match question.kind {
        QuestionKind::Text | QuestionKind::Table | QuestionKind::File => field.area(4),
        QuestionKind::Number => field.number(),
        QuestionKind::Date => field.date(),
        QuestionKind::Choice => field.select(choices(t, &question.choices)),
        QuestionKind::Choices => field.checkboxes(choices(t, &question.choices)),
    }
}

/// A table row by row, with a row to go on, and a tick that there is nothing to report.
fn table(t: Speech, form: &Form<'_>, question: &Question) -> String {
    let path = format!("answers.{}", question.key);
    let (label, help) = (isolate(question.label.say(t.lang())), question.help.say(t.lang()));
    let help = if help.is_empty() { String::new() } else { format!("<p class=\"hint\">{}</p>", isolate(help)) };
    let list = format!("{path}.rows");
    let rows: String = (0..form.count(&list, 1)).map(|place| row(t, &form.at(&list, place), question, place)).collect();
    let none = form.field(&format!("{path}.none")).label("questionnaire-none-to-report").check();
    format!(
        "<fieldset class=\"field\" id=\"{path}\" tabindex=\"-1\"><legend>{label}</legend>{help}<div id=\"{list}\" tabindex=\"-1\">{rows}</div>\
         <p><button class=\"button quiet small\" type=\"submit\" name=\"add\" value=\"{1}\" formaction=\"#{path}\">{0}</button></p>{none}</fieldset>",
        escape(&t.say("questionnaire-add-row")),
        escape(&question.key)
    )
}

fn row(t: Speech, form: &Form<'_>, question: &Question, place: usize) -> String {
    let number = t.say_one("questionnaire-row", "number", place + 1);
    let cells: String = question.columns.iter().map(|column| cell(t, form, column).to_string()).collect();
    let id = form.path("id");
    format!(
        "<fieldset class=\"field group\"><legend>{}</legend><div class=\"beside-fields tight\">{cells}</div>\
         <input type=\"text\" hidden name=\"{id}\" value=\"{}\" aria-label=\"{}\" tabindex=\"-1\">\
         <p><button class=\"button quiet small\" type=\"submit\" name=\"remove\" value=\"{}.{place}\" aria-label=\"{}\">{}</button></p></fieldset>",
        escape(&number),
        escape(form.value("id")),
        escape(&t.say("questionnaire-base")),
        escape(&question.key),
        escape(&t.say_one("questionnaire-remove-row-number", "number", place + 1)),
        escape(&t.say("questionnaire-remove-row"))
    )
}

fn cell(t: Speech, form: &Form<'_>, column: &Column) -> Safe {
    let field = form.field(&format!("cells.{}", column.key)).named(column.label.say(t.lang())).explained("");
    let field = if column.required { field } else { field.optional() };
    match column.kind {
        QuestionKind::Number => field.number(),
        QuestionKind::Date => field.date(),
        QuestionKind::Choice => field.select(choices(t, &column.choices)),
        QuestionKind::Choices => field.checkboxes(choices(t, &column.choices)),
        QuestionKind::Text | QuestionKind::Table | QuestionKind::File => field.text(),
    }
}
