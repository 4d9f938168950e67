import {isProfessional} from '@goldthread/schema';
import {html, nothing, type TemplateResult} from 'lit';
import {PlanScreenOpen} from '../../events/screen-open.ts';
import type {HouseSession} from '../../records/house-sessions.ts';
import type {PlanFacts} from '../../sync/plan-facts.ts';
import {session as say} from '../../words/en/session.ts';
import {thenNow} from '../../words/en/then-now.ts';
import {nameFor} from '../screen/name-for.ts';
import type {ScreenPage} from '../screen/page.ts';
import {problemBox} from '../screen/problem-box.ts';
import {momentText} from './guide-parts.ts';

/** What the list leads to. */
export interface ListActs {
  prepare(): void;
  goOn(session: HouseSession): void;
  see(session: HouseSession): void;
  prove(): void;
  compare(): void;
}

/** The way into a session, and those before. */
export function listPage(
  {facts, isSure}: {readonly facts: PlanFacts; readonly isSure: boolean},
  sessions: readonly HouseSession[],
  act: ListActs,
  problem: string,
): ScreenPage {
  const {childName, me} = facts;
  const mine = sessions.find(one => one.isMine && one.endedAt === null);
  const before = sessions.filter(one => one !== mine && (one.beganAt !== null || one.endedAt === null));
  const mayHold = isProfessional(me.role);
  const body = html`${problemBox(problem)}
    <p class="hint">${mayHold ? say.intro(childName) : say.notYours}</p>
    ${mine === undefined ? nothing : entry(facts, mine, nothing)}
    ${isSure || !mayHold ? nothing : html`<p>${say.notSure}</p>`}
    ${before.length === 0 ? nothing : html`<h2>${say.list}</h2>`}
    ${before.length === 0 && mine === undefined && mayHold ? html`<p class="note">${say.none}</p>` : nothing}
    <ul class="items">
      ${before.map(one => html`<li>${entry(facts, one, see(one, act))}</li>`)}
    </ul>
    <p><button class="quiet" type="button" @click=${() => act.compare()}>${thenNow.title}</button></p>
    ${before.length === 0 ? nothing : html`<p>${toWhatCame()}</p>`}`;
  return {heading: say.title(childName), body, acts: actsFor(mine, {mayHold, isSure}, act), back: null};
}

/** The last step of every session: telling the child what came of it. */
function toWhatCame(): TemplateResult {
  const open = ({currentTarget}: Event) => currentTarget?.dispatchEvent(new PlanScreenOpen('said'));
  return html`<button class="quiet" type="button" @click=${open}>${say.cameOf}</button>`;
}

function actsFor(
  mine: HouseSession | undefined,
  {mayHold, isSure}: {readonly mayHold: boolean; readonly isSure: boolean},
  act: ListActs,
): TemplateResult | null {
  if (!mayHold) return null;
  const [label, press] = !isSure
    ? [say.prove, () => act.prove()]
    : mine === undefined
      ? [say.begin, () => act.prepare()]
      : [say.goOn, () => act.goOn(mine)];
  return html`<button class="btn" type="button" @click=${press}>${label}</button>`;
}

function see(one: HouseSession, act: ListActs): TemplateResult {
  const day = momentText(one.beganAt ?? one.madeAt);
  const isShown = one.beganAt !== null && (one.endedAt !== null || one.readBackAt !== null);
  return html`<button
      class="btn second"
      type="button"
      aria-label=${say.seeOf(day)}
      @click=${() => act.see(one)}
    >
      ${say.see}
    </button>
    ${
      isShown
        ? html`<button
            class="quiet"
            type="button"
            aria-label=${say.showOf(day)}
            @click=${() => act.goOn(one)}
          >
            ${say.steps.show}
          </button>`
        : nothing
    }`;
}

function entry(facts: PlanFacts, one: HouseSession, acts: TemplateResult | typeof nothing): TemplateResult {
  const state = one.endedAt !== null ? say.over : one.beganAt === null ? say.prepared : say.running;
  return html`<p>
      <b>${say.when(momentText(one.beganAt ?? one.madeAt), one.place)}</b><br />
      <span class="note">${say.heldBy(nameFor(facts, one.askedBy, say))} ${state}</span>
    </p>
    <p>${acts}</p>`;
}
