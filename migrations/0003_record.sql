-- What everything shared has in common. Content and header of every revision stand in record_revision as the text that
-- was hashed; the columns here are for questions.

-- Who may read: each combination of owner, agency, audience and named recipients once. Records, revisions and lines
-- carry its id, so that visibility is one small question whatever is listed or added up.
CREATE TABLE access (
    id         BIGINT PRIMARY KEY,
    owner      TEXT NOT NULL,
    agency     TEXT NOT NULL,
    audience   TEXT NOT NULL,
    recipients TEXT NOT NULL,
    UNIQUE (owner, agency, audience, recipients)
);
CREATE TABLE access_recipient (
    access      BIGINT NOT NULL REFERENCES access (id),
    participant TEXT NOT NULL,
    PRIMARY KEY (access, participant)
);

-- number is this node's own short name of a record, in the order of arrival; it never leaves the database.
CREATE TABLE record (
    id             TEXT PRIMARY KEY,
    number         BIGINT NOT NULL UNIQUE,
    kind           TEXT NOT NULL,
    operation      TEXT NOT NULL,
    access         BIGINT NOT NULL REFERENCES access (id),
    state          TEXT NOT NULL,
    revision       BIGINT NOT NULL,
    origin         TEXT NOT NULL,
    sequence       BIGINT NOT NULL,
    created        BIGINT NOT NULL,
    changed        BIGINT NOT NULL,
    provenance_key TEXT,
    review         TEXT,
    UNIQUE (operation, provenance_key)
);

CREATE TABLE record_revision (
    record   BIGINT NOT NULL REFERENCES record (number),
    revision BIGINT NOT NULL,
    access   BIGINT NOT NULL REFERENCES access (id),
    state    TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    at       BIGINT NOT NULL,
    hash     TEXT NOT NULL,
    body     TEXT NOT NULL,
    PRIMARY KEY (record, revision)
);

-- Questions about a record that a person answers; answered ones stay.
CREATE TABLE record_question (
    record   BIGINT NOT NULL REFERENCES record (number),
    place    BIGINT NOT NULL,
    problem  TEXT NOT NULL,
    answered BIGINT NOT NULL,
    PRIMARY KEY (record, place)
);

-- What changed, in the order in which it became true; watchers and peers read on from where they were.
CREATE TABLE event (
    sequence  BIGINT PRIMARY KEY,
    operation TEXT NOT NULL,
    kind      TEXT NOT NULL,
    record    BIGINT NOT NULL REFERENCES record (number),
    revision  BIGINT NOT NULL,
    at        BIGINT NOT NULL
);
CREATE INDEX event_operation ON event (operation, sequence);

-- Folded words of a record: as written, by sound, by consonants. The engine's own index stands over text.
CREATE TABLE search (
    record BIGINT PRIMARY KEY REFERENCES record (number),
    text   TEXT NOT NULL
);

CREATE TABLE attachment (
    id         TEXT PRIMARY KEY,
    record     TEXT NOT NULL REFERENCES record (id),
    name       TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size       BIGINT NOT NULL,
    sha256     TEXT NOT NULL,
    added      BIGINT NOT NULL
);
CREATE INDEX attachment_record ON attachment (record);
CREATE INDEX attachment_content ON attachment (sha256);
