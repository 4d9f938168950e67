import type {CompartmentId} from '@goldthread/schema';
import {LitElement, type PropertyValues, type TemplateResult} from 'lit';
import {findWords, type DocumentWithWords} from '../../context/find-words.ts';
import type {PlanSource} from '../../context/plan-source.ts';
import {purge, type Witness} from '../../records/purge.ts';
import {listWithholdings} from '../../records/withholding-calls.ts';
import {base} from '../../styles/shared-sheets.ts';
import {purge as say} from '../../words/en/purge.ts';
import {formStyles} from '../screen/form.styles.ts';
import {screenWith, type ScreenPage} from '../screen/page.ts';
import {purgeStyles} from './purge.styles.ts';
import {sentenceOf} from '../screen/sentence-of.ts';
import {askPage, donePage, findPage, workingPage} from './purge-pages.ts';
import {mergeWitnesses} from './witnesses.ts';

const SHORTEST = 3;

type Stage =
  | {readonly kind: 'asking'}
  | {readonly kind: 'found'; readonly documents: readonly DocumentWithWords[]}
  | {readonly kind: 'working'}
  | {readonly kind: 'done'; readonly places: number; readonly witnesses: readonly Witness[]};

/**
 * Takes words out for good: asks which, shows where they stand for this person, and says afterwards who could have seen
 * them. The words are forgotten here too, as soon as they are gone or the screen is closed.
 *
 * @summary Takes words out of the plan, its history and every file.
 * @event plan-screen-close - The person has closed it.
 */
export class PlanPurge extends LitElement {
  static override properties = {
    source: {attribute: false},
    _stage: {state: true},
    _text: {state: true},
    _ticked: {state: true},
    _problem: {state: true},
    _hiddenFrom: {state: true},
  };
  static override styles = [base, formStyles, purgeStyles];
  declare source: PlanSource;
  declare _stage: Stage;
  declare _text: string;
  declare _ticked: ReadonlySet<CompartmentId>;
  declare _problem: string;
  /** Names by withheld document; nothing is waited for them. */
  declare _hiddenFrom: ReadonlyMap<CompartmentId, readonly string[]>;
  /** What was taken out before something went wrong, so that trying again loses no name. */
  #places = 0;
  #witnesses: readonly Witness[] = [];

  constructor() {
    super();
    this._stage = {kind: 'asking'};
    this._text = '';
    this._ticked = new Set();
    this._problem = '';
    this._hiddenFrom = new Map();
  }

  protected override firstUpdated(): void {
    void this.#learnNames();
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
    switch (stage.kind) {
      case 'asking':
        return askPage(this._text, this._problem, {
          write: text => (this._text = text),
          find: () => this.#find(),
        });
      case 'found':
        return findPage({...stage, ticked: this._ticked, hiddenFrom: this._hiddenFrom}, this._problem, {
          tick: (id, isOn) => this.#tick(id, isOn),
          takeOut: () => void this.#takeOut(stage.documents),
          back: () => this.#show({kind: 'asking'}),
        });
      case 'working':
        return workingPage();
      case 'done':
        return donePage(stage.places, stage.witnesses, () => this.#startAgain());
    }
  }

  #show(stage: Stage): void {
    this._problem = '';
    this._stage = stage;
  }

  #find(): void {
    if (this._text.trim().length < SHORTEST) {
      this._problem = say.tooShort;
      return;
    }
    const documents = findWords(this.source, this._text);
    const holding = documents.filter(one => one.places > 0);
    const likely = holding.length > 0 ? holding : documents.filter(one => one.kind === 'shared');
    this._ticked = new Set(likely.map(one => one.id));
    this.#show({kind: 'found', documents});
  }

  #tick(id: CompartmentId, isOn: boolean): void {
    const ticked = new Set(this._ticked);
    if (isOn) ticked.add(id);
    else ticked.delete(id);
    this._ticked = ticked;
    this._problem = '';
  }

  async #takeOut(documents: readonly DocumentWithWords[]): Promise<void> {
    const ids = documents.map(one => one.id).filter(id => this._ticked.has(id));
    if (ids.length === 0) {
      this._problem = say.choose;
      return;
    }
    this.#show({kind: 'working'});
    for (const id of ids) {
      const report = await purge(this.source.http, id, this._text.trim());
      if (!report.ok) {
        this._stage = {kind: 'found', documents};
        this._problem = sentenceOf(report.error);
        return;
      }
      this.#places += report.value.places;
      const others = report.value.couldHaveSeen.filter(({id: who}) => who !== this.source.facts?.me.id);
      this.#witnesses = mergeWitnesses(this.#witnesses, others);
      this.#tick(id, false);
    }
    this._text = '';
    this.#show({kind: 'done', places: this.#places, witnesses: this.#witnesses});
  }

  async #learnNames(): Promise<void> {
    const answer = await listWithholdings(this.source.http);
    if (!answer.ok) return;
    const names = new Map<CompartmentId, readonly string[]>();
    const people = this.source.facts?.people ?? [];
    for (const {compartmentId, hiddenFrom} of answer.value.withholdings) {
      const ids = new Set(hiddenFrom.map(({id}) => id));
      const more = people.filter(person => ids.has(person.id)).map(({name}) => name);
      names.set(compartmentId, [...new Set([...(names.get(compartmentId) ?? []), ...more])]);
    }
    this._hiddenFrom = names;
  }

  #startAgain(): void {
    this.#places = 0;
    this.#witnesses = [];
    this.#show({kind: 'asking'});
  }
}
