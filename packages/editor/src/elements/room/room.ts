import type {ParticipantId} from '@goldthread/schema';
import {html, LitElement, type PropertyValues, type TemplateResult} from 'lit';
import {PlanScreenClose} from '../../events/screen-close.ts';
import {endSession, narrowRoom, openRoom, peopleOf, type Room} from '../../records/room.ts';
import {BarHeightController} from '../../controllers/bar-height-controller.ts';
import {base, tokens} from '../../styles/shared-sheets.ts';
import type {PersonOnPlan} from '../../sync/plan-facts.ts';
import type {HttpRefusal, PlanHttp} from '../../sync/plan-http.ts';
import {room as say} from '../../words/en/room.ts';
import {formStyles} from '../screen/form.styles.ts';
import {standInStyles} from '../screen/stand-in.styles.ts';
import {sentenceOf} from '../screen/sentence-of.ts';
import type {RoomMemory} from './room-memory.ts';
import {askPage, latePage, leavePage, page, roomBar} from './room-pages.ts';
import {roomStyles} from './room.styles.ts';
import {withArrival, type RoomStage} from './stages.ts';

/** How a room's screen reaches the server and shows a plan; given from outside, so that it holds no address. */
export interface RoomPorts {
  /** As the person whose view this was. */
  readonly own: PlanHttp;
  /** As the session with a token. */
  as(token: string): PlanHttp;
  /** The plan that the session with a token receives. */
  show(token: string): HTMLElement;
  readonly memory: RoomMemory;
  /** What the buttons that show it say; those of a plan where it is left out. */
  readonly say?: {readonly show: string; readonly showAgain: string};
  /** Hears who is in the room as soon as something is shown to them. */
  onShown?(room: Room): void;
}

const NOBODY: Room = {present: [], others: false};
/** What somebody receives of whom nothing is known: asked for first, so that even the list of names is safe to show. */
const STRANGER: Room = {present: [], others: true};

/**
 * The screen of a room. It narrows before it asks: while nobody has said who is there, the page holds no document and
 * knows only the people whom a stranger may know. A late arrival takes the plan off the screen first.
 *
 * @summary The plan as everyone in the room may see it.
 * @event plan-screen-close - The person is back at their own view.
 */
export class PlanRoom extends LitElement {
  static override properties = {
    ports: {attribute: false},
    _stage: {state: true},
    _room: {state: true},
    _people: {state: true},
    _problem: {state: true},
    _isAlone: {state: true},
    _coming: {state: true},
  };
  static override styles = [tokens, base, formStyles, standInStyles, roomStyles];
  declare ports: RoomPorts;
  declare _stage: RoomStage;
  declare _room: Room;
  declare _people: readonly PersonOnPlan[];
  declare _problem: string;
  declare _isAlone: boolean;
  /** The room as it is about to be, while the server narrows it. */
  declare _coming: Room | null;
  /** The session of this screen; in memory only. */
  #token = '';
  /** The people of whom a stranger may know: the only names that are listed while somebody may just have come in. */
  #safe: readonly PersonOnPlan[] = [];
  readonly #bar = new BarHeightController(this, '--above');

  constructor() {
    super();
    this._stage = {kind: 'opening'};
    this._room = NOBODY;
    this._people = [];
    this._problem = '';
    this._isAlone = false;
    this._coming = null;
  }

  protected override firstUpdated(): void {
    const kept = this.ports.memory.kept();
    void (kept === null ? this.#ask() : this.#open(kept));
  }

  protected override updated(changed: PropertyValues): void {
    this.#bar.watch(this.renderRoot.querySelector('.bar'));
    if (changed.has('_problem') && this._problem !== '')
      this.renderRoot.querySelector<HTMLElement>('.problem')?.focus();
    else if (changed.has('_stage')) this.renderRoot.querySelector<HTMLElement>('h1, .bar button')?.focus();
  }

  protected override render(): TemplateResult {
    return html`${this.#page()}<slot></slot>`;
  }

  #page(): TemplateResult {
    const stage = this._stage;
    switch (stage.kind) {
      case 'opening':
        return html`<main class="page"><p role="status">${say.opening}</p></main>`;
      case 'asking':
        return askPage(this.#safe, this._room, this._problem, {
          label: this.ports.say?.show ?? say.show,
          toggle: (who, isOn) => this.#toggle(who, isOn),
          show: () => void this.#show(),
          back: () => void this.#leave(),
        });
      case 'shown':
        return roomBar(this._people, this._room, {
          late: () => this.#takeOff({kind: 'late', before: this._room}),
          leave: () => this.#takeOff({kind: 'leaving'}),
        });
      case 'late':
        return latePage(
          this.#safe,
          {before: stage.before, now: this._room},
          {problem: this._problem, coming: this._coming},
          {
            label: this.ports.say?.showAgain ?? say.showAgain,
            toggle: (who, isOn) => void this.#arrive(who, isOn),
            show: () => this.#put(),
          },
        );
      case 'leaving':
        return leavePage(this._isAlone, this._problem, {
          alone: is => (this._isAlone = is),
          leave: () => this.#leaveIfAlone(),
          stay: () => this.#put(),
        });
      case 'ended':
        return page(say.ended, this.#startAgain(say.endedHint));
      case 'failed':
        return page(say.failed, this.#startAgain(stage.sentence));
    }
  }

  #startAgain(sentence: string): TemplateResult {
    return html`<p class="hint">${sentence}</p>
      <p class="buttons">
        <button class="btn" type="button" @click=${() => void this.#ask()}>${say.startAgain}</button>
        <button class="quiet" type="button" @click=${() => (this._stage = {kind: 'leaving'})}>
          ${say.leave}
        </button>
      </p>`;
  }

  /** Narrows to what a stranger may know, then asks who is there. */
  async #ask(): Promise<void> {
    this._stage = {kind: 'opening'};
    this._room = NOBODY;
    const people = await this.#switchTo(STRANGER);
    if (people === null) return;
    this.#safe = people;
    this._stage = {kind: 'asking'};
  }

  #toggle(who: ParticipantId | 'other', isOn: boolean): void {
    this._problem = '';
    const {present, others} = this._room;
    if (who === 'other') this._room = {present, others: isOn};
    else this._room = {present: isOn ? [...present, who] : present.filter(id => id !== who), others};
  }

  async #show(): Promise<void> {
    const {present, others} = this._room;
    if (present.length === 0 && !others) this._problem = say.nobody;
    else await this.#open(this._room);
  }

  /** Opens the session that receives what everybody there receives, and shows what it receives. */
  async #open(room: Room): Promise<void> {
    this._stage = {kind: 'opening'};
    if (this.#safe.length === 0) this.#safe = (await this.#switchTo(STRANGER)) ?? [];
    if (this.#safe.length === 0) return;
    const people = await this.#switchTo(room);
    if (people === null) return;
    this._people = people;
    this.#put();
  }

  /** Opens a session for a room in place of the one that there was; answers with the people whom it may know. */
  async #switchTo(room: Room): Promise<readonly PersonOnPlan[] | null> {
    const before = this.#token;
    const opened = await openRoom(this.ports.own, room);
    if (!opened.ok) return this.#fail(opened.error);
    if (before !== '') await endSession(this.ports.as(before));
    this.#token = opened.value.token;
    const people = await peopleOf(this.ports.as(this.#token));
    if (!people.ok) return this.#fail(people.error);
    if (room !== STRANGER) this._room = {present: opened.value.present, others: opened.value.others};
    return people.value;
  }

  /** Puts the plan on the screen, made anew from what the session receives now. */
  #put(): void {
    this._problem = '';
    this._isAlone = false;
    if (this.#token === '') return void this.#ask();
    this.ports.memory.keep(this._room);
    const plan = this.ports.show(this.#token);
    plan.addEventListener('plan-closed', () => this.#takeOff({kind: 'ended'}), {once: true});
    this.replaceChildren(plan);
    this._stage = {kind: 'shown'};
    this.ports.onShown?.(this._room);
  }

  /** Takes the plan off the screen, with its documents and connections, before anything else. */
  #takeOff(stage: RoomStage): void {
    this.replaceChildren();
    this._problem = '';
    if (stage.kind === 'ended') this.#token = '';
    this._stage = stage;
  }

  /** Narrows the session as soon as somebody is ticked; what was narrowed can't be widened from here. */
  async #arrive(who: ParticipantId | 'other', isOn: boolean): Promise<void> {
    if (!isOn) return this.requestUpdate();
    this._coming = withArrival(this._room, who);
    const narrowed = await narrowRoom(this.ports.as(this.#token), this._coming);
    this._coming = null;
    if (narrowed.ok) {
      this._room = {present: narrowed.value.present, others: narrowed.value.others};
      this._problem = '';
    } else if (narrowed.error.problem === 'signedOut') this.#takeOff({kind: 'ended'});
    else this._problem = sentenceOf(narrowed.error);
  }

  #leaveIfAlone(): void {
    if (this._isAlone) void this.#leave();
    else this._problem = say.aloneFirst;
  }

  async #leave(): Promise<void> {
    this.ports.memory.forget();
    if (this.#token !== '') await endSession(this.ports.as(this.#token));
    this.#token = '';
    this.dispatchEvent(new PlanScreenClose());
  }

  #fail(refusal: HttpRefusal): null {
    this._stage = {kind: 'failed', sentence: sentenceOf(refusal)};
    return null;
  }
}
