-- Files given as answers to questionnaires, from the moment they come in: who may read them is asked of the participant
-- until they are released, of the submission's record after.

CREATE TABLE answer_file (
    id            TEXT PRIMARY KEY,
    questionnaire TEXT NOT NULL,
    participant   TEXT NOT NULL,
    name          TEXT NOT NULL,
    media_type    TEXT NOT NULL,
    size          BIGINT NOT NULL,
    sha256        TEXT NOT NULL,
    added         BIGINT NOT NULL
);
CREATE INDEX answer_file_content ON answer_file (sha256);
