//! Shapes of bodies, read off the drafts themselves: their fields, which are lists, which take codes.

macro_rules! codes {
    ($($field:literal: $kind:ty),* $(,)?) => {
        vec![$(($field, <$kind>::ALL.iter().map(|value| value.code()).collect())),*]
    };
}

mod record;

use model::catalogue::substance::{ChemicalGroup, SubstanceKind};
use model::incident::{
    AgeBand, Answer, Concealment, Confidence, Conveyance, Detection, IncidentDraft, IncidentKind, LegDraft, LegRole,
    LineDraft, PersonDraft, PersonStatus, PhysicalForm, Precision, RelatedDraft, RelatedKind, SaltForm, Setting,
    SexBand, SubstanceStatus,
};
use model::lang::Lang;
use model::marking::{Audience, Handling, InformationGrade, MarkingDraft, SourceGrade};
use model::operation::{OperationDraft, ParticipationDraft, StageDraft};
use model::participant::ParticipationRole;
use model::quantity::{Basis, Measure};
use model::stage::StageKind;
use serde::Serialize;
use serde_json::{Map, Value, json};

/// One draft: name, what it is, its blank form, fields that are lists or parts of other shapes, fields that take codes.
pub struct Shape {
    /// Its name in the description.
    pub name: &'static str,
    what: &'static str,
    /// The blank draft, whose fields are the shape's.
    pub blank: Value,
    parts: &'static [(&'static str, &'static str)],
    codes: Vec<(&'static str, Vec<&'static str>)>,
}

fn shape<T: Serialize + Default>(
    name: &'static str,
    what: &'static str,
    parts: &'static [(&'static str, &'static str)],
    codes: Vec<(&'static str, Vec<&'static str>)>,
) -> Shape {
    Shape { name, what, blank: serde_json::to_value(T::default()).unwrap_or_default(), parts, codes }
}

/// Every draft.
pub fn drafts() -> Vec<Shape> {
    let mut all = vec![
        shape::<IncidentDraft>(
            "IncidentDraft",
            "An incident as typed. Blank fields are not known or take the operation's defaults.",
            &[
                ("lines", "LineDraft"),
                ("legs", "LegDraft"),
                ("persons", "PersonDraft"),
                ("related", "RelatedDraft"),
                ("marking", "MarkingDraft"),
            ],
            codes!("kind": IncidentKind, "precision": Precision, "setting": Setting, "detection": Detection,
                "conveyance": Conveyance, "concealment": Concealment),
        ),
        shape::<LineDraft>(
            "LineDraft",
            "One substance in one form. `scope` is in, out, or blank for the operation's rule.",
            &[],
            codes!("status": SubstanceStatus, "form": PhysicalForm, "basis": Basis, "measure": Measure, "salt": SaltForm),
        ),
        shape::<LegDraft>("LegDraft", "One leg of the route.", &[], codes!("role": LegRole, "confidence": Confidence)),
        shape::<PersonDraft>(
            "PersonDraft",
            "Persons of one kind: a count, never a name.",
            &[],
            codes!("status": PersonStatus, "sex": SexBand, "age": AgeBand),
        ),
        shape::<RelatedDraft>("RelatedDraft", "Something found with it.", &[], codes!("kind": RelatedKind)),
        shape::<MarkingDraft>(
            "MarkingDraft",
            "Who may read it, what may be done with it, how good it is. Blank fields take the operation's defaults.",
            &[],
            codes!("audience": Audience, "handling": Handling, "source_grade": SourceGrade, "information_grade": InformationGrade),
        ),
        shape::<OperationDraft>(
            "OperationDraft",
            "An operation as typed. Names and objective hold one text per language: en, ru, fa.",
            &[("participations", "ParticipationDraft"), ("stages", "StageDraft"), ("marking", "MarkingDraft")],
            codes!("scope_groups": ChemicalGroup, "scope_kinds": SubstanceKind),
        ),
        shape::<ParticipationDraft>(
            "ParticipationDraft",
            "One participant's part.",
            &[],
            codes!("role": ParticipationRole),
        ),
        shape::<StageDraft>("StageDraft", "One stage's planned days.", &[], codes!("kind": StageKind)),
    ];
    all.extend(record::drafts());
    all
}

/// Every shape of the description.
pub fn all() -> Value {
    let mut all: Map<String, Value> = drafts().iter().map(|shape| (shape.name.to_owned(), written(shape))).collect();
    all.insert(
        "Retraction".to_owned(),
        json!({
            "type": "object",
            "description": "Why a record is taken back.",
            "required": ["reason"],
            "additionalProperties": false,
            "properties": { "reason": { "type": "string" } },
        }),
    );
    all.insert(
        "Opening".to_owned(),
        json!({
            "type": "object",
            "description": "Why a stage opens; needed where it had been closed before.",
            "additionalProperties": false,
            "properties": { "reason": { "type": "string" } },
        }),
    );
    all.insert("ConfirmationDraft".to_owned(), confirmation());
    all.insert(
        "AnswerDraft".to_owned(),
        json!({
            "type": "object",
            "description": "How a question is answered: right as it stands; same or apart where it names another record.",
            "required": ["answer"],
            "additionalProperties": false,
            "properties": { "answer": { "type": "string", "examples": Answer::ALL } },
        }),
    );
    all.insert("Problem".to_owned(), problem());
    all.insert("ProblemDocument".to_owned(), problem_document());
    all.extend(super::answers::shapes());
    Value::Object(all)
}

fn written(shape: &Shape) -> Value {
    let fields = shape.blank.as_object().into_iter().flatten();
    let properties: Map<String, Value> =
        fields.map(|(name, blank)| (name.clone(), field(shape, name, blank))).collect();
    json!({ "type": "object", "description": shape.what, "additionalProperties": false, "properties": properties })
}

fn field(shape: &Shape, name: &str, blank: &Value) -> Value {
    let part = shape.parts.iter().find(|(field, _)| *field == name).map(|(_, part)| super::reference(part));
    let codes = shape.codes.iter().find(|(field, _)| *field == name).map(|(_, codes)| codes);
    let mut one = part.unwrap_or_else(|| match blank {
        Value::Bool(_) => json!({ "type": "boolean" }),
        Value::Object(_) => per_language(),
        _ => json!({ "type": "string" }),
    });
    if let Some(codes) = codes {
        one["examples"] = json!(codes);
    }
    if blank.is_array() { json!({ "type": "array", "items": one }) } else { one }
}

/// One text per language.
fn per_language() -> Value {
    let texts: Map<String, Value> =
        Lang::ALL.iter().map(|lang| (lang.tag().to_owned(), json!({ "type": "string" }))).collect();
    json!({ "type": "object", "additionalProperties": false, "properties": texts })
}

/// Lines are numbered, and what is left out says something else than a blank: so this shape is written by hand.
fn confirmation() -> Value {
    json!({
        "type": "object",
        "description": "The lines that something is said of; without `lines` every line is confirmed as it stands.",
        "additionalProperties": false,
        "properties": { "lines": { "type": "array", "items": {
            "type": "object",
            "required": ["line"],
            "additionalProperties": false,
            "properties": {
                "line": { "type": "integer", "description": "Its place among the lines, from 0." },
                "substance": { "type": "string", "description": "Key or name of what it was found to be; blank is what the line says." },
                "identified": { "type": "boolean", "default": true, "description": "A line that is not stays provisional." },
            },
        } } },
    })
}

/// RFC 9457, with everything there is to settle.
fn problem_document() -> Value {
    let text = json!({ "type": "string" });
    json!({
        "type": "object",
        "description": "What went wrong, in the language of Accept-Language (RFC 9457).",
        "properties": {
            "type": text, "title": text, "status": { "type": "integer" }, "code": text, "detail": text, "incident": text,
            "current": { "type": "integer" },
            "problems": { "type": "array", "items": super::reference("Problem") },
        },
    })
}

/// One thing to settle.
fn problem() -> Value {
    let text = json!({ "type": "string" });
    json!({
        "type": "object",
        "description": "One thing to settle: the field, empty for the whole, what is wrong with it, and a sentence.",
        "properties": { "field": text, "code": text, "params": { "type": "object" }, "message": text },
    })
}
