import type {CompartmentId} from '@goldthread/schema';
import type {PlanSource} from '../../context/plan-source.ts';
import type {Scale, ScalePlace} from '../../records/ratings.ts';

/** Where scales stand as the map asks: null for the document that everybody receives. */
export function placesOf(scales: readonly Scale[], {docs}: PlanSource): readonly ScalePlace[] {
  const isKept = (id: CompartmentId | null) => id !== null && docs.get(id)?.kind === 'withheld';
  return scales.map(({compartmentId: id, about}) => ({compartmentId: isKept(id) ? id : null, about}));
}
