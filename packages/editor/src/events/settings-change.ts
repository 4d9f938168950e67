import type {Settings} from '../controllers/settings-store.ts';

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
