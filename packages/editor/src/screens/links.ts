import {PlanLinkPicker} from '../elements/link-picker/link-picker.ts';
import {PlanThread} from '../elements/thread/thread.ts';
import {giveTag} from './give-tag.ts';

// Every item has a place for both, which nobody sees before somebody opens it.
giveTag('goldthread-link-picker', PlanLinkPicker);
giveTag('goldthread-thread', PlanThread);
