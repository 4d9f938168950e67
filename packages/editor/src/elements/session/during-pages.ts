import {STATEMENT_MODES, ageBand, type House, type RootName} from '@goldthread/schema';
import {html, nothing, type TemplateResult} from 'lit';
import {dayIn} from '../../words/clock-time.ts';
import {choiceWords} from '../../words/en/facts.ts';
import {session as say} from '../../words/en/session.ts';
import {sessionChild} from '../../words/en/session-child.ts';
import {HOUSE_BOX, LOOKS_LIKE} from '../houses/looks-like.ts';
import {inTheirOrder} from '../houses/in-their-order.ts';
import {picture} from '../houses/picture.ts';
import {pick, tick} from '../screen/rows.ts';
import {HOUSE_ROOTS, houseName, saidItem} from '../houses/said-item.ts';
import {box, wordsFor} from './guide-parts.ts';
import type {GuideHost} from './guide-host.ts';
import {isLeading} from './steps.ts';

const houseOf = (root: RootName): House => root.slice('house:'.length) as House;

/** Step 4: what the child chooses. */
export function chooseBody(guide: GuideHost): TemplateResult {
  const {session, facts} = guide;
  const words = say.choose;
  const roots = inTheirOrder(HOUSE_ROOTS, guide.seen.first);
  return html`<p class="hint">${words.hint(facts.childName)}</p>
    <fieldset class="doors">
      <legend>${words.first}</legend>
      ${roots.map(
        root =>
          html`<div>
            ${picture(LOOKS_LIKE[houseOf(root)].drawing, HOUSE_BOX, 'house')}
            ${pick('first', {label: houseName(guide.seen, root), isOn: session.firstHouse === root}, () =>
              guide.set({firstHouse: root}),
            )}
          </div>`,
      )}
    </fieldset>
    <fieldset>
      <legend>${words.leftOut(facts.childName)}</legend>
      ${roots.map(root =>
        tick({label: houseName(guide.seen, root), isOn: session.leftOut.includes(root)}, isOn =>
          guide.set({
            leftOut: isOn ? [...session.leftOut, root] : session.leftOut.filter(one => one !== root),
          }),
        ),
      )}
    </fieldset>
    ${box(guide, 'chosen', {label: words.chosen, written: session.chosen})}
    <p class="note">${words.own(facts.childName)}</p>`;
}

/** Step 5: the three houses, and what is written so far. */
export function writeBody(guide: GuideHost): TemplateResult {
  const {session} = guide;
  // What the child chose today comes before what the child chose once.
  const first = session.firstHouse === '' ? guide.seen.first : session.firstHouse;
  return html`<p class="hint">${say.write.pick}</p>
    <div class="doors">
      ${inTheirOrder(HOUSE_ROOTS, first).map(
        root =>
          html`<button class="door" type="button" @click=${() => guide.go({kind: 'say', root})}>
            ${picture(LOOKS_LIKE[houseOf(root)].drawing, HOUSE_BOX, 'house')}<span
              >${houseName(guide.seen, root)}</span
            >
          </button>`,
      )}
    </div>
    ${
      session.items.length === 0
        ? html`<p class="note">${say.write.none}</p>`
        : html`<h2>${say.write.so}</h2>
            ${itemList(guide)}`
    }`;
}

/** What was written in the session, as far as this person reads it. */
export function itemList(guide: GuideHost): TemplateResult {
  return html`<ul class="items">
    ${guide.session.items.map(({id}) => {
      const words = wordsFor(guide, id);
      return words === undefined ? nothing : html`<li>${saidItem(words)}</li>`;
    })}
  </ul>`;
}

/** The prompts of a house for a child of this age. */
export function promptsFor(guide: GuideHost, root: RootName): readonly string[] {
  const band = ageBand(guide.seen.born, dayIn(new Date()));
  return [...sessionChild.prompts[band][houseOf(root)], sessionChild.prompts.more];
}

/** Modes in which somebody else put it into words. */
const BY_OTHERS: ReadonlySet<string> = new Set(['signed', 'aac', 'interpreted', 'proxy']);

/** Everything that was asked, as the boxes say. */
export function askedIn(guide: GuideHost): readonly string[] {
  const own = guide.text('ownAsked').trim();
  return [...guide.text('asked').split('\n').filter(Boolean), ...(own === '' ? [] : [own])];
}

/** Step 5, in one house: what is asked, the exact words, and how they were said. */
export function sayBody(guide: GuideHost, root: RootName): TemplateResult {
  const words = say.write;
  const {childName} = guide.facts;
  const mode = guide.text('mode', 'verbatim');
  const isSeen = mode === 'observed';
  const asked = guide.text('asked').split('\n').filter(Boolean);
  const own = guide.text('ownAsked');
  return html`<fieldset>
      <legend>${words.ask}</legend>
      ${promptsFor(guide, root).map(prompt =>
        tick({label: prompt, isOn: asked.includes(prompt)}, isOn =>
          guide.type('asked', (isOn ? [...asked, prompt] : asked.filter(one => one !== prompt)).join('\n')),
        ),
      )}
    </fieldset>
    ${box(guide, 'ownAsked', {label: words.ownAsk, rows: 1})}
    <p class="warn" role="status">${isLeading(own) ? words.leading : ''}</p>
    ${box(guide, 'words', {
      label: isSeen ? words.seen : words.words(childName),
      hint: isSeen ? words.seenHint : words.wordsHint,
      rows: 4,
    })}
    <p class="note">${isSeen ? words.seenYours : words.yours(childName)}</p>
    <fieldset>
      <legend>${words.how}</legend>
      ${STATEMENT_MODES.map(one =>
        pick('mode', {label: choiceWords[one] ?? one, isOn: mode === one}, () => guide.type('mode', one)),
      )}
    </fieldset>
    ${BY_OTHERS.has(mode) ? box(guide, 'interpretedBy', {label: words.interpretedBy, rows: 1}) : nothing}
    ${isSeen ? nothing : box(guide, 'observed', {label: words.observed, rows: 1})}`;
}

/** What is missing before words are kept; empty where nothing is. */
export function sayProblem(guide: GuideHost): string {
  if (guide.text('words').trim() === '') return say.write.keepFirst;
  const mode = guide.text('mode', 'verbatim');
  const isByOthers = mode === 'interpreted' || mode === 'proxy';
  return isByOthers && guide.text('interpretedBy').trim() === '' ? say.write.sayWho : '';
}

/** Nothing but calm, and two ways on. */
export function calmBody(): TemplateResult {
  return html`<div class="calm">
    <p>${say.stop.calm}</p>
    <p class="note">${say.stop.signs}</p>
  </div>`;
}
