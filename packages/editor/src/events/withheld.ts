/** Tells that something was just withheld, and until when whoever did it may take it back. */
export class PlanWithheld extends Event {
  static readonly eventName = 'plan-withheld';
  readonly withholdingId: string;
  /** From whom, by name. */
  readonly names: readonly string[];
  /** When taking it back ends, on the clock of the page in milliseconds; null where it can't be taken back. */
  readonly undoEnds: number | null;

  constructor(withholdingId: string, names: readonly string[], undoEnds: number | null) {
    super(PlanWithheld.eventName, {bubbles: true, composed: true});
    this.withholdingId = withholdingId;
    this.names = names;
    this.undoEnds = undoEnds;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'plan-withheld': PlanWithheld;
  }
}
