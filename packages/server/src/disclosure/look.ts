import {mayKnowOf, mayReadContact, type ParticipantId, type Reader, type RootName} from '@goldthread/schema';
import {ProtectedValues, findDisclosures, type DisclosureContext} from '@goldthread/schema/disclosure';
import {RequestProblem, type FoundPlace} from '../errors.ts';
import type {ContactRecord, ParticipantRecord, PlanRecord, PlanStorage} from '../storage/index.ts';
import {childNames} from './child-names.ts';

/** The plan and the people who have access to it now. */
export interface LookedAt {
  readonly plan: PlanRecord;
  readonly people: readonly ParticipantRecord[];
}

/** A text, and where it stands or would stand; nowhere where it leaves the plan. */
export interface PlacedText {
  readonly text: string;
  readonly root?: RootName;
}

interface Context extends Omit<DisclosureContext, 'root' | 'protectedValues'> {
  /** Those that this person may read. */
  readonly protectedValues: readonly ContactRecord[];
}

/** So many texts are looked at before others get their turn. */
const AT_ONCE = 10;

/**
 * Looks for what words could tell, for one person: an address, a number, a name (E06). All that it holds them against is what this
 * person may know, so that its answers are the same whatever else there is (ruling 3).
 */
export class Look {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  /**
   * Ends a request that would write a value of the contact store, which this person may read, where somebody reads who may not
   * (E07). No clearing helps: other readers of the value are asked for in the store.
   */
  demandNoValue(texts: readonly string[], readers: readonly ParticipantId[]): void {
    const kept = this.#context.protectedValues.filter(({audience}) =>
      readers.some(id => !audience.includes(id)),
    );
    const values = new ProtectedValues(kept);
    if (texts.some(text => values.in(text).length > 0)) throw new RequestProblem('PROTECTED_VALUE');
  }

  /** Everything that the texts could tell. `root` is where they would stand; left out where they leave the plan. */
  find(texts: readonly string[], root?: RootName): FoundPlace[] {
    const found = findDisclosures(texts, {...this.#context, ...(root !== undefined && {root})});
    return found.map(one => ({...one, words: (texts[one.text] ?? '').slice(one.start, one.end)}));
  }

  /** The same for texts that stand in several places. */
  findAt(texts: readonly PlacedText[]): FoundPlace[] {
    return texts.flatMap(({text, root}, index) =>
      this.find([text], root).map(one => ({...one, text: index})),
    );
  }

  /** The same for as many as a whole plan has, without holding everybody else up. */
  async findInMany(texts: readonly PlacedText[]): Promise<FoundPlace[]> {
    const found: FoundPlace[] = [];
    for (let at = 0; at < texts.length; at += AT_ONCE) {
      const some = this.findAt(texts.slice(at, at + AT_ONCE));
      found.push(...some.map(one => ({...one, text: one.text + at})));
      await new Promise(resolve => setImmediate(resolve));
    }
    return found;
  }
}

/** Makes ready what somebody's words are held against. `readers` are those who would read them. */
export async function lookFor(
  storage: Pick<PlanStorage, 'contacts'>,
  {plan, people}: LookedAt,
  reader: Reader,
  readers: readonly ParticipantId[] = people.map(({id}) => id),
): Promise<Look> {
  const known = people.filter(person => mayKnowOf(reader, person));
  const ids = new Set(known.map(({id}) => id));
  const values = (await storage.contacts(plan.id)).filter(record => mayReadContact(reader, record));
  return new Look({
    protectedValues: values,
    // Schools, clinics and the like stand in the store as what is neither address nor number.
    protectedNames: values.flatMap(({kind, value}) => (kind === 'other' ? [value] : [])),
    people: known,
    readers: readers.filter(id => ids.has(id)),
    otherNames: childNames(plan),
  });
}

/** Ends a request with what was found, unless a person cleared every place by name. Gives how many places that were. */
export function demandCleared(found: readonly FoundPlace[], cleared: readonly string[]): number {
  const named = new Set(cleared);
  const left = found.filter(({key}) => !named.has(key));
  if (left.length > 0) throw new RequestProblem('DISCLOSURE', undefined, {findings: left});
  return found.length;
}
