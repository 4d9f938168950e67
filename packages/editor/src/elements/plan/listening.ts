import type {RootName} from '@goldthread/schema';
import type {PlanSource} from '../../context/plan-source.ts';
import {Announcer} from '../../controllers/announcer.ts';
import type {RegionKeys} from '../../controllers/region-keys-controller.ts';
import type {PlanPanelOpen} from '../../events/panel-open.ts';
import {PlanScreenOpen} from '../../events/screen-open.ts';
import {losesWords} from '../../sync/save-state.ts';
import {words} from '../../words/words.ts';
import type {FamilyHome} from '../family-home/family-home.ts';
import {changeSentence} from './change-log.ts';
import type {PlanHost} from './plan-host.ts';
import {putBack} from './put-back.ts';
import {firstName} from './view-model.ts';

const REGIONS = ['header', 'parts', 'plan', 'people'] as const;

/** Carries what the person asks for, by events and keys, to the plan; and what others do, to the status line. */
export class Listening implements RegionKeys {
  readonly #plan: PlanHost;
  readonly #announcer: Announcer;
  #away: AbortController | null = null;
  #here: ReadonlySet<string> | null = null;

  constructor(plan: PlanHost) {
    this.#plan = plan;
    this.#announcer = new Announcer({
      now: () => performance.now(),
      wakeIn: (ms, wake) => {
        const timer = setTimeout(wake, ms);
        return () => clearTimeout(timer);
      },
      say: sentence => this.#say(sentence),
      sentence: heard => changeSentence(heard, words.people.and, words.people.announceOne),
    });
  }

  connect(): void {
    this.#away = new AbortController();
    const {signal} = this.#away;
    const on = <Name extends keyof HTMLElementEventMap>(
      name: Name,
      act: (event: HTMLElementEventMap[Name]) => void,
    ): void => this.#plan.addEventListener(name, act, {signal});
    on('plan-section-open', event => void this.#plan.goTo(event.root, event.item));
    on('plan-panel-open', event => this.#openPanel(event.panel));
    on('plan-person-follow', event => (this.#plan.following = event.participant));
    on('plan-settings-change', event => {
      this.#plan.applySettings(event.settings);
      if (this.#plan.source !== null) this.#plan.quiet.follow(this.#plan.source, event.settings.quiet);
    });
    on('plan-save-retry', () => this.#retry());
    on('plan-words-copy', () => void this.#copyWords());
    on('plan-unsent-discard', event => this.#plan.source?.dismissUnsent(event.unsentId));
    on('plan-unsent-put-back', event => void putBack(this.#plan, event.unsentId));
    on('plan-sign-out', () => void this.#plan.source?.signOut());
    on('keydown', () => this.#announcer.keyPressed());
    on('click', event => this.#onClick(event));
    addEventListener('beforeunload', event => this.#onLeave(event), {signal});
  }

  /** Asks before the page closes, where that would lose words. */
  #onLeave(event: BeforeUnloadEvent): void {
    if (losesWords(this.#plan.source?.save)) event.preventDefault();
  }

  disconnect(): void {
    this.#plan.quiet.release();
    this.#away?.abort();
    this.#announcer.stop();
  }

  /** Follows the person who is followed into the part where they are now. */
  follow(source: PlanSource): void {
    this.#plan.quiet.follow(source, this.#plan.settings.quiet);
    this.#sayJoins(source);
    const {following} = this.#plan;
    const root = source.presence.find(person => person.id === following)?.root ?? null;
    if (following !== null && root !== null && root !== this.#plan.current) void this.#plan.goTo(root, null);
  }

  /** Says who came and who went, together, where the person wants that. */
  #sayJoins(source: PlanSource): void {
    const here = new Set(
      source.presence.filter(person => !person.isMe).map(person => firstName(person.name)),
    );
    const before = this.#here;
    this.#here = here;
    if (before === null || !this.#plan.settings.joins) return;
    const joined = [...here].filter(name => !before.has(name));
    const left = [...before].filter(name => !here.has(name));
    const say = words.people;
    const parts = [
      joined.length > 0 ? say.announceJoined(say.and(joined)) : '',
      left.length > 0 ? say.announceLeft(say.and(left)) : '',
    ];
    const sentence = parts.filter(part => part !== '').join(' ');
    if (sentence !== '') this.#say(sentence);
  }

  /** Lets in what waited in quiet mode, and then holds again. */
  showHeld(): void {
    this.#plan.quiet.release();
    if (this.#plan.source !== null) this.#plan.quiet.follow(this.#plan.source, this.#plan.settings.quiet);
  }

  /** Takes in a change by somebody else, to be said if the person wants that. */
  heard(who: string, part: string, root: RootName): void {
    const {announce} = this.#plan.settings;
    if (announce === 'all' || (announce === 'section' && root === this.#plan.current))
      this.#announcer.hear({who, part});
  }

  moveRegion(step: 1 | -1): void {
    const regions = REGIONS.map(name => this.#region(name)).filter(region => region !== null);
    const at = regions.findIndex(region => region.matches(':focus-within') || this.#holdsFocus(region));
    const next = regions[(at + step + regions.length) % regions.length];
    if (next !== undefined) this.#focusInto(next);
  }

  open(screen: 'help' | 'print'): void {
    this.#plan.dispatchEvent(new PlanScreenOpen(screen));
  }

  focusTools(): void {
    this.#plan.tools.focus();
  }

  escape(): void {
    if (this.#plan.following !== null) {
      this.#plan.following = null;
      return;
    }
    const inTools = this.#plan.shadowRoot?.activeElement?.localName === 'goldthread-toolbar';
    const inFacts = document.activeElement?.localName === 'goldthread-item-facts';
    if (inTools || inFacts) this.#plan.parts.elementOf(this.#plan.current)?.editor?.focus();
  }

  /** A region that is on the screen: the map has none but the header and itself. */
  #region(name: string): HTMLElement | null {
    const region = this.#plan.renderRoot.querySelector<HTMLElement>(`[data-region="${name}"]`);
    return region?.checkVisibility() ? region : null;
  }

  /** The sections are slotted, so the region of the plan holds the focus when one of them does. */
  #holdsFocus(region: HTMLElement): boolean {
    return (
      region.dataset['region'] === 'plan' &&
      this.#plan.parts.elements.some(one => one.matches(':focus-within'))
    );
  }

  #focusInto(region: HTMLElement): void {
    if (region.dataset['region'] === 'plan') {
      const section = this.#plan.parts.elementOf(this.#plan.current) ?? this.#plan.parts.elements[0];
      if (section?.editor?.isEditable === true) section.editor.focus();
      else section?.focusHeading();
      return;
    }
    const inside =
      region.querySelector<HTMLElement>('goldthread-outline, button, [href], [tabindex]') ?? region;
    if (inside.localName === 'goldthread-outline') inside.focus();
    else (inside.shadowRoot?.querySelector<HTMLElement>('button') ?? firstButton(region) ?? inside).focus();
  }

  #openPanel(panel: PlanPanelOpen['panel']): void {
    if (panel === 'settings' || panel === 'help') this.#plan.dispatchEvent(new PlanScreenOpen(panel));
    else void this.#turnTo(panel);
  }

  /** The button that led away from a page goes with that page, so the focus goes on to the greeting. */
  async #turnTo(view: PlanHost['view']): Promise<void> {
    this.#plan.view = view;
    if (view !== 'home') return;
    await this.#plan.updateComplete;
    const home = this.#plan.renderRoot.querySelector<FamilyHome>('goldthread-family-home');
    await home?.updateComplete;
    home?.focus();
  }

  #onClick(event: MouseEvent): void {
    const pressed = event
      .composedPath()
      .find(node => node instanceof HTMLElement && (node.dataset['act'] ?? node.dataset['skip']));
    if (!(pressed instanceof HTMLElement)) return;
    const {act, skip} = pressed.dataset;
    if (act === 'close-news') this.#plan.news = '';
    if (act === 'see-changes') this.#showChanges();
    if (act === 'show-held') this.showHeld();
    if (act === 'close-back') this.#plan.backOnline = '';
    if (act === 'stop-following') this.#plan.following = null;
    const region = skip === undefined ? null : this.#region(skip);
    if (region !== null) this.#focusInto(region);
  }

  #showChanges(): void {
    this.#plan.backOnline = '';
    if (this.#plan.narrow.matches) this.#plan.view = 'people';
    else this.#region('people')?.focus();
  }

  #retry(): void {
    for (const open of this.#plan.source?.docs.values() ?? []) void open.retry();
  }

  async #copyWords(): Promise<void> {
    const text = (this.#plan.source?.unsent ?? []).map(one => one.text).join('\n\n');
    try {
      await navigator.clipboard.writeText(text);
      this.#say(words.save.copied);
    } catch {
      this.#plan.news = words.save.copyFailed;
    }
  }

  #say(sentence: string): void {
    const line = this.#plan.renderRoot.querySelector('#said');
    if (line !== null) line.textContent = sentence;
  }
}

function firstButton(region: HTMLElement): HTMLElement | null {
  for (const element of [region, ...region.querySelectorAll<HTMLElement>('*')]) {
    const button = element.shadowRoot?.querySelector<HTMLElement>('button');
    if (button) return button;
  }
  return null;
}
