-- Whose row it is, and of which record it is the same seizure.

-- A row of a file is the same row for its owner only: another's record is nobody else's to know. The key itself says
-- whose it is, because SQLite cannot exchange a constraint of a table to which others point.
UPDATE record SET provenance_key =
    (SELECT a.owner FROM access a WHERE a.id = record.access) || ' ' || provenance_key
WHERE provenance_key IS NOT NULL;

-- The record of the same seizure that counts instead; blank for nearly all, so the index holds the others only.
ALTER TABLE incident ADD COLUMN duplicate_of TEXT;
CREATE INDEX incident_duplicate ON incident (duplicate_of) WHERE duplicate_of IS NOT NULL;
