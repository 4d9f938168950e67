export {parseConfig, type Config, type Environment, type ServeFlags, type SessionLimits} from './config.ts';
export {MUST_BE, settingsSchema, type Settings} from './settings.ts';
export {limitSettingName, limitsFrom} from './limits-from.ts';
export {readCouncilWords, type CouncilWords} from './council-words.ts';
