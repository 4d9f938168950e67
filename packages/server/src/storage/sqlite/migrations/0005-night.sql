-- When the work of a night was last done.
CREATE TABLE night (done_at INTEGER NOT NULL) STRICT;
