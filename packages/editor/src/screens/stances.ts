import {PlanStance} from '../elements/agreement/stance.ts';
import {offerScreens} from '../elements/plan/screens.ts';
import {PlanNeeded} from '../elements/needed/needed.ts';
import {PlanBeside} from '../elements/talk/beside.ts';
import {VoiceNote} from '../elements/voice-note/voice-note.ts';
import {giveTag} from './give-tag.ts';
import './suggestions.ts';

// Every item has a place for it already; with the tag it fills.
giveTag('goldthread-beside', PlanBeside);
giveTag('goldthread-stance', PlanStance);
// So has the place among the notices where somebody is asked to decide.
giveTag('goldthread-needed', PlanNeeded);
// So has every recording, which says in words that it is one until then.
giveTag('goldthread-voice', VoiceNote);

// Nothing else leads there, so a page that only shows the plan says nothing of them.
offerScreens({
  comments: () => import('./comments.ts'),
  authors: () => import('./authors.ts'),
  disagree: () => import('./disagree.ts'),
  suggested: () => import('./suggested.ts'),
});
