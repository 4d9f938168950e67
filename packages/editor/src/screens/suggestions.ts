import {PlanSuggest} from '../elements/suggestions/suggest.ts';
import {PlanSuggestion} from '../elements/suggestions/suggestion.ts';
import {offerItemEditor} from '../elements/suggestions/item-editor-code.ts';
import {giveTag} from './give-tag.ts';

giveTag('goldthread-suggest', PlanSuggest);
giveTag('goldthread-suggestion', PlanSuggestion);
// The same editor as that of a private note, in the script that has it already.
offerItemEditor(() => import('./private-notes.ts'));
