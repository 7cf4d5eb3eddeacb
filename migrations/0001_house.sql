-- The house itself: which scripts were applied, which node this is, and the audit chain.
-- Both engines read this text: TEXT, BIGINT, DOUBLE PRECISION and BYTEA only, yes is 1 and no is 0,
-- moments are microseconds since 1970 in UTC, days are ISO text.

CREATE TABLE migration (
    version    BIGINT PRIMARY KEY,
    name       TEXT NOT NULL,
    hash       TEXT NOT NULL,
    applied_at TEXT NOT NULL
);

-- One row: this node.
CREATE TABLE node (
    id            TEXT PRIMARY KEY,
    name          TEXT NOT NULL,
    demonstration BIGINT NOT NULL,
    one           BIGINT NOT NULL DEFAULT 1 UNIQUE CHECK (one = 1)
);

-- Every kept write has one entry; each carries the hash of the one before it.
CREATE TABLE audit_entry (
    seq         BIGINT PRIMARY KEY,
    at          BIGINT NOT NULL,
    account     TEXT NOT NULL,
    role        TEXT NOT NULL,
    participant TEXT NOT NULL,
    node        TEXT NOT NULL,
    door        TEXT NOT NULL,
    verb        TEXT NOT NULL,
    record      TEXT NOT NULL,
    revision    BIGINT NOT NULL,
    detail      TEXT NOT NULL,
    prev        TEXT NOT NULL,
    hash        TEXT NOT NULL
);
CREATE INDEX audit_entry_record ON audit_entry (record, seq);

-- The last entry of the chain, the last sequence given to an event and the last number given to a record; writers take
-- turns on this row.
CREATE TABLE chain_head (
    chain  BIGINT PRIMARY KEY CHECK (chain = 1),
    seq    BIGINT NOT NULL,
    hash   TEXT NOT NULL,
    event  BIGINT NOT NULL,
    number BIGINT NOT NULL
);
INSERT INTO chain_head (chain, seq, hash, event, number)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000', 0, 0);
