import {AddFiles} from '../elements/disagree-files/add-files.ts';
import {SaidFiles} from '../elements/disagree-files/said-files.ts';
import {VoiceNote} from '../elements/voice-note/voice-note.ts';
import {giveTag} from './give-tag.ts';

giveTag('goldthread-add-files', AddFiles);
giveTag('goldthread-said-files', SaidFiles);
giveTag('goldthread-voice', VoiceNote);
