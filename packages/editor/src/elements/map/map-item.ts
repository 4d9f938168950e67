import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {MapAct, type MapAsked} from '../../events/map-act.ts';
import {base} from '../../styles/shared-sheets.ts';
import {plainDay} from '../../words/clock-time.ts';
import {map as say} from '../../words/en/map.ts';
import {formStyles} from '../screen/form.styles.ts';
import {dangerHelper} from './danger-helper.ts';
import {NO_PARTS, type DangerParts} from './danger-sentence.ts';
import {mapItemStyles} from './map-item.styles.ts';
import type {MapCheck, MapEntry} from './pairs.ts';

/** Somebody's words against an item that stand elsewhere in the column. */
export interface ElsewhereSaid {
  readonly who: string;
  readonly words: string;
}

/** What an item of the map says of itself besides its words and facts. */
export interface MapItemFacts {
  readonly entry: MapEntry;
  readonly checks: readonly MapCheck[];
  /** What to ask whoever writes its words. */
  readonly wording: readonly string[];
  /** What people said against it that doesn't stand right below it. */
  readonly disputes: readonly ElsewhereSaid[];
  /** What it is tied to, one line each. */
  readonly ties: readonly string[];
  /** What a goal and a danger statement are called in this plan. */
  readonly goal: string;
  readonly danger: string;
  readonly child: string;
  readonly may: {
    readonly write: boolean;
    readonly goal: boolean;
    readonly scale: boolean;
    readonly dispute: boolean;
  };
}

/**
 * What an item of the map still lacks, said calmly, with the act that puts it there; and where it is said that somebody
 * doesn't agree.
 *
 * @summary What is missing at an item of the safety map.
 * @event map-act - The person asks for what is missing, or to say that they do not agree.
 */
export class MapItem extends LitElement {
  static override properties = {facts: {attribute: false}, _parts: {state: true}};
  static override styles = [base, formStyles, mapItemStyles];
  declare facts: MapItemFacts;
  /** The answers of the helper; null while it is closed. */
  declare _parts: DangerParts | null;

  constructor() {
    super();
    this._parts = null;
  }

  /** Puts the focus on what is missing here. */
  override focus(): void {
    this.#focus('.check');
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('_parts')) return;
    const before: unknown = changed.get('_parts');
    if (before === null && this._parts !== null) this.#focus('textarea');
    if (before !== undefined && before !== null && this._parts === null) this.#focus('.help');
  }

  protected override render(): TemplateResult {
    const {checks, wording, disputes, ties, may, entry} = this.facts;
    return html`${ties.map(tie => html`<p class="line">${tie}</p>`)}
      ${checks.map(check => this.#check(check))} ${wording.map(asked => line(asked))}
      ${disputes.map(({who, words}) => html`<p class="line"><b>${say.doesNotAgree(who)}</b> ${words}</p>`)}
      ${this._parts === null ? nothing : this.#helper(this._parts)}
      <p class="acts">
        ${
          entry.type === 'danger' && may.write && this._parts === null
            ? html`<button
                class="quiet help"
                type="button"
                aria-label=${say.named(say.help, entry.words)}
                @click=${() => (this._parts = NO_PARTS)}
              >
                ${say.help}
              </button>`
            : nothing
        }
        ${may.dispute ? this.#button({kind: 'dispute'}, say.disagree) : nothing}
      </p>`;
  }

  #check(check: MapCheck): TemplateResult {
    const {goal, danger, may, entry} = this.facts;
    const {checkOn} = entry.facts;
    switch (check) {
      case 'noGoal':
        return line(say.noGoal(goal), may.goal ? this.#button({kind: 'goal'}, say.writeGoal(goal)) : nothing);
      case 'noScale':
        return line(say.noScale, may.scale ? this.#button({kind: 'scale'}, say.startScale) : nothing);
      case 'noDanger':
        return line(say.noDanger(danger));
      case 'checkOverdue':
        return line(
          say.checkOverdue(typeof checkOn === 'string' ? plainDay(checkOn) : ''),
          may.write ? this.#button({kind: 'checked'}, say.checkedToday) : nothing,
        );
      case 'tooMany':
      case 'noOwner':
      case 'noDay':
      case 'noCheckDay':
      case 'noNextDay':
      case 'noEvidence':
      case 'noAuthority':
      case 'notTold':
      case 'gone':
        return line(say[check]);
    }
  }

  /** Every item may have such a button, so that its name says of which it is. */
  #button(asked: MapAsked, text: string): TemplateResult {
    const {words} = this.facts.entry;
    return html`<button
      class="quiet"
      type="button"
      aria-label=${say.named(text, words)}
      @click=${() => this.dispatchEvent(new MapAct(asked))}
    >
      ${text}
    </button>`;
  }

  #helper(parts: DangerParts): TemplateResult {
    return dangerHelper({
      ...{id: 'helper', child: this.facts.child, parts},
      edit: edited => (this._parts = edited),
      close: () => (this._parts = null),
      use: sentence => {
        this._parts = null;
        this.dispatchEvent(new MapAct({kind: 'sentence', sentence, who: parts.who.trim()}));
      },
    });
  }

  #focus(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

function line(text: string, act: TemplateResult | typeof nothing = nothing): TemplateResult {
  return html`<p class="check" tabindex="-1">${text} ${act}</p>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'goldthread-map-item': MapItem;
  }
}
