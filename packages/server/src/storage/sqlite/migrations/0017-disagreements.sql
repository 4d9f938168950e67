-- What sides say where they don't agree, what was offered, and when somebody was asked who said nothing. A row is only ever added; all
-- that it says is sealed with the key of its compartment.
CREATE TABLE disagreement (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  doc INTEGER NOT NULL REFERENCES compartment (doc),
  body BLOB NOT NULL
) STRICT;
CREATE INDEX disagreement_of_plan ON disagreement (plan_id);
CREATE INDEX disagreement_of_doc ON disagreement (doc);
