import {PlanStance} from '../elements/agreement/stance.ts';
import {offerScreens} from '../elements/plan/screens.ts';
import {PlanBeside} from '../elements/talk/beside.ts';
import {VoiceNote} from '../elements/voice-note/voice-note.ts';
import {giveTag} from './give-tag.ts';
import './suggestions.ts';

// Every item has a place for it already; with the tag it fills.
giveTag('goldthread-beside', PlanBeside);
giveTag('goldthread-stance', PlanStance);
// So has every recording, which says in words that it is one until then.
giveTag('goldthread-voice', VoiceNote);

// What waits for somebody is said among the notices.
void import('./needed.ts').catch(() => undefined);

// Nothing else leads there, so a page that only shows the plan says nothing of them.
offerScreens({
  comments: () => import('./comments.ts'),
  authors: () => import('./authors.ts'),
  disagree: () => import('./disagree.ts'),
  suggested: () => import('./suggested.ts'),
});
