-- Who made the link that a session came from, and when and how its holder last showed that it is them.
ALTER TABLE session ADD COLUMN invited_by TEXT;
ALTER TABLE session ADD COLUMN proved_at INTEGER;
ALTER TABLE session ADD COLUMN proved_by TEXT;

CREATE TABLE code (
  participant_id TEXT PRIMARY KEY REFERENCES participant (id),
  issued_by TEXT NOT NULL,
  salt TEXT NOT NULL,
  hash TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  tries_left INTEGER NOT NULL
) STRICT;

-- An id is the device's own: were it one for all people, somebody could learn that it is in use.
CREATE TABLE passkey (
  participant_id TEXT NOT NULL REFERENCES participant (id),
  id TEXT NOT NULL,
  public_key BLOB NOT NULL,
  counter INTEGER NOT NULL,
  transports TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (participant_id, id)
) STRICT;

CREATE TABLE challenge (
  session_id TEXT NOT NULL REFERENCES session (id),
  purpose TEXT NOT NULL,
  challenge TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (session_id, purpose)
) STRICT;
