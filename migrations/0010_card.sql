-- What a list says of a record without opening it, for every noun that has no tables of its own. Blank is "nothing of the
-- sort". The row follows from the current revision and is compared with it by the check of the database.

CREATE TABLE card (
    number    BIGINT PRIMARY KEY REFERENCES record (number),
    record    TEXT NOT NULL,
    kind      TEXT NOT NULL,
    operation TEXT NOT NULL,
    access    BIGINT NOT NULL REFERENCES access (id),
    state     TEXT NOT NULL,
    about     TEXT NOT NULL,
    part      TEXT NOT NULL,
    status    TEXT NOT NULL,
    key       TEXT NOT NULL,
    title     TEXT NOT NULL,
    day       TEXT,
    due       TEXT,
    created   BIGINT NOT NULL,
    changed   BIGINT NOT NULL
);
CREATE INDEX card_operation ON card (operation, kind, changed, number);
CREATE INDEX card_about ON card (about, kind, part);
CREATE INDEX card_key ON card (kind, key);
