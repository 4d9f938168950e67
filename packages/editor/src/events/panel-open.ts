/** Asks for one of the things beside the plan. */
export class PlanPanelOpen extends Event {
  static readonly eventName = 'plan-panel-open';
  readonly panel: 'settings' | 'help' | 'people' | 'parts' | 'plan' | 'home';

  constructor(panel: 'settings' | 'help' | 'people' | 'parts' | 'plan' | 'home') {
    super(PlanPanelOpen.eventName, {bubbles: true, composed: true, cancelable: true});
    this.panel = panel;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'plan-panel-open': PlanPanelOpen;
  }
}
