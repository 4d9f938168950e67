import jory from '@goldthread/schema/examples/jory.json' with {type: 'json'};
import {Cast, type Person} from './proof/cast.ts';
import {bodyOf} from './proof/raw-http.ts';
import {Stage} from './proof/stage.ts';

/** Why, in enough words. */
export const WHY = {reason: 'missing', words: 'Jory was not at the gate, nobody knows where he is.'} as const;

/** The readers of what shows where Jory is, which the doctor isn't among. */
export const PLACES = ['temi', 'bronagh', 'anita', 'priya', 'delphine'] as const;

/** The example plan on a stage, with what reading in an emergency takes. */
export class EmergencyStage {
  readonly stage: Stage;
  readonly cast: Cast;

  private constructor(stage: Stage) {
    this.stage = stage;
    this.cast = new Cast(stage, 'plan');
  }

  static async start(): Promise<EmergencyStage> {
    const made = new EmergencyStage(await Stage.start());
    await made.cast.importPlan(jory);
    return made;
  }

  /** Somebody who has just shown, with a code, that it is them. */
  async proved(key: string): Promise<Person> {
    const person = await this.cast.signIn(key, false, true);
    await prove(this.cast, person, key === 'bronagh' ? 'anita' : 'bronagh');
    return person;
  }

  async breakGlass(person: Person): Promise<string> {
    return bodyOf<{id: string}>(await this.cast.tell(person, 'POST', './break-glass', WHY)).id;
  }

  /** The withheld document with exactly these readers. */
  async withheldFor(...keys: string[]): Promise<string> {
    const {storage} = this.stage.server.http;
    const [plan] = await storage.plans();
    const wanted = keys.map(key => this.cast.id(key)).toSorted();
    const all = plan === undefined ? [] : await storage.compartments(plan.id);
    const found = all.find(one => one.audience?.toSorted().join() === wanted.join());
    if (found === undefined) throw new RangeError(`Nothing is for ${keys.join()} alone.`);
    return found.id;
  }
}

/** Lets somebody show who they are with a code that another person makes. */
export async function prove(cast: Cast, person: Person, issuer: string): Promise<void> {
  const other = await cast.signIn(issuer, false, true);
  const issued = await cast.tell(other, 'POST', '/api/session/codes', {participantId: cast.id(person.key)});
  const {code} = bodyOf<{code: string}>(issued);
  const answer = await cast.tell(person, 'POST', '/api/session/confirm', {code});
  if (!answer.startsWith('HTTP/1.1 200')) throw new Error(answer);
}
