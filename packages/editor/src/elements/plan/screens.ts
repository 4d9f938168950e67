import {nothing, type ReactiveController, type TemplateResult} from 'lit';
import type {PlanScreenOpen, ScreenName} from '../../events/screen-open.ts';
import {words} from '../../words/words.ts';
import type {PlanHost} from './plan-host.ts';

/** One screen's module: it gives the tags that it needs and shows itself over the plan. */
export interface ScreenModule {
  open(plan: PlanHost, asked: PlanScreenOpen): void;
}

/** How each screen is loaded. A screen that isn't named here is offered nowhere. */
export type ScreenLoaders = Readonly<Partial<Record<ScreenName, () => Promise<ScreenModule>>>>;

let loaders: ScreenLoaders = {};

/** Says which screens there are. Called once, where the tags are given. */
export function offerScreens(offered: ScreenLoaders): void {
  loaders = offered;
}

/** Whether there is such a screen. */
export function isOffered(name: ScreenName): boolean {
  return loaders[name] !== undefined;
}

/** What stands over the plan. It owns which screen is open and the line that an act leaves behind; it draws neither. */
export class Screens implements ReactiveController {
  readonly #plan: PlanHost;
  /** Draws the open screen; asked on each drawing of the plan. */
  shown: (() => TemplateResult) | null = null;
  /** Draws a line among the notices, such as "Hidden. Undo". */
  line: (() => TemplateResult) | null = null;

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
  }

  show(screen: (() => TemplateResult) | null): void {
    this.shown = screen;
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
  readonly #onClose = (): void => this.show(null);

  async #open(asked: PlanScreenOpen): Promise<void> {
    let module: ScreenModule | undefined;
    try {
      module = await loaders[asked.screen]?.();
    } catch {
      // The one thing that can fail here is the way to the server.
      this.#plan.news = words.plan.notLoaded;
    }
    if (this.#plan.isConnected) module?.open(this.#plan, asked);
  }
}
