import {eyesOf, isUnsure, mayKnowOf, type Reader} from '@goldthread/schema';
import type {WithholdingRecord} from '../storage/index.ts';
import type {PlanFacts} from './plan-facts.ts';
import {listFor, type WithholdingList, type WithholdingView} from './withholding-view.ts';

/**
 * What one session of a reader may show of what is withheld: where a room looks, only what everybody there may know and nothing to decide,
 * and where it isn't known who looks, nothing.
 */
export function listThrough(
  records: readonly WithholdingRecord[],
  facts: PlanFacts,
  reader: Reader,
  now: number,
): WithholdingList {
  if (isUnsure(reader)) return {withholdings: [], marks: []};
  const mine = listFor(records, facts, reader.participant.id, now, reader.emergency);
  if (reader.onlookers === null) return mine;
  const lists = eyesOf(reader, facts.people).map(({id}) => listFor(records, facts, id, now));
  const unknown = new Set(facts.people.flatMap(one => (mayKnowOf(reader, one) ? [] : [one.id as string])));
  const theirs = (id: string): readonly WithholdingView[] =>
    lists.flatMap(list => list.withholdings.filter(one => one.id === id));
  const isShown = (view: WithholdingView): boolean =>
    lists.every(list => list.withholdings.some(({id}) => id === view.id)) &&
    ![view.personId, view.proposedBy, view.approvedBy].some(id => id !== null && unknown.has(id));
  return {
    withholdings: mine.withholdings.filter(isShown).map(view => ({
      ...view,
      hiddenFrom: view.hiddenFrom.filter(({id}) => !unknown.has(id)),
      audience: view.audience.filter(
        id => !unknown.has(id) && theirs(view.id).every(one => one.audience.includes(id)),
      ),
      // What one of them isn't told of being asked nobody there is shown.
      status: theirs(view.id).find(({status}) => status !== view.status)?.status ?? view.status,
      readerAsked: theirs(view.id).every(one => one.readerAsked === view.readerAsked)
        ? view.readerAsked
        : null,
      ...{mayApprove: false, mayReview: false, mayRelease: false, mayAddReader: false, undoUntil: null},
      ...{releaseTold: null, readerTold: null, releaseNeedsTold: false, readerNeedsTold: false},
    })),
    marks: mine.marks.filter(({root}) => lists.every(list => list.marks.some(one => one.root === root))),
  };
}
