import {PlanChanges} from './elements/changes/changes.ts';
import {FamilyHome} from './elements/family-home/family-home.ts';
import {PlanField} from './elements/field/field.ts';
import {PlanHeader} from './elements/header/header.ts';
import {PlanHelp} from './elements/help/help.ts';
import {ItemFacts} from './elements/item-facts/item-facts.ts';
import {PlanLinkPicker} from './elements/link-picker/link-picker.ts';
import {PlanNotice} from './elements/notice/notice.ts';
import {PlanOutline} from './elements/outline/outline.ts';
import {PlanPeople} from './elements/people/people.ts';
import {GoldthreadPlan} from './elements/plan/plan.ts';
import {SaveLine} from './elements/save-line/save-line.ts';
import {PlanSection} from './elements/section/section.ts';
import {PlanSettings} from './elements/settings/settings.ts';
import {PlanStopPage} from './elements/stop-page/stop-page.ts';
import {PlanThread} from './elements/thread/thread.ts';
import {ThreadLine} from './elements/thread/thread-line.ts';
import {PlanToolbar} from './elements/toolbar/toolbar.ts';
import {PlanUnsent} from './elements/unsent/unsent.ts';

/** Every tag of the plan. This module alone registers them; importing it is how a page gets `<goldthread-plan>`. */
const TAGS: readonly (readonly [string, CustomElementConstructor])[] = [
  ['goldthread-changes', PlanChanges],
  ['goldthread-family-home', FamilyHome],
  ['goldthread-field', PlanField],
  ['goldthread-header', PlanHeader],
  ['goldthread-help', PlanHelp],
  ['goldthread-item-facts', ItemFacts],
  ['goldthread-link-picker', PlanLinkPicker],
  ['goldthread-notice', PlanNotice],
  ['goldthread-outline', PlanOutline],
  ['goldthread-people', PlanPeople],
  ['goldthread-plan', GoldthreadPlan],
  ['goldthread-save-line', SaveLine],
  ['goldthread-section', PlanSection],
  ['goldthread-settings', PlanSettings],
  ['goldthread-stop-page', PlanStopPage],
  ['goldthread-thread', PlanThread],
  ['goldthread-thread-line', ThreadLine],
  ['goldthread-toolbar', PlanToolbar],
  ['goldthread-unsent', PlanUnsent],
];

for (const [tag, element] of TAGS)
  if (customElements.get(tag) === undefined) customElements.define(tag, element);
