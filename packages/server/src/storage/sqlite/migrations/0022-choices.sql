-- Whom children don't want to see an item, sealed with the key of its compartment.
CREATE TABLE child_choice (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  doc INTEGER NOT NULL REFERENCES compartment (doc),
  body BLOB NOT NULL
) STRICT;
CREATE INDEX child_choice_of_plan ON child_choice (plan_id);
CREATE INDEX child_choice_of_doc ON child_choice (doc);
