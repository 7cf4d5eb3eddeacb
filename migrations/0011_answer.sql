-- What participants answer to questionnaires before they release it, every revision of every answer: an answer is known
-- by its question's key and kind. Nobody outside the participant reads these rows. And who was reminded to release.

CREATE TABLE answer (
    questionnaire TEXT NOT NULL,
    participant   TEXT NOT NULL,
    question      TEXT NOT NULL,
    kind          TEXT NOT NULL,
    revision      BIGINT NOT NULL,
    version       BIGINT NOT NULL,
    value         TEXT,
    agency        TEXT NOT NULL,
    role          TEXT NOT NULL,
    changed       BIGINT NOT NULL,
    PRIMARY KEY (questionnaire, participant, question, kind, revision)
);

CREATE TABLE reminder (
    questionnaire TEXT NOT NULL,
    participant   TEXT NOT NULL,
    reminded      BIGINT NOT NULL,
    PRIMARY KEY (questionnaire, participant)
);
