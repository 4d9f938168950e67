-- What goes with the words of a disagreement: what is known of each file and its bytes, both sealed with the key of the compartment of the
-- entry with which it was sent.
CREATE TABLE disagreement_file (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  doc INTEGER NOT NULL REFERENCES compartment (doc),
  body BLOB NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
CREATE INDEX disagreement_file_of_plan ON disagreement_file (plan_id);
CREATE INDEX disagreement_file_of_doc ON disagreement_file (doc);
