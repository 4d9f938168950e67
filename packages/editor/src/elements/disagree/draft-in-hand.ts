import type {RootName} from '@goldthread/schema';
import {html, type LitElement, type TemplateResult} from 'lit';
import type {FileFor, FilePlace, SaidFile} from '../../records/disagreement-files.ts';
import type {Disagreement} from '../../records/disagreements.ts';
import {disagree as say} from '../../words/en/disagree.ts';
import type {PlanHost} from '../plan/plan-host.ts';
import {wordsBox} from './boxes.ts';
import {DisagreeDrafts, type Draft} from './drafts.ts';

/** Where a draft is written. */
export interface DraftHost extends LitElement {
  readonly plan: PlanHost;
  itemId: string;
  _root: RootName | null;
  _matter: Disagreement | null;
}

/** What the person writes now, with what they add to it: kept with each key, so that it is still there when they come again. */
export class DraftInHand {
  readonly #host: DraftHost;

  constructor(host: DraftHost) {
    this.#host = host;
  }

  /** Nothing is said yet, neither in words nor otherwise. */
  get isSilent(): boolean {
    const {words, files} = this.#draft;
    return words.trim() === '' && !files.some(({place}) => place === 'words');
  }

  /** A box for words, and below it what else there is to say it with. */
  box(place: FilePlace): TemplateResult {
    const [about, {plan}] = [this.#about, this.#host];
    const {files, [place]: words} = this.#draft;
    return html`${wordsBox(place, say.yours, words, text => this.#put({[place]: text}))}
      <goldthread-add-files
        .http=${plan.source?.http ?? null}
        .goesWith=${about}
        .place=${place}
        .files=${files}
        @filed=${({detail}: CustomEvent<readonly SaidFile[]>) => this.#put({files: detail})}
      ></goldthread-add-files>`;
  }

  /** It as the server takes it; `places` are those that were asked. */
  toSend(places: readonly ['words']): Pick<Draft, 'words'> & Sent;
  toSend(places: readonly FilePlace[]): Omit<Draft, 'files'> & Sent;
  toSend(places: readonly FilePlace[]): Partial<Omit<Draft, 'files'>> & Sent {
    const draft = this.#draft;
    const files = draft.files.map(({id, place}) => ({id, place}));
    const words = Object.fromEntries(places.map(place => [place, draft[place]]));
    return {...words, ...(files.length > 0 && {files})};
  }

  /** Goes on with what was begun before; `matters` are those that the person reads. */
  takeUp(about: FileFor, matters: readonly Disagreement[]): void {
    const {plan} = this.#host;
    if ('itemId' in about) this.#host.itemId = about.itemId;
    if ('root' in about) this.#host._root = plan.sections.find(({root}) => root === about.root)?.root ?? null;
    if ('to' in about) this.#host._matter = matters.find(({id}) => id === about.to) ?? null;
  }

  forget(): void {
    const [about, {plan}] = [this.#about, this.#host];
    if (about !== null) DisagreeDrafts.of(plan).forget(about);
  }

  /** Beside what it is to be sent. */
  get #about(): FileFor | null {
    const {itemId, _root, _matter} = this.#host;
    if (_matter !== null) return {to: _matter.id};
    if (_root !== null) return {root: _root};
    return itemId === '' ? null : {itemId};
  }

  get #draft(): Draft {
    const [about, {plan}] = [this.#about, this.#host];
    return DisagreeDrafts.of(plan).of(about);
  }

  #put(part: Partial<Draft>): void {
    const [about, {plan}] = [this.#about, this.#host];
    if (about !== null) DisagreeDrafts.of(plan).put(about, {...this.#draft, ...part}, this.#isOpen(about));
  }

  /** What stands in an island isn't in the index, and what is said of it is for few. */
  #isOpen(about: FileFor): boolean {
    const {plan, _matter} = this.#host;
    if ('to' in about) return _matter?.isOpen ?? false;
    return 'root' in about || plan.index.byId.has(about.itemId);
  }
}

interface Sent {
  readonly files?: readonly Pick<SaidFile, 'id' | 'place'>[];
}
