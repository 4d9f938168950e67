import {describe} from 'node:test';
import type {StoragePlace} from './contract-world.ts';
import {attachments} from './attachment-contract.ts';
import {audit} from './audit-contract.ts';
import {talk} from './comment-contract.ts';
import {contacts} from './contact-contract.ts';
import {copies} from './copy-contract.ts';
import {disagreementFiles} from './disagreement-file-contract.ts';
import {documents, leases} from './document-contract.ts';
import {plansAndPeople} from './plan-contract.ts';
import {glass} from './glass-contract.ts';
import {houseSessions} from './house-session-contract.ts';
import {choices} from './choice-contract.ts';
import {helpCalls} from './help-contract.ts';
import {positions} from './position-contract.ts';
import {proofs} from './proof-contract.ts';
import {proposals} from './proposal-contract.ts';
import {recordsTogether} from './withholding-contract.ts';
import {keys} from './sealing-contract.ts';
import {purges} from './purge-contract.ts';
import {scales} from './scale-contract.ts';
import {signIn} from './sign-in-contract.ts';
import {upkeep} from './upkeep-contract.ts';

/** The contract of `PlanStorage`, numbered as in its comments. `place` gives a new, empty place each time. */
export function describeStorage(name: string, place: () => StoragePlace): void {
  void describe(`${name} keeps the storage contract`, () => {
    plansAndPeople(place);
    signIn(place);
    proofs(place);
    glass(place);
    documents(place);
    leases(place);
    recordsTogether(place);
    audit(place);
    upkeep(place);
    contacts(place);
    positions(place);
    copies(place);
    scales(place);
    talk(place);
    helpCalls(place);
    houseSessions(place);
    choices(place);
    proposals(place);
    attachments(place);
    disagreementFiles(place);
    purges(place);
    keys(place);
  });
}
