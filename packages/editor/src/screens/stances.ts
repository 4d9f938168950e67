import {PlanStance} from '../elements/agreement/stance.ts';
import {giveTag} from './give-tag.ts';

// Every item has a place for it already; with the tag it fills.
giveTag('goldthread-stance', PlanStance);
