-- The name of the keys under which everything in this database is sealed; no row while nothing is.
CREATE TABLE vault (keys TEXT NOT NULL) STRICT;

-- What a plan knows beside its wording becomes bytes, since sealed text is no text.
ALTER TABLE plan ADD COLUMN body BLOB NOT NULL DEFAULT x'';
UPDATE plan SET body = CAST(facts AS BLOB);
ALTER TABLE plan DROP COLUMN facts;

-- Entries of the audit are never written anew, not even to seal them: the audit starts with the keys.
DROP TRIGGER audit_is_not_deleted;
DELETE FROM audit;
DELETE FROM audit_head;
DELETE FROM audit_once;
CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;

-- So does who a person is, and from whom the person is hidden.
ALTER TABLE participant ADD COLUMN body BLOB NOT NULL DEFAULT x'';
UPDATE participant SET body = CAST(json_object('key', key, 'name', name, 'relationship', relationship,
  'role', role, 'agency', agency, 'lead', json(iif(lead, 'true', 'false')), 'hiddenFrom', json(hidden_from)) AS BLOB);
ALTER TABLE participant DROP COLUMN key;
ALTER TABLE participant DROP COLUMN name;
ALTER TABLE participant DROP COLUMN relationship;
ALTER TABLE participant DROP COLUMN agency;
ALTER TABLE participant DROP COLUMN role;
ALTER TABLE participant DROP COLUMN lead;
ALTER TABLE participant DROP COLUMN hidden_from;
