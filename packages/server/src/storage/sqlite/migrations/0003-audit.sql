-- What was done on each plan. Everything that an entry says is sealed; `hash` chains it to the entry before.
CREATE TABLE audit (
  plan_id TEXT NOT NULL REFERENCES plan (id),
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  doc INTEGER REFERENCES compartment (doc),
  body BLOB NOT NULL,
  hash BLOB NOT NULL,
  PRIMARY KEY (plan_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_by_time ON audit (plan_id, at, number);

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;
CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;
-- Also against INSERT OR REPLACE, which runs no trigger of a deletion.
CREATE TRIGGER audit_is_only_added_to BEFORE INSERT ON audit
WHEN NEW.number <> (SELECT ifnull(max(number), 0) + 1 FROM audit WHERE plan_id = NEW.plan_id)
BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;

-- The newest entry of each plan, so that entries taken off the end are missed.
CREATE TABLE audit_head (
  plan_id TEXT PRIMARY KEY REFERENCES plan (id),
  number INTEGER NOT NULL,
  hash BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- What is noted once for each session and document.
CREATE TABLE audit_once (
  session_id TEXT NOT NULL,
  doc INTEGER NOT NULL REFERENCES compartment (doc),
  action TEXT NOT NULL,
  PRIMARY KEY (session_id, doc, action)
) STRICT, WITHOUT ROWID;
