-- What was purged: who asked, when and how much; what it was only until it is done. All of it is sealed.
CREATE TABLE purge_record (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  doc INTEGER NOT NULL REFERENCES compartment (doc),
  body BLOB NOT NULL
) STRICT;
