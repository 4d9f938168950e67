import {PlanLinkPicker} from '../elements/link-picker/link-picker.ts';
import {giveTag} from './give-tag.ts';

// The questions of every item have a place for it; nobody sees it before somebody opens them.
giveTag('goldthread-link-picker', PlanLinkPicker);
