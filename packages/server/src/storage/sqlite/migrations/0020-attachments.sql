-- Recordings: what is known of each and its bytes, both sealed with the key of the compartment that it belongs to.
CREATE TABLE attachment (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  doc INTEGER NOT NULL REFERENCES compartment (doc),
  body BLOB NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
CREATE INDEX attachment_of_plan ON attachment (plan_id);
CREATE INDEX attachment_of_doc ON attachment (doc);
