-- Sessions in which somebody writes for the child, sealed for whoever held them and the lead.
CREATE TABLE house_session (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  doc INTEGER NOT NULL REFERENCES compartment (doc),
  body BLOB NOT NULL
) STRICT;
CREATE INDEX house_session_of_plan ON house_session (plan_id);
CREATE INDEX house_session_of_doc ON house_session (doc);
