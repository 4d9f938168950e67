-- Scales from 0 to 10 with every number that was placed on them, sealed with the key of their compartment.
CREATE TABLE scale (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  doc INTEGER NOT NULL REFERENCES compartment (doc),
  body BLOB NOT NULL
) STRICT;
CREATE INDEX scale_of_plan ON scale (plan_id);
CREATE INDEX scale_of_doc ON scale (doc);
