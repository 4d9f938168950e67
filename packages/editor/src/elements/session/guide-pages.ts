import {html, nothing, type TemplateResult} from 'lit';
import {screen} from '../../words/en/screen.ts';
import {session as say} from '../../words/en/session.ts';
import {houseName} from '../houses/said-item.ts';
import {mayOpenRoom} from '../plan/more-screens.ts';
import type {ScreenPage} from '../screen/page.ts';
import {problemBox} from '../screen/problem-box.ts';
import {askBody, endBody, readBody, readProblem, shareBody, showBody} from './after-pages.ts';
import {
  explainBody,
  explainProblem,
  parentBody,
  parentProblem,
  presentIn,
  toldIn,
  whereBody,
  whereProblem,
} from './before-pages.ts';
import {calmBody, chooseBody, sayBody, sayProblem, writeBody} from './during-pages.ts';
import {keepChoice, keepWords} from './guide-acts.ts';
import type {GuideHost, GuideView} from './guide-host.ts';

import {STEPS, isOpenTo, stepAfter, stepBefore, type Step} from './steps.ts';
import {summaryBody} from './summary-page.ts';

type Inside = Exclude<GuideView, {kind: 'list'}>;

/** One page of the guide. */
export function pageOf(guide: GuideHost, view: Inside): ScreenPage {
  switch (view.kind) {
    case 'step':
      return stepPage(guide, view.step);
    case 'say':
      return {
        heading: houseName(guide.seen, view.root),
        body: withProblem(guide, sayBody(guide, view.root)),
        acts: html`${main(guide, say.write.keep, () => {
          const problem = sayProblem(guide);
          if (problem === '') void keepWords(guide, view.root);
          else guide.problem = problem;
        })}${stop(guide, 'write')}`,
        back: () => guide.go({kind: 'step', step: 'write'}),
      };
    case 'ask': {
      const item = guide.session.items.find(({id}) => id === view.item);
      const back = () => guide.go({kind: 'step', step: 'share'});
      if (item === undefined) return stepPage(guide, 'share');
      return {
        heading: say.share.title(guide.facts.childName),
        body: withProblem(guide, askBody(guide, item)),
        acts: html`${main(guide, say.share.save, () => void keepChoice(guide, item))}${stop(guide, 'share')}`,
        back,
      };
    }
    case 'calm':
      return {
        heading: say.stop.title,
        body: calmBody(),
        acts: html`<button
            class="btn second"
            type="button"
            @click=${() => guide.go({kind: 'step', step: view.from})}
          >
            ${say.stop.goOn}
          </button>
          <button class="btn second" type="button" @click=${() => guide.go({kind: 'step', step: 'end'})}>
            ${say.stop.end}
          </button>`,
        back: null,
      };
    case 'summary':
      return {
        heading: say.see,
        body: withProblem(guide, summaryBody(guide)),
        acts: null,
        back: () => guide.go({kind: 'list'}),
      };
  }
}

function stepPage(guide: GuideHost, step: Step): ScreenPage {
  const {session, facts} = guide;
  const title = say.steps[step];
  const before = stepBefore(step, session);
  return {
    step: say.step(String(STEPS.indexOf(step) + 1), String(STEPS.length)),
    heading: typeof title === 'string' ? title : title(facts.childName),
    body: withProblem(guide, bodyOf(guide, step)),
    acts: html`${actsOf(guide, step)}${stop(guide, step)}`,
    back: () => guide.go(before === null ? {kind: 'list'} : {kind: 'step', step: before}),
  };
}

function bodyOf(guide: GuideHost, step: Step): TemplateResult {
  switch (step) {
    case 'parent':
      return parentBody(guide);
    case 'where':
      return whereBody(guide);
    case 'explain':
      return explainBody(guide);
    case 'choose':
      return chooseBody(guide);
    case 'write':
      return writeBody(guide);
    case 'read':
      return readBody(guide);
    case 'share':
      return shareBody(guide);
    case 'end':
      return endBody(guide);
    case 'show':
      return showBody(guide);
  }
}

/** What leads on from a step, once what it asks for is said. */
function actsOf(guide: GuideHost, step: Step): TemplateResult {
  const {session} = guide;
  const written = (box: string, before: string) => guide.text(box, before).trim();
  switch (step) {
    case 'parent': {
      const change = () => ({
        parentTold: written('parentTold', session.parentTold),
        manager: session.parentAnswer === 'unsafe' ? written('manager', session.manager) : '',
      });
      return next(guide, step, parentProblem, change, ['parentTold', 'manager']);
    }
    case 'where': {
      const change = () => ({place: written('place', session.place), present: presentIn(guide)});
      return next(guide, step, whereProblem, change, ['place', 'others']);
    }
    case 'explain':
      return next(guide, step, explainProblem, () => ({limitsTold: toldIn(guide), begins: true}), [
        'limitsTold',
      ]);
    case 'choose':
      return next(guide, step, fine, () => ({chosen: written('chosen', session.chosen)}), ['chosen']);
    case 'write':
      return main(guide, say.write.done, () => guide.go({kind: 'step', step: 'read'}));
    case 'read': {
      if (session.readBackAt !== null) return onward(guide, step);
      const change = () => ({readBack: written('readBack', session.readBack)});
      return next(guide, step, readProblem, change, ['readBack'], say.read.save);
    }
    case 'share':
      return onward(guide, step);
    case 'end': {
      const change = () => ({endedBy: written('endedBy', session.endedBy), isOver: true as const});
      const problem = () => (session.endedAs === '' ? say.end.choose : '');
      return next(guide, step, problem, change, ['endedBy'], say.end.save);
    }
    case 'show':
      return mayOpenRoom(guide.facts.me)
        ? main(guide, say.show.start, () => void showIt(guide))
        : onward(guide, step);
  }
}

/** It is planned first who is there, and where the child will be. */
async function showIt(guide: GuideHost): Promise<void> {
  const {session} = guide;
  const presentPlan = guide.text('presentPlan', session.presentPlan).trim();
  if (session.isMine && presentPlan === '') guide.problem = say.show.sayPlan;
  else if (!session.isMine || (await guide.save({presentPlan}, ['presentPlan']))) guide.present();
}

const fine = (): string => '';

function next(
  guide: GuideHost,
  step: Step,
  problem: (guide: GuideHost) => string,
  change: () => Parameters<GuideHost['save']>[0],
  boxes: readonly string[],
  label: string = screen.next,
): TemplateResult {
  const save = async () => {
    const wrong = problem(guide);
    if (wrong !== '') guide.problem = wrong;
    else if (await guide.save(change(), boxes)) goOn(guide, step);
  };
  return main(guide, label, () => void save());
}

function onward(guide: GuideHost, step: Step): TemplateResult {
  const isLast = stepAfter(step, guide.session) === null;
  return main(guide, isLast ? say.show.done : screen.next, () => goOn(guide, step));
}

function goOn(guide: GuideHost, step: Step): void {
  const after = stepAfter(step, guide.session);
  if (after === null) guide.close();
  else guide.go({kind: 'step', step: after});
}

function main({isBusy}: GuideHost, label: string, act: () => void): TemplateResult {
  return html`<button class="btn" type="button" ?disabled=${isBusy} @click=${act}>${label}</button>`;
}

/** The way to a calm page, wherever the child may have had enough. */
function stop(guide: GuideHost, from: Step): TemplateResult | typeof nothing {
  if (from === 'end' || !isOpenTo('end', guide.session)) return nothing;
  return html`<button class="btn second" type="button" @click=${() => guide.go({kind: 'calm', from})}>
    ${say.stop.stop}
  </button>`;
}

function withProblem({problem, news}: GuideHost, body: TemplateResult): TemplateResult {
  return html`${problemBox(problem)}
    <p class="told" role="status">${news}</p>
    ${body}`;
}
