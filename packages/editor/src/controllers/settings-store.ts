import type {Settings} from '../events/settings-change.ts';

/** What holds for somebody who has chosen nothing. */
export const DEFAULT_SETTINGS: Settings = {
  textSize: 'normal',
  spacing: 'normal',
  theme: 'system',
  lessMotion: false,
  everything: false,
  announce: 'section',
  joins: false,
  quiet: false,
};

const KEY = 'goldthread.settings';

/** Reads the choices kept in a store; whatever isn't a known choice becomes the default. */
export function readSettings(store: Pick<Storage, 'getItem'>): Settings {
  let kept: unknown;
  try {
    kept = JSON.parse(store.getItem(KEY) ?? '{}');
  } catch {
    return DEFAULT_SETTINGS;
  }
  if (typeof kept !== 'object' || kept === null) return DEFAULT_SETTINGS;
  const found = new Map<string, unknown>(Object.entries(kept));
  const oneOf = <T extends string>(name: string, options: readonly T[], otherwise: T): T =>
    options.find(option => option === found.get(name)) ?? otherwise;
  return {
    textSize: oneOf('textSize', ['normal', 'large', 'larger'], 'normal'),
    spacing: oneOf('spacing', ['normal', 'wide'], 'normal'),
    theme: oneOf('theme', ['system', 'light', 'dark'], 'system'),
    lessMotion: found.get('lessMotion') === true,
    everything: found.get('everything') === true,
    announce: oneOf('announce', ['off', 'section', 'all'], 'section'),
    joins: found.get('joins') === true,
    quiet: found.get('quiet') === true,
  };
}

/** Keeps the choices; a full or forbidden store is not worth a word to the person. */
export function keepSettings(store: Pick<Storage, 'setItem'>, settings: Settings): void {
  try {
    store.setItem(KEY, JSON.stringify(settings));
  } catch {
    return;
  }
}

/** Puts the choices that change the look on an element, as `data-` attributes that the stylesheets know. */
export function showSettings(on: HTMLElement, settings: Settings): void {
  on.dataset['textSize'] = settings.textSize;
  on.dataset['spacing'] = settings.spacing;
  on.dataset['motion'] = settings.lessMotion ? 'less' : 'device';
  if (settings.theme === 'system') delete on.dataset['theme'];
  else on.dataset['theme'] = settings.theme;
}
