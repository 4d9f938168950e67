import type {DatabaseSync} from 'node:sqlite';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type {UpdateRow} from '../records.ts';
import {packRow, unpackRow, type PackedRow} from './log-row.ts';
import {blob, integer} from './row.ts';

/** Rows of one document that are in the journal and in no chunk yet, packed one after the other. */
interface Unsettled {
  /** The journal row that holds the first of them. */
  readonly journalId: number;
  readonly firstSeq: number;
  lastSeq: number;
  count: number;
  readonly parts: Uint8Array[];
}

/** Rows in the journal, and commits since the oldest of them, from which the oldest move on to chunks. */
const JOURNAL_ROWS = 16_384;
const JOURNAL_COMMITS = 1024;
/** Rows of one document from which they move on at once. */
const CHUNK_ROWS = 256;
/** Documents that one commit moves on, so that no commit takes long. */
const SETTLE_AT_ONCE = 64;

/**
 * The update log of every document. A commit appends one row to the journal, for all documents together; what lies
 * there long enough is moved on to chunks of one document each. Every method that writes is to be called inside a
 * transaction; whoever takes that back calls {@link forget}.
 */
export class UpdateLog {
  readonly #sql;
  /** In the order of their first row in the journal. */
  readonly #unsettled = new Map<number, Unsettled>();
  readonly #heads = new Map<number, number>();
  #unsettledRows = 0;
  #lastJournalId = 0;
  #isStale = true;
  #encoder = encoding.createEncoder();
  #appended: {doc: number; start: number; end: number; seq: number}[] = [];

  constructor(db: DatabaseSync) {
    this.#sql = {
      journal: db.prepare('SELECT id, body FROM log_journal ORDER BY id'),
      addJournal: db.prepare('INSERT INTO log_journal (id, body) VALUES (?,?)'),
      trimJournal: db.prepare('DELETE FROM log_journal WHERE id < ?'),
      head: db.prepare('SELECT max(last_seq) AS head FROM log_chunk WHERE doc=?'),
      chunks: db.prepare('SELECT body FROM log_chunk WHERE doc=? AND last_seq>? ORDER BY first_seq'),
      addChunk: db.prepare('INSERT INTO log_chunk (doc, first_seq, last_seq, body) VALUES (?,?,?,?)'),
      chunksUpTo: db.prepare(
        'SELECT id, last_seq, body FROM log_chunk WHERE doc=? AND first_seq<=? ORDER BY first_seq',
      ),
      setBody: db.prepare('UPDATE log_chunk SET body=? WHERE id=?'),
    };
  }

  /** Says that what is remembered may differ from what is stored. */
  forget(): void {
    this.#isStale = true;
  }

  /** Brings what is remembered up to what is stored. To be called first in each transaction and before each read. */
  refresh(othersWrote: boolean): void {
    if (!othersWrote && !this.#isStale) return;
    this.#unsettled.clear();
    this.#heads.clear();
    this.#unsettledRows = 0;
    this.#lastJournalId = 0;
    this.#encoder = encoding.createEncoder();
    this.#appended = [];
    for (const row of this.#sql.journal.all()) this.#remember(integer(row, 'id'), blob(row, 'body'));
    this.#isStale = false;
  }

  /** Number of a document's newest row, 0 if it has none. */
  head(doc: number): number {
    const known = this.#heads.get(doc);
    if (known !== undefined) return known;
    const head = this.#unsettled.get(doc)?.lastSeq ?? Number(this.#sql.head.get(doc)?.['head'] ?? 0);
    if (this.#heads.size > 20_000) this.#heads.clear();
    this.#heads.set(doc, head);
    return head;
  }

  /** Takes a row for the next {@link write}; `bytes` are the sealed bytes of the update. */
  append(doc: number, row: UpdateRow, author: number, bytes: Uint8Array | null): void {
    encoding.writeVarUint(this.#encoder, doc);
    const start = encoding.length(this.#encoder);
    packRow(this.#encoder, row, author, bytes);
    this.#appended.push({doc, start, end: encoding.length(this.#encoder), seq: row.seq});
    this.#heads.set(doc, row.seq);
  }

  /** Writes the rows that were appended, and moves old ones on. */
  write(): void {
    if (this.#appended.length === 0) return;
    const body = encoding.toUint8Array(this.#encoder);
    this.#lastJournalId += 1;
    this.#sql.addJournal.run(this.#lastJournalId, body);
    for (const {doc, start, end, seq} of this.#appended) {
      const unsettled = this.#addUnsettled(this.#lastJournalId, doc, seq, body.subarray(start, end));
      if (unsettled.count >= CHUNK_ROWS) this.#settle(doc, unsettled);
    }
    this.#encoder = encoding.createEncoder();
    this.#appended = [];
    this.#settleOldest();
  }

  /** Moves everything on, which leaves the journal empty. */
  settleAll(): void {
    for (const [doc, unsettled] of [...this.#unsettled]) this.#settle(doc, unsettled);
    this.#trim();
  }

  /** The rows of a document after one, oldest first. */
  rows(doc: number, afterSeq: number): PackedRow[] {
    const parts = this.#sql.chunks.all(doc, afterSeq).map(row => blob(row, 'body'));
    parts.push(...(this.#unsettled.get(doc)?.parts ?? []));
    return parts.flatMap(unpackAll).filter(row => row.seq > afterSeq);
  }

  /** Drops the bytes of the rows up to one, keeping everything else of them. */
  dropBytes(doc: number, upToSeq: number): void {
    const unsettled = this.#unsettled.get(doc);
    if (unsettled !== undefined) this.#settle(doc, unsettled);
    for (const row of this.#sql.chunksUpTo.all(doc, upToSeq)) {
      const rows = unpackAll(blob(row, 'body'));
      if (rows.every(({seq, bytes}) => bytes === null || seq > upToSeq)) continue;
      const encoder = encoding.createEncoder();
      for (const one of rows) packRow(encoder, one, one.author, one.seq > upToSeq ? one.bytes : null);
      this.#sql.setBody.run(encoding.toUint8Array(encoder), integer(row, 'id'));
    }
    this.#trim();
  }

  /** Writes every row of a document anew, with its bytes as `change` makes them. */
  rewrite(doc: number, change: (bytes: Uint8Array) => Uint8Array): void {
    const unsettled = this.#unsettled.get(doc);
    if (unsettled !== undefined) this.#settle(doc, unsettled);
    for (const row of this.#sql.chunksUpTo.all(doc, Number.MAX_SAFE_INTEGER)) {
      const encoder = encoding.createEncoder();
      for (const one of unpackAll(blob(row, 'body'))) {
        packRow(encoder, one, one.author, one.bytes === null ? null : change(one.bytes));
      }
      this.#sql.setBody.run(encoding.toUint8Array(encoder), integer(row, 'id'));
    }
    this.#trim();
  }

  #settleOldest(): void {
    let left = SETTLE_AT_ONCE;
    for (const [doc, unsettled] of this.#unsettled) {
      const isOld = this.#lastJournalId - unsettled.journalId > JOURNAL_COMMITS;
      if (left === 0 || (!isOld && this.#unsettledRows <= JOURNAL_ROWS)) break;
      left -= 1;
      this.#settle(doc, unsettled);
    }
    if (left < SETTLE_AT_ONCE) this.#trim();
  }

  #settle(doc: number, {firstSeq, lastSeq, count, parts}: Unsettled): void {
    this.#sql.addChunk.run(doc, firstSeq, lastSeq, concat(parts));
    this.#unsettled.delete(doc);
    this.#unsettledRows -= count;
  }

  #trim(): void {
    const [oldest] = this.#unsettled.values();
    this.#sql.trimJournal.run(oldest?.journalId ?? this.#lastJournalId + 1);
  }

  #addUnsettled(journalId: number, doc: number, seq: number, part: Uint8Array): Unsettled {
    this.#unsettledRows += 1;
    const known = this.#unsettled.get(doc);
    if (known === undefined) {
      const first = {journalId, firstSeq: seq, lastSeq: seq, count: 1, parts: [part]};
      this.#unsettled.set(doc, first);
      return first;
    }
    known.lastSeq = seq;
    known.count += 1;
    known.parts.push(part);
    return known;
  }

  /** Reads a journal row back. Rows of it that were moved on already, as its neighbours weren't, are left out. */
  #remember(journalId: number, body: Uint8Array): void {
    this.#lastJournalId = journalId;
    const decoder = decoding.createDecoder(body);
    while (decoding.hasContent(decoder)) {
      const doc = decoding.readVarUint(decoder);
      const start = decoder.pos;
      const {seq} = unpackRow(decoder);
      if (seq <= this.head(doc)) continue;
      this.#addUnsettled(journalId, doc, seq, body.subarray(start, decoder.pos));
      this.#heads.set(doc, seq);
    }
  }
}

function unpackAll(body: Uint8Array): PackedRow[] {
  const rows: PackedRow[] = [];
  const decoder = decoding.createDecoder(body);
  while (decoding.hasContent(decoder)) rows.push(unpackRow(decoder));
  return rows;
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
