import {addDays, withName, type ParticipantId, type WithholdingClass} from '@goldthread/schema';
import {html, nothing, type TemplateResult} from 'lit';
import {plainDay} from '../../../words/clock-time.ts';
import {whyAsked} from '../../../words/en/disclosure.ts';
import {withhold} from '../../../words/en/withhold.ts';
import {withholdPerson} from '../../../words/en/withhold-person.ts';
import {pick, tick, valueOf, writing} from '../../screen/rows.ts';
import {hiddenFrom, isAboutPerson, latestDay, maySeal, nameIn, usualClass} from '../case.ts';
import type {Page} from './page.ts';

/** Whether they may know that there is something. */
export function knownPage(page: Page): TemplateResult {
  const {about, answers} = page;
  const say = withhold.known;
  const usual = usualClass(about, answers.reason);
  const now = answers.known ?? usual;
  const hint = (strictness: WithholdingClass, text: string) =>
    strictness === usual ? `${text} ${say.usual}` : text;
  const choose = (known: WithholdingClass | 'each') => () => page.set({known});
  const lead = about.facts.people.find(person => person.lead)?.name ?? '';
  return html`<fieldset>
      <legend class="vh">${say.title}</legend>
      ${
        maySeal(about)
          ? pick(
              'known',
              {label: say.no, hint: hint('sealed', say.noHint), isOn: now === 'sealed'},
              choose('sealed'),
            )
          : nothing
      }
      ${pick('known', {label: say.yes, hint: hint('marked', say.yesHint(lead)), isOn: now === 'marked'}, choose('marked'))}
      ${
        answers.hidden.length > 1 && maySeal(about)
          ? pick('known', {label: say.each, hint: say.eachHint, isOn: now === 'each'}, choose('each'))
          : nothing
      }
    </fieldset>
    ${now === 'each' ? answers.hidden.map(id => knownBy(page, id)) : nothing}
    ${maySeal(about) ? nothing : html`<p class="note">${say.notFully}</p>`}`;
}

function knownBy(page: Page, id: ParticipantId): TemplateResult {
  const say = withhold.known;
  const now = hiddenFrom(page.about, page.answers).find(one => one.id === id)?.class;
  const choose = (strictness: WithholdingClass) => () =>
    page.set({knownBy: {...page.answers.knownBy, [id]: strictness}});
  return html`<fieldset class="inset">
    <legend>${nameIn(page.about.facts, id)}</legend>
    ${pick(`known-${id}`, {label: say.personNo, isOn: now === 'sealed'}, choose('sealed'))}
    ${pick(`known-${id}`, {label: say.personYes, isOn: now === 'marked'}, choose('marked'))}
  </fieldset>`;
}

/** What stays in the legal text, which has the same words for everyone. */
export function staysPage(page: Page): TemplateResult {
  const {answers} = page;
  const say = withhold.stays;
  const is = (stays: 'nothing' | 'words') => answers.stays === stays;
  return html`<p class="hint">${say.hint}</p>
    <fieldset>
      <legend class="vh">${stayTitle(page)}</legend>
      ${pick('stays', {label: say.words, hint: say.wordsHint, isOn: is('words')}, () => page.set({stays: 'words'}))}
      ${pick('stays', {label: say.nothing, hint: say.nothingHint, isOn: is('nothing')}, () => page.set({stays: 'nothing'}))}
    </fieldset>
    ${
      is('words')
        ? writing({label: say.label, value: answers.stayWords, problem: page.hasProblem}, stayWords =>
            page.set({stayWords}),
          )
        : nothing
    }
    ${is('words') ? findings(page, answers.stayWords) : nothing}`;
}

/** The question of what stays, with the part's own name in it. */
export function stayTitle({about}: Pick<Page, 'about'>): string {
  const {section, facts} = about;
  return withhold.stays.title(section?.letter ?? withName(section?.plainTitle ?? '', facts.childName));
}

/** Words that everyone may read, and what they could tell. */
export function openPage(page: Page): TemplateResult {
  const {answers} = page;
  const say = withhold.open;
  const own = withholdPerson.open;
  const {about} = page;
  const isPerson = isAboutPerson(about);
  const hint = isPerson
    ? `${own.hint(nameIn(about.facts, answers.person))} ${own.example}`
    : `${say.hint} ${say.example}`;
  const label = isPerson ? own.label : say.label;
  return html`<p class="hint">${hint}</p>
    ${writing({label, value: answers.open, problem: page.hasProblem}, open => page.set({open}))}
    <p class="note">${say.optional}</p>
    ${findings(page, answers.open)}`;
}

/** What words that everyone is to read could tell, to be cleared one by one. */
function findings(page: Page, text: string): TemplateResult | typeof nothing {
  const {cleared} = page.answers;
  const say = withhold.open;
  const here = page.findings.filter(({words}) => text.includes(words));
  if (here.length === 0) return nothing;
  return html`<h2>${say.found}</h2>
    ${here.map(
      finding =>
        html`<p class="finding"><b>“${finding.words}”</b> ${whyAsked(finding)}</p>
          ${tick({label: say.cleared, isOn: cleared.includes(finding.key)}, on =>
            page.set({cleared: on ? [...cleared, finding.key] : cleared.filter(key => key !== finding.key)}),
          )}`,
    )}`;
}

/** When it is looked at again: the longest that is allowed, in a week, or any day before. */
export function whenPage(page: Page): TemplateResult {
  const {about, answers} = page;
  const say = withhold.when;
  const latest = latestDay(about, answers);
  const week = addDays(about.today, 7);
  const choose = (when: 'longest' | 'week' | 'own') => () => page.set({when});
  const is = (when: 'longest' | 'week' | 'own') => answers.when === when;
  return html`<p class="hint">${say.hint}</p>
    <fieldset>
      <legend class="vh">${say.title}</legend>
      ${pick('when', {label: say.longest(plainDay(latest)), hint: say.longestHint, isOn: is('longest')}, choose('longest'))}
      ${
        week < latest
          ? pick(
              'when',
              {label: say.week(plainDay(week)), hint: say.weekHint, isOn: is('week')},
              choose('week'),
            )
          : nothing
      }
      ${pick('when', {label: say.own, isOn: is('own')}, choose('own'))}
    </fieldset>
    ${
      is('own')
        ? html`<label class="label" for="day">${say.label}</label>
            <input
              id="day"
              type="date"
              min=${addDays(about.today, 1)}
              max=${latest}
              .value=${answers.day}
              aria-invalid=${page.hasProblem ? 'true' : nothing}
              aria-describedby=${page.hasProblem ? 'problem' : nothing}
              @change=${(event: Event) => page.set({day: valueOf(event)})}
            />`
        : nothing
    }`;
}
