/** Asks to run a command of the toolbar on the words in focus. */
export class PlanCommandRun extends Event {
  static readonly eventName = 'plan-command-run';
  readonly command: 'bold' | 'italic' | 'list' | 'table' | 'undo' | 'redo' | 'done' | 'language';
  readonly language: string | null;

  constructor(
    command: 'bold' | 'italic' | 'list' | 'table' | 'undo' | 'redo' | 'done' | 'language',
    language: string | null,
  ) {
    super(PlanCommandRun.eventName, {bubbles: true, composed: true, cancelable: true});
    this.command = command;
    this.language = language;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'plan-command-run': PlanCommandRun;
  }
}
