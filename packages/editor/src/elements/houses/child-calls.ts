import {base64Of, type Voice} from './sound.ts';
import {
  readHouses,
  type House,
  type HousesView,
  type StoredDrawing,
  type StoredVoice,
} from './read-houses.ts';
import {readTold, type ToldThing} from './read-told.ts';

/** What a child puts into a house at once. */
export interface NewThing {
  readonly text: string;
  readonly symbols: readonly {readonly symbol: string; readonly alt: string}[];
  readonly drawing: StoredDrawing | null;
  readonly voice: Voice | null;
  /** The child needs help now. */
  readonly asksForHelp: boolean;
}

/** What the child calls the houses, and which of them comes first. */
export type HouseNames = Pick<HousesView, 'names' | 'first'>;

/** Who reads something from now on, and who should not, whatever is chosen later. */
export interface Readers {
  readonly shareWith: 'everyone' | readonly string[];
  readonly notWith: readonly string[];
}

/** Who is signed in, and what their device may keep. */
export interface SignedIn {
  readonly participant: string;
  readonly isShared: boolean;
  readonly limitHours: number;
}

/** Where something is from now on. */
export interface Kept {
  readonly id: string;
  /** Whether somebody is asked to help today. */
  readonly isCall: boolean;
}

/** Why something didn't come about: the page is shut to the child, there is no network, or the server says why. */
export interface Refusal {
  readonly problem: 'closed' | 'offline' | 'refused';
  /** The server's code, such as `DISCLOSURE`; empty where it gave none. */
  readonly code: string;
  readonly sentence: string;
}

/** An answer, or why there is none. */
export type Told<T> = {readonly value: T} | {readonly refusal: Refusal};

/** The server, as the child's page needs it. Never throws for what network or server do. */
export interface ChildServer {
  houses(): Promise<Told<HousesView>>;
  /** Calls the houses so from now on, and puts one of them first. */
  name(chosen: HouseNames): Promise<Told<unknown>>;
  keep(root: string, thing: NewThing): Promise<Told<Kept>>;
  /** Says of something that is there already that the child needs help now. */
  callForHelp(id: string): Promise<Told<Kept>>;
  /** Says of something that somebody wrote for the child that it is right. */
  sayRight(id: string): Promise<Told<unknown>>;
  /** What was said in a thing; null where it can't be had now. */
  sound(attachment: string): Promise<Blob | null>;
  /** Ends the child's session: whoever sits here next sees nothing of the child's. */
  leave(): Promise<Told<unknown>>;
  /** What became of what the child said. */
  told(): Promise<Told<readonly ToldThing[]>>;
  /** Puts what the child said into the plan, word for word, or takes it out there again. */
  quote(id: string, isIn: boolean): Promise<Told<unknown>>;
  /** The school's own picture symbols, as they came; null where there are none. */
  symbols(): Promise<unknown>;
  /** Lets exactly these people read an item, or everybody; gives the names of who has read it before and can't any more. */
  share(id: string, readers: Readers): Promise<Told<readonly string[]>>;
}

/** The houses as the server lists them. */
const LIST_OF = {good: 'goodThings', worries: 'worries', dreams: 'dreams'} as const satisfies Record<
  House,
  string
>;

/** The server of one plan, asked as the child whose page this is. */
export class HttpChildServer implements ChildServer {
  readonly #base: string;
  readonly #participant: string;

  constructor(plan: string, participant: string) {
    this.#base = `/api/plans/${encodeURIComponent(plan)}`;
    this.#participant = participant;
  }

  async houses(): Promise<Told<HousesView>> {
    const told = await this.#ask('GET', '/houses');
    if ('refusal' in told) return told;
    const value = readHouses(told.value);
    return value === null ? {refusal: {problem: 'closed', code: '', sentence: ''}} : {value};
  }

  name({names, first}: HouseNames): Promise<Told<unknown>> {
    const {good, ...others} = names;
    const lists = {...others, ...(good !== undefined && {goodThings: good})};
    return this.#ask('PUT', '/houses', {names: lists, first: first === null ? null : LIST_OF[first]});
  }

  async keep(root: string, {voice, ...thing}: NewThing): Promise<Told<Kept>> {
    const voiceNote = voice === null ? {value: null} : await this.#upload(voice);
    if ('refusal' in voiceNote) return voiceNote;
    return keptIn(await this.#ask('POST', '/items', {root, ...thing, voiceNote: voiceNote.value}));
  }

  async sound(attachment: string): Promise<Blob | null> {
    try {
      const answer = await this.#fetch('GET', `/attachments/${encodeURIComponent(attachment)}`);
      return answer.ok ? await answer.blob() : null;
    } catch {
      // fetch throws for nothing but a network that doesn't answer.
      return null;
    }
  }

  async callForHelp(id: string): Promise<Told<Kept>> {
    return keptIn(await this.#ask('POST', `/items/${encodeURIComponent(id)}/help`));
  }

  sayRight(id: string): Promise<Told<unknown>> {
    return this.#ask('POST', `/items/${encodeURIComponent(id)}/right`, {});
  }

  async share(id: string, readers: Readers): Promise<Told<readonly string[]>> {
    const told = await this.#ask('PUT', `/items/${encodeURIComponent(id)}/audience`, readers);
    return 'refusal' in told ? told : {value: namesIn(told.value)};
  }

  async told(): Promise<Told<readonly ToldThing[]>> {
    const told = await this.#ask('GET', '/you-said');
    return 'refusal' in told ? told : {value: readTold(told.value)};
  }

  quote(id: string, isIn: boolean): Promise<Told<unknown>> {
    return this.#ask('POST', `/items/${encodeURIComponent(id)}/${isIn ? 'quote' : 'unquote'}`, {});
  }

  leave(): Promise<Told<unknown>> {
    return this.#ask('DELETE', '/../../session');
  }

  /** Who sits here; null where nobody does, and where the server can't be asked now. */
  async session(): Promise<SignedIn | null> {
    const told = await this.#ask('GET', '/../../session');
    if ('refusal' in told) return null;
    const {participantId, device, deviceKeyLimitHours} = (told.value ?? {}) as Record<string, unknown>;
    const limitHours = typeof deviceKeyLimitHours === 'number' ? deviceKeyLimitHours : 0;
    const participant = words(participantId);
    return participant === '' ? null : {participant, isShared: device !== 'own', limitHours};
  }

  async symbols(): Promise<unknown> {
    try {
      const answer = await fetch('/symbols.json');
      const body: unknown = answer.ok ? await answer.json() : {};
      return (body as {pack?: unknown}).pack ?? null;
    } catch {
      // Without them there are still ours.
      return null;
    }
  }

  async #upload({sound, seconds, alt}: Voice): Promise<Told<StoredVoice>> {
    const told = await this.#ask('POST', '/attachments', {data: await base64Of(sound)});
    if ('refusal' in told) return told;
    const {attachmentId} = (told.value ?? {}) as {attachmentId?: unknown};
    return {value: {attachment: words(attachmentId), seconds, alt}};
  }

  #fetch(method: string, path: string, body?: object): Promise<Response> {
    return fetch(this.#base + path, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: {
        ...(body && {'content-type': 'application/json'}),
        ...(this.#participant !== '' && {'goldthread-participant': this.#participant}),
      },
      ...(body && {body: JSON.stringify(body)}),
    });
  }

  async #ask(method: string, path: string, body?: object): Promise<Told<unknown>> {
    let response: Response;
    try {
      response = await this.#fetch(method, path, body);
    } catch {
      // fetch throws for nothing but a network that doesn't answer.
      return {refusal: {problem: 'offline', code: '', sentence: ''}};
    }
    const said: unknown = await response.json().catch(() => null);
    if (response.ok) return {value: said};
    const isShut = response.status === 401 || response.status === 404;
    return {refusal: {problem: isShut ? 'closed' : 'refused', ...problemIn(said)}};
  }
}

function keptIn(told: Told<unknown>): Told<Kept> {
  if ('refusal' in told) return told;
  const {itemId, asked} = (told.value ?? {}) as {itemId?: unknown; asked?: readonly unknown[]};
  return {value: {id: words(itemId), isCall: (asked ?? []).length > 0}};
}

function problemIn(body: unknown): {readonly code: string; readonly sentence: string} {
  const {error} = (body ?? {}) as {error?: {code?: unknown; message?: unknown}};
  return {code: words(error?.code), sentence: words(error?.message)};
}

function namesIn(body: unknown): string[] {
  const {seenBy} = (body ?? {}) as {seenBy?: readonly {name?: unknown}[]};
  return (seenBy ?? []).map(({name}) => words(name));
}

function words(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
