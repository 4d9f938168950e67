import {newId, type PlanId, type PresentationId} from '@goldthread/schema';
import {RequestProblem} from '../errors.ts';
import type {HouseSessionRecord, Presentation} from '../storage/index.ts';
import {isReader, peopleKnownTo, planFacts, type WithholdingPorts} from '../withholding/index.ts';
import type {Holder} from './house-sessions.ts';
import {demandNoValue} from './session-readers.ts';
import {sessionView, type HouseSessionView} from './session-view.ts';

/** Who is there when something is shown, and what they say. */
export type Shown = Partial<Pick<Presentation, 'present' | 'others' | 'reaction'>>;

/**
 * When what a child said was shown to whom, and how they took it (domain 5.2, step 10). It is written down by whoever may read of the
 * session; what is shown is decided by the screen's own session and by nothing here.
 */
export class Presentations {
  readonly #ports: WithholdingPorts;

  constructor(ports: WithholdingPorts) {
    this.#ports = ports;
  }

  /** Writes down that it is being shown. */
  begin(planId: PlanId, holder: Holder, id: string, shown: Shown): Promise<HouseSessionView> {
    return this.#put(planId, holder, id, shown, found => {
      const {random, clock} = this.#ports;
      const started = {id: newId<PresentationId>(random), at: clock.now(), by: holder.participant.id};
      return [...found.presentations, {present: [], others: false, reaction: '', ...shown, ...started}];
    });
  }

  /** Writes down who came in, or how they took it. */
  change(
    planId: PlanId,
    holder: Holder,
    id: string,
    presentation: string,
    shown: Shown,
  ): Promise<HouseSessionView> {
    return this.#put(planId, holder, id, shown, found => {
      if (found.presentations.every(one => one.id !== presentation)) throw new RequestProblem('NOT_FOUND');
      return found.presentations.map(one => (one.id === presentation ? {...one, ...shown} : one));
    });
  }

  #put(
    planId: PlanId,
    {participant}: Holder,
    id: string,
    {present = [], reaction = ''}: Shown,
    change: (found: HouseSessionRecord) => readonly Presentation[],
  ): Promise<HouseSessionView> {
    return this.#ports.queue.run(planId, async () => {
      const {storage} = this.#ports;
      const facts = await planFacts(this.#ports, planId);
      const found = (await storage.houses.sessions.of(planId)).find(one => one.id === id);
      const place = facts.compartments.find(one => one.id === found?.compartmentId);
      if (found === undefined || place === undefined || !isReader(place, participant.id))
        throw new RequestProblem('NOT_FOUND');
      const known = new Set(peopleKnownTo(facts, participant.id).map(one => one.id));
      if (present.some(one => !known.has(one))) throw new RequestProblem('NOT_FOUND');
      await demandNoValue(this.#ports, facts, participant.id, [reaction]);
      const changed = {...found, presentations: change(found)};
      await storage.record([{kind: 'houseSession', put: changed}]);
      return sessionView(this.#ports, facts, changed, {participant});
    });
  }
}
