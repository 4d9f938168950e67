import {mayPurge, mayWriteContact, type ParticipantId} from '@goldthread/schema';
import {html, LitElement, type PropertyValues, type TemplateResult} from 'lit';
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
import {screen} from '../../words/en/screen.ts';
import {formStyles} from '../screen/form.styles.ts';
import {screenWith, type ScreenPage} from '../screen/page.ts';
import {sentenceOf} from '../screen/sentence-of.ts';
import {contactEntry} from './contact-entry.ts';
import {endPage, keptPage, listPage, newPage, readersPage, type Draft} from './contact-pages.ts';
import {contactsStyles} from './contacts.styles.ts';

type Stage =
  | {readonly kind: 'looking'}
  | {readonly kind: 'failed'; readonly sentence: string}
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
    _stage: {state: true},
    _contacts: {state: true},
    _shown: {state: true},
    _copied: {state: true},
    _problem: {state: true},
    _told: {state: true},
  };
  static override styles = [base, formStyles, contactsStyles];
  declare source: PlanSource;
  declare _stage: Stage;
  declare _contacts: readonly Contact[];
  /** The one value that is uncovered, by its token; none: empty. */
  declare _shown: string;
  declare _copied: string;
  declare _problem: string;
  /** What was just done. */
  declare _told: string;

  constructor() {
    super();
    this._stage = {kind: 'looking'};
    this._contacts = [];
    this._shown = '';
    this._copied = '';
    this._problem = '';
    this._told = '';
  }

  protected override firstUpdated(): void {
    this.source.addEventListener(RecordsEvent.type, this.#onRecords);
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.source.removeEventListener(RecordsEvent.type, this.#onRecords);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('_problem') && this._problem !== '')
      this.renderRoot.querySelector<HTMLElement>('.problem')?.focus();
  }

  protected override render(): TemplateResult {
    return screenWith(this.#page());
  }

  #page(): ScreenPage {
    const stage = this._stage;
    const people = this.source.facts?.people ?? [];
    const back = (): void => this.#show({kind: 'list'});
    switch (stage.kind) {
      case 'looking':
        return page(html`<p role="status">${screen.looking}</p>`);
      case 'failed':
        return page(
          html`<p role="alert">${stage.sentence}</p>
            <button class="btn second" type="button" @click=${() => void this.#load()}>
              ${screen.tryAgain}
            </button>`,
        );
      case 'list':
        return listPage({
          told: this._told,
          problem: this._problem,
          entries: this._contacts.map(one => [one.token, this.#entry(one)]),
          add: this.#mayAdd() ? () => this.#show({kind: 'new', draft: EMPTY}) : null,
        });
      case 'new':
        return newPage(stage.draft, people, this._problem, {
          edit: draft => (this._stage = {kind: 'new', draft}),
          keep: () => void this.#keep(stage.draft),
          back,
        });
      case 'kept':
        return keptPage(stage.token, {back: () => void this.#load()});
      case 'readers':
        return readersPage(stage.token, stage.ticked, people, this._problem, {
          change: ticked => (this._stage = {...stage, ticked}),
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
        nameOf: id => this.#nameOf(id),
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

  #nameOf(id: ParticipantId | null): string {
    const person = this.source.facts?.people.find(one => one.id === id);
    if (person === undefined) return say.someone;
    return person.isMe ? say.you : person.name;
  }

  #show(stage: Stage): void {
    this._problem = '';
    this._told = '';
    this._shown = '';
    this._copied = '';
    this._stage = stage;
  }

  async #load(): Promise<void> {
    const answer = await listContacts(this.source.http);
    if (answer.ok) {
      this._contacts = answer.value;
      if (this._stage.kind !== 'list') this.#show({kind: 'list'});
    } else if (this._stage.kind !== 'list')
      this._stage = {kind: 'failed', sentence: sentenceOf(answer.error)};
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
    await this.#load();
    this._told = answer.value === 'pending' ? say.pending : done;
  }

  readonly #onRecords = (event: Event): void => {
    const isOurs = event instanceof RecordsEvent && event.kinds.includes('contacts');
    if (isOurs && this._stage.kind === 'list') void this.#load();
  };
}

function page(body: TemplateResult): ScreenPage {
  return {heading: say.title, body, acts: null, back: null};
}
