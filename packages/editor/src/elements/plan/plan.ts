import type {RootName, SectionSpec} from '@goldthread/schema';
import {LitElement, nothing, render, type PropertyValues, type TemplateResult} from 'lit';
import type {ItemIndex} from '../../context/item-index.ts';
import {OwnItems} from '../../context/own-items.ts';
import type {PlanSource} from '../../context/plan-source.ts';
import {ItemActsController} from '../../controllers/item-acts-controller.ts';
import {ItemIndexController} from '../../controllers/item-index-controller.ts';
import {NarrowController} from '../../controllers/narrow-controller.ts';
import {BarHeightController} from '../../controllers/bar-height-controller.ts';
import {RegionKeysController} from '../../controllers/region-keys-controller.ts';
import {RemoteChangesController} from '../../controllers/remote-changes-controller.ts';
import {SessionController} from '../../controllers/session-controller.ts';
import {DEFAULT_SETTINGS, showSettings} from '../../controllers/settings-store.ts';
import type {Settings} from '../../events/settings-change.ts';
import {PlanOpened} from '../../events/opened.ts';
import {PlanSectionOpened} from '../../events/section-opened.ts';
import {adoptInto, base, prose, tokens} from '../../styles/shared-sheets.ts';
import type {ChangeEntry} from '../changes/changes.ts';
import type {StopReason} from '../stop-page/stop-page.ts';
import {AccessNews} from './access-news.ts';
import {frame} from './frame.ts';
import type {PlanHost, View} from './plan-host.ts';
import {Listening} from './listening.ts';
import {planStyles} from './plan.styles.ts';
import {keepOwnSettings, ownSettings} from './own-settings.ts';
import {Quiet} from './quiet.ts';
import {RemoteNews} from './remote-news.ts';
import {SaveNews} from './save-news.ts';
import {Screens} from './screens.ts';
import {Sections} from './sections.ts';
import {Tools} from './tools.ts';
import {isFamily, receivedSections, stopReason} from './view-model.ts';
import {whereFrom} from './where-from.ts';

/**
 * A plan, written live. It may stand in any page whose origin the server lists, or is; it must stand in the document
 * itself, not in a shadow root, because the words that it shows are edited in the light DOM.
 *
 * @summary One plan around one child, to read and to write together.
 * @event {PlanOpened} plan-opened - The plan is open; `childName`.
 * @event {PlanSaved} plan-saved - Everything typed is on disk at the server; `at`.
 * @event {PlanUnsaved} plan-unsaved - Something typed is not; `kind`: `saving`, `onlyOnThisDevice`, `notSaved`.
 * @event {PlanSectionOpened} plan-section-opened - The person is in another part; `root`.
 * @event {PlanAccessChanged} plan-access-changed - The person may write in other parts than before; `writable`.
 * @event {PlanClosed} plan-closed - The plan can no longer be shown; `reason`: `signedOut`, `noAccess`, `outOfDate`.
 * @cssproperty --paper - The table that everything lies on.
 * @cssproperty --sheet - The plan itself, cards, menus.
 * @cssproperty --sunk - A panel, a pressed row.
 * @cssproperty --ink - The words.
 * @cssproperty --ink-2 - Facts, notes, dates.
 * @cssproperty --line - Hairlines.
 * @cssproperty --line-strong - Edges of controls.
 * @cssproperty --action - What can be pressed.
 * @cssproperty --on-action - Words on what can be pressed.
 * @cssproperty --thread - Links between items, and nothing else.
 * @cssproperty --font - The typeface.
 */
export class GoldthreadPlan extends LitElement implements PlanHost {
  static override properties = {
    src: {type: String},
    plan: {type: String},
    participant: {type: String},
    device: {type: String},
    token: {attribute: false},
    helpLine: {attribute: 'help-line'},
    helpName: {attribute: 'help-name'},
    session: {attribute: false},
    view: {state: true, attribute: false},
    current: {state: true, attribute: false},
    settings: {state: true, attribute: false},
    following: {state: true, attribute: false},
    news: {state: true, attribute: false},
    backOnline: {state: true, attribute: false},
    isOffline: {state: true, attribute: false},
    isWriting: {state: true, attribute: false},
  };
  static override styles = [tokens, base, planStyles];
  /** The server's origin, such as `https://plan.example`. Empty: the page's own. */
  declare src: string;
  /** The plan's id. */
  declare plan: string;
  /** Which of the people signed in in this browser; empty where there is only one. */
  declare participant: string;
  /** `own` on another origin: the device may keep an encrypted copy. `shared`: it keeps nothing. */
  declare device: string;
  /** A session token, for pages of another origin. Never an attribute, so that it never stands in HTML. */
  declare token: string;
  /** The telephone number to call when stuck. */
  declare helpLine: string;
  /** Who answers there. */
  declare helpName: string;
  /** A session that the page opened itself, instead of `src` and `plan`. */
  declare session: PlanSource | null;
  declare view: View;
  declare current: RootName | null;
  declare settings: Settings;
  declare following: string | null;
  /** A change of this person's own access that they have not closed yet. */
  declare news: string;
  /** What to say after the connection came back, until it is closed. */
  declare backOnline: string;
  declare isOffline: boolean;
  /** The caret is in words that this person may change. */
  declare isWriting: boolean;
  readonly narrow = new NarrowController(this, '(max-width: 46rem)');
  readonly parts: Sections = new Sections(this);
  readonly tools: Tools = new Tools(this);
  readonly own = new OwnItems(() => this.index);
  readonly quiet = new Quiet(this);
  readonly screens: Screens = new Screens(this);
  readonly #bars = new BarHeightController(this);
  readonly #sessions = new SessionController(this, {
    onChange: source => this.#onChange(source),
    onSave: source => this.#onSave(source),
  });
  readonly #index = new ItemIndexController(this);
  readonly #acts = new ItemActsController(this, () => this.screens.offers('withhold'));
  readonly #remote = new RemoteChangesController(this, change => this.#heard.hear(change));
  readonly #access = new AccessNews(this);
  readonly #listening = new Listening(this);
  readonly #heard = new RemoteNews(this, this.#listening);
  readonly #saves = new SaveNews(this);
  #opened: PlanSource | null = null;

  constructor() {
    super();
    this.src = '';
    this.plan = '';
    this.participant = '';
    this.device = '';
    this.token = '';
    this.helpLine = '';
    this.helpName = '';
    this.session = null;
    this.view = 'home';
    this.current = null;
    this.settings = DEFAULT_SETTINGS;
    this.following = null;
    this.news = '';
    this.backOnline = '';
    this.isOffline = false;
    this.isWriting = false;
    new RegionKeysController(this, this.#listening);
  }

  get index(): ItemIndex {
    return this.#index.index;
  }

  get changes(): readonly ChangeEntry[] {
    return this.#heard.changes;
  }

  get source(): PlanSource | null {
    return this.#sessions.source;
  }

  get sections(): readonly SectionSpec[] {
    return this.source === null ? [] : receivedSections(this.source);
  }

  /** A family on a phone: one thing a page. */
  get isFamilyPhone(): boolean {
    return this.narrow.matches && isFamily(this.source?.facts ?? null);
  }

  /** Why there is no plan to show; null while there is one, or may soon be. */
  get stopped(): StopReason | null {
    return stopReason(this.source);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    adoptInto(this, prose);
    this.settings = ownSettings(this) ?? this.settings;
    this.#listening.connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listening.disconnect();
    this.#heard.stop();
  }

  /** Goes to a part, and to one of its items where one is named. */
  async goTo(root: RootName, item: string | null): Promise<void> {
    this.current = root;
    this.view = this.isFamilyPhone ? 'part' : 'plan';
    this.dispatchEvent(new PlanSectionOpened(root));
    await this.updateComplete;
    await this.parts.reveal(root, item);
  }

  /** Takes over settings that the person chose. */
  applySettings(settings: Settings): void {
    this.settings = settings;
    keepOwnSettings(this, settings);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const address = whereFrom(this, location);
    if (this.screens.keepsAway(this.plan)) this.#letGo();
    else if (this.session !== null) this.#sessions.follow(this.session);
    else if (address !== null) this.#sessions.open(address);
    if (changed.has('settings')) showSettings(this, this.settings);
    this.toggleAttribute('narrow', this.narrow.matches);
  }

  protected override render(): TemplateResult {
    return frame(this);
  }

  protected override updated(): void {
    this.#bars.watch(this.renderRoot.querySelector('.sticky'));
    const shown = this.stopped === null && this.source !== null;
    render(shown ? this.parts.template() : nothing, this, {host: this});
  }

  /** Lets go of the documents, and of all that was made of them. */
  #letGo(): void {
    this.#sessions.close();
    this.#index.clear();
    this.#remote.hostDisconnected();
    this.quiet.release();
    this.#opened = null;
    this.#heard.clear();
  }

  #onChange(source: PlanSource): void {
    this.#index.follow(source, this.sections);
    this.#acts.follow(source.facts);
    this.#remote.follow(source);
    this.#access.follow(source);
    this.#listening.follow(source);
    const {facts} = source;
    if (facts !== null && this.#opened !== source) {
      this.#opened = source;
      this.dispatchEvent(new PlanOpened(facts.childName));
    }
    this.#saves.follow(source.save);
  }

  #onSave(source: PlanSource): void {
    this.#access.follow(source);
    this.#saves.show(source.save);
  }
}
