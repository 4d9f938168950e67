import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {importPlan, joinUrl, readFacts, type HttpPorts} from '../http/index.ts';
import type {ParticipantRecord, PlanRecord} from '../storage/index.ts';
import {isLoopbackHost} from './is-on-this-machine.ts';

const EXAMPLES = ['jory', 'kez'] as const;

/** One example plan with its people. */
export interface DemoPlan {
  readonly plan: PlanRecord;
  /** What the child likes to be called. */
  readonly childName: string;
  readonly people: readonly ParticipantRecord[];
}

/**
 * Puts the example plans into a storage that holds nothing else; leaves any other as it is. A start that was cut off
 * after the first is made good by the next.
 */
export async function createDemoPlans(ports: HttpPorts): Promise<void> {
  const existing = (await ports.storage.plans()).map(plan => readFacts(plan).demo);
  if (existing.includes(undefined)) return;
  const {resolve} = createRequire(import.meta.url);
  for (const example of EXAMPLES.filter(one => !existing.includes(one))) {
    const file = await readFile(resolve(`@goldthread/schema/examples/${example}.json`), 'utf8');
    const imported = await importPlan(ports, JSON.parse(file), example);
    if (!imported.ok) throw new Error(`The example plan ${example} does not fit: ${imported.error}`);
  }
}

/** The example plans of a storage. Real plans beside them are never listed. */
export async function demoPlans(ports: HttpPorts): Promise<readonly DemoPlan[]> {
  const plans = await ports.storage.plans();
  const demos = plans.filter(plan => readFacts(plan).demo !== undefined);
  return await Promise.all(
    demos.map(async plan => ({
      plan,
      childName: readFacts(plan).child.calledName,
      people: await ports.storage.participants(plan.id),
    })),
  );
}

/** A new link that signs one person of an example plan in, once. */
export async function demoLink(ports: HttpPorts, person: ParticipantRecord): Promise<string> {
  const request = {planId: person.planId, participantId: person.id, confirmed: true, issuedBy: null};
  return joinUrl(ports.publicUrl(), await ports.invites.issue(request));
}

/** Prints a new link for each person of each example plan. */
export async function printDemoLinks(ports: HttpPorts, print: (line: string) => void): Promise<void> {
  for (const {childName, people} of await demoPlans(ports)) {
    print(`\n${childName}'s plan. Each link signs one person in, once:`);
    for (const person of people) {
      const who = `${person.name} (${person.relationship})`;
      print(`  ${who.padEnd(58)} ${await demoLink(ports, person)}`);
    }
  }
  print('');
  if (isLoopbackHost(ports.config.host)) print(`Or choose a person on ${ports.publicUrl()}/demo\n`);
}
