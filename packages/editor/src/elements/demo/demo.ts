import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {ask, listIn, textIn} from '../../controllers/ask.ts';
import {base, tokens} from '../../styles/shared-sheets.ts';
import {pageWords} from '../../words/page-words.ts';
import {demoStyles} from './demo.styles.ts';

interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly relationship: string;
}

interface DemoPlan {
  readonly childName: string;
  readonly people: readonly DemoPerson[];
}

/**
 * The start page of the demo: everybody on the example plans, each opens in a tab of their own.
 *
 * @summary Pick two people and put their windows side by side.
 */
export class DemoPage extends LitElement {
  static override properties = {_plans: {state: true}, _said: {state: true}};
  static override styles = [tokens, base, demoStyles];
  declare _plans: readonly DemoPlan[] | null;
  declare _said: string;

  constructor() {
    super();
    this._plans = null;
    this._said = pageWords.demo.looking;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  protected override render(): TemplateResult {
    const say = pageWords.demo;
    return html`<main class="page">
      <h1>${say.title}</h1>
      <p class="lead">${say.how}</p>
      <p class="note">${say.intro} ${say.opens}</p>
      <p role="status" class="said">${this._said}</p>
      ${(this._plans ?? []).map(plan => this.#plan(plan))}
    </main>`;
  }

  #plan(plan: DemoPlan): TemplateResult {
    const family = plan.people.filter(person => isFamily(person, plan.childName));
    const others = plan.people.filter(person => !family.includes(person));
    return html`<section aria-label=${pageWords.demo.plan(plan.childName)}>
      <h2>${pageWords.demo.plan(plan.childName)}</h2>
      ${this.#group(pageWords.demo.family, family)} ${this.#group(pageWords.demo.professionals, others)}
    </section>`;
  }

  #group(title: string, people: readonly DemoPerson[]): TemplateResult | typeof nothing {
    if (people.length === 0) return nothing;
    return html`<h3>${title}</h3>
      <ul>
        ${people.map(
          person =>
            html`<li>
              <button type="button" @click=${() => this.#open(person)}>
                <span class="name">${person.name}</span><small>${person.relationship}</small>
              </button>
            </li>`,
        )}
      </ul>`;
  }

  async #load(): Promise<void> {
    const found = await ask('GET', '/demo/people');
    this._plans = found.ok ? listIn(found.value, 'plans').map(readPlan) : [];
    this._said = found.ok ? '' : pageWords.demo.none;
  }

  async #open(person: DemoPerson): Promise<void> {
    // The tab is opened within the press, or the browser would stop it; its address follows.
    const tab = open('about:blank', '_blank');
    if (tab === null) {
      this._said = pageWords.demo.blocked;
      return;
    }
    const made = await ask('POST', '/demo/open', {participantId: person.id});
    const url = made.ok ? textIn(made.value, 'url') : '';
    if (url === '') {
      tab.close();
      this._said = pageWords.demo.failed;
      return;
    }
    this._said = '';
    tab.location.replace(url);
  }
}

function readPlan(answer: unknown): DemoPlan {
  return {
    childName: textIn(answer, 'childName'),
    people: listIn(answer, 'people').map(person => ({
      id: textIn(person, 'id'),
      name: textIn(person, 'name'),
      relationship: textIn(person, 'relationship'),
    })),
  };
}

/** The child, and whoever is told of as the child's: "Jory's mum". */
function isFamily(person: DemoPerson, childName: string): boolean {
  const words = person.relationship.toLowerCase();
  return (
    person.name.startsWith(childName) ||
    /\b(mum|dad|mother|father|gran|grandmother|grandad|sister|brother|aunt|uncle|foster carer)\b|^this is (his|her|their) plan/.test(
      words,
    )
  );
}
