import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {PlanPersonFollow} from '../../events/person-follow.ts';
import {PlanScreenOpen} from '../../events/screen-open.ts';
import {base} from '../../styles/shared-sheets.ts';
import {words} from '../../words/words.ts';
import {differs} from '../differs.ts';
import {peopleStyles} from './people.styles.ts';

/** One person as the list shows them. */
export interface PersonHere {
  readonly id: string;
  readonly name: string;
  /** Role or relationship in words, such as "Jory's mum". */
  readonly what: string;
  readonly isMe: boolean;
  readonly isHere: boolean;
  /** Where they are, in words. */
  readonly where: string;
  readonly hand: 1 | 2 | 3;
  readonly canFollow: boolean;
}

/**
 * @summary Who has the plan open, in which part, and who else is on the plan.
 * @event plan-person-follow - The person asks to follow somebody, or to stop.
 * @event plan-screen-open - The person wants to keep somebody private.
 */
export class PlanPeople extends LitElement {
  static override properties = {
    people: {attribute: false, hasChanged: differs},
    following: {attribute: false},
    mayHide: {attribute: false},
  };
  static override styles = [base, peopleStyles];
  declare people: readonly PersonHere[];
  /** Id of the person who is followed now. */
  declare following: string | null;
  /** Whether this person may keep somebody private from others. */
  declare mayHide: boolean;

  constructor() {
    super();
    this.people = [];
    this.following = null;
    this.mayHide = false;
  }

  protected override render(): TemplateResult {
    const here = this.people.filter(person => person.isHere);
    const others = this.people.filter(person => !person.isHere);
    return html`<h2>${words.people.hereNow}</h2>
      <ul class="here">
        ${here.map(person => this.#line(person))}
      </ul>
      ${here.length < 2 ? html`<p class="note">${words.people.alone}</p>` : nothing}
      ${others.length === 0 ? nothing : this.#others(others)}
      ${
        this.mayHide
          ? html`<button
              class="quiet"
              type="button"
              @click=${() => this.dispatchEvent(new PlanScreenOpen('hidePerson'))}
            >
              ${words.plan.more.screens.hidePerson}
            </button>`
          : nothing
      }`;
  }

  #line(person: PersonHere): TemplateResult {
    const say = words.people;
    const name = person.isMe ? say.you(person.name) : say.named(person.name, person.what);
    return html`<li class=${person.isMe ? 'me' : `hand-${person.hand}`}>
      <i></i>
      <span>${name}<small>${person.where}</small></span>
      ${person.canFollow ? this.#follow(person) : nothing}
    </li>`;
  }

  #follow(person: PersonHere): TemplateResult {
    const on = this.following === person.id;
    const say = words.people;
    return html`<button
      class="quiet"
      type="button"
      aria-label=${on ? say.stopFollowing(person.name) : say.followName(person.name)}
      @click=${() => this.dispatchEvent(new PlanPersonFollow(on ? null : person.id))}
    >
      ${on ? say.stop : say.follow}
    </button>`;
  }

  #others(others: readonly PersonHere[]): TemplateResult {
    return html`<details>
      <summary>${words.people.onThePlan}</summary>
      <ul>
        ${others.map(person => html`<li>${person.name}<small>${person.what}</small></li>`)}
      </ul>
    </details>`;
  }
}
