import {PLAN_TYPES, withName, type SafetyLevel} from '@goldthread/schema';
import {html, nothing, type TemplateResult} from 'lit';
import {nameOf} from '../../context/item-index.ts';
import type {Disagreement} from '../../records/disagreements.ts';
import type {PlanFacts} from '../../sync/plan-facts.ts';
import {clockTime, dayIn, plainDay} from '../../words/clock-time.ts';
import {plan as planWords} from '../../words/en/plan.ts';
import {print as say} from '../../words/en/print.ts';
import {headOf, matterWords, tryLines} from '../disagree/matter-lines.ts';
import {titleOf} from '../plan/view-model.ts';
import {paperItem} from './paper-item.ts';
import {paperScale} from './paper-scale.ts';
import type {NoAnswer, Paper, PaperPart} from './read-paper.ts';

/** The whole copy: what it is and for whom, each part in its order, where sides do not agree, and the words that end every copy. */
export function paper(from: Paper, facts: PlanFacts, at: Date): TemplateResult {
  const {childName, safety} = facts;
  const of = (group: PaperPart['section']['group']) =>
    from.parts.filter(({section}) => section.group === group);
  const part = (one: PaperPart) => paperPart(one, from, childName, safety);
  const map = of('safety');
  const houses = of('house');
  return html`<header>
      <h1 tabindex="-1">${planWords.title(childName)}</h1>
      <p class="what">${PLAN_TYPES[facts.planType]?.name ?? ''}</p>
      <p class="stage">${planWords.stages[facts.stage]}</p>
      <p>${madeFor(facts, at)} ${say.asSeen}</p>
      <p>${say.keepSafe(childName)}</p>
    </header>
    ${of('statutory').map(part)}
    ${
      map.length === 0
        ? nothing
        : html`<section>
            <h2>${planWords.safetyMap}</h2>
            ${map.map(part)} ${from.scales.map(paperScale)}
          </section>`
    }
    ${
      houses.length === 0
        ? nothing
        : html`<section>
            <h2>${planWords.houses}</h2>
            ${houses.map(part)}
          </section>`
    }
    ${notAgreed(from, facts)}
    <p class="end">${say.end}</p>`;
}

/** For whom a copy was made, and when. */
export function madeFor({me}: PlanFacts, at: Date): string {
  return say.madeFor(me.name, plainDay(dayIn(at)), clockTime(at));
}

/** A lettered section has its name in law; a column of the map and a house stand below the name of the whole. */
function paperPart(
  {section, items}: PaperPart,
  {index}: Paper,
  childName: string,
  level: SafetyLevel | null,
): TemplateResult {
  const {letter} = section;
  return html`<section>
    ${
      letter === undefined
        ? html`<h3>${titleOf(section, childName)}</h3>`
        : html`<h2>${planWords.editorName(letter, section.title)}</h2>`
    }
    <p class="purpose">${withName(section.purpose, childName)}</p>
    ${
      items.length === 0
        ? html`<p class="note">${planWords.empty}</p>`
        : items.map(one => paperItem(one, {section, index, level}))
    }
  </section>`;
}

/** What a side wants printed, and sides that said nothing; nothing at all where there is neither. */
function notAgreed(from: Paper, facts: PlanFacts): TemplateResult | typeof nothing {
  const {matters, noAnswers} = from;
  if (matters.length === 0 && noAnswers.length === 0) return nothing;
  return html`<section>
    <h2>${say.notAgreed}</h2>
    <p class="purpose">${say.notAgreedHint}</p>
    ${matters.map(
      one =>
        html`<section class="matter">
          <h3>${headOf(one, matterName(one, from, facts))}</h3>
          ${matterWords({...one, entries: one.entries.filter(saysSomething)})}
        </section>`,
    )}
    ${noAnswers.map(noAnswer)}
  </section>`;
}

/** That it is to be printed shows by its being here. */
function saysSomething({act, words, files}: Disagreement['entries'][number]): boolean {
  return words !== '' || files.length > 0 || (act !== 'printed' && act !== 'notPrinted');
}

/** A part has its name here whether or not this reader's plan shows it. */
function matterName({item, root}: Disagreement, {index}: Paper, {childName, planType}: PlanFacts): string {
  const found = index.byId.get(item ?? '');
  if (found !== undefined) return nameOf(found);
  const section = PLAN_TYPES[planType]?.sections.find(one => one.root === root);
  return section === undefined ? '' : planWords.editorName(section.letter ?? '', titleOf(section, childName));
}

function noAnswer({name, tries}: NoAnswer): TemplateResult {
  return html`<section class="matter">
    <h3>${say.noAnswer(name)}</h3>
    <p class="note">${say.noAnswerHint}</p>
    ${tryLines(tries)}
  </section>`;
}
