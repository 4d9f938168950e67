import type {RecordAnswer} from '../../records/ask-records.ts';
import {changeSession, type HouseSession, type SessionChange} from '../../records/house-sessions.ts';
import type {PlanSource} from '../../context/plan-source.ts';
import type {PlanHttp} from '../../sync/plan-http.ts';
import {DraftKeeper} from './draft-keeper.ts';

/**
 * Writes down one session, one change after the other: what was chosen a moment ago shows at once and isn't undone by the answer to
 * what was chosen before it.
 */
export class SessionDesk {
  readonly drafts = new DraftKeeper(drafts => this.change({drafts}));
  readonly #http: PlanHttp;
  readonly #id: string;
  #waiting: readonly SessionChange[] = [];
  #last: Promise<unknown> = Promise.resolve();
  /** Hears of the session as the server has it. */
  onKnown: (session: HouseSession) => void = () => undefined;

  constructor(http: PlanHttp, id: string) {
    this.#http = http;
    this.#id = id;
  }

  /** The session as it is about to be. */
  with(session: HouseSession): HouseSession {
    return this.#waiting.reduce(
      (now, {begins: _begins, isOver: _isOver, drafts: _drafts, ...words}) => ({...now, ...words}),
      session,
    );
  }

  change(change: SessionChange): Promise<RecordAnswer<HouseSession>> {
    this.#waiting = [...this.#waiting, change];
    const turn = this.#last.then(() => this.#send(change));
    this.#last = turn;
    return turn;
  }

  async #send(change: SessionChange): Promise<RecordAnswer<HouseSession>> {
    const answer = await changeSession(this.#http, this.#id, change);
    this.#waiting = this.#waiting.filter(one => one !== change);
    if (answer.ok) this.onKnown(answer.value);
    return answer;
  }
}

/** What is typed and not on the server yet, session by session: closing the screen loses no word. In memory only. */
const desks = new WeakMap<PlanSource, Map<string, SessionDesk>>();

/** Where a session of an open plan is written down. */
export function deskOf(source: PlanSource, id: string): SessionDesk {
  const all = desks.get(source) ?? new Map<string, SessionDesk>();
  desks.set(source, all);
  const desk = all.get(id) ?? new SessionDesk(source.http, id);
  all.set(id, desk);
  return desk;
}
