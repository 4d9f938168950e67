-- Calls of children for help, with what was decided, sealed with the key of their item's compartment.
CREATE TABLE help_call (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  doc INTEGER NOT NULL REFERENCES compartment (doc),
  body BLOB NOT NULL
) STRICT;
CREATE INDEX help_call_of_plan ON help_call (plan_id);
CREATE INDEX help_call_of_doc ON help_call (doc);
