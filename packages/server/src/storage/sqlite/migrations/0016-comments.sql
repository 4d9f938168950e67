-- What people said beside items, and what they did with it. All that a row says is sealed with the key of its compartment.
CREATE TABLE comment (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  doc INTEGER NOT NULL REFERENCES compartment (doc),
  body BLOB NOT NULL
) STRICT;
CREATE INDEX comment_of_plan ON comment (plan_id);
CREATE INDEX comment_of_doc ON comment (doc);
