-- What only this node knows: it hides the places in its sequence that readers are given, so that the distance between two
-- says nothing of what happened between them. Blank until the node is opened the next time.
ALTER TABLE node ADD COLUMN secret TEXT NOT NULL DEFAULT '';
