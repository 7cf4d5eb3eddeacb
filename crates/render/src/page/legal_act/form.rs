//! The form of an act.
//!
//! Refuses to lose what was typed, whatever becomes of the file that was sent with it.

use crate::form::{Choice, Form};
use crate::frame::Frame;
use crate::page::law::{self, Edit};
use crate::page::parts::{PartsPage, joined};
use model::legal_act::ActKind;

/// The form.
pub fn form<'a>(frame: &'a Frame, edit: Edit<'_>) -> PartsPage<'a> {
    let t = frame.t;
    let form = Form::new(t, edit.typed, edit.problems);
    let kinds = Choice::of_codes(t, "act-kind", ActKind::ALL.iter().map(|kind| kind.code()));
    let acts = law::act_choices(edit.acts);
    let chosen = |name: &str| !form.value(name).is_empty() || form.has_problems(name);
    let has_text = ["archived_text", "archived_file", "archived_sha256"].iter().any(|name| chosen(name));
    let text = joined(&[
        form.field("archived_text").optional().area(8),
        law::beside(&[
            form.field("archived_file").optional().text(),
            form.field("archived_sha256").optional().with("dir", "ltr").text(),
        ]),
    ]);
    let fields = joined(&[
        form.select("jurisdiction", law::jurisdictions(t, edit.operation)),
        form.field("title").area(2),
        law::beside(&[
            form.field("title_lang").optional().with("dir", "ltr").text(),
            form.field("act_kind").optional().select(kinds),
        ]),
        law::per_language(&form, "titles"),
        law::beside(&[form.field("issuer").optional().text(), form.field("number").optional().text()]),
        law::beside(&[form.field("adopted").optional().date(), form.field("published").optional().date()]),
        law::beside(&[form.field("in_force_from").optional().date(), form.field("in_force_to").optional().date()]),
        law::folded(&t.field("amends"), chosen("amends"), &form.checkboxes("amends", &acts)),
        law::folded(&t.field("repeals"), chosen("repeals"), &form.checkboxes("repeals", &acts)),
        law::beside(&[
            form.field("address").optional().with("dir", "ltr").text(),
            form.field("retrieved").optional().date(),
        ]),
        law::folded(&t.say("legal-act-text"), has_text, &text),
        form.check("holds_list"),
        form.field("complete_as_of").optional().date(),
        form.field("note").label("legal-act-note").optional().area(3),
        form.field("unknown").label("legal-act-unknown").optional().area(3),
    ]);
    law::form_page(frame, edit, "legal-act-form-about", &fields)
}
