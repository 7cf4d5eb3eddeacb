-- How far each member has read each thread, what waits for participants, and who wants to hear of it by mail. Rows follow
-- from what members do; none of them is part of a record.

CREATE TABLE reading (
    member TEXT NOT NULL,
    thread TEXT NOT NULL,
    seen   BIGINT NOT NULL,
    PRIMARY KEY (member, thread)
);

CREATE TABLE notice (
    number      BIGINT PRIMARY KEY,
    operation   TEXT NOT NULL,
    participant TEXT NOT NULL,
    role        TEXT NOT NULL,
    member      TEXT NOT NULL,
    kind        TEXT NOT NULL,
    record      TEXT NOT NULL,
    due         BIGINT,
    at          BIGINT NOT NULL,
    done        BIGINT
);
CREATE INDEX notice_participant ON notice (participant, number);
CREATE INDEX notice_member ON notice (member, number);
CREATE INDEX notice_record ON notice (record);

CREATE TABLE notice_seen (
    member TEXT PRIMARY KEY,
    number BIGINT NOT NULL
);

-- One digest a member: what it wishes, and where the next one stands. The address is personal data of the account.
CREATE TABLE digest (
    member   TEXT PRIMARY KEY,
    address  TEXT NOT NULL,
    rhythm   TEXT NOT NULL,
    next     BIGINT NOT NULL,
    told     BIGINT NOT NULL,
    claimed  BIGINT,
    attempts BIGINT NOT NULL,
    state    TEXT NOT NULL,
    changed  BIGINT NOT NULL
);
CREATE INDEX digest_next ON digest (next);
