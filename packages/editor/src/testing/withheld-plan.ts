import type {CompartmentId, ItemId, RootName} from '@goldthread/schema';
import {anchorAttributes} from '@goldthread/schema/anchor';
import {writeItems} from '@goldthread/schema/ydoc';
import {FakeDoc, FakePlan} from './fake-plan.ts';
import {idFor, joryPeople, type JoryKey} from './jory-people.ts';

const WORRIES: RootName = 'sos:worries';
/** The two danger statements of the plan. */
export const FIRST = idFor<ItemId>('first');
export const SECOND = idFor<ItemId>('second');
/** The private note after the first of them. */
export const NOTE = idFor<ItemId>('note');
export const COMPARTMENT = idFor<CompartmentId>('bronagh-and-temi');

/** What the server says of the one decision, with whatever a test wants otherwise. */
export function decision(more: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    id: 'decision',
    compartmentId: COMPARTMENT,
    itemIds: [NOTE],
    personId: null,
    hiddenFrom: [{id: idFor('callum'), class: 'sealed'}],
    audience: ['temi', 'esme', 'bronagh'].map(idFor),
    reasonCode: 'risk_harm',
    legalGround: 'Serious harm',
    factBase: 'He said so.',
    alternatives: '',
    openReason: '',
    childTold: '',
    proposedBy: idFor('bronagh'),
    proposedAt: '2026-11-20T10:00:00.000Z',
    approvedBy: idFor('esme'),
    approvedAt: '2026-11-20T11:00:00.000Z',
    reviewOn: '2027-02-22',
    status: 'approved',
    isOverdue: false,
    escalatedAt: null,
    mayApprove: false,
    mayReview: true,
    mayRelease: true,
    undoUntil: null,
    ...more,
  };
}

/** A plan with two danger statements and, for those who receive it, a private note after the first. */
export class WithheldPlan extends FakePlan {
  readonly withheld = new FakeDoc();

  constructor(me: JoryKey = 'bronagh', writable: readonly RootName[] = [WORRIES]) {
    super('socialWorker', writable);
    const people = joryPeople(me);
    const self = people.find(person => person.isMe);
    if (self === undefined || this.facts === null) throw new RangeError(`Nobody is called ${me}`);
    this.facts = {...this.facts, me: self, people};
    writeItems(
      this.shared.peer,
      WORRIES,
      [danger(FIRST, 'He could be hurt.'), danger(SECOND, 'He could run.')],
      'test',
    );
    this.withheld.kind = 'withheld';
    this.withheld.writableRoots = ['items'];
    this.http.says.set('GET /withholdings', {body: {withholdings: [decision()], marks: []}});
  }

  /** Puts a note into the withheld document, after an item or at the start. */
  addNote(id: ItemId, text: string, after: ItemId | null = FIRST, links: readonly ItemId[] = []): void {
    const attrs = {id, ...anchorAttributes(this.shared.doc, WORRIES, after)};
    const content = [
      {type: 'paragraph', content: [{type: 'text', text}]},
      ...links.map(to => ({type: 'link', attrs: {rel: 'shapes', to}})),
    ];
    writeItems(this.withheld.peer, 'items', [{type: 'note', attrs, content}], 'test');
  }

  /** The reader has the withheld document, as when a first item is withheld. */
  receive(): void {
    this.docs = new Map([...this.docs, [COMPARTMENT, this.withheld]]);
    const audience = ['temi', 'esme', 'bronagh'].map(key => idFor(key));
    this.compartments = [{id: COMPARTMENT, kind: 'withheld', audience}];
    this.now({});
  }

  /** The reader no longer has it. */
  lose(): void {
    this.docs = new Map([...this.docs].filter(([id]) => id !== COMPARTMENT));
    this.now({});
  }
}

function danger(id: ItemId, text: string) {
  return {type: 'danger', attrs: {id}, content: [{type: 'paragraph', content: [{type: 'text', text}]}]};
}
