import {PlanStance} from '../elements/agreement/stance.ts';
import {offerScreens} from '../elements/plan/screens.ts';
import {PlanBeside} from '../elements/talk/beside.ts';
import {giveTag} from './give-tag.ts';

// Every item has a place for it already; with the tag it fills.
giveTag('goldthread-beside', PlanBeside);
giveTag('goldthread-stance', PlanStance);

// Nothing else leads there, so a page that only shows the plan says nothing of them.
offerScreens({comments: () => import('./comments.ts'), authors: () => import('./authors.ts')});
