import type {RemoteChange} from '../../controllers/remote-changes-controller.ts';
import {inPause} from '../../sync/typing-pause.ts';
import {words} from '../../words/words.ts';
import type {ChangeEntry} from '../changes/changes.ts';
import {withChange} from './change-log.ts';
import type {Listening} from './listening.ts';
import type {PlanHost} from './plan-host.ts';
import {firstName, partName} from './view-model.ts';

/** In a meeting others change something many times a second; the list of it is drawn this often, in milliseconds. */
const DRAWN_EVERY = 1_000;
/** It may be so much sooner, where that is a moment in which no key waits. */
const SOONER = 150;

/** Keeps the list of what others changed since the page was opened, and lets it be said and drawn. */
export class RemoteNews {
  readonly #plan: PlanHost;
  readonly #listening: Listening;
  #changes: readonly ChangeEntry[] = [];
  #callOff: (() => void) | undefined;

  constructor(plan: PlanHost, listening: Listening) {
    this.#plan = plan;
    this.#listening = listening;
  }

  /** Newest first. Another list as soon as there is another change, drawn or not. */
  get changes(): readonly ChangeEntry[] {
    return this.#changes;
  }

  /** Takes in a change by somebody else. */
  hear({participant, root}: RemoteChange): void {
    const section = this.#plan.sections.find(one => one.root === root);
    const facts = this.#plan.source?.facts ?? null;
    if (section === undefined || facts === null) return;
    const person = facts.people.find(one => one.id === participant);
    const who = person === undefined ? words.people.someone : firstName(person.name);
    const part = partName(section, facts.childName);
    this.#changes = withChange(this.#changes, {who, root, part, at: new Date()});
    this.#listening.heard(who, part, root);
    this.#callOff ??= inPause(this.#draw, DRAWN_EVERY - SOONER, DRAWN_EVERY);
  }

  /** Forgets all of it, as the plan that it was about is gone from the page. */
  clear(): void {
    this.stop();
    this.#changes = [];
  }

  stop(): void {
    this.#callOff?.();
    this.#callOff = undefined;
  }

  readonly #draw = (): void => {
    this.#callOff = undefined;
    this.#plan.requestUpdate();
  };
}
