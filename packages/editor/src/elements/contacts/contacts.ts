import {mayPurge, mayWriteContact, type ParticipantId} from '@goldthread/schema';
import {LitElement, type PropertyValues, type TemplateResult} from 'lit';
import type {PlanSource} from '../../context/plan-source.ts';
import {PlanScreenOpen} from '../../events/screen-open.ts';
import {
  agreeReaders,
  askReaders,
  keepContact,
  listContacts,
  type AudienceAnswer,
  type Contact,
} from '../../records/contacts.ts';
import type {RecordAnswer} from '../../records/ask-records.ts';
import {base} from '../../styles/shared-sheets.ts';
import {RecordsEvent} from '../../sync/records-event.ts';
import {contacts as say} from '../../words/en/contacts.ts';
import {formStyles} from '../screen/form.styles.ts';
import {LoadingController, type Waiting} from '../screen/loading.ts';
import {nameFor} from '../screen/name-for.ts';
import {screenWith, type ScreenPage} from '../screen/page.ts';
import {sentenceOf} from '../screen/sentence-of.ts';
import {contactEntry} from './contact-entry.ts';
import {endPage, keptPage, listPage, newPage, readersPage, type Draft} from './contact-pages.ts';
import {contactsStyles} from './contacts.styles.ts';

type Stage =
  | {readonly kind: 'list'}
  | {readonly kind: 'new'; readonly draft: Draft}
  | {readonly kind: 'kept'; readonly token: string}
  | {readonly kind: 'readers'; readonly token: string; readonly ticked: ReadonlySet<ParticipantId>}
  | {readonly kind: 'end'; readonly token: string};

const EMPTY: Draft = {kind: null, value: '', audience: null};

/**
 * Addresses and numbers that stand in no plan: those that this person may read, with what to write in their place, who
 * reads them, and what others ask. A value is covered until it is asked for.
 *
 * @summary The protected contact store.
 * @event plan-screen-open - The person asks to take words out for good.
 * @event plan-screen-close - The person has closed it.
 */
export class PlanContacts extends LitElement {
  static override properties = {
    source: {attribute: false},
    _place: {state: true},
    _shown: {state: true},
    _copied: {state: true},
    _problem: {state: true},
    _told: {state: true},
  };
  static override styles = [base, formStyles, contactsStyles];
  declare source: PlanSource;
  /** Where the person is, once the list is known. */
  declare _place: Stage;
  /** The one value that is uncovered, by its token; none: empty. */
  declare _shown: string;
  declare _copied: string;
  declare _problem: string;
  /** What was just done. */
  declare _told: string;
  readonly #list = new LoadingController(this, () => listContacts(this.source.http), {
    from: () => this.source,
    type: RecordsEvent.type,
    // On any other page the list is asked for on the way back to it.
    isOurs: event =>
      event instanceof RecordsEvent && event.kinds.includes('contacts') && this._place.kind === 'list',
  });

  constructor() {
    super();
    this._place = {kind: 'list'};
    this._shown = '';
    this._copied = '';
    this._problem = '';
    this._told = '';
  }

  /** Where the person is, or where asking for the list stands before. */
  get _stage(): Waiting | Stage {
    const {state} = this.#list;
    return state.kind === 'known' ? this._place : state;
  }

  /** What this person may read, as far as it is known. */
  get _contacts(): readonly Contact[] {
    return this.#list.value ?? [];
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('_problem') && this._problem !== '')
      this.renderRoot.querySelector<HTMLElement>('.problem')?.focus();
  }

  protected override render(): TemplateResult {
    return screenWith(this.#page());
  }

  #page(): ScreenPage {
    const stage = this._place;
    const waiting = this.#list.waiting();
    const people = this.source.facts?.people ?? [];
    const back = (): void => this.#show({kind: 'list'});
    switch (stage.kind) {
      case 'list':
        if (waiting !== null) return {heading: say.title, body: waiting, acts: null, back: null};
        return listPage({
          told: this._told,
          problem: this._problem,
          entries: this._contacts.map(one => [one.token, this.#entry(one)]),
          add: this.#mayAdd() ? () => this.#show({kind: 'new', draft: EMPTY}) : null,
        });
      case 'new':
        return newPage(stage.draft, people, this._problem, {
          edit: draft => (this._place = {kind: 'new', draft}),
          keep: () => void this.#keep(stage.draft),
          back,
        });
      case 'kept':
        return keptPage(stage.token, {back: () => void this.#list.load().then(back)});
      case 'readers':
        return readersPage(stage.token, stage.ticked, people, this._problem, {
          change: ticked => (this._place = {...stage, ticked}),
          save: () => void this.#change(stage.token, [...stage.ticked]),
          back,
        });
      case 'end':
        return endPage(stage.token, this._problem, {ask: () => void this.#change(stage.token, []), back});
    }
  }

  #entry(contact: Contact): TemplateResult {
    const {token, audience} = contact;
    const me = this.source.facts?.me;
    return contactEntry(
      {
        contact,
        nameOf: id => nameFor(this.source.facts, id, say),
        isShown: this._shown === token,
        isCopied: this._copied === token,
        mayTakeOut: me !== undefined && mayPurge({...me, hiddenFrom: []}),
      },
      {
        show: () => (this._shown = this._shown === token ? '' : token),
        copy: () => void this.#copy(token),
        change: () => this.#show({kind: 'readers', token, ticked: new Set(audience)}),
        end: () => this.#show({kind: 'end', token}),
        agree: () => void this.#tell(agreeReaders(this.source.http, token), say.agreed),
        takeOut: () => this.dispatchEvent(new PlanScreenOpen('purge')),
      },
    );
  }

  #mayAdd(): boolean {
    const me = this.source.facts?.me;
    return me !== undefined && mayWriteContact({...me, hiddenFrom: []});
  }

  #show(stage: Stage): void {
    this._problem = '';
    this._told = '';
    this._shown = '';
    this._copied = '';
    this._place = stage;
  }

  async #copy(token: string): Promise<void> {
    await navigator.clipboard.writeText(token).then(
      () => (this._copied = token),
      () => undefined,
    );
  }

  async #keep({kind, value, audience}: Draft): Promise<void> {
    if (kind === null) this._problem = say.chooseKind;
    else if (value.trim() === '') this._problem = say.writeIt;
    else {
      const asked = {kind, value: value.trim(), audience: audience === null ? null : [...audience]};
      const kept = await keepContact(this.source.http, asked);
      if (kept.ok) this.#show({kind: 'kept', token: kept.value});
      else this._problem = sentenceOf(kept.error);
    }
  }

  async #change(token: string, audience: readonly ParticipantId[]): Promise<void> {
    await this.#tell(askReaders(this.source.http, token, audience), say.changed);
  }

  /** Goes back to the list and says what came of something, or stays and says why nothing did. */
  async #tell(asked: Promise<RecordAnswer<AudienceAnswer>>, done: string): Promise<void> {
    const answer = await asked;
    if (!answer.ok) {
      this._problem = sentenceOf(answer.error);
      return;
    }
    this.#show({kind: 'list'});
    await this.#list.load();
    this._told = answer.value === 'pending' ? say.pending : done;
  }
}
