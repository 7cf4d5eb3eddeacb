-- Files read through a mapping, and what became of the rows that raised a question or were refused.

CREATE TABLE import_run (
    id        TEXT PRIMARY KEY,
    operation TEXT NOT NULL,
    file      TEXT NOT NULL,
    sha256    TEXT NOT NULL,
    mapping   TEXT NOT NULL,
    at        BIGINT NOT NULL,
    read      BIGINT NOT NULL,
    accepted  BIGINT NOT NULL,
    held      BIGINT NOT NULL,
    refused   BIGINT NOT NULL,
    known     BIGINT NOT NULL,
    reasons   TEXT NOT NULL
);
CREATE INDEX import_run_operation ON import_run (operation, at);

CREATE TABLE import_row (
    import   TEXT NOT NULL REFERENCES import_run (id),
    place    BIGINT NOT NULL,
    sheet_row BIGINT NOT NULL,
    verdict  TEXT NOT NULL,
    problems TEXT NOT NULL,
    PRIMARY KEY (import, place)
);
