//! The form by which the coordinator decides on a comment.
//!
//! Refuses to ask for a decision without the comment in sight.

use super::plan::form::langs;
use crate::form::{Choice, Form, Typed};
use crate::html::Safe;
use crate::words::Speech;
use model::problem::Problems;
use model::resolution::Decision;

/// The fields.
pub fn fields(t: Speech, typed: &Typed, problems: &Problems) -> Safe {
    let form = Form::new(t, typed, problems);
    let decisions = Decision::ALL.iter().map(|decision| decision.code());
    Safe::ours(format!(
        "{}{}{}{}",
        form.field("decision").label("resolution-decision").radios(Choice::of_codes(t, "resolution", decisions)),
        form.field("reason").label("resolution-reason").hint("resolution-reason-hint").area(3),
        form.settle("reason"),
        form.field("lang").label("comment-lang").select(langs())
    ))
}
