-- Openings in an emergency. Who, why and in what words is sealed with the key of the shared compartment.
CREATE TABLE glass (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  doc INTEGER NOT NULL REFERENCES compartment (doc),
  until INTEGER NOT NULL,
  body BLOB NOT NULL
) STRICT;
CREATE INDEX glass_of_plan ON glass (plan_id, until);
