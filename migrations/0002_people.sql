-- Who takes part and who signs in. No names of persons: a login, a role, an agency.

CREATE TABLE participant (
    code    TEXT PRIMARY KEY,
    names   TEXT NOT NULL,
    country TEXT
);

CREATE TABLE agency (
    id          TEXT PRIMARY KEY,
    participant TEXT NOT NULL REFERENCES participant (code),
    kind        TEXT NOT NULL,
    names       TEXT NOT NULL,
    contact     TEXT NOT NULL
);
CREATE INDEX agency_participant ON agency (participant);

CREATE TABLE member (
    id       TEXT PRIMARY KEY,
    login    TEXT NOT NULL UNIQUE,
    role     TEXT NOT NULL,
    agency   TEXT NOT NULL REFERENCES agency (id),
    lang     TEXT NOT NULL,
    password TEXT NOT NULL,
    disabled BIGINT,
    created  BIGINT NOT NULL
);

-- key is the SHA-256 of the secret in the cookie; the secret itself is kept by the browser alone.
CREATE TABLE session (
    key     TEXT PRIMARY KEY,
    member  TEXT NOT NULL REFERENCES member (id),
    created BIGINT NOT NULL,
    seen    BIGINT NOT NULL
);
CREATE INDEX session_member ON session (member);

-- secret is the SHA-256 of the key shown once.
CREATE TABLE token (
    id      TEXT PRIMARY KEY,
    secret  TEXT NOT NULL UNIQUE,
    name    TEXT NOT NULL,
    member  TEXT NOT NULL REFERENCES member (id),
    agency  TEXT NOT NULL REFERENCES agency (id),
    scopes  TEXT NOT NULL,
    created BIGINT NOT NULL,
    expires BIGINT NOT NULL,
    used    BIGINT,
    revoked BIGINT
);
CREATE INDEX token_agency ON token (agency);

-- The answer once given to a request that may be sent again.
CREATE TABLE idempotency_key (
    account TEXT NOT NULL,
    key     TEXT NOT NULL,
    request TEXT NOT NULL,
    status  BIGINT NOT NULL,
    body    TEXT NOT NULL,
    at      BIGINT NOT NULL,
    PRIMARY KEY (account, key)
);
CREATE INDEX idempotency_key_at ON idempotency_key (at);

-- What a member is typing for an operation, exactly as typed, so that nothing typed is lost.
CREATE TABLE draft (
    member    TEXT NOT NULL REFERENCES member (id),
    operation TEXT NOT NULL,
    body      TEXT NOT NULL,
    changed   BIGINT NOT NULL,
    PRIMARY KEY (member, operation)
);
