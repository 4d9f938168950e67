CREATE TABLE plan (
  id TEXT PRIMARY KEY,
  plan_type TEXT NOT NULL,
  stage TEXT NOT NULL,
  co_writing TEXT NOT NULL,
  facts TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;

CREATE TABLE participant (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  relationship TEXT NOT NULL,
  role TEXT NOT NULL,
  agency TEXT,
  lead INTEGER NOT NULL,
  hidden_from TEXT NOT NULL,
  access_ends_at INTEGER
) STRICT;
CREATE INDEX participant_of_plan ON participant (plan_id);

-- `doc` is the short key that the log's many rows carry in the place of the id; it never leaves this file.
CREATE TABLE compartment (
  doc INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  kind TEXT NOT NULL,
  audience TEXT,
  epoch INTEGER NOT NULL,
  schema_version INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX compartment_of_plan ON compartment (plan_id);

CREATE TABLE invite (
  token_hash TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  participant_id TEXT NOT NULL REFERENCES participant (id),
  confirmed INTEGER NOT NULL,
  issued_by TEXT,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT;

CREATE TABLE session (
  id TEXT PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  participant_id TEXT NOT NULL REFERENCES participant (id),
  device TEXT NOT NULL,
  confirmed INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;
CREATE INDEX session_of_plan ON session (plan_id);

CREATE TABLE ticket (
  ticket_hash TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  doc INTEGER NOT NULL REFERENCES compartment (doc),
  participant_id TEXT NOT NULL REFERENCES participant (id),
  session_id TEXT NOT NULL REFERENCES session (id),
  cid INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  UNIQUE (doc, cid)
) STRICT;
CREATE INDEX ticket_of_person ON ticket (doc, participant_id);

-- An id belongs to its plan: were it one for all plans, a client could learn that it is in use elsewhere, and make a commit fail.
CREATE TABLE item (
  id TEXT NOT NULL,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  doc INTEGER NOT NULL REFERENCES compartment (doc),
  root TEXT NOT NULL,
  type TEXT NOT NULL,
  owner TEXT,
  typed_by TEXT,
  session_id TEXT,
  verbatim INTEGER NOT NULL,
  read_back INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (plan_id, id)
) STRICT;

CREATE TABLE plan_lease (
  plan_id TEXT PRIMARY KEY REFERENCES plan (id),
  owner TEXT NOT NULL,
  token INTEGER NOT NULL
) STRICT;

-- Who wrote, said once: the log names a row of this table.
CREATE TABLE author (
  id INTEGER PRIMARY KEY,
  participant_id TEXT NOT NULL,
  session_id TEXT NOT NULL,
  UNIQUE (participant_id, session_id)
) STRICT;

-- What the newest commits appended, one row a commit whatever the number of documents: a commit of edits in a hundred plans
-- then writes one page and not a hundred. Rows move on to `log_chunk` later and are deleted here.
CREATE TABLE log_journal (
  id INTEGER PRIMARY KEY,
  body BLOB NOT NULL
) STRICT;

-- Consecutive rows of the update log of one document.
CREATE TABLE log_chunk (
  id INTEGER PRIMARY KEY,
  doc INTEGER NOT NULL,
  first_seq INTEGER NOT NULL,
  last_seq INTEGER NOT NULL,
  body BLOB NOT NULL,
  UNIQUE (doc, first_seq)
) STRICT;

CREATE TABLE snapshot (
  doc INTEGER PRIMARY KEY REFERENCES compartment (doc),
  up_to_seq INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  state_vector BLOB NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE carry (
  doc INTEGER NOT NULL,
  client INTEGER NOT NULL,
  clock INTEGER NOT NULL,
  length INTEGER NOT NULL,
  source_client INTEGER NOT NULL,
  source_clock INTEGER NOT NULL,
  PRIMARY KEY (doc, client, clock)
) STRICT, WITHOUT ROWID;

CREATE TABLE refusal (
  row INTEGER PRIMARY KEY,
  doc INTEGER NOT NULL,
  at INTEGER NOT NULL,
  participant_id TEXT NOT NULL,
  session_id TEXT NOT NULL,
  cid INTEGER NOT NULL,
  code TEXT NOT NULL
) STRICT;
CREATE INDEX refusal_of_doc ON refusal (doc);
