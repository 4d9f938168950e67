import {ITEM_TYPES, type ItemTypeName} from '@goldthread/schema';
import type {AnchorState} from '@goldthread/schema/anchor';
import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {PlanNoteAdd} from '../../events/note-add.ts';
import {PlanScreenOpen} from '../../events/screen-open.ts';
import type {ItemEditor} from '../../prosemirror/islands/item-editor.ts';
import {base} from '../../styles/shared-sheets.ts';
import {island as say} from '../../words/en/island.ts';
import {people} from '../../words/en/people.ts';
import {islandStyles} from './island.styles.ts';
import {lock} from './lock.ts';

/** What is said of a withheld item besides its own words. */
export interface IslandFacts {
  readonly itemType: ItemTypeName;
  /** From whom it is withheld, by name. */
  readonly hiddenFrom: readonly string[];
  /** Who else can read it, by name; null while that isn't known. */
  readonly readers: readonly string[] | null;
  /** It is open to this person for a while, and not meant for them. */
  readonly isEmergency: boolean;
  /** The day by which somebody has to look at it again, in words; empty where there is none. */
  readonly checkBy: string;
  /** What is still to be done about the decision. */
  readonly open: 'pending' | 'overdue' | 'releaseAsked' | null;
  /** Whether it is withheld by a decision, and not merely open to few, and there is a list here in which that stands. */
  readonly canLookUp: boolean;
  /** Whether it still stands beside what it was put beside. */
  readonly state: AnchorState;
  readonly isOffline: boolean;
  readonly mayWrite: boolean;
  readonly mayAdd: boolean;
}

/** More names than these say less than their number. */
const MOST_NAMES = 6;

const UNKNOWN: IslandFacts = {
  itemType: 'note',
  hiddenFrom: [],
  readers: null,
  isEmergency: false,
  checkBy: '',
  open: null,
  canLookUp: false,
  state: 'exact',
  isOffline: false,
  mayWrite: false,
  mayAdd: false,
};

/** What an item is and who can't see it. */
function whatOf({itemType, hiddenFrom}: IslandFacts, called = ''): string {
  const label = called === '' ? ITEM_TYPES[itemType].label : called;
  const what = itemType === 'note' ? say.privateNote : say.privateItem(label);
  return hiddenFrom.length === 0 ? what : `${what} ${say.hiddenFrom(people.and(hiddenFrom))}`;
}

function untilOf({checkBy}: IslandFacts): string {
  return checkBy === '' ? '' : say.checkBy(checkBy);
}

function readersIn(names: readonly string[], isEmergency: boolean): string {
  const isMany = names.length > MOST_NAMES;
  if (isEmergency)
    return isMany ? say.manyInEmergency(String(names.length)) : say.emergency(people.and(names));
  if (names.length === 0) return say.onlyYou;
  if (isMany) return say.manyReaders(String(names.length));
  return say.readers(people.and([say.you, ...names]));
}

/** The line at the head of an island: what it is, who can't see it, until when. */
export function titleOf(facts: IslandFacts): string {
  return `${whatOf(facts)} ${untilOf(facts)}`.trim();
}

/**
 * A withheld item in its place in the plan. Its frame says in words who can't see it; its words and facts are in the
 * light DOM, and its editor is none of the section's around it.
 *
 * @summary A private item, framed, with who can't see it and until when.
 * @slot words - The editor of its words.
 * @slot facts - Its typed facts.
 * @event plan-screen-open - The person asks who decided this.
 * @event plan-note-add - The person asks for another private note here.
 */
export class PlanIsland extends LitElement {
  static override properties = {
    facts: {attribute: false},
    level: {attribute: false},
    called: {attribute: false},
  };
  static override styles = [base, islandStyles];
  declare facts: IslandFacts;
  /** How deep its heading lies under those of the page. */
  declare level: number;
  /** What such an item is called here; empty for what its type is called everywhere. */
  declare called: string;
  /** The editor of its words, while it has one. */
  editor: ItemEditor | null = null;
  /** Where the editor goes. */
  readonly words = document.createElement('div');
  /** Where the typed facts are drawn. */
  readonly place = document.createElement('div');

  constructor() {
    super();
    this.facts = UNKNOWN;
    this.level = 3;
    this.called = '';
    this.words.slot = 'words';
    this.place.slot = 'facts';
    this.place.className = 'goldthread-item-facts';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.words.parentNode !== this) this.append(this.words, this.place);
  }

  protected override render(): TemplateResult {
    const {facts} = this;
    const line = (text: string) => html`<p class="said">${text}</p>`;
    return html`<div class="frame" role="group" aria-labelledby="title">
      ${lock}
      <div class="title" id="title" role="heading" aria-level=${this.level}>
        ${whatOf(facts, this.called)} <span>${untilOf(facts)}</span>
      </div>
      ${facts.open === null ? nothing : line(say[facts.open])}
      ${facts.state === 'exact' ? nothing : line(say[facts.state])}
      <slot name="words"></slot>
      <slot name="facts"></slot>
      ${facts.isOffline ? line(say.offline) : facts.mayWrite ? nothing : html`<p>${say.readOnly}</p>`}
      <div class="foot">
        ${facts.readers === null ? nothing : html`<p>${readersIn(facts.readers, facts.isEmergency)}</p>`}
        ${
          facts.canLookUp
            ? html`<button
                class="quiet"
                type="button"
                @click=${() => this.dispatchEvent(new PlanScreenOpen('private'))}
              >
                ${say.decision}
              </button>`
            : nothing
        }
        ${
          facts.mayAdd
            ? html`<button class="quiet" type="button" @click=${() => this.dispatchEvent(new PlanNoteAdd())}>
                ${say.addNext}
              </button>`
            : nothing
        }
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'goldthread-island': PlanIsland;
  }
}
