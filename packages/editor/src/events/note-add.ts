/** Asks for another private note beside the one that it leaves from. */
export class PlanNoteAdd extends Event {
  static readonly eventName = 'plan-note-add';

  constructor() {
    super(PlanNoteAdd.eventName);
  }
}

declare global {
  interface HTMLElementEventMap {
    'plan-note-add': PlanNoteAdd;
  }
}
