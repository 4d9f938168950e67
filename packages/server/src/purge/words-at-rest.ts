import type {REDACTORS} from './redact-records.ts';

/** Why nothing has to be taken out of a column. */
type Wordless =
  /** Random ids, hashes, names of keys, numbers as text. */
  | 'ids'
  /** Names out of a list in the code. */
  | 'names'
  /** It is the protected contact store, where such words belong. */
  | 'contacts'
  /** The audit, whose entries hold codes, dates and counts, never words, and are never changed. */
  | 'audit';

/**
 * What takes purged words out of a column: one of {@link REDACTORS}, the commit of the document's new snapshot, or the purge
 * itself.
 */
export type Handling = Wordless | keyof typeof REDACTORS | 'snapshot' | 'purge';

/**
 * Every column of the database that holds text or bytes. A purge is only as good as this list, so a test fails when the database
 * has a column that isn't on it.
 */
export const WORDS_AT_REST: Readonly<Record<string, Readonly<Record<string, Handling>>>> = {
  plan: {id: 'ids', plan_type: 'names', stage: 'names', co_writing: 'names', body: 'facts'},
  participant: {id: 'ids', plan_id: 'ids', body: 'people'},
  compartment: {id: 'ids', plan_id: 'ids', kind: 'names', audience: 'ids'},
  invite: {token_hash: 'ids', plan_id: 'ids', participant_id: 'ids', issued_by: 'ids'},
  session: {
    id: 'ids',
    token_hash: 'ids',
    plan_id: 'ids',
    participant_id: 'ids',
    device: 'names',
    present: 'ids',
    invited_by: 'ids',
    proved_by: 'names',
  },
  code: {participant_id: 'ids', issued_by: 'ids', salt: 'ids', hash: 'ids'},
  passkey: {participant_id: 'ids', id: 'ids', public_key: 'ids', transports: 'names'},
  challenge: {session_id: 'ids', purpose: 'names', challenge: 'ids'},
  ticket: {ticket_hash: 'ids', plan_id: 'ids', participant_id: 'ids', session_id: 'ids'},
  item: {
    id: 'ids',
    plan_id: 'ids',
    root: 'names',
    anchor_root: 'names',
    type: 'names',
    owner: 'ids',
    typed_by: 'ids',
    session_id: 'ids',
  },
  plan_lease: {plan_id: 'ids', owner: 'ids'},
  author: {participant_id: 'ids', session_id: 'ids'},
  log_journal: {body: 'snapshot'},
  log_chunk: {body: 'snapshot'},
  snapshot: {state_vector: 'ids', bytes: 'snapshot'},
  refusal: {participant_id: 'ids', session_id: 'ids', code: 'names'},
  withholding: {id: 'ids', plan_id: 'ids', body: 'withholdings'},
  position: {id: 'ids', plan_id: 'ids', body: 'positions'},
  comment: {id: 'ids', plan_id: 'ids', body: 'comments'},
  disagreement: {id: 'ids', plan_id: 'ids', body: 'disagreements'},
  disagreement_file: {id: 'ids', plan_id: 'ids', body: 'disagreements', bytes: 'disagreements'},
  trace: {id: 'ids', plan_id: 'ids', body: 'traces'},
  scale: {id: 'ids', plan_id: 'ids', body: 'scales'},
  attachment: {id: 'ids', plan_id: 'ids', body: 'attachments', bytes: 'attachments'},
  house_session: {id: 'ids', plan_id: 'ids', body: 'houseSessions'},
  help_call: {id: 'ids', plan_id: 'ids', body: 'help'},
  child_choice: {id: 'ids', plan_id: 'ids', body: 'choices'},
  proposal: {id: 'ids', plan_id: 'ids', body: 'proposals'},
  audit: {plan_id: 'ids', body: 'audit', hash: 'ids'},
  audit_head: {plan_id: 'ids', hash: 'ids'},
  audit_once: {session_id: 'ids', action: 'names'},
  glass: {id: 'ids', plan_id: 'ids', body: 'glass'},
  contact: {id: 'ids', plan_id: 'ids', body: 'contacts'},
  copy: {id: 'ids', plan_id: 'ids', body: 'snapshot'},
  purge_record: {id: 'ids', plan_id: 'ids', body: 'purge'},
  vault: {keys: 'ids'},
};
