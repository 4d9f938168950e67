import {PlanChanges} from './elements/changes/changes.ts';
import {FamilyHome} from './elements/family-home/family-home.ts';
import {PlanField} from './elements/field/field.ts';
import {PlanHeader} from './elements/header/header.ts';
import {ItemFacts} from './elements/item-facts/item-facts.ts';
import {PlanMore} from './elements/more/more.ts';
import {NoteAdder} from './elements/note-adder/note-adder.ts';
import {PlanNotice} from './elements/notice/notice.ts';
import {PlanOutline} from './elements/outline/outline.ts';
import {PlanPeople} from './elements/people/people.ts';
import {GoldthreadPlan} from './elements/plan/plan.ts';
import {offerScreens} from './elements/plan/screens.ts';
import {SaveLine} from './elements/save-line/save-line.ts';
import {offerEditor} from './elements/section/editor-code.ts';
import {PlanSection} from './elements/section/section.ts';
import {PlanStopPage} from './elements/stop-page/stop-page.ts';
import {ThreadLine} from './elements/thread/thread-line.ts';
import {PlanToolbar} from './elements/toolbar/toolbar.ts';
import {PlanUnsent} from './elements/unsent/unsent.ts';

/**
 * Every tag of the plan. This module registers them, and importing it is how a page gets `<goldthread-plan>`; the tags
 * of what opens over the plan are given by the modules in `screens/`, which come on asking. A page that carries a
 * second copy keeps the tags of the first.
 */
if (customElements.get('goldthread-plan') === undefined) {
  customElements.define('goldthread-changes', PlanChanges);
  customElements.define('goldthread-family-home', FamilyHome);
  customElements.define('goldthread-field', PlanField);
  customElements.define('goldthread-header', PlanHeader);
  customElements.define('goldthread-item-facts', ItemFacts);
  customElements.define('goldthread-more', PlanMore);
  customElements.define('goldthread-note-adder', NoteAdder);
  customElements.define('goldthread-notice', PlanNotice);
  customElements.define('goldthread-outline', PlanOutline);
  customElements.define('goldthread-people', PlanPeople);
  customElements.define('goldthread-plan', GoldthreadPlan);
  customElements.define('goldthread-save-line', SaveLine);
  customElements.define('goldthread-section', PlanSection);
  customElements.define('goldthread-stop-page', PlanStopPage);
  customElements.define('goldthread-thread-line', ThreadLine);
  customElements.define('goldthread-toolbar', PlanToolbar);
  customElements.define('goldthread-unsent', PlanUnsent);
  offerEditor(() => import('./editor-code.ts'));
  // One script each, whatever it is asked for.
  const withhold = () => import('./screens/withhold.ts');
  const confirm = () => import('./screens/confirm.ts');
  offerScreens({
    help: () => import('./screens/help.ts'),
    settings: () => import('./screens/settings.ts'),
    withhold,
    hidePerson: withhold,
    private: () => import('./screens/private.ts'),
    said: () => import('./screens/said.ts'),
    stand: () => import('./screens/stand.ts'),
    scales: () => import('./screens/scales.ts'),
    // It is made of editors, and comes with them so that their code stays whole.
    map: async () => (await import('./editor-code.ts')).loadMap(),
    viewAs: () => import('./screens/view-as.ts'),
    room: () => import('./screens/room.ts'),
    print: () => import('./screens/print.ts'),
    safety: () => import('./screens/safety.ts'),
    session: () => import('./screens/session.ts'),
    looked: () => import('./screens/looked.ts'),
    contacts: () => import('./screens/contacts.ts'),
    glass: () => import('./screens/glass.ts'),
    prove: confirm,
    purge: () => import('./screens/purge.ts'),
    confirm,
    passkey: confirm,
    codes: () => import('./screens/codes.ts'),
    copies: () => import('./screens/copies.ts'),
  });
}
