import type {CompartmentId, CompartmentKind, ParticipantId, PlanId, Role, RootName} from '@goldthread/schema';
import {writeItems} from '@goldthread/schema/ydoc';
import type {OpenDoc, PlanSource} from '../context/plan-source.ts';
import type {AskedText} from '../sync/asked-words.ts';
import type {CompartmentEntry} from '../sync/answers.ts';
import type {DocSessionState} from '../sync/doc-session-state.ts';
import type {PersonOnPlan, PlanFacts, PresentPerson} from '../sync/plan-facts.ts';
import type {PlanSessionStatus} from '../sync/plan-session-options.ts';
import type {SaveState} from '../sync/save-state.ts';
import type {UnsentWords} from '../sync/unsent-words.ts';
import {FakeHttp} from './fake-http.ts';
import {LocalDoc} from './local-doc.ts';

/** A document that is open without a network. */
export class FakeDoc extends LocalDoc implements OpenDoc {
  kind: CompartmentKind = 'shared';
  state: DocSessionState = {kind: 'live'};
  writableRoots: readonly RootName[] = [];
  retries = 0;
  asked: readonly AskedText[] = [];
  putIn = 0;

  putInAsked(): void {
    this.putIn += 1;
    this.asked = [];
  }

  retry(): Promise<void> {
    this.retries += 1;
    return Promise.resolve();
  }

  override mayWrite(root: RootName): boolean {
    return this.writableRoots.includes(root) && this.isOpen;
  }
}

/** An open plan without a network, for looking at elements: whatever a test sets is what the elements are told. */
export class FakePlan extends EventTarget implements PlanSource {
  facts: PlanFacts | null;
  status: PlanSessionStatus = 'open';
  isSure = true;
  readonly http = new FakeHttp();
  save: SaveState = {kind: 'saved', at: new Date(2026, 10, 22, 14, 2)};
  unsent: readonly UnsentWords[] = [];
  presence: readonly PresentPerson[] = [];
  readonly shared = new FakeDoc();
  compartments: readonly CompartmentEntry[] = [];
  docs: ReadonlyMap<CompartmentId, OpenDoc>;
  signedOut = false;
  lookedAgain = 0;
  dismissed: readonly string[] = [];

  constructor(role: Role, writable: readonly RootName[]) {
    super();
    const person = (
      id: string,
      name: string,
      relationship: string,
      as: Role,
      isMe: boolean,
    ): PersonOnPlan => ({
      // Test ids; nothing parses them.
      id: id as ParticipantId,
      name,
      relationship,
      role: as,
      lead: as === 'keyworker',
      isMe,
    });
    const me = person('me', 'Temi Adeyemi', 'Jory’s mum', role, true);
    const people = [
      me,
      person('wren', 'Wren Castellan', 'speech and language therapist', 'therapist', false),
    ];
    this.facts = {
      planId: 'plan' as PlanId,
      me,
      people,
      childName: 'Jory',
      stage: 'assessment',
      planType: 'ehcp',
      safety: 'childProtectionPlan',
      ownItems: [],
    };
    this.shared.writableRoots = writable;
    this.docs = new Map([['shared' as CompartmentId, this.shared]]);
    writeItems(
      this.shared.doc,
      'section:B',
      [need('need-1', 'He covers his ears when the bell rings.')],
      'test',
    );
  }

  docFor(root: RootName): OpenDoc | undefined {
    return root.startsWith('house:') ? undefined : this.shared;
  }

  /** Changes what the session says, as a real one does when something happens. */
  now(change: Partial<Pick<FakePlan, 'facts' | 'status' | 'save' | 'unsent' | 'presence'>>): void {
    Object.assign(this, change);
    this.dispatchEvent(new Event('change'));
  }

  start(): Promise<void> {
    return Promise.resolve();
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }

  signOut(): Promise<void> {
    this.signedOut = true;
    this.now({status: 'signedOut'});
    return Promise.resolve();
  }

  lookAgain(): void {
    this.lookedAgain += 1;
  }

  dismissUnsent(id: string): void {
    this.dismissed = [...this.dismissed, id];
    this.now({unsent: this.unsent.filter(one => one.id !== id)});
  }
}

function need(id: string, text: string) {
  return {type: 'need', attrs: {id}, content: [{type: 'paragraph', content: [{type: 'text', text}]}]};
}
