-- What of an act the status of a substance and the chain of amendments need, so that neither opens records with the texts of
-- acts in them. `amends` and `repeals` are names of acts with a space between them; a day that is not known is absent. The
-- row follows from the current revision and is compared with it by the check of the database; rows of acts that were kept
-- earlier are made by the program that applies this script. And the way to the entries of what the catalogue does not hold.

CREATE TABLE legal_act (
    number        BIGINT PRIMARY KEY REFERENCES record (number),
    record        TEXT NOT NULL,
    operation     TEXT NOT NULL,
    access        BIGINT NOT NULL REFERENCES access (id),
    state         TEXT NOT NULL,
    jurisdiction  TEXT NOT NULL,
    title         TEXT NOT NULL,
    titles        TEXT NOT NULL,
    adopted_day   TEXT,
    first_day     TEXT,
    last_day      TEXT,
    amends        TEXT NOT NULL,
    repeals       TEXT NOT NULL,
    holds_list    BIGINT NOT NULL,
    whole_day     TEXT,
    retrieved_day TEXT
);
CREATE INDEX legal_act_operation ON legal_act (operation);
CREATE INDEX control_entry_name ON control_entry (substance, name);
