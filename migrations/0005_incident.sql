-- Incidents as lists show them, and their lines as figures add them up.

-- One row per incident: what a list says without opening the record.
CREATE TABLE incident (
    number      BIGINT PRIMARY KEY REFERENCES record (number),
    record      TEXT NOT NULL,
    operation   BIGINT NOT NULL REFERENCES operation (number),
    access      BIGINT NOT NULL REFERENCES access (id),
    revision    BIGINT NOT NULL,
    state       TEXT NOT NULL,
    kind        TEXT NOT NULL,
    reference   TEXT NOT NULL,
    day         TEXT NOT NULL,
    minute      BIGINT,
    country     TEXT NOT NULL,
    region      TEXT,
    place_text  TEXT NOT NULL,
    written     TEXT NOT NULL,
    substance   TEXT,
    lines       BIGINT NOT NULL,
    mass        BIGINT,
    volume      BIGINT,
    pieces      BIGINT,
    area        BIGINT,
    provisional BIGINT NOT NULL,
    in_scope    BIGINT NOT NULL,
    setting     TEXT NOT NULL,
    detection   TEXT,
    handling    TEXT NOT NULL,
    late        BIGINT NOT NULL,
    held        BIGINT NOT NULL,
    changed     BIGINT NOT NULL
);
CREATE INDEX incident_changed ON incident (operation, changed, number);

-- What a line is a line of: each combination once, so that adding up compares whole numbers. Blank is "not known";
-- an article without dimension has no known quantity; one with is_line 0 stands for an incident without lines.
CREATE TABLE article (
    id        BIGINT PRIMARY KEY,
    is_line   BIGINT NOT NULL,
    substance TEXT NOT NULL,
    grp       TEXT NOT NULL,
    unit      TEXT NOT NULL,
    dimension TEXT NOT NULL,
    in_scope  BIGINT NOT NULL,
    confirmed BIGINT NOT NULL,
    UNIQUE (is_line, substance, grp, unit, dimension, in_scope, confirmed)
);

-- One row per line with everything a filter or a figure asks of it. first, first_substance and first_group are 1 on the
-- first line of the incident, of its substance and of its group: their sums count incidents, not lines. counts is 0 for
-- what no figure includes: a retracted incident, or a duplicate of one that counts. bulk is the article that stands for
-- every substance of the same scope and status where the amount is a mass and the substance changes nothing.
CREATE TABLE incident_line (
    number          BIGINT NOT NULL REFERENCES incident (number),
    line            BIGINT NOT NULL,
    operation       BIGINT NOT NULL,
    access          BIGINT NOT NULL,
    article         BIGINT NOT NULL REFERENCES article (id),
    bulk            BIGINT NOT NULL REFERENCES article (id),
    counts          BIGINT NOT NULL,
    amount          BIGINT,
    first           BIGINT NOT NULL,
    first_substance BIGINT NOT NULL,
    first_group     BIGINT NOT NULL,
    state           TEXT NOT NULL,
    kind            TEXT NOT NULL,
    day             TEXT NOT NULL,
    country         TEXT NOT NULL,
    region          TEXT NOT NULL,
    place           TEXT NOT NULL,
    setting         TEXT NOT NULL,
    conveyance      TEXT NOT NULL,
    detection       TEXT NOT NULL,
    late            BIGINT NOT NULL,
    held            BIGINT NOT NULL,
    PRIMARY KEY (number, line)
);
-- Both hold every column that their questions read, so that the rows themselves are not visited.
CREATE INDEX incident_line_article ON incident_line
    (operation, article, held, access, country, region, counts, state, amount, first, first_substance, first_group, number);
CREATE INDEX incident_line_bulk ON incident_line
    (operation, day, bulk, held, counts, access, state, amount, first);
CREATE INDEX incident_line_day ON incident_line (operation, day, number, access, state, first, article, country);
CREATE INDEX incident_line_country ON incident_line (operation, country, setting, state, access, first, held, article, number);

CREATE TABLE incident_leg (
    number     BIGINT NOT NULL REFERENCES incident (number),
    leg        BIGINT NOT NULL,
    role       TEXT NOT NULL,
    country    TEXT NOT NULL,
    confidence TEXT NOT NULL,
    PRIMARY KEY (number, leg)
);

CREATE TABLE incident_person (
    number      BIGINT NOT NULL REFERENCES incident (number),
    place       BIGINT NOT NULL,
    status      TEXT NOT NULL,
    nationality TEXT,
    sex         TEXT NOT NULL,
    age         TEXT NOT NULL,
    persons     BIGINT NOT NULL,
    PRIMARY KEY (number, place)
);

CREATE TABLE incident_related (
    number BIGINT NOT NULL REFERENCES incident (number),
    place  BIGINT NOT NULL,
    kind   TEXT NOT NULL,
    items  BIGINT,
    PRIMARY KEY (number, place)
);
