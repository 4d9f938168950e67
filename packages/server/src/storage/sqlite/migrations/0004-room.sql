-- Who looks at the screen of a session in a meeting: ids as JSON; NULL for a session of one's own.
ALTER TABLE session ADD COLUMN present TEXT;
ALTER TABLE session ADD COLUMN has_stranger INTEGER NOT NULL DEFAULT 0;
