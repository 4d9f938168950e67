import {EXPLAINED, PARENT_ANSWERS, type Explained} from '@goldthread/schema';
import {html, nothing, type TemplateResult} from 'lit';
import {session as say} from '../../words/en/session.ts';
import {sessionChild} from '../../words/en/session-child.ts';
import {people as peopleWords} from '../../words/en/people.ts';
import {eyeIcon, helpIcon, picsIcon, stopIcon, writeIcon} from '../houses/icons.ts';
import {picture, type Drawing} from '../houses/picture.ts';
import {pick, tick} from '../screen/rows.ts';
import {box} from './guide-parts.ts';
import {readAloud} from './guide-acts.ts';
import type {GuideHost} from './guide-host.ts';

/** Step 1: whether a parent knows, and where not, why and who decided. */
export function parentBody(guide: GuideHost): TemplateResult {
  const {session} = guide;
  const words = say.parent;
  return html`<p class="hint">${words.hint}</p>
    <fieldset aria-labelledby="title">
      ${PARENT_ANSWERS.map(answer =>
        pick(
          'parent',
          {
            label: words.answers[answer],
            ...(words.hints[answer] !== '' && {hint: words.hints[answer]}),
            isOn: session.parentAnswer === answer,
          },
          () => guide.set({parentAnswer: answer}),
        ),
      )}
    </fieldset>
    ${
      session.parentAnswer === ''
        ? nothing
        : box(guide, 'parentTold', {
            label: session.parentAnswer === 'told' ? words.how : words.why,
            written: session.parentTold,
          })
    }
    ${session.parentAnswer === 'unsafe' ? box(guide, 'manager', {label: words.manager, written: session.manager, rows: 1}) : nothing}`;
}

/** What is missing at step 1; empty where nothing is. */
export function parentProblem(guide: GuideHost): string {
  const {parentAnswer, parentTold, manager} = guide.session;
  const words = say.parent;
  if (parentAnswer === '') return words.choose;
  if (parentAnswer !== 'told' && guide.text('parentTold', parentTold).trim() === '') return words.sayWhy;
  return parentAnswer === 'unsafe' && guide.text('manager', manager).trim() === '' ? words.sayWho : '';
}

const PARENTS: ReadonlySet<string> = new Set(['parent', 'carer']);

/** Step 2: where it is, and who is there. */
export function whereBody(guide: GuideHost): TemplateResult {
  const {session, facts} = guide;
  const words = say.where;
  const isThere = (name: string) => session.present.includes(name);
  const toggle = (name: string) => (isOn: boolean) =>
    guide.set({present: isOn ? [...session.present, name] : session.present.filter(one => one !== name)});
  const parentIsThere = facts.people.some(({name, role}) => PARENTS.has(role) && isThere(name));
  const named = new Set(facts.people.map(({name}) => name));
  return html`<p class="hint">${words.hint(facts.childName)}</p>
    ${box(guide, 'place', {label: words.place, written: session.place, rows: 1})}
    <fieldset>
      <legend>${words.present}</legend>
      ${facts.people.map(({name, relationship, role}) =>
        tick(
          {
            label: name,
            hint: relationship === '' ? peopleWords.roles[role] : relationship,
            isOn: isThere(name),
          },
          toggle(name),
        ),
      )}
    </fieldset>
    <p class="warn" role="status">${parentIsThere ? words.parentHere(facts.childName) : ''}</p>
    ${box(guide, 'others', {
      label: words.others,
      written: session.present.filter(name => !named.has(name)).join('\n'),
    })}`;
}

/** Everybody who is there: those who are ticked, and the names in the box. */
export function presentIn(guide: GuideHost): readonly string[] {
  const {session, facts} = guide;
  const named = new Set(facts.people.map(({name}) => name));
  const written = session.present.filter(name => !named.has(name)).join('\n');
  const others = guide
    .text('others', written)
    .split('\n')
    .map(name => name.trim())
    .filter(name => name !== '');
  return [...new Set([...session.present.filter(name => named.has(name)), ...others])];
}

/** What is missing at step 2; empty where nothing is. */
export function whereProblem(guide: GuideHost): string {
  if (guide.text('place', guide.session.place).trim() === '') return say.where.sayPlace;
  return presentIn(guide).length === 0 ? say.where.sayWho : '';
}

const SYMBOL_OF: Readonly<Record<Explained, Drawing>> = {
  what: picsIcon,
  stop: stopIcon,
  kept: writeIcon,
  who: eyeIcon,
  limits: helpIcon,
};

/** Step 3: the script, each sentence with its symbol, and the words that were used about secrets. */
export function explainBody(guide: GuideHost): TemplateResult {
  const {session} = guide;
  const words = say.explain;
  const script = EXPLAINED.map(one => sessionChild.explained[one]).join(' ');
  return html`<p class="hint">${words.hint}</p>
    <p>
      <button class="btn second" type="button" @click=${() => readAloud(guide, script)}>
        ${words.listen}
      </button>
    </p>
    <ul class="script">
      ${EXPLAINED.map(
        one =>
          html`<li>
            ${picture(SYMBOL_OF[one])}
            ${tick({label: sessionChild.explained[one], isOn: session.explained.includes(one)}, isOn =>
              guide.set({
                explained: isOn
                  ? [...session.explained, one]
                  : session.explained.filter(other => other !== one),
              }),
            )}
          </li>`,
      )}
    </ul>
    ${box(guide, 'limitsTold', {label: words.words, written: toldBefore(guide)})}`;
}

/** The words about secrets that stand in the box, which the script gives to begin with. */
function toldBefore({session}: GuideHost): string {
  return session.limitsTold === '' ? sessionChild.explained.limits : session.limitsTold;
}

export function toldIn(guide: GuideHost): string {
  return guide.text('limitsTold', toldBefore(guide)).trim();
}

/** What is missing at step 3; empty where nothing is. */
export function explainProblem(guide: GuideHost): string {
  if (EXPLAINED.some(one => !guide.session.explained.includes(one))) return say.explain.tickAll;
  return toldIn(guide) === '' ? say.explain.sayWords : '';
}
