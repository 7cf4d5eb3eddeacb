//! The form of an entry.
//!
//! Refuses to recognise more than the catalogue does: near names are offered as buttons.

use crate::form::{Choice, Form};
use crate::frame::Frame;
use crate::html::{Safe, escape};
use crate::page::law::{self, Edit};
use crate::page::parts::{PartsPage, joined};
use crate::words::Speech;
use model::catalogue::{Substance, Unit};
use model::control_entry::{Reaches, Technique};
use model::quantity::Basis;
use std::fmt::Write as _;

/// The form.
pub fn form<'a>(frame: &'a Frame, edit: Edit<'_>) -> PartsPage<'a> {
    let t = frame.t;
    let typed = law::lines_of(edit.typed, "synonyms");
    let form = Form::new(t, &typed, edit.problems);
    let techniques = Choice::of_codes(t, "technique-of-law", Technique::ALL.iter().map(|one| one.code()));
    let reaches = Choice::of_codes(t, "reaches", Reaches::ALL.iter().map(|one| one.code()));
    let reach: Vec<Safe> = ["salts", "isomers", "stereoisomers", "esters", "ethers"]
        .iter()
        .map(|name| form.field(name).optional().select(&reaches))
        .collect();
    let fields = joined(&[
        form.select("act", law::act_choices(edit.acts)),
        law::beside(&[
            form.field("list").label("control-entry-list").optional().text(),
            form.field("number").label("control-entry-number").optional().text(),
        ]),
        form.field("name").label("control-entry-name").text(),
        form.field("synonyms").optional().area(2),
        form.field("substance").hint("control-entry-substance-hint").optional().with("list", "substances").text(),
        suggestions(t, &form),
        form.check("not_in_catalogue"),
        form.field("technique").label("control-entry-technique").optional().select(techniques),
        form.field("definition").optional().area(3),
        law::folded(
            &t.say("control-entry-reach"),
            form.has_problems("salts") || !form.value("salts").is_empty(),
            &law::beside(&reach),
        ),
        form.field("preparation_limit").optional().with("dir", "ltr").text(),
        law::beside(&[
            form.field("from").label("control-entry-from").hint("control-entry-from-hint").optional().date(),
            form.field("to").label("control-entry-to").optional().date(),
            form.field("seen").optional().date(),
        ]),
        threshold_rows(t, &form),
        form.field("note").label("legal-act-note").optional().area(3),
        law::substance_list(t),
    ]);
    law::form_page(frame, Edit { typed: &typed, ..edit }, "control-entry-form-about", &fields)
}

fn threshold_rows(t: Speech, form: &Form<'_>) -> Safe {
    let basis = Choice::of_codes(t, "basis", Basis::ALL.iter().map(|one| one.code()));
    let units: Vec<Choice> =
        Unit::all().iter().map(|unit| Choice::new(&unit.code, crate::page::figures::unit(t, &unit.code))).collect();
    let rows: Vec<Safe> = (0..=form.count("thresholds", 0))
        .map(|index| {
            let row = form.at("thresholds", index);
            law::beside(&[
                row.field("name").label("control-entry-threshold").optional().text(),
                row.amount("value", "unit", &units),
                row.field("basis").label("control-entry-basis").optional().select(&basis),
            ])
        })
        .collect();
    let open = form.count("thresholds", 0) > 0;
    law::folded(&t.say("control-entry-thresholds"), open, &joined(&rows))
}

/// Names the catalogue knows that look like the one typed, each a button that takes it.
fn suggestions(t: Speech, form: &Form<'_>) -> Safe {
    if !form.problems_of("substance").iter().any(|problem| problem.code == "substance-suggested") {
        return Safe::default();
    }
    let typed = if form.value("substance").is_empty() { form.value("name") } else { form.value("substance") };
    let mut out = format!("<p class=\"row\"><span>{}</span>", escape(&t.say("incident-perhaps")));
    for substance in Substance::suggest(typed, 4) {
        let _ = write!(
            out,
            "<button class=\"button quiet small\" type=\"submit\" name=\"choose\" value=\"{}\">{}</button>",
            escape(&substance.key),
            escape(substance.names.say(t.lang()))
        );
    }
    out.push_str("</p>");
    Safe::ours(out)
}
