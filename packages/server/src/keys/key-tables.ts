/**
 * How a file of wrapped keys is opened. It has no write-ahead log, so that a key which was destroyed is in no file any more
 * when the call returns.
 */
export const KEY_TABLES = `PRAGMA busy_timeout=5000;
  PRAGMA journal_mode=DELETE;
  PRAGMA synchronous=EXTRA;
  PRAGMA secure_delete=ON;
  PRAGMA temp_store=MEMORY;
  CREATE TABLE IF NOT EXISTS ring (name TEXT NOT NULL, proof BLOB NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS data_key (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    compartment_id TEXT NOT NULL,
    purpose TEXT NOT NULL,
    wrapped BLOB NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS data_key_of_compartment ON data_key (compartment_id, purpose, id);`;
