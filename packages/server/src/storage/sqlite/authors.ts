import type {DatabaseSync} from 'node:sqlite';
import type {ParticipantId, SessionId} from '@goldthread/schema';
import type {UpdateRow} from '../records.ts';
import {text, textOrNull} from './row.ts';

/** Who wrote a log row. */
type Author = Pick<UpdateRow, 'participantId' | 'sessionId'>;

const SERVER: Author = {participantId: null, sessionId: null};
const SERVER_ID = 0;
const MOST_REMEMBERED = 20_000;

/** People with their sessions by the short number that log rows carry; 0 is the server itself. */
export class Authors {
  readonly #sql;
  readonly #ids = new Map<SessionId | ParticipantId, number>();
  readonly #authors = new Map<number, Author>();

  constructor(db: DatabaseSync) {
    this.#sql = {
      add: db.prepare('INSERT OR IGNORE INTO author (participant_id, session_id) VALUES (?,?)'),
      find: db.prepare('SELECT id FROM author WHERE participant_id=? AND session_id=?'),
      read: db.prepare('SELECT * FROM author WHERE id=?'),
    };
  }

  /** The number of an author, made if there is none. To be called inside a transaction. */
  idOf(participantId: ParticipantId | null, sessionId: SessionId | null): number {
    if (participantId === null) return SERVER_ID;
    // A session belongs to one participant, so that either id alone says who it is.
    const key = sessionId ?? participantId;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    this.#sql.add.run(participantId, sessionId ?? '');
    const id = Number(this.#sql.find.get(participantId, sessionId ?? '')?.['id']);
    if (this.#ids.size > MOST_REMEMBERED) this.#ids.clear();
    this.#ids.set(key, id);
    return id;
  }

  read(id: number): Author {
    if (id === SERVER_ID) return SERVER;
    const known = this.#authors.get(id);
    if (known !== undefined) return known;
    const row = this.#sql.read.get(id);
    if (row === undefined) throw new RangeError(`The update log names author ${id}, whom nobody knows.`);
    const sessionId = textOrNull<SessionId>(row, 'session_id');
    const author: Author = {
      participantId: text(row, 'participant_id'),
      sessionId: sessionId === '' ? null : sessionId,
    };
    if (this.#authors.size > MOST_REMEMBERED) this.#authors.clear();
    this.#authors.set(id, author);
    return author;
  }

  /** Forgets what a failed transaction took back. */
  forget(): void {
    this.#ids.clear();
    this.#authors.clear();
  }
}
