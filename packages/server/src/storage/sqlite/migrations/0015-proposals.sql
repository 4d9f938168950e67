-- Other words that somebody suggests for an item, sealed with the key of their compartment. The words themselves stand in its document.
CREATE TABLE proposal (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  doc INTEGER NOT NULL REFERENCES compartment (doc),
  body BLOB NOT NULL
) STRICT;
CREATE INDEX proposal_of_plan ON proposal (plan_id);
CREATE INDEX proposal_of_doc ON proposal (doc);
