import type {RootName} from '@goldthread/schema';
import type {HttpRefusal, PlanHttp} from '../sync/plan-http.ts';
import {askPlan, type RecordAnswer} from './ask-records.ts';
import {fieldsOf, listOf, textOf} from './read.ts';

/** A place in a text that could tell somebody more than they should know. */
export interface Finding {
  /** Names it, to clear it; the same wherever the same words stand. */
  readonly key: string;
  /** Which rule it is that stops, such as `SG-01`. */
  readonly rule: string;
  readonly words: string;
  /** The sentence in which they stand. */
  readonly sentence: string;
}

/** What words could tell those who read a part. */
export function checkDisclosure(
  http: PlanHttp,
  texts: readonly string[],
  root: RootName,
): Promise<RecordAnswer<readonly Finding[]>> {
  return askPlan(http, ['POST', '/disclosure-checks'], readFindings, {texts, root});
}

/** What the server wants cleared before it does something; nothing where it refused for another reason. */
export function findingsIn({code, findings}: HttpRefusal): readonly Finding[] {
  return code === 'DISCLOSURE' ? (readFindings({findings}) ?? []) : [];
}

/** Those that nobody has cleared yet. */
export function uncleared(findings: readonly Finding[], cleared: readonly string[]): readonly Finding[] {
  return findings.filter(({key}) => !cleared.includes(key));
}

function readFindings(body: unknown): readonly Finding[] | null {
  const {findings} = fieldsOf(body);
  if (!Array.isArray(findings)) return null;
  return listOf(findings).map(one => {
    const {key, rule, words, sentence} = fieldsOf(one);
    return {key: textOf(key), rule: textOf(rule), words: textOf(words), sentence: textOf(sentence)};
  });
}
