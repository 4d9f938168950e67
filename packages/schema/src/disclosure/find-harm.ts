import {flatten} from './flat.ts';

/** SG-08: words with which a child may be telling of harm. A prompt for the worker, never a rule that hides anything. */
const HARM =
  /\b(?:hit|hits|hitting|kick(?:s|ed)?|punch(?:es|ed)?|slap(?:s|ped)?|belt|burn(?:s|t|ed)?|hurt(?:s|ing)?|touch(?:es|ed|ing)?|private parts?|locked (?:me|in)|secret|scared of|frightened of|blood|knife|kill|die|dead|choke\w*|squeez\w+|won't wake up|no (?:food|dinner)|don't tell)\b/i;

/** Whether a child who says this may be telling of harm. */
export function mayTellOfHarm(text: string): boolean {
  return HARM.test(flatten(text).text.replaceAll(/\s+/g, ' '));
}
