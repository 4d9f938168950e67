import type {SectionSpec} from '@goldthread/schema';
import {html, nothing, type TemplateResult} from 'lit';
import {PlanPanelOpen} from '../../events/panel-open.ts';
import {PlanScreenOpen} from '../../events/screen-open.ts';
import {words} from '../../words/words.ts';
import {onPaper} from '../screen/on-paper.ts';
import {mayHidePerson, moreScreens} from './more-screens.ts';
import type {PlanHost} from './plan-host.ts';
import {accessIn, firstName, isFamily, keptWords, outlineEntries, peopleHere, titleOf} from './view-model.ts';

/** The frame around the sections: header, notices, outline, people, dialogs. Drawn from the plan's state only. */
export function frame(plan: PlanHost): TemplateResult {
  if (plan.stopped !== null) return stopPage(plan);
  const source = plan.source;
  if (source === null || source.facts === null) return opening(plan);
  const narrow = plan.narrow.matches;
  return html`${onPaper()}${skips(narrow)}
    <div class="sticky">${header(plan)} ${notices(plan)}</div>
    <goldthread-unsent .kept=${keptWords(source, plan.sections)}></goldthread-unsent>
    ${narrow ? narrowFrame(plan) : wideFrame(plan)} ${plan.screens.template('shown')}
    <p class="vh" role="status" id="said"></p>`;
}

function opening(plan: PlanHost): TemplateResult {
  return html`<main class="opening"><p role="status">${words.plan.opening}</p></main>
    ${plan.screens.template('shown')}`;
}

function stopPage(plan: PlanHost): TemplateResult {
  const kept = plan.source === null ? [] : keptWords(plan.source, []);
  return html`<goldthread-stop-page .reason=${plan.stopped ?? 'noAccess'} .helpLine=${plan.helpLine}>
    ${kept.length === 0 ? nothing : html`<goldthread-unsent .kept=${kept.map(one => ({...one, canPutBack: false, asks: false}))}></goldthread-unsent>`}
  </goldthread-stop-page>`;
}

function skips(narrow: boolean): TemplateResult {
  const say = words.plan;
  const skip = (to: string, text: string) =>
    html`<button class="skip" type="button" data-skip=${to}>${text}</button>`;
  return html`<div class="skips">
    ${skip('plan', say.skipPlan)}
    ${narrow ? nothing : html`${skip('parts', say.skipParts)}${skip('people', say.skipPeople)}`}
  </div>`;
}

function header(plan: PlanHost): TemplateResult {
  const source = plan.source;
  const narrow = plan.narrow.matches;
  const inPart = plan.isFamilyPhone && plan.view !== 'home';
  return html`<goldthread-header
    data-region="header"
    .facts=${source?.facts ?? null}
    .save=${source?.save ?? {kind: 'connecting'}}
    .helpLine=${plan.helpLine}
    .helpName=${plan.helpName}
    .narrow=${narrow}
    .canGoBack=${inPart}
    .canMeet=${moreScreens(plan).includes('room')}
  ></goldthread-header>`;
}

function notices(plan: PlanHost): TemplateResult {
  const state = plan.source?.save;
  const kept = state?.kind === 'onlyOnThisDevice' ? state.keptAcrossReload : null;
  const offline = plan.isOffline ? (kept === false ? words.save.offlineShared : words.save.offline) : '';
  return html`<goldthread-notice .text=${offline}></goldthread-notice>
    <goldthread-notice .text=${plan.backOnline}>
      ${
        plan.backOnline === words.save.backChanged
          ? html`<button class="quiet" type="button" data-act="see-changes">${words.save.seeChanges}</button>`
          : nothing
      }
      <button class="quiet" type="button" data-act="close-back">${words.save.close}</button>
    </goldthread-notice>
    <goldthread-notice .text=${plan.news} urgent>
      <button class="quiet" type="button" data-act="close-news">${words.save.close}</button>
    </goldthread-notice>
    <goldthread-notice .text=${plan.settings.quiet ? words.people.quiet : ''}>
      ${plan.quiet.waiting === 0 ? nothing : showHeld(plan.quiet.waiting)}
    </goldthread-notice>
    <goldthread-needed .source=${plan.screens.isPlain ? null : plan.source}></goldthread-needed>
    ${followNotice(plan)} ${unsureNotice(plan)} ${plan.screens.template('line')}`;
}

/** Why a person may see less than they expect, and the way to the rest. Said to everybody whose link was not confirmed. */
function unsureNotice(plan: PlanHost): TemplateResult | typeof nothing {
  if (!moreScreens(plan).includes('confirm')) return nothing;
  const open = (event: Event) => event.currentTarget?.dispatchEvent(new PlanScreenOpen('confirm'));
  return html`<goldthread-notice .text=${words.access.unsure}>
    <button class="quiet" type="button" @click=${open}>${words.plan.more.screens.confirm}</button>
  </goldthread-notice>`;
}

/** A button, not part of the notice's sentence, so that nothing is read out each time that one more change waits. */
function showHeld(waiting: number): TemplateResult {
  return html`<button class="quiet" type="button" data-act="show-held">
    ${words.people.showHeld(waiting)}
  </button>`;
}

function followNotice(plan: PlanHost): TemplateResult {
  const person = plan.source?.facts?.people.find(one => one.id === plan.following);
  return html`<goldthread-notice
    .text=${person === undefined ? '' : words.people.following(firstName(person.name))}
  >
    <button class="quiet" type="button" data-act="stop-following">${words.people.stop}</button>
  </goldthread-notice>`;
}

function wideFrame(plan: PlanHost): TemplateResult {
  return html`<div class="columns">
    <div class="nav" data-region="parts">${outline(plan)} ${more(plan)}</div>
    <main data-region="plan">${runningHead(plan)}<slot></slot></main>
    <aside data-region="people" tabindex="-1" aria-label=${words.plan.peopleAndChanges}>
      ${peopleList(plan)} ${changeList(plan)}
      <p class="keys">${words.plan.keys}</p>
    </aside>
  </div>`;
}

/** Where the person is, and the tools for it: always in the same place, so that no line ever moves for it. */
function runningHead(plan: PlanHost): TemplateResult {
  const section = plan.sections.find(one => one.root === plan.current) ?? plan.sections[0];
  const {source} = plan;
  const child = source?.facts?.childName ?? '';
  const mayWrite = source !== null && section !== undefined && accessIn(source, section.root) !== 'read';
  return html`<div class="running">
    <p aria-hidden="true">
      <b>${section?.letter ?? ''}</b> ${section === undefined ? '' : titleOf(section, child)}
    </p>
    ${mayWrite ? plan.tools.template() : nothing}
  </div>`;
}

/** To the part before and the next part, at the end of a page. */
function turnPage(plan: PlanHost): TemplateResult {
  const at = plan.sections.findIndex(one => one.root === plan.current);
  const turn = (section: SectionSpec | undefined, text: string) =>
    section === undefined
      ? nothing
      : html`<button class="btn second" type="button" @click=${() => void plan.goTo(section.root, null)}>
          ${text}
        </button>`;
  return html`<p class="turn">
    ${turn(plan.sections[at + 1], words.family.next)} ${turn(plan.sections[at - 1], words.family.previous)}
  </p>`;
}

function narrowFrame(plan: PlanHost): TemplateResult {
  const family = isFamily(plan.source?.facts ?? null);
  const {view} = plan;
  const reading = family
    ? view === 'part' || view === 'plan'
    : view === 'plan' || view === 'home' || view === 'part';
  return html`<main data-region="plan" class=${reading ? 'reading' : ''}>
      ${family && view === 'home' ? home(plan) : nothing}
      ${view === 'parts' ? html`<div class="page">${outline(plan)} ${more(plan)}</div>` : nothing}
      ${view === 'people' ? peoplePage(plan, family) : nothing}
      <slot ?hidden=${!reading}></slot>
      ${family && reading ? turnPage(plan) : nothing}
    </main>
    ${plan.isWriting ? writingBar(plan) : family ? nothing : bottomBar(plan, reading)}`;
}

/** Who is on the plan. A family's header has the way back where others have the page's first heading. */
function peoplePage(plan: PlanHost, family: boolean): TemplateResult {
  return html`<div class="page">
    ${family ? html`<h1 tabindex="-1">${words.plan.people}</h1>` : nothing} ${peopleList(plan)}
    ${changeList(plan)}
  </div>`;
}

/** The tools above a phone's keyboard, in a region of their own so that nothing stands outside of all. */
function writingBar(plan: PlanHost): TemplateResult {
  return html`<section class="writing" aria-label=${words.plan.toolsHere}>${plan.tools.template()}</section>`;
}

function home(plan: PlanHost): TemplateResult {
  const source = plan.source;
  const facts = source?.facts ?? null;
  if (source === null || facts === null) return html`${nothing}`;
  return html`<goldthread-family-home
    .firstName=${firstName(facts.me.name)}
    .childName=${facts.childName}
    .entries=${outlineEntries(source, plan.sections)}
    .screens=${moreScreens(plan)}
    .ownRoot=${plan.parts.ownWordsRoot()}
    .lastRoot=${plan.current}
    .changes=${plan.changes}
    .helpLine=${plan.helpLine}
  ></goldthread-family-home>`;
}

function bottomBar(plan: PlanHost, reading: boolean): TemplateResult {
  const tab = (panel: PlanPanelOpen['panel'], text: string, on: boolean) =>
    html`<button
      type="button"
      aria-current=${on ? 'page' : nothing}
      @click=${(event: Event) => event.currentTarget?.dispatchEvent(new PlanPanelOpen(panel))}
    >
      ${text}
    </button>`;
  return html`<nav class="bottom" aria-label=${words.plan.bottomBar}>
    ${tab('plan', words.plan.thePlan, reading)} ${tab('parts', words.plan.partsShort, plan.view === 'parts')}
    ${tab('people', words.plan.people, plan.view === 'people')}
  </nav>`;
}

function outline(plan: PlanHost): TemplateResult {
  const source = plan.source;
  const entries = source === null ? [] : outlineEntries(source, plan.sections);
  return html`<goldthread-outline
    .entries=${entries}
    .current=${plan.current ?? plan.sections[0]?.root ?? null}
  ></goldthread-outline>`;
}

/** The meeting view has its own button at the top of a wide page. */
function more(plan: PlanHost): TemplateResult {
  const screens = moreScreens(plan).filter(name => plan.narrow.matches || name !== 'room');
  return html`<goldthread-more .screens=${screens}></goldthread-more>`;
}

function peopleList(plan: PlanHost): TemplateResult {
  const source = plan.source;
  const people = source === null ? [] : peopleHere(source, plan.sections, plan.current);
  return html`<goldthread-people
    .people=${people}
    .following=${plan.following}
    .mayHide=${mayHidePerson(plan)}
  ></goldthread-people>`;
}

function changeList(plan: PlanHost): TemplateResult {
  return html`<goldthread-changes id="changes" .entries=${plan.changes}></goldthread-changes>`;
}
