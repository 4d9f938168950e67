import type {GoldthreadPlan} from '../elements/plan/plan.ts';
import {titleOf} from '../elements/plan/view-model.ts';
import {words} from '../words/words.ts';

/** Keeps the title of the page true: which plan, on a phone which page of it, and first of all whether all is well. */
export function followTitle(plan: GoldthreadPlan, page: Pick<Document, 'title'>): void {
  plan.addController({
    hostUpdated() {
      const title = pageTitle(plan);
      if (page.title !== title) page.title = title;
    },
  });
}

function pageTitle(plan: GoldthreadPlan): string {
  const {access} = words;
  switch (plan.stopped) {
    case 'signedOut':
      return access.signedOutTitle;
    case 'noAccess':
      return access.errorTitle(access.noPlanTitle);
    case 'outOfDate':
      return access.errorTitle(access.outOfDateTitle);
    case 'failed':
      return access.errorTitle(access.openFailedTitle);
    case null:
      return openTitle(plan);
  }
}

function openTitle(plan: GoldthreadPlan): string {
  const {source} = plan;
  if (source === null || source.facts === null) return words.plan.product;
  const whole = words.plan.title(source.facts.childName);
  const part = phonePage(plan, source.facts.childName);
  const title = part === '' ? whole : words.plan.pageTitle(part, whole);
  return source.save.kind === 'notSaved' ? words.access.errorTitle(title) : title;
}

/** What a phone shows of the plan; empty where that is the whole. */
function phonePage(plan: GoldthreadPlan, childName: string): string {
  if (!plan.narrow.matches) return '';
  if (plan.view === 'parts') return words.plan.parts;
  if (plan.view === 'people') return words.plan.people;
  const section = plan.sections.find(one => one.root === plan.current);
  const isPage = plan.isFamilyPhone && plan.view === 'part';
  return isPage && section !== undefined ? titleOf(section, childName) : '';
}
