//! Shapes of the main answers, and which address gives which.
//!
//! Refuses to drift: a story asks every one of these addresses and compares what comes with what stands here, field by
//! field. A field's kind is written `text`, `whole`, `flag` or `names`, or is the name of a shape; `[kind]` is a list,
//! `{kind}` an object by key, `kind~` may be null, `kind?` may be left out.

mod incident;

use super::reference;
use serde_json::{Map, Value, json};

/// One shape: name, what it is, its fields.
type Shape = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

/// Which address answers with which shape.
pub const GIVEN: &[(&str, &str, &str)] = &[
    ("GET", "/api/v1/operations", "OperationList"),
    ("GET", "/api/v1/operations/{code}", "Operation"),
    ("POST", "/api/v1/operations", "Operation"),
    ("PUT", "/api/v1/operations/{code}", "Operation"),
    ("POST", "/api/v1/operations/{code}/stages/{kind}/open", "Operation"),
    ("POST", "/api/v1/operations/{code}/stages/{kind}/close", "Operation"),
    ("GET", "/api/v1/operations/{code}/incidents", "IncidentPage"),
    ("POST", "/api/v1/operations/{code}/incidents", "Incident"),
    ("GET", "/api/v1/operations/{code}/totals", "Totals"),
    ("GET", "/api/v1/operations/{code}/inputs", "InputPage"),
    ("GET", "/api/v1/operations/{code}/records", "RecordPage"),
    ("GET", "/api/v1/records/{id}", "Envelope"),
    ("POST", "/api/v1/operations/{code}/detections", "Envelope"),
    ("GET", "/api/v1/detections/{id}/draft", "DetectionDraft"),
    ("PUT", "/api/v1/detections/{id}", "Envelope"),
    ("POST", "/api/v1/detections/{id}/retract", "Envelope"),
    ("POST", "/api/v1/operations/{code}/legal-acts", "Envelope"),
    ("GET", "/api/v1/legal-acts/{id}/draft", "LegalActDraft"),
    ("PUT", "/api/v1/legal-acts/{id}", "Envelope"),
    ("POST", "/api/v1/legal-acts/{id}/retract", "Envelope"),
    ("POST", "/api/v1/operations/{code}/control-entries", "Envelope"),
    ("GET", "/api/v1/control-entries/{id}/draft", "ControlEntryDraft"),
    ("PUT", "/api/v1/control-entries/{id}", "Envelope"),
    ("POST", "/api/v1/control-entries/{id}/retract", "Envelope"),
    ("POST", "/api/v1/operations/{code}/determinations", "Envelope"),
    ("GET", "/api/v1/determinations/{id}/draft", "DeterminationDraft"),
    ("PUT", "/api/v1/determinations/{id}", "Envelope"),
    ("POST", "/api/v1/determinations/{id}/retract", "Envelope"),
    ("POST", "/api/v1/operations/{code}/findings", "Envelope"),
    ("GET", "/api/v1/findings/{id}/draft", "FindingDraft"),
    ("PUT", "/api/v1/findings/{id}", "Envelope"),
    ("POST", "/api/v1/findings/{id}/retract", "Envelope"),
    ("POST", "/api/v1/operations/{code}/recommendations", "Envelope"),
    ("GET", "/api/v1/recommendations/{id}/draft", "RecommendationDraft"),
    ("PUT", "/api/v1/recommendations/{id}", "Envelope"),
    ("POST", "/api/v1/recommendations/{id}/retract", "Envelope"),
    ("GET", "/api/v1/operations/{code}/report", "Report"),
    ("POST", "/api/v1/operations/{code}/imports", "Import"),
    ("GET", "/api/v1/incidents/{id}", "Incident"),
    ("PUT", "/api/v1/incidents/{id}", "Incident"),
    ("POST", "/api/v1/incidents/{id}/retract", "Incident"),
    ("POST", "/api/v1/incidents/{id}/confirm", "Incident"),
    ("POST", "/api/v1/incidents/{id}/questions/{place}/answer", "Incident"),
    ("POST", "/api/v1/incidents/{id}/attachments", "Attachment"),
    ("GET", "/api/v1/substances", "SubstanceList"),
    ("GET", "/api/v1/units", "UnitList"),
    ("GET", "/api/v1/regions", "RegionList"),
    ("GET", "/api/v1/countries", "CountryList"),
];

/// Fields of a row of a list of operations.
const OPERATION: &[(&str, &str)] = &[
    ("id", "text"),
    ("code", "text"),
    ("names", "names"),
    ("series", "text"),
    ("edition", "text"),
    ("stage", "text~"),
    ("archive", "flag"),
    ("demonstration", "flag"),
    ("revision", "whole"),
    ("changed", "text"),
];

/// Fields of figures: exact decimals as texts.
const SUMS: &[(&str, &str)] = &[
    ("lines", "whole"),
    ("kg", "text"),
    ("litres", "text"),
    ("units", "text"),
    ("m2", "text"),
    ("unquantified", "whole"),
];

/// Every shape that is not made of others' fields.
const SHAPES: &[Shape] = &[
    ("OperationList", "Operations, latest first.", &[("operations", "[OperationRow]")]),
    ("OperationRow", "One operation in a list.", OPERATION),
    (
        "Stage",
        "One stage: its planned days, and when it was opened and closed.",
        &[("kind", "text"), ("from", "text"), ("to", "text"), ("opened", "text~"), ("closed", "text~")],
    ),
    (
        "Totals",
        "Exact figures with what they stand on. `event` names the last event that they include and the reader may see; \
         events are read on after it.",
        &[
            ("operation", "text"),
            ("demonstration", "flag"),
            ("as_of", "text"),
            ("event", "text"),
            ("filter", "Filter"),
            ("conversion_table", "text"),
            ("by", "[text]"),
            ("total", "Figures"),
            ("rows", "[Figures]"),
        ],
    ),
    (
        "Filter",
        "What was asked for; blank fields ask for everything.",
        &[
            ("from", "text~"),
            ("to", "text~"),
            ("participants", "[text]"),
            ("agencies", "[text]"),
            ("countries", "[text]"),
            ("regions", "[text]"),
            ("substances", "[text]"),
            ("groups", "[text]"),
            ("places", "[text]"),
            ("settings", "[text]"),
            ("conveyances", "[text]"),
            ("detections", "[text]"),
            ("kinds", "[text]"),
            ("states", "[text]"),
            ("scope", "flag~"),
            ("confirmed", "flag~"),
            ("held", "flag~"),
            ("late", "flag~"),
            ("text", "text"),
        ],
    ),
    ("Sums", "Lines and exact amounts, unlike units apart.", SUMS),
    (
        "InputPage",
        "The records a figure was made of; `next` is the address of the next page.",
        &[("inputs", "[Input]"), ("next", "text~")],
    ),
    ("Input", "One record in the revision that was counted.", &[("record", "text"), ("revision", "whole")]),
    (
        "Import",
        "What became of the rows of a file: how many, why not, and notes on single rows.",
        &[
            ("id", "text"),
            ("file", "text"),
            ("sha256", "text"),
            ("mapping", "text"),
            ("at", "text"),
            ("rows", "whole"),
            ("accepted", "whole"),
            ("held", "whole"),
            ("refused", "whole"),
            ("known", "whole"),
            ("reasons", "{whole}"),
            ("notes", "[RowNote]"),
            ("notes_left_out", "whole"),
        ],
    ),
    ("RowNote", "One row.", &[("row", "whole"), ("verdict", "text"), ("problems", "[Problem]")]),
    ("SubstanceList", "Substances.", &[("substances", "[Substance]")]),
    (
        "Substance",
        "One substance of the catalogue.",
        &[
            ("key", "text"),
            ("names", "names"),
            ("other_names", "[text]"),
            ("group", "text"),
            ("kind", "text"),
            ("source", "text"),
        ],
    ),
    ("UnitList", "Units of measure.", &[("units", "[Unit]")]),
    (
        "Unit",
        "One unit: millionths of a base unit (µg, µl, thousandths).",
        &[("code", "text"), ("dimension", "text"), ("base_per_unit_e6", "whole")],
    ),
    (
        "RecordPage",
        "One page of records, by their cards.",
        &[("records", "[Record]"), ("total", "whole"), ("as_of", "text"), ("next", "text~")],
    ),
    (
        "Record",
        "What a list says of a record without opening it. Blank texts are nothing of the sort.",
        &[
            ("id", "text"),
            ("kind", "text"),
            ("revision", "whole"),
            ("state", "text"),
            ("owner", "text"),
            ("agency", "text"),
            ("audience", "text"),
            ("about", "text~"),
            ("part", "text"),
            ("status", "text"),
            ("key", "text"),
            ("title", "text"),
            ("day", "text~"),
            ("due", "text~"),
            ("created", "text"),
            ("changed", "text"),
            ("href", "text"),
        ],
    ),
    ("RegionList", "First-level regions.", &[("regions", "[Region]")]),
    ("Region", "One region.", &[("code", "text"), ("country", "text"), ("names", "names")]),
    ("CountryList", "Countries.", &[("countries", "[Country]")]),
    ("Country", "One country.", &[("code", "text"), ("names", "names")]),
];

/// Every shape of an answer, by name.
pub fn shapes() -> Map<String, Value> {
    let mut all: Map<String, Value> = SHAPES
        .iter()
        .chain(incident::SHAPES)
        .map(|(name, what, fields)| ((*name).to_owned(), written(what, fields)))
        .collect();
    let operation = [OPERATION, &[("stages", "[Stage]"), ("draft", "OperationDraft")]].concat();
    let what = "An operation with its stages. `draft` is what a change starts from.";
    all.insert("Operation".to_owned(), written(what, &operation));
    let own: &[(&str, &str)] = &[
        ("incidents", "whole"),
        ("held", "whole"),
        ("in_scope", "Sums"),
        ("provisional", "Sums"),
        ("kg_equivalent", "text"),
        ("unconverted", "whole"),
    ];
    let mut figures = written("Figures of one row, with the key of each word in `by`.", &[SUMS, own].concat());
    figures["additionalProperties"] = json!({ "type": "string" });
    all.insert("Figures".to_owned(), figures);
    all.insert(
        "Envelope".to_owned(),
        json!({ "type": "object", "description": "Version, header, kind and content, as they were hashed." }),
    );
    all.insert(
        "Report".to_owned(),
        json!({ "type": "object", "description": "The report in values: figures, shares, routes and every input." }),
    );
    all
}

/// The shape that an address answers with.
pub fn given(method: &str, path: &str) -> Option<&'static str> {
    GIVEN.iter().find(|(known, at, _)| *known == method && *at == path).map(|(_, _, shape)| *shape)
}

fn written(what: &str, fields: &[(&str, &str)]) -> Value {
    let properties: Map<String, Value> =
        fields.iter().map(|(name, kind)| ((*name).to_owned(), schema(kind.trim_end_matches('?')))).collect();
    let required: Vec<&str> = fields.iter().filter(|(_, kind)| !kind.ends_with('?')).map(|(name, _)| *name).collect();
    json!({ "type": "object", "description": what, "required": required, "properties": properties })
}

fn schema(kind: &str) -> Value {
    let inside = |open: char, close: char| kind.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
    if let Some(kind) = kind.strip_suffix('~') {
        return json!({ "type": [plain(kind), "null"] });
    }
    if let Some(one) = inside('[', ']') {
        return json!({ "type": "array", "items": schema(one) });
    }
    if let Some(one) = inside('{', '}') {
        return json!({ "type": "object", "additionalProperties": schema(one) });
    }
    match kind {
        "names" => json!({ "type": "object", "additionalProperties": { "type": "string" } }),
        "text" | "whole" | "flag" => json!({ "type": plain(kind) }),
        shape => reference(shape),
    }
}

fn plain(kind: &str) -> &'static str {
    match kind {
        "whole" => "integer",
        "flag" => "boolean",
        _ => "string",
    }
}
