import type {SectionSpec} from '@goldthread/schema';
import {nothing, type ReactiveController, type TemplateResult} from 'lit';
import {roomFlag} from '../../controllers/room-flag.ts';
import {showSettings} from '../../controllers/settings-store.ts';
import {PlanScreenOpen, type ScreenName} from '../../events/screen-open.ts';
import {words} from '../../words/words.ts';
import type {PlanHost} from './plan-host.ts';

/** One screen's module: it gives the tags that it needs and shows itself over the plan. */
export interface ScreenModule {
  open(plan: PlanHost, asked: PlanScreenOpen): void;
}

/** How each screen is loaded. A screen that isn't named here is offered nowhere. */
export type ScreenLoaders = Readonly<Partial<Record<ScreenName, () => Promise<ScreenModule>>>>;

let loaders: ScreenLoaders = {};

/** What shows nothing but what everybody who looks may see. */
const PLAIN: ReadonlySet<ScreenName> = new Set(['settings', 'help', 'stand', 'scales', 'map']);

/** Says which screens there are, and later which others. */
export function offerScreens(offered: ScreenLoaders): void {
  loaders = {...loaders, ...offered};
}

/**
 * What stands over the plan, or in its place. It owns which screen is open, the line that an act leaves behind, and what
 * is shown instead of the plan; it draws none of them.
 */
export class Screens implements ReactiveController {
  readonly #plan: PlanHost;
  /** Draws the open screen; asked on each drawing of the plan. */
  shown: (() => TemplateResult) | null = null;
  /** Draws a line among the notices, such as "Hidden. Undo". */
  line: (() => TemplateResult) | null = null;
  /** Only {@link PLAIN}: others look at this plan, or it is only looked at. */
  isPlain = false;
  /** The plan has let go of its documents, because something else has its place. */
  isAway = false;
  /** Which parts stand on the page; null while all do that the plan shows otherwise. */
  parts: ((section: SectionSpec) => boolean) | null = null;
  #standIn: HTMLElement | null = null;
  /** What had the focus when something was asked for, and how far down the page was. */
  #before: {readonly focused: HTMLElement | null; readonly top: number} = {focused: null, top: 0};
  #resumed = '';

  constructor(plan: PlanHost) {
    this.#plan = plan;
    plan.addController(this);
  }

  hostConnected(): void {
    this.#plan.addEventListener('plan-screen-open', this.#onOpen);
    this.#plan.addEventListener('plan-screen-close', this.#onClose);
  }

  hostDisconnected(): void {
    this.#plan.removeEventListener('plan-screen-open', this.#onOpen);
    this.#plan.removeEventListener('plan-screen-close', this.#onClose);
    this.#standIn?.remove();
  }

  /**
   * Whether the plan has to keep away: something else has its place, or this tab showed it to a room before a reload.
   * To be asked before a plan is opened.
   */
  keepsAway(planId: string): boolean {
    if (planId !== this.#resumed && this.offers('room') && roomFlag(planId) !== null) {
      this.isAway = true;
      void this.#open(new PlanScreenOpen('room'));
    }
    this.#resumed = planId;
    return this.isAway;
  }

  /** Whether there is such a screen here. */
  offers(name: ScreenName): boolean {
    return loaders[name] !== undefined && (!this.isPlain || PLAIN.has(name));
  }

  /**
   * Puts an element in the plan's place, or with null the plan again. `away`: the plan lets go of its documents first,
   * and opens anew when it comes back.
   */
  standAside(standIn: HTMLElement | null, away = false): void {
    this.#standIn?.remove();
    this.#standIn = standIn;
    this.isAway = standIn !== null && away;
    this.shown = null;
    // What was done a moment ago can be taken back after a look at the plan as somebody else.
    if (this.isAway) this.line = null;
    this.#plan.hidden = standIn !== null;
    if (standIn === null) {
      this.#before.focused?.focus();
      scrollTo(0, this.#before.top);
    } else {
      showSettings(standIn, this.#plan.settings);
      this.#plan.after(standIn);
    }
    this.#plan.requestUpdate();
  }

  show(screen: (() => TemplateResult) | null): void {
    this.shown = screen;
    this.#plan.requestUpdate();
  }

  /** Shows some parts of the plan alone, side by side, or with null the plan again. */
  showParts(parts: ((section: SectionSpec) => boolean) | null): void {
    this.parts = parts;
    this.#plan.requestUpdate();
  }

  leaveLine(line: (() => TemplateResult) | null): void {
    this.line = line;
    this.#plan.requestUpdate();
  }

  /** The open screen, and the line of the last act. */
  template(what: 'shown' | 'line'): TemplateResult | typeof nothing {
    return this[what]?.() ?? nothing;
  }

  readonly #onOpen = (asked: PlanScreenOpen): void => void this.#open(asked);
  readonly #onClose = (): void => {
    this.show(null);
    // What a screen that opened from another one would give the focus back to is gone.
    if (document.activeElement === document.body) this.#before.focused?.focus();
  };

  async #open(asked: PlanScreenOpen): Promise<void> {
    // While it loads, the person may go on.
    if (this.#standIn === null && this.shown === null) this.#before = {focused: focusedNow(), top: scrollY};
    let module: ScreenModule | undefined;
    try {
      module = this.offers(asked.screen) ? await loaders[asked.screen]?.() : undefined;
    } catch {
      // The one thing that can fail here is the way to the server.
      this.#plan.news = words.plan.notLoaded;
    }
    if (this.#plan.isConnected) module?.open(this.#plan, asked);
  }
}

/** What has the focus, through all shadow roots. */
export function focusedNow(): HTMLElement | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement ? active : null;
}
