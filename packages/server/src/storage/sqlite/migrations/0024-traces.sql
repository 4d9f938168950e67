-- What was said and done because of words of the child, sealed with the key of the compartment of its readers.
CREATE TABLE trace (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  doc INTEGER NOT NULL REFERENCES compartment (doc),
  body BLOB NOT NULL
) STRICT;
CREATE INDEX trace_of_plan ON trace (plan_id);
CREATE INDEX trace_of_doc ON trace (doc);
