//! The form by which a participant accepts an exact text of the plan, with its reservations.
//!
//! Refuses to leave open which text is meant: its version and hash stand on the form.

use super::plan::form::langs;
use super::plan::text::plain_heading;
use crate::form::{Choice, Form, Typed};
use crate::html::{Safe, escape, ltr};
use crate::part::facts;
use crate::words::Speech;
use model::acceptance::AcceptanceLevel;
use model::plan::Plan;
use model::problem::Problems;
use std::fmt::Write as _;

/// The fields.
pub fn fields(t: Speech, plan: &Plan, typed: &Typed, problems: &Problems) -> Safe {
    let form = Form::new(t, typed, problems);
    let (version, hash) = (t.say_one("plan-version", "number", plan.version), ltr(&plan.hash()));
    let text = facts(&[(t.say("acceptance-text"), Safe::text(&version)), (t.say("plan-hash"), hash)]);
    let levels = AcceptanceLevel::ALL.iter().map(|level| level.code());
    let mut out = format!(
        "{text}<section>{}{}{}<div class=\"beside-fields\">{}{}</div>{}</section><section><h2 id=\"reservations\">{}</h2><p class=\"hint\">{}</p>",
        form.hidden("hash"),
        form.field("day").label("acceptance-day").date(),
        form.field("authority").label("acceptance-level").radios(Choice::of_codes(t, "acceptance-level", levels)),
        form.field("office").label("acceptance-office").hint("acceptance-office-hint").optional().text(),
        form.field("document").label("acceptance-document").optional().text(),
        form.field("lang").label("comment-lang").select(langs()),
        escape(&t.say("acceptance-reservations")),
        escape(&t.say("acceptance-reservations-hint"))
    );
    let clauses = clauses(t, plan);
    for place in 0..form.count("reservations", 1) {
        let own = form.at("reservations", place);
        let _ = write!(
            out,
            "<fieldset class=\"field group\"><legend>{}</legend>{}{}</fieldset>",
            escape(&t.say_one("acceptance-reservation", "number", place + 1)),
            own.field("clause").label("acceptance-clause").optional().select(&clauses),
            own.field("text").label("acceptance-words").optional().area(3)
        );
    }
    out.push_str("</section>");
    Safe::ours(out)
}

/// The clauses to choose from, and none.
fn clauses(t: Speech, plan: &Plan) -> Vec<Choice> {
    let one = |(place, clause): (usize, &model::plan::Clause)| {
        let heading = plain_heading(t, &clause.heading, clause.lang);
        Choice::new(&clause.id, format!("{}. {heading}", t.int(place + 1)))
    };
    let none = Choice::new("", t.say("acceptance-no-clause"));
    std::iter::once(none).chain(plan.clauses.iter().enumerate().map(one)).collect()
}
