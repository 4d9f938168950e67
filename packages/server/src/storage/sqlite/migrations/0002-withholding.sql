-- An id belongs to its document: whether one is in use in a document that a writer doesn't receive must never show.
CREATE TABLE item_of_doc (
  id TEXT NOT NULL,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  doc INTEGER NOT NULL REFERENCES compartment (doc),
  root TEXT NOT NULL,
  anchor_root TEXT,
  type TEXT NOT NULL,
  owner TEXT,
  typed_by TEXT,
  session_id TEXT,
  verbatim INTEGER NOT NULL,
  read_back INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (doc, id)
) STRICT;
INSERT INTO item_of_doc
  SELECT id, plan_id, doc, root, NULL, type, owner, typed_by, session_id, verbatim, read_back, created_at
  FROM item ORDER BY rowid;
DROP TABLE item;
ALTER TABLE item_of_doc RENAME TO item;
CREATE INDEX item_of_plan ON item (plan_id);

-- Decisions to withhold. Everything that a decision says is sealed with the key of its compartment.
CREATE TABLE withholding (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  doc INTEGER NOT NULL REFERENCES compartment (doc),
  body BLOB NOT NULL
) STRICT;
CREATE INDEX withholding_of_plan ON withholding (plan_id);
