/** What a place in a text could tell somebody, by the rule that stops at it. */
const BY_RULE: Readonly<Record<string, string>> = {
  'SG-01': 'This looks like an address.',
  'SG-02': 'This looks like a phone number or an email.',
  'SG-03': 'This may show where someone is, or that they moved.',
  'SG-04': 'This names someone who is not on the plan, or tells something private about someone.',
  'SG-05': 'This is about an enquiry.',
  'SG-06': 'From this, someone could work out where a person is.',
};

/** Why a place is asked about, and the sentence in which it stands. */
export function whyAsked({rule, sentence}: {readonly rule: string; readonly sentence: string}): string {
  return `${BY_RULE[rule] ?? 'This could tell someone more than they should know.'} “${sentence}”`;
}
