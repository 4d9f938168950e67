import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import type {DraftStore} from '../../sync/draft-store.ts';
import {base, tokens} from '../../styles/shared-sheets.ts';
import {goldthreadFirst} from '../../symbols/goldthread-first.ts';
import type {SymbolPack} from '@goldthread/schema/symbols';
import {houses as say} from '../../words/en/houses.ts';
import {withOwn} from '../../symbols/with-own.ts';
import {AskBeforeLeaving} from './ask-before-leaving.ts';
import {byePage, closedPage, helpPage} from './calm-pages.ts';
import {
  HttpChildServer,
  type ChildServer,
  type HouseNames,
  type Kept,
  type Readers,
  type Told,
} from './child-calls.ts';
import type {ChildHost} from './child-host.ts';
import {notSharedSaid, sharedSaid, whyNot} from './child-says.ts';
import {LOOK_OF, LOOKS, type ChildView, type How, type Look} from './child-view.ts';
import {housePage} from './house-page.ts';
import {HousesKeeper} from './houses-keeper.ts';
import {KeptDrafts} from './kept-drafts.ts';
import {kid} from './kid.styles.ts';
import {hush, listenTo} from './listen.ts';
import {minePage, namePage} from './mine-page.ts';
import {offline} from './parts.ts';
import {placeOf} from './spoken.ts';
import {rootOf, type House, type HouseItem, type HousesView} from './read-houses.ts';
import {Scanner} from './scanner.ts';
import {sheet} from './sheet.styles.ts';
import {streetPage} from './street-page.ts';
import {street} from './street.styles.ts';

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
    isShared: {attribute: false},
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
  /** Others use this device too. */
  declare isShared: boolean;
  declare view: ChildView;
  /** How the page looks, once the child chose; until then it goes by the child's age. */
  declare chosenLook: Look | null;
  declare isBusy: boolean;
  declare said: string;
  /** The school's own pictures first, then ours. */
  pack: SymbolPack = goldthreadFirst;
  readonly kept = new KeptDrafts();
  readonly scanner = new Scanner(this);
  listen: (text: string) => void = listenTo;
  readonly #keeper = new HousesKeeper(this, {
    answered: () => this.kept.noteContact(),
    shut: () => void this.kept.forget(),
  });
  #server: ChildServer = new HttpChildServer('', '');

  constructor() {
    super();
    this.plan = '';
    this.participant = '';
    this.server = null;
    this.isShared = false;
    this.view = {kind: 'street'};
    this.chosenLook = null;
    this.isBusy = false;
    this.said = '';
    new AskBeforeLeaving(this, () => this.kept.isInDanger);
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

  go(view: ChildView, said = ''): void {
    hush();
    this.said = said;
    this.view = view;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('h1')?.focus());
  }

  draw(): void {
    this.requestUpdate();
    void this.kept.keep();
  }

  /** Goes on with what this device kept, and keeps from now on what is begun. */
  async goOn(store: DraftStore): Promise<void> {
    const cut = await this.kept.goOn(store);
    if (cut === null || this.view.kind !== 'street') return this.requestUpdate();
    this.go({kind: 'talk', house: cut}, say.cut);
  }

  nextLook(): void {
    this.chosenLook = LOOKS[(LOOKS.indexOf(this.look) + 1) % LOOKS.length] ?? 'houses';
  }

  sound(attachment: string): Promise<Blob | null> {
    return this.#server.sound(attachment);
  }

  name(chosen: HouseNames, now: string): Promise<void> {
    return this.#ask(
      () => this.#server.name(chosen),
      () => (this.said = now),
    );
  }

  async keep(how: How, house: House): Promise<void> {
    const thing = this.kept.drafts.thing(how, house);
    if (thing === null) return;
    await this.#ask(
      () => this.#server.keep(rootOf(house), thing),
      kept => {
        this.kept.drafts.clear(how, house);
        void this.kept.keep();
        this.#goTo(house, kept);
      },
    );
  }

  leave(): Promise<void> {
    return this.#ask(
      () => this.#server.leave(),
      () => this.kept.drafts.drop(),
    );
  }

  async callForHelp(item: HouseItem): Promise<void> {
    const {view} = this;
    if (view.kind !== 'call') return;
    await this.#ask(
      () => this.#server.callForHelp(item.id),
      kept => this.#goTo(view.house, kept),
    );
  }

  sayRight({id}: HouseItem): Promise<void> {
    const done = (): void => this.go(this.view, say.saidRight);
    return this.#ask(() => this.#server.sayRight(id), done);
  }

  async share(item: HouseItem, readers: Readers, houses: HousesView): Promise<void> {
    const {view} = this;
    if (view.kind !== 'show' && view.kind !== 'not') return;
    await this.#ask(
      () => this.#server.share(item.id, readers),
      seenBy => {
        const at = placeOf(this.items(view.house), item);
        this.go({kind: 'each', house: view.house, at});
        const {shareWith} = readers;
        const now = this.items(view.house)[at];
        this.said =
          view.kind === 'show'
            ? sharedSaid(shareWith, seenBy, now, houses)
            : notSharedSaid(seenBy, now, houses);
      },
    );
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('server') || changed.has('plan') || changed.has('participant')) {
      this.#server = this.server ?? new HttpChildServer(this.plan, this.participant);
      void this.#findPictures();
    }
    this.#keeper.follow(this.#server);
  }

  protected override render(): TemplateResult {
    return html`<main class="view ${this.look === 'pictures' ? 'young' : ''}">
      ${this.#keeper.isOffline ? offline(this.kept.hasStore) : nothing}${this.#content()}
    </main>`;
  }

  get #houses(): HousesView | null {
    const {known} = this.#keeper;
    return known.kind === 'open' ? known.houses : null;
  }

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
    if (view.kind === 'told')
      return html`<goldthread-told
        .host=${this}
        .server=${this.#server}
        .houses=${known.houses}
        .look=${this.look}
      ></goldthread-told>`;
    if (view.kind === 'mine') return minePage(this, known.houses);
    if (view.kind === 'name') return namePage(this, known.houses, view.house);
    return view.kind === 'street' ? streetPage(this, known.houses) : housePage(this, known.houses, view);
  }

  /** Asks the server for one thing at a time; once it is done what is in the houses now is there, else why not is said. */
  async #ask<T>(call: () => Promise<Told<T>>, done: (value: T) => void): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    const told = await call();
    if ('value' in told) {
      await this.#keeper.changed();
      done(told.value);
    } else {
      this.said = whyNot(told.refusal, this.kept.hasStore);
    }
    this.isBusy = false;
  }

  /** To a thing for which the child called, and what happens now; else back to the house. */
  #goTo(house: House, {id, isCall}: Kept): void {
    const at = this.items(house).findIndex(one => one.id === id);
    this.go(isCall && at !== -1 ? {kind: 'each', house, at} : {kind: 'house', house});
  }
}
