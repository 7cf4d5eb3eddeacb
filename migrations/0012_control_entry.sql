-- What of an entry of an act the status of a substance needs, so that a matrix of many substances and countries is asked
-- without opening records. Blank is "not said"; a day that is not known is absent. The row follows from the current revision
-- and is compared with it by the check of the database.

CREATE TABLE control_entry (
    number            BIGINT PRIMARY KEY REFERENCES record (number),
    record            TEXT NOT NULL,
    operation         TEXT NOT NULL,
    access            BIGINT NOT NULL REFERENCES access (id),
    state             TEXT NOT NULL,
    act               TEXT NOT NULL,
    list              TEXT NOT NULL,
    place             TEXT NOT NULL,
    name              TEXT NOT NULL,
    substance         TEXT NOT NULL,
    technique         TEXT NOT NULL,
    salts             TEXT NOT NULL,
    preparation_limit TEXT NOT NULL,
    first_day         TEXT,
    last_day          TEXT,
    seen_day          TEXT
);
CREATE INDEX control_entry_substance ON control_entry (substance, operation);
CREATE INDEX control_entry_act ON control_entry (act);
