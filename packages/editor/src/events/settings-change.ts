/** A person's own choices for reading, on this device. They say nothing about any plan. */
export interface Settings {
  readonly textSize: 'normal' | 'large' | 'larger';
  readonly spacing: 'normal' | 'wide';
  readonly theme: 'system' | 'light' | 'dark';
  readonly lessMotion: boolean;
  readonly everything: boolean;
  readonly announce: 'off' | 'section' | 'all';
  readonly joins: boolean;
  readonly quiet: boolean;
}

/** Tells that the person chose other settings. */
export class PlanSettingsChange extends Event {
  static readonly eventName = 'plan-settings-change';
  readonly settings: Settings;

  constructor(settings: Settings) {
    super(PlanSettingsChange.eventName, {bubbles: true, composed: true});
    this.settings = settings;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'plan-settings-change': PlanSettingsChange;
  }
}
