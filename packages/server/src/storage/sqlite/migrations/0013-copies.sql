-- Decisions that words of one withheld document (`doc`) may stand in another. Whose and of which words is sealed with its key.
CREATE TABLE copy (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  doc INTEGER NOT NULL REFERENCES compartment (doc),
  to_doc INTEGER NOT NULL REFERENCES compartment (doc),
  body BLOB NOT NULL
) STRICT;
CREATE INDEX copy_of_plan ON copy (plan_id);
CREATE INDEX copy_from ON copy (doc);
CREATE INDEX copy_to ON copy (to_doc);
