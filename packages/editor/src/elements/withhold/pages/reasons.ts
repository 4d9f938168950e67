import {html, nothing, type TemplateResult} from 'lit';
import {legalGround} from '../../../words/en/legal-ground.ts';
import {withhold} from '../../../words/en/withhold.ts';
import {withholdPerson} from '../../../words/en/withhold-person.ts';
import {pick, tick, writing} from '../../screen/rows.ts';
import {REASONS_OF, type ReasonGroup} from '../answers.ts';
import {askedAs, isAboutPerson, reasonOf} from '../case.ts';
import type {Page} from './page.ts';

const GROUPS = ['danger', 'person', 'child', 'other'] as const;

/** Why: four answers in plain words, and below the one that was chosen which reason it is. */
export function whyPage(page: Page): TemplateResult {
  const {about, answers} = page;
  const groups = askedAs(about) === 'parent' ? (['person'] as const) : GROUPS;
  return html`<fieldset>
    <legend class="vh">${withhold.why.title}</legend>
    ${groups.map(
      group =>
        html`${pick('group', {label: groupText(page, group), isOn: answers.group === group}, () => page.set(chosen(group)))}
        ${answers.group === group ? fine(page, group) : nothing}`,
    )}
  </fieldset>`;
}

function groupText({about}: Page, group: ReasonGroup): string {
  const {groups} = withhold.why;
  return group === 'child' ? groups.child(about.facts.childName) : groups[group];
}

/** A group of one is answered with it. What was usual for the old reason is usual no more. */
function chosen(group: ReasonGroup) {
  const [only, ...more] = REASONS_OF[group];
  return {
    group,
    reason: more.length === 0 && only !== undefined ? only : null,
    known: null,
    when: 'longest',
  } as const;
}

function fine(page: Page, group: ReasonGroup): TemplateResult | typeof nothing {
  const {about, answers} = page;
  const say = withhold.why;
  const {imminentHint} = isAboutPerson(about) ? withholdPerson.why : say;
  const reasons = REASONS_OF[group];
  if (reasons.length === 1) return nothing;
  return html`<fieldset class="inset">
    <legend class="note">${say.which}</legend>
    ${reasons.map(reason =>
      pick('reason', {label: say.reasons[reason], isOn: answers.reason === reason}, () =>
        page.set({reason, known: null, when: 'longest'}),
      ),
    )}
    ${
      group === 'danger'
        ? tick({label: say.imminent, hint: imminentHint, isOn: answers.imminent}, imminent =>
            page.set({imminent}),
          )
        : nothing
    }
  </fieldset>`;
}

/** What is known. */
export function factsPage(page: Page): TemplateResult {
  const say = withhold.facts;
  return html`<p class="hint">${say.hint}</p>
    ${writing({label: say.label, value: page.answers.facts, problem: page.hasProblem}, facts => page.set({facts}))}`;
}

/** What lets them do it: the usual ground of the reason, or other words. */
export function groundPage(page: Page): TemplateResult {
  const {about, answers} = page;
  const say = legalGround;
  const isOther = answers.ground === 'other';
  const usual = say.suggested[reasonOf(about, answers)];
  return html`<p class="hint">${say.hint}</p>
    <fieldset>
      <legend class="vh">${say.title}</legend>
      ${pick('ground', {label: usual, isOn: !isOther}, () => page.set({ground: 'suggested'}))}
      ${pick('ground', {label: say.other, isOn: isOther}, () => page.set({ground: 'other'}))}
    </fieldset>
    ${
      isOther
        ? writing(
            {label: say.label, value: answers.groundWords, isShort: true, problem: page.hasProblem},
            groundWords => page.set({groundWords}),
          )
        : nothing
    }`;
}

/** What else was tried. */
export function triedPage(page: Page): TemplateResult {
  const say = withhold.tried;
  const hint = isAboutPerson(page.about) ? withholdPerson.triedHint : say.hint;
  return html`<p class="hint">${hint}</p>
    ${writing({label: say.label, value: page.answers.tried, problem: page.hasProblem}, tried => page.set({tried}))}`;
}

/** What the child was told. */
export function toldPage(page: Page): TemplateResult {
  const {about, answers} = page;
  const say = withhold.told;
  return html`<fieldset>
      <legend class="vh">${say.title(about.facts.childName)}</legend>
      ${(['why', 'that', 'notYet'] as const).map(told =>
        pick('told', {label: say.options[told](about.facts.childName), isOn: answers.told === told}, () =>
          page.set({told}),
        ),
      )}
    </fieldset>
    ${writing({label: say.label, value: answers.toldWords, isShort: true}, toldWords => page.set({toldWords}))}`;
}
