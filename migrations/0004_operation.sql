-- Operations: what is asked about them; everything they say stands in record_revision.

CREATE TABLE operation (
    number        BIGINT PRIMARY KEY REFERENCES record (number),
    code          TEXT NOT NULL UNIQUE,
    series        TEXT NOT NULL,
    edition       TEXT NOT NULL,
    demonstration BIGINT NOT NULL,
    archive       BIGINT NOT NULL
);
CREATE INDEX operation_series ON operation (series, edition);

CREATE TABLE participation (
    operation   BIGINT NOT NULL REFERENCES operation (number),
    place       BIGINT NOT NULL,
    participant TEXT NOT NULL REFERENCES participant (code),
    role        TEXT NOT NULL,
    since       TEXT,
    until       TEXT,
    PRIMARY KEY (operation, place)
);
CREATE INDEX participation_participant ON participation (participant);

CREATE TABLE stage (
    operation BIGINT NOT NULL REFERENCES operation (number),
    kind      TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day  TEXT NOT NULL,
    opened    BIGINT,
    closed    BIGINT,
    PRIMARY KEY (operation, kind)
);
