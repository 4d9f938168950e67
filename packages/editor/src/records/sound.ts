import type {PlanHttp} from '../sync/plan-http.ts';
import {askPlan} from './ask-records.ts';
import {fieldsOf, textOf} from './read.ts';

/** What was recorded; null where it can't be had now. */
export async function soundOf(http: PlanHttp, attachment: string): Promise<Blob | null> {
  const found = await askPlan(
    http,
    ['GET', `/attachments/${encodeURIComponent(attachment)}?as=text`],
    body => {
      const {type, data} = fieldsOf(body);
      return {type: textOf(type), data: textOf(data)};
    },
  );
  if (!found.ok) return null;
  const {type, data} = found.value;
  return new Blob([Uint8Array.from(atob(data), character => character.charCodeAt(0))], {type});
}
