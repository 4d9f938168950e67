import {html, LitElement, type PropertyValues, type TemplateResult} from 'lit';
import {base, tokens} from '../../styles/shared-sheets.ts';
import {goldthreadFirst} from '../../symbols/goldthread-first.ts';
import type {SymbolPack} from '@goldthread/schema/symbols';
import {houses as say} from '../../words/en/houses.ts';
import {withOwn} from '../../symbols/with-own.ts';
import {byePage, closedPage, helpPage} from './calm-pages.ts';
import {HttpChildServer, type ChildServer, type Kept, type Refusal} from './child-calls.ts';
import type {ChildHost} from './child-host.ts';
import {Drafts, LOOKS, type ChildView, type How, type Look} from './child-view.ts';
import {housePage} from './house-page.ts';
import {HousesKeeper} from './houses-keeper.ts';
import {kid} from './kid.styles.ts';
import {hush, listenTo} from './listen.ts';
import {spoken} from './parts.ts';
import {rootOf, type House, type HouseItem, type HousesView} from './read-houses.ts';
import type {Shown} from './show-to.ts';
import {sheet} from './sheet.styles.ts';
import {streetPage} from './street-page.ts';
import {street} from './street.styles.ts';

/** How the page looks for a child of an age, until the child chooses otherwise. */
const LOOK_OF = {young: 'pictures', middle: 'houses', teen: 'columns'} as const;

/**
 * The child's own page: three houses, what is in each, and who sees it. At most nine things can be pressed on any screen, and
 * each of them is big; nothing counts, praises or blinks.
 *
 * @summary The Three Houses of the child whose plan this is.
 */
export class GoldthreadHouses extends LitElement implements ChildHost {
  static override properties = {
    plan: {},
    participant: {},
    server: {attribute: false},
    view: {state: true},
    chosenLook: {state: true},
    isBusy: {state: true},
    said: {state: true},
  };
  static override styles = [tokens, base, kid, street, sheet];
  declare plan: string;
  /** Which of the people signed in on this browser; empty for the only one. */
  declare participant: string;
  /** Whom to ask instead of the page's own server. */
  declare server: ChildServer | null;
  declare view: ChildView;
  /** How the page looks, once the child chose; until then it goes by the child's age. */
  declare chosenLook: Look | null;
  declare isBusy: boolean;
  declare said: string;
  /** The school's own pictures first, then ours. */
  pack: SymbolPack = goldthreadFirst;
  readonly drafts = new Drafts();
  readonly #keeper = new HousesKeeper(this);
  #server: ChildServer = new HttpChildServer('', '');

  constructor() {
    super();
    this.plan = '';
    this.participant = '';
    this.server = null;
    this.view = {kind: 'street'};
    this.chosenLook = null;
    this.isBusy = false;
    this.said = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeunload', this.#beforeLeaving);
  }

  override disconnectedCallback(): void {
    removeEventListener('beforeunload', this.#beforeLeaving);
    super.disconnectedCallback();
  }

  get planAddress(): string {
    const me = this.participant === '' ? '' : `?me=${encodeURIComponent(this.participant)}`;
    return `/plan/${encodeURIComponent(this.plan)}${me}`;
  }

  get look(): Look {
    return this.chosenLook ?? LOOK_OF[this.#houses?.band ?? 'middle'];
  }

  items(house: House): readonly HouseItem[] {
    return (this.#houses?.things ?? []).filter(({root}) => root === rootOf(house));
  }

  go(view: ChildView): void {
    hush();
    this.said = '';
    this.view = view;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('h1')?.focus());
  }

  draw(): void {
    this.requestUpdate();
  }

  nextLook(): void {
    this.chosenLook = LOOKS[(LOOKS.indexOf(this.look) + 1) % LOOKS.length] ?? 'houses';
  }

  listen(text: string): void {
    listenTo(text);
  }

  sound(attachment: string): Promise<Blob | null> {
    return this.#server.sound(attachment);
  }

  async keep(how: How, house: House): Promise<void> {
    const thing = this.drafts.thing(how, house);
    if (thing === null || this.isBusy) return;
    this.isBusy = true;
    const told = await this.#server.keep(rootOf(house), thing);
    if ('value' in told) {
      this.drafts.clear(how, house);
      await this.#keeper.look();
      this.#goTo(house, told.value);
    } else {
      this.said = whyNot(told.refusal);
    }
    this.isBusy = false;
  }

  async callForHelp(item: HouseItem): Promise<void> {
    const {view} = this;
    if (view.kind !== 'call' || this.isBusy) return;
    this.isBusy = true;
    const told = await this.#server.callForHelp(item.id);
    if ('value' in told) {
      await this.#keeper.look();
      this.#goTo(view.house, told.value);
    } else {
      this.said = whyNot(told.refusal);
    }
    this.isBusy = false;
  }

  async share(item: HouseItem, shown: Shown, {people}: HousesView): Promise<void> {
    const {view} = this;
    if (view.kind !== 'show' || this.isBusy) return;
    this.isBusy = true;
    const told = await this.#server.share(item.id, shown);
    if ('value' in told) {
      await this.#keeper.look();
      const at = this.#placeOf(view.house, item);
      this.go({kind: 'each', house: view.house, at});
      const namesOf = (ids: Shown) => people.filter(({id}) => ids.includes(id)).map(({name}) => name);
      const seen = told.value.length === 0 ? '' : say.hasSeen(say.and(told.value));
      const help = this.items(view.house)[at]?.help;
      const helpers = help?.readBy === null ? namesOf(help.asked) : [];
      // While somebody has to look at it, it is never the child's alone.
      const now = shown.length === 0 && helpers.length > 0 ? '' : nowSeen(shown, namesOf(shown));
      const still = helpers.length === 0 ? '' : say.stillSeen(say.and(helpers));
      this.said = [now, still, seen].filter(Boolean).join(' ');
    } else {
      this.said = whyNot(told.refusal);
    }
    this.isBusy = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('server') || changed.has('plan') || changed.has('participant')) {
      this.#server = this.server ?? new HttpChildServer(this.plan, this.participant);
      void this.#findPictures();
    }
    this.#keeper.follow(this.#server);
  }

  protected override render(): TemplateResult {
    return html`<main class="view ${this.look === 'pictures' ? 'young' : ''}">${this.#content()}</main>`;
  }

  get #houses(): HousesView | null {
    const {known} = this.#keeper;
    return known.kind === 'open' ? known.houses : null;
  }

  /** What is begun is in this page alone: the browser asks before it goes. */
  readonly #beforeLeaving = (event: BeforeUnloadEvent): void => {
    if (!this.drafts.isEmpty) event.preventDefault();
  };

  async #findPictures(): Promise<void> {
    this.pack = withOwn(await this.#server.symbols(), goldthreadFirst);
    this.requestUpdate();
  }

  #content(): TemplateResult {
    const {view} = this;
    const {known} = this.#keeper;
    if (known.kind !== 'open') return closedPage(say[known.kind]);
    if (view.kind === 'bye') return byePage(this);
    if (view.kind === 'help') return helpPage(this, view.back);
    return view.kind === 'street' ? streetPage(this, known.houses) : housePage(this, known.houses, view);
  }

  /** To a thing for which the child called, and what happens now; else back to the house. */
  #goTo(house: House, {id, isCall}: Kept): void {
    const at = this.items(house).findIndex(one => one.id === id);
    this.go(isCall && at !== -1 ? {kind: 'each', house, at} : {kind: 'house', house});
  }

  /** Where a thing is that has just changed its readers, and so its id. */
  #placeOf(house: House, before: HouseItem): number {
    const at = this.items(house).findIndex(one => one.isMine && spoken(one) === spoken(before));
    return Math.max(0, at);
  }
}

function nowSeen(shown: Shown, names: readonly string[]): string {
  if (shown === 'everyone') return say.shownToAll;
  return names.length === 0 ? say.shownToNobody : say.shownTo(say.and(names));
}

/** Why something didn't come about, in a child's words; nothing that was made is lost by it. */
function whyNot({problem, code, sentence}: Refusal): string {
  if (code === 'DISCLOSURE') return say.address;
  if (code === 'HELD_BY_DECISION' || code === 'HELP_FIRST') return sentence;
  return problem === 'offline' ? say.offline : say.wrong;
}
