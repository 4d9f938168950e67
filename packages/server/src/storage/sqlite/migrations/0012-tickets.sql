-- `wrote`: its client id is known to stand in the document, so that the ticket says who wrote and is kept for good.
ALTER TABLE ticket ADD COLUMN wrote INTEGER NOT NULL DEFAULT 0;
CREATE INDEX ticket_of_session ON ticket (doc, session_id);
CREATE INDEX ticket_by_age ON ticket (created_at) WHERE wrote = 0;
