import {newId, type ContactId} from '@goldthread/schema';
import type {Plan} from '@goldthread/schema/json';
import type {PlanRecord, RecordChange} from '../storage/index.ts';
import type {HttpPorts} from './http-ports.ts';
import type {IdOfKey} from './import-documents.ts';

/** The values of a file's contact store. They go nowhere else, and no export ever holds one. */
export function importedContacts(
  tools: Pick<HttpPorts, 'random'>,
  plan: PlanRecord,
  file: Plan,
  idOfKey: IdOfKey,
): RecordChange[] {
  return (file.contacts ?? []).map(({token, kind, value, audience}): RecordChange => {
    const put = {
      id: newId<ContactId>(tools.random),
      planId: plan.id,
      ...{token, kind, value},
      audience: audience.flatMap(key => idOfKey(key) ?? []),
      writtenBy: null,
      writtenAt: plan.createdAt,
      asked: null,
      sightings: [],
    };
    return {kind: 'contact', put};
  });
}
