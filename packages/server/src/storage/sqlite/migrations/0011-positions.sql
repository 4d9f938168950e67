-- What parties said of items. A new one is a new row; all that it says is sealed with the key of its item's compartment.
CREATE TABLE position (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  doc INTEGER NOT NULL REFERENCES compartment (doc),
  body BLOB NOT NULL
) STRICT;
CREATE INDEX position_of_plan ON position (plan_id);
CREATE INDEX position_of_doc ON position (doc);
