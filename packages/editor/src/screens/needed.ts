import {PlanNeeded} from '../elements/needed/needed.ts';
import {giveTag} from './give-tag.ts';

// The place among the notices is there already; with the tag it fills.
giveTag('goldthread-needed', PlanNeeded);
