import {agree, stand} from './en/agree.ts';
import {agreeChild} from './en/agree-child.ts';
import {authors} from './en/authors.ts';
import {codes, confirm} from './en/confirm.ts';
import {comments} from './en/comments.ts';
import {commentsChild} from './en/comments-child.ts';
import {contacts} from './en/contacts.ts';
import {copies} from './en/copies.ts';
import {disagree} from './en/disagree.ts';
import {disagreeFiles} from './en/disagree-files.ts';
import {disagreeMark} from './en/disagree-mark.ts';
import {glass} from './en/glass.ts';
import {helpCalls} from './en/help-calls.ts';
import {island} from './en/island.ts';
import {legalGround} from './en/legal-ground.ts';
import {looked} from './en/looked.ts';
import {map} from './en/map.ts';
import {overrides} from './en/overrides.ts';
import {present} from './en/present.ts';
import {nextSteps} from './en/next-steps.ts';
import {needed} from './en/needed.ts';
import {privateList} from './en/private-list.ts';
import {print} from './en/print.ts';
import {purge} from './en/purge.ts';
import {room} from './en/room.ts';
import {safety} from './en/safety.ts';
import {howSaidWords} from './en/how-said.ts';
import {said} from './en/said.ts';
import {scales} from './en/scales.ts';
import {scalesChild} from './en/scales-child.ts';
import {screen} from './en/screen.ts';
import {session} from './en/session.ts';
import {sessionChild} from './en/session-child.ts';
import {helpWords, settings} from './en/settings.ts';
import {suggest} from './en/suggest.ts';
import {suggested} from './en/suggested.ts';
import {thenNow} from './en/then-now.ts';
import {viewAs} from './en/view-as.ts';
import {voiceNote} from './en/voice-note.ts';
import {withhold} from './en/withhold.ts';
import {withholdChild} from './en/withhold-child.ts';
import {withholdPerson} from './en/withhold-person.ts';

/** Every word of what comes on asking or where it is needed, for whoever reads them all; each part loads its own only. */
export const screenWords = {
  agree,
  agreeChild,
  stand,
  safety,
  howSaidWords,
  scales,
  scalesChild,
  authors,
  comments,
  commentsChild,
  contacts,
  copies,
  disagree,
  disagreeFiles,
  disagreeMark,
  glass,
  helpCalls,
  help: helpWords,
  settings,
  codes,
  confirm,
  island,
  legalGround,
  looked,
  map,
  overrides,
  present,
  needed,
  nextSteps,
  print,
  privateList,
  purge,
  room,
  said,
  screen,
  session,
  sessionChild,
  suggest,
  suggested,
  thenNow,
  viewAs,
  voiceNote,
  withhold,
  withholdChild,
  withholdPerson,
} as const;
