//! What is said of each address of the API; English, as the language of its programmers.

mod record;

/// What a request carries.
pub enum BodyIs {
    /// Nothing.
    Nothing,
    /// A draft of this shape, as JSON.
    Draft(&'static str),
    /// The same where it may be left out.
    Maybe(&'static str),
    /// A file in a form.
    Form,
    /// A CSV file.
    Csv,
}

/// What is answered when all is well.
pub enum Answers {
    /// JSON: status and what it is.
    Json(&'static str, &'static str),
    /// Nothing.
    Nothing(&'static str),
    /// Another media type, and what it is.
    Media(&'static str, &'static str),
}

/// One address in words.
pub struct About {
    /// What it does.
    pub summary: &'static str,
    /// Its query: name and meaning.
    pub query: &'static [(&'static str, &'static str)],
    /// Whether it takes the filter of lists.
    pub filtered: bool,
    /// Headers it reads.
    pub headers: &'static [&'static str],
    /// What it takes.
    pub body: BodyIs,
    /// What it answers.
    pub answer: Answers,
    /// Other media types of the same answer.
    pub media: &'static [&'static str],
    /// Whether it may be tried without keeping anything.
    pub dry: bool,
}

/// What stands at the head of the description.
pub const INTRODUCTION: &str = "Read operations and their figures, report incidents, watch what changes. Every call acts \
    as the member that made the key, within the key's scopes, and sees what that member may see. Bodies are drafts: \
    every field is a text as a person would type it, and what is wrong is answered for all fields at once. Exact \
    quantities are texts, never binary fractions.";

/// The filter that lists, figures and reports share. A list's field may hold commas or be repeated.
pub const FILTER: &[(&str, &str)] = &[
    ("from", "First event day, 2021-10-04."),
    ("to", "Last event day."),
    ("participants", "Owner participants by code."),
    ("agencies", "Owner agencies by identifier."),
    ("countries", "Countries of the event, ISO 3166-1."),
    ("regions", "First-level regions, ISO 3166-2."),
    ("substances", "Substances by key."),
    ("groups", "Chemical groups."),
    ("places", "Places of the register by key."),
    ("settings", "Settings."),
    ("conveyances", "Conveyances."),
    ("detections", "Detection methods."),
    ("kinds", "Kinds of incident."),
    ("states", "States; everything but retracted unless said."),
    ("scope", "Lines in scope: true or false."),
    ("confirmed", "Substance confirmed by a laboratory: true or false."),
    ("held", "With an open question: true or false."),
    ("late", "Late entries: true or false."),
    ("text", "Words to search for, in any script."),
];

/// Headers and their meaning.
pub const HEADERS: &[(&str, &str)] = &[
    (
        "If-Match",
        "The revision the change was made from, as in ETag: \"3\"; several with commas, or * for whichever is current. A weak one never fits.",
    ),
    ("If-None-Match", "The ETag of what you have: 304 where it is still the same."),
    (
        "Idempotency-Key",
        "A word of yours, at most 200 characters: the same request with the same key is done once within a week, and answered again with the record as it is then.",
    ),
    ("Last-Event-ID", "The last event heard: what came after it is sent again first."),
];

/// What can go wrong, by status.
pub const FAILURES: &[(&str, &str)] = &[
    ("400", "The body is broken: not UTF-8, or it ended early."),
    ("401", "No key, or one that does not hold."),
    ("403", "The key's scope or the member's role does not reach so far."),
    ("404", "Not found, or not for this member to know."),
    ("409", "Somebody else took the same name, code or key at the same moment; nothing was kept."),
    ("412", "The change was made from an old revision; nothing was overwritten."),
    ("413", "The body is too large."),
    ("415", "The body is of another media type."),
    ("422", "There is something to settle: every problem of every field."),
    ("428", "The change does not name its revision in If-Match."),
    ("429", "Too many requests; see Retry-After."),
    ("500", "The node failed; the number joins this answer to its log."),
    ("503", "The node is busy or does not reach its data; nothing was kept, see Retry-After."),
    ("507", "The disk of the node is full; nothing was kept."),
];

/// What a list of records is asked for. Lists of values are parted by commas.
const RECORDS: &[(&str, &str)] = &[
    ("kind", "Nouns: plan, comment, acceptance, recommendation, legal-act, detection, finding and the others."),
    ("about", "The record they are about, by identifier."),
    ("status", "Where they stand, by the codes of their noun."),
    ("key", "What they are filed under: substance, jurisdiction, category."),
    ("owner", "Owner participant by code."),
    ("due_by", "Due on this day or before."),
    ("text", "Words to search for, in any script."),
    ("retracted", "true lists those taken back too."),
    ("limit", "Records of a page, 1 to 500."),
    ("after", "The last record of the page before."),
];

const CURSOR: &[(&str, &str)] = &[
    ("order", "event (latest event first) or changed (latest change first)."),
    ("limit", "Rows of a page, 1 to 500."),
    ("after", "Where the page before ended; follow `next` instead of making one."),
];

const fn read(summary: &'static str, answer: &'static str) -> About {
    About {
        summary,
        query: &[],
        filtered: false,
        headers: &[],
        body: BodyIs::Nothing,
        answer: Answers::Json("200", answer),
        media: &[],
        dry: false,
    }
}

/// The words for an address.
pub fn about(method: &str, path: &str) -> Option<&'static About> {
    all().find(|(known, at, _)| *known == method && *at == path).map(|(_, _, about)| about)
}

/// Every address with its words.
pub fn all() -> impl Iterator<Item = &'static (&'static str, &'static str, About)> {
    ALL.iter().chain(record::ALL)
}

/// Every address that is not one of the shared records.
const ALL: &[(&str, &str, About)] = &[
    ("GET", "/api/v1/openapi.json", read("This description.", "OpenAPI 3.1.")),
    ("GET", "/api/v1/operations", read("The operations the member takes part in.", "Operations, latest first.")),
    (
        "GET",
        "/api/v1/operations/{code}",
        About {
            headers: &["If-None-Match"],
            ..read("One operation, with the draft that a change starts from.", "The operation; ETag is its revision.")
        },
    ),
    (
        "POST",
        "/api/v1/operations",
        About {
            headers: &["Idempotency-Key"],
            body: BodyIs::Draft("OperationDraft"),
            answer: Answers::Json("201", "The operation; Location is its address."),
            ..read("Create an operation; the member's participant has to be its coordinator.", "")
        },
    ),
    (
        "PUT",
        "/api/v1/operations/{code}",
        About {
            headers: &["If-Match"],
            body: BodyIs::Draft("OperationDraft"),
            ..read("Change what was planned; what has been opened stays opened.", "The operation in its new revision.")
        },
    ),
    (
        "POST",
        "/api/v1/operations/{code}/stages/{kind}/open",
        About {
            headers: &["If-Match"],
            body: BodyIs::Draft("Opening"),
            ..read(
                "Open a stage: planning, background, analysis, active or reporting. Whichever other is open is closed.",
                "The operation in its new revision.",
            )
        },
    ),
    (
        "POST",
        "/api/v1/operations/{code}/stages/{kind}/close",
        About { headers: &["If-Match"], ..read("Close the stage that is open.", "The operation in its new revision.") },
    ),
    (
        "GET",
        "/api/v1/operations/{code}/incidents",
        About {
            query: CURSOR,
            filtered: true,
            ..read("Incidents the member may see, page by page.", "One page; `next` is the address of the next one.")
        },
    ),
    (
        "POST",
        "/api/v1/operations/{code}/incidents",
        About {
            headers: &["Idempotency-Key"],
            body: BodyIs::Draft("IncidentDraft"),
            answer: Answers::Json("201", "The incident; Location is its address."),
            ..read("Submit an incident.", "")
        },
    ),
    (
        "POST",
        "/api/v1/operations/{code}/incidents/check",
        About {
            body: BodyIs::Draft("IncidentDraft"),
            answer: Answers::Nothing("It could be submitted as it is."),
            ..read("Check an incident: the same problems as submitting it, nothing written.", "")
        },
    ),
    (
        "GET",
        "/api/v1/operations/{code}/records",
        About {
            query: RECORDS,
            ..read(
                "Records of the planning, background and analysis stages that the member may see, newest first.",
                "One page; `next` is the address of the next one.",
            )
        },
    ),
    (
        "GET",
        "/api/v1/records/{id}",
        About {
            query: &[("revision", "An earlier revision.")],
            headers: &["If-None-Match"],
            ..read(
                "One record of these. To its owner the body is the canonical text whose SHA-256 is the record's hash; others read it without the recipients and records that are not theirs to know.",
                "The envelope; ETag is its revision.",
            )
        },
    ),
    (
        "GET",
        "/api/v1/operations/{code}/totals",
        About {
            query: &[(
                "by",
                "By what figures are told apart, at most four: country, participant, agency, substance, group, region, place, setting, conveyance, detection, kind, year, month, day, state, scope, status, unit.",
            )],
            filtered: true,
            ..read(
                "Exact figures, unlike units apart, with a kilogram equivalent through a named table.",
                "`total` and `rows`, as of a moment and an event.",
            )
        },
    ),
    (
        "GET",
        "/api/v1/operations/{code}/inputs",
        About {
            query: &[("limit", "Records of a page, 1 to 5000."), ("after", "The last record of the page before.")],
            filtered: true,
            ..read(
                "The records and revisions that a figure was made of.",
                "One page of inputs; `next` is the address of the next one.",
            )
        },
    ),
    (
        "GET",
        "/api/v1/operations/{code}/report",
        About {
            query: &[("format", "json, html or xlsx."), ("lang", "en, ru or fa.")],
            filtered: true,
            media: &["text/html", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
            ..read("The operation's report.", "The report in the format asked for.")
        },
    ),
    (
        "GET",
        "/api/v1/operations/{code}/events",
        About {
            query: &[(
                "after",
                "The name of an event, as in `event` of figures: what came after it is sent first. Last-Event-ID counts before it.",
            )],
            headers: &["Last-Event-ID"],
            answer: Answers::Media(
                "text/event-stream",
                "Events named change as they happen: event, kind, record, revision, at.",
            ),
            ..read("Watch an operation.", "")
        },
    ),
    (
        "POST",
        "/api/v1/operations/{code}/imports",
        About {
            query: &[
                ("mapping", "Name of a mapping that ships with the product."),
                ("file", "The file's name, for the record."),
                ("dry_run", "true says the verdicts and keeps nothing; false, or left out, keeps."),
            ],
            body: BodyIs::Csv,
            dry: true,
            answer: Answers::Json("201", "Counts, reasons, and the notes of rows."),
            ..read("Import a CSV file. The same file again changes nothing.", "")
        },
    ),
    (
        "GET",
        "/api/v1/incidents/{id}",
        About {
            query: &[("revision", "An earlier revision.")],
            headers: &["If-None-Match"],
            ..read(
                "One incident with its questions, files, history, and the draft that a change starts from.",
                "The incident; ETag is its revision, and with + how many files it has.",
            )
        },
    ),
    (
        "PUT",
        "/api/v1/incidents/{id}",
        About {
            headers: &["If-Match"],
            body: BodyIs::Draft("IncidentDraft"),
            ..read(
                "Amend an incident: a new revision; the earlier one stays readable.",
                "The incident in its new revision.",
            )
        },
    ),
    (
        "POST",
        "/api/v1/incidents/{id}/retract",
        About {
            headers: &["If-Match"],
            body: BodyIs::Draft("Retraction"),
            ..read(
                "Take an incident back: it leaves every total and stays in history.",
                "The incident in its new revision.",
            )
        },
    ),
    (
        "POST",
        "/api/v1/incidents/{id}/confirm",
        About {
            headers: &["If-Match"],
            body: BodyIs::Maybe("ConfirmationDraft"),
            ..read(
                "Stand behind an incident and say which of its substances are identified: every line as it stands without a body, else the lines that are named.",
                "The incident in its new revision.",
            )
        },
    ),
    (
        "POST",
        "/api/v1/incidents/{id}/questions/{place}/answer",
        About {
            headers: &["If-Match"],
            body: BodyIs::Draft("AnswerDraft"),
            ..read(
                "Answer an open question by its `place`; the record is held until the last one is answered.",
                "The incident in its new revision.",
            )
        },
    ),
    (
        "POST",
        "/api/v1/incidents/{id}/attachments",
        About {
            body: BodyIs::Form,
            answer: Answers::Json("201", "The file; metadata has been stripped from pictures."),
            ..read("Add one photo or file to an incident.", "")
        },
    ),
    (
        "GET",
        "/api/v1/attachments/{id}",
        About {
            answer: Answers::Media("application/octet-stream", "The bytes, of the media type found in them."),
            ..read("Read a file.", "")
        },
    ),
    (
        "GET",
        "/api/v1/substances",
        About {
            query: &[("q", "A name in any script; the nearest come first.")],
            ..read("Substances of the catalogue, with sources.", "Substances.")
        },
    ),
    (
        "GET",
        "/api/v1/units",
        read("Units of measure.", "Units; `base_per_unit_e6` is millionths of a base unit (µg, µl, thousandths)."),
    ),
    (
        "GET",
        "/api/v1/regions",
        About {
            query: &[("country", "Only of this country, ISO 3166-1.")],
            ..read("First-level regions.", "Regions.")
        },
    ),
    ("GET", "/api/v1/countries", read("Countries.", "Countries.")),
];
