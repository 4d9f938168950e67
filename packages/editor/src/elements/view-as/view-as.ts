import type {RootName, SectionSpec} from '@goldthread/schema';
import {html, LitElement, type PropertyValues, type TemplateResult} from 'lit';
import type {PlanSource} from '../../context/plan-source.ts';
import {withheldWords} from '../../context/withheld-words.ts';
import {BarHeightController} from '../../controllers/bar-height-controller.ts';
import {PlanScreenClose} from '../../events/screen-close.ts';
import {PlanSectionOpen} from '../../events/section-open.ts';
import {opensFor, viewAs as askViewAs, type Opens, type SeenPlan} from '../../records/view-as.ts';
import {listWithholdings} from '../../records/withholding-calls.ts';
import {base, tokens} from '../../styles/shared-sheets.ts';
import type {PersonOnPlan} from '../../sync/plan-facts.ts';
import type {HttpRefusal} from '../../sync/plan-http.ts';
import {clockTime} from '../../words/clock-time.ts';
import {plan as planWords, possessive} from '../../words/en/plan.ts';
import {screen} from '../../words/en/screen.ts';
import {viewAs as say} from '../../words/en/view-as.ts';
import {marks} from '../marks.ts';
import {firstName, titleOf, whatOf} from '../plan/view-model.ts';
import {onPaper} from '../screen/on-paper.ts';
import {sentenceOf} from '../screen/sentence-of.ts';
import {standInStyles} from '../screen/stand-in.styles.ts';
import {missingList} from './missing-list.ts';
import {notShown, type NotShown} from './not-shown.ts';
import {opensLine} from './opens-line.ts';
import {seenPlanStyles} from './seen-plan.styles.ts';
import {seenPlan, seenSections, seenTitle} from './seen-plan.ts';
import {viewAsStyles} from './view-as.styles.ts';

type ViewStage =
  | {readonly kind: 'choosing'}
  | {readonly kind: 'opening'; readonly person: PersonOnPlan}
  | {readonly kind: 'failed'; readonly person: PersonOnPlan; readonly sentence: string}
  | {
      readonly kind: 'shown';
      readonly person: PersonOnPlan;
      readonly plan: SeenPlan;
      readonly at: Date;
      /** How much of it reaches that person by now. */
      readonly opens: Opens;
      readonly missing: readonly NotShown[];
      /** Parts in which this person is told that something is kept private. */
      readonly marked: ReadonlySet<RootName>;
      /** What this person received then. */
      readonly received: string;
    };

/**
 * The plan as somebody else receives it, made by the server of that person's rights and never by hiding in the page. It
 * stands in the plan's place, to read only, and says at every moment whose view it is.
 *
 * @summary The plan as somebody else gets it.
 * @event plan-screen-close - The person is back at their own view.
 * @event plan-section-open - The person asks to go to something in their own view; it comes before the end of this one.
 */
export class PlanViewAs extends LitElement {
  static override properties = {source: {attribute: false}, _stage: {state: true}};
  static override styles = [tokens, base, standInStyles, viewAsStyles, seenPlanStyles];
  declare source: PlanSource;
  declare _stage: ViewStage;
  readonly #bar = new BarHeightController(this);
  #followed: PlanSource | null = null;

  constructor() {
    super();
    this._stage = {kind: 'choosing'};
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#follow(this.source);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#follow(null);
  }

  protected override updated(changed: PropertyValues): void {
    this.#bar.watch(this.renderRoot.querySelector('.bar'));
    if (!changed.has('_stage')) return;
    this.toggleAttribute('viewing', this._stage.kind !== 'choosing');
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
    if (this._stage.kind === 'shown') scrollTo(0, 0);
  }

  protected override render(): TemplateResult {
    return html`${onPaper()}${this.#content()}`;
  }

  #content(): TemplateResult {
    const stage = this._stage;
    switch (stage.kind) {
      case 'choosing':
        return this.#choose();
      case 'opening':
        return html`${this.#top(stage.person)}
          <main class="page"><p role="status">${say.opening(stage.person.name)}</p></main>`;
      case 'failed':
        return this.#failed(stage.person, stage.sentence);
      case 'shown':
        return this.#shown(stage);
    }
  }

  #choose(): TemplateResult {
    const people = (this.source.facts?.people ?? []).filter(person => !person.isMe);
    return html`<main class="page">
      <h1 tabindex="-1">${say.title}</h1>
      <p class="hint">${say.hint} ${say.noted}</p>
      <ul class="people" aria-label=${say.people}>
        ${people.map(
          person =>
            html`<li>
              <button type="button" @click=${() => void this.#open(person)}>
                <b>${person.name}</b><small>${whatOf(person)}</small>
              </button>
            </li>`,
        )}
      </ul>
      <button class="quiet" type="button" @click=${() => this.#close()}>${say.stop}</button>
    </main>`;
  }

  #top(person: PersonOnPlan): TemplateResult {
    return html`<section class="bar" aria-label=${say.banner(person.name)}>
      <p class="what">
        ${marks.eye}<span><b>${say.banner(person.name)}</b> ${say.readOnly}</span>
      </p>
      <p class="acts">
        <button class="quiet" type="button" @click=${() => (this._stage = {kind: 'choosing'})}>
          ${say.other}
        </button>
        <button class="btn second" type="button" @click=${() => this.#close()}>${say.stop}</button>
      </p>
    </section>`;
  }

  #failed(person: PersonOnPlan, sentence: string): TemplateResult {
    return html`${this.#top(person)}
      <main class="page">
        <h1 tabindex="-1">${say.failed(person.name)}</h1>
        <p class="hint" role="alert">${sentence}</p>
        <button class="btn second" type="button" @click=${() => void this.#open(person)}>
          ${screen.tryAgain}
        </button>
      </main>`;
  }

  #shown({person, plan, at, opens, missing, marked}: Extract<ViewStage, {kind: 'shown'}>): TemplateResult {
    const childName = this.source.facts?.childName ?? '';
    const lead = this.source.facts?.people.find(one => one.lead)?.name ?? planWords.keyWorker;
    const sections = this.#sections(plan);
    const keptIn = (root: RootName) => (marked.has(root) ? planWords.kept(firstName(lead)) : null);
    return html`${this.#top(person)}
      <div class="columns">
        <nav aria-label=${say.parts}>
          <ul>
            ${sections.map(
              section =>
                html`<li>
                  <button type="button" @click=${() => this.#goTo(section.root)}>
                    ${seenTitle(section, titleOf(section, childName))}
                  </button>
                </li>`,
            )}
          </ul>
        </nav>
        <main>
          <h1 tabindex="-1">${say.heading(possessive(childName), person.name)}</h1>
          ${opensLine(firstName(person.name), opens)}
          <p class="hint">${say.leftOut} ${say.asOf(clockTime(at))}</p>
          <button class="quiet" type="button" @click=${() => void this.#open(person)}>${say.again}</button>
          ${missingList({person, missing, sections, childName}, one => this.#close(new PlanSectionOpen(one.root, one.id)))}
          ${seenPlan({plan, sections, childName, keptIn})}
        </main>
      </div>`;
  }

  #sections(plan: SeenPlan): readonly SectionSpec[] {
    return seenSections(plan, this.source.facts?.safety ?? null);
  }

  async #open(person: PersonOnPlan): Promise<void> {
    const opening: ViewStage = {kind: 'opening', person};
    this._stage = opening;
    const {http} = this.source;
    const [seen, withheld, opens] = await Promise.all([
      askViewAs(http, person.id),
      listWithholdings(http),
      opensFor(http, person.id),
    ]);
    // Somebody else was chosen, or the view was left, before the answer came.
    if (this._stage !== opening) return;
    if (!seen.ok) return this.#fail(person, seen.error);
    if (!withheld.ok) return this.#fail(person, withheld.error);
    if (!opens.ok) return this.#fail(person, opens.error);
    const plan = seen.value;
    const told = withheld.value.withholdings.filter(({hiddenFrom}) =>
      hiddenFrom.some(one => one.id === person.id && one.class === 'marked'),
    );
    this._stage = {
      kind: 'shown',
      ...{person, plan, opens: opens.value, at: new Date(), received: receivedBy(this.source)},
      missing: notShown(this.source, this.#sections(plan), plan),
      marked: new Set(told.flatMap(one => withheldWords(this.source, one).flatMap(({root}) => root ?? []))),
    };
  }

  #follow(source: PlanSource | null): void {
    this.#followed?.removeEventListener('change', this.#onChange);
    this.#followed = source;
    source?.addEventListener('change', this.#onChange);
  }

  /** What is no longer for this person goes from here too: with the session at once, else by asking anew. */
  readonly #onChange = (): void => {
    const {status} = this.source;
    const stage = this._stage;
    if (status === 'signedOut' || status === 'gone') this.#close();
    else if (stage.kind === 'shown' && stage.received !== receivedBy(this.source))
      void this.#open(stage.person);
  };

  #fail(person: PersonOnPlan, refusal: HttpRefusal): void {
    const sentence = refusal.problem === 'offline' ? say.needsConnection : sentenceOf(refusal);
    this._stage = {kind: 'failed', person, sentence};
  }

  #goTo(root: RootName): void {
    const heading = this.renderRoot.querySelector<HTMLElement>(`h2[data-root="${root}"]`);
    heading?.scrollIntoView({block: 'start'});
    heading?.focus({preventScroll: true});
  }

  /** Back to the own view, and on to something there where it is named. */
  #close(next?: Event): void {
    this._stage = {kind: 'choosing'};
    this.dispatchEvent(new PlanScreenClose());
    if (next !== undefined) this.dispatchEvent(next);
  }
}

/** Which documents this person receives, to see when that changes. */
function receivedBy({compartments}: PlanSource): string {
  return compartments
    .map(({id}) => id)
    .toSorted()
    .join();
}
