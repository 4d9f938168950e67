import type {CompartmentId} from '@goldthread/schema';
import {html} from 'lit';
import type {DocumentWithWords} from '../../context/find-words.ts';
import type {Witness} from '../../records/purge.ts';
import {clockTime, dayIn, plainDay} from '../../words/clock-time.ts';
import {purge as say} from '../../words/en/purge.ts';
import {words} from '../../words/words.ts';
import type {ScreenPage} from '../screen/page.ts';
import {problemBox} from '../screen/problem-box.ts';
import {tick, writing} from '../screen/rows.ts';

/** Which words, with what has to come before everything else. */
export function askPage(
  text: string,
  problem: string,
  act: {write: (text: string) => void; find: () => void},
): ScreenPage {
  const body = html`${problemBox(problem)}
    <p class="hint">${say.intro}</p>
    <h2>${say.firstTitle}</h2>
    <p>${say.first}</p>
    ${writing({label: say.which, value: text, isShort: true, problem: problem !== ''}, act.write)}
    <p class="note after">${say.hint}</p>`;
  const acts = html`<button class="btn" type="button" @click=${act.find}>${say.find}</button>`;
  return {heading: say.title, body, acts, back: null};
}

/** Where they stand, and what to take them out of. */
export function findPage(
  {
    documents,
    ticked,
    hiddenFrom,
  }: {
    readonly documents: readonly DocumentWithWords[];
    readonly ticked: ReadonlySet<CompartmentId>;
    readonly hiddenFrom: ReadonlyMap<CompartmentId, readonly string[]>;
  },
  problem: string,
  act: {tick: (id: CompartmentId, isOn: boolean) => void; takeOut: () => void; back: () => void},
): ScreenPage {
  const places = documents.reduce((sum, one) => sum + one.places, 0);
  const body = html`${problemBox(problem)}
    <p class="hint">${places === 0 ? say.nowhere : say.standsIn(places)}</p>
    <fieldset aria-labelledby="title">
      ${documents.map(one =>
        tick(
          {label: nameOf(one, hiddenFrom.get(one.id) ?? []), hint: placesIn(one), isOn: ticked.has(one.id)},
          isOn => act.tick(one.id, isOn),
        ),
      )}
    </fieldset>
    <p>${say.forEver}</p>`;
  const acts = html`<button class="btn" type="button" @click=${act.takeOut}>${say.takeOut}</button>`;
  return {heading: say.found, body, acts, back: act.back};
}

/** While the server does it. */
export function workingPage(): ScreenPage {
  const body = html`<p role="status">${say.working}</p>`;
  return {heading: say.title, body, acts: null, back: null};
}

/** Who could have seen them, and what people have to do now. */
export function donePage(places: number, witnesses: readonly Witness[], again: () => void): ScreenPage {
  const body = html`<p>${say.takenFrom(places)}</p>
    <h2>${say.couldSee}</h2>
    ${
      witnesses.length === 0
        ? html`<p>${say.nobody}</p>`
        : html`<ul>
            ${witnesses.map(
              ({name, firstAt}) =>
                html`<li>${say.since(name, `${plainDay(dayIn(firstAt))}, ${clockTime(firstAt)}`)}</li>`,
            )}
          </ul>`
    }
    <h2>${say.nextTitle}</h2>
    <ol>
      ${say.next.map(step => html`<li>${step}</li>`)}
    </ol>`;
  const acts = html`<button class="btn second" type="button" @click=${again}>${say.again}</button>`;
  return {heading: say.done, body, acts, back: null};
}

function nameOf({kind}: DocumentWithWords, hiddenFrom: readonly string[]): string {
  const {documents} = say;
  if (kind !== 'withheld') return kind === 'voice' ? documents.voice : documents.shared;
  return hiddenFrom.length === 0 ? documents.withheld : documents.hiddenFrom(words.people.and(hiddenFrom));
}

function placesIn({places, parts}: DocumentWithWords): string {
  if (places === 0) return say.notNow;
  return parts.length === 0 ? say.standsIn(places) : say.places(words.people.and(parts));
}
