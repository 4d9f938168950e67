import type {CompartmentId} from '@goldthread/schema';
import {writeItems} from '@goldthread/schema/ydoc';
import {FakeDoc, type FakePlan} from './fake-plan.ts';
import {idFor} from './jory-people.ts';

/** A decision as the server tells of it: approved and in date, unless said otherwise. */
export function saidWithholding(
  id: string,
  more: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    id,
    compartmentId: idFor(`c-${id}`),
    itemIds: [idFor(`i-${id}`)],
    personId: null,
    hiddenFrom: [{id: idFor('callum'), class: 'sealed'}],
    audience: ['bronagh', 'anita', 'priya', 'esme', 'temi'].map(key => idFor(key)),
    reasonCode: 'risk_harm',
    legalGround: 'Serious harm',
    factBase: 'The office told me.',
    alternatives: 'Other words.',
    openReason: 'Jory settles when he knows who is coming.',
    childTold: 'Jory has not been told yet',
    proposedBy: idFor('bronagh'),
    proposedAt: '2026-11-20T09:00:00Z',
    approvedBy: idFor('anita'),
    approvedAt: '2026-11-20T12:00:00Z',
    reviewOn: '2030-12-18',
    status: 'approved',
    isOverdue: false,
    escalatedAt: null,
    mayApprove: false,
    mayReview: false,
    mayRelease: false,
    readerAsked: null,
    mayAddReader: false,
    releaseTold: null,
    readerTold: null,
    releaseNeedsTold: false,
    readerNeedsTold: false,
    undoUntil: null,
    ...more,
  };
}

/** The answer to `GET /withholdings`. */
export function saidList(...withholdings: readonly Record<string, unknown>[]) {
  return {body: {withholdings, marks: []}};
}

/** Gives a plan the withheld document of a decision, with one item beside a part. */
export function receiveWithheld(plan: FakePlan, id: string, text: string, root = 'section:F'): void {
  const doc = new FakeDoc();
  doc.kind = 'withheld';
  const item = {
    type: 'note',
    attrs: {
      id: idFor(`i-${id}`),
      'anchor.root': root,
      'anchor.item': '',
      'anchor.at': '',
      'anchor.quote': '',
    },
    content: [{type: 'paragraph', content: [{type: 'text', text}]}],
  };
  writeItems(doc.doc, 'items', [item], 'test');
  plan.docs = new Map([...plan.docs, [idFor<CompartmentId>(`c-${id}`), doc]]);
}
