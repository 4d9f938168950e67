-- The protected contact store. Everything that a value says is sealed with a key of its own, which has the value's id.
CREATE TABLE contact (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  body BLOB NOT NULL
) STRICT;
CREATE INDEX contact_of_plan ON contact (plan_id);
