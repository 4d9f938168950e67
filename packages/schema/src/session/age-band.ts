/** How a child of an age is met (domain 5.4): more pictures, more words, or lists. */
export type AgeBand = 'young' | 'middle' | 'teen';

/** How a child is met on a day; as most are where nobody says when the child was born. Days are as the plan keeps them. */
export function ageBand(born: string | undefined, today: string): AgeBand {
  if (born === undefined) return 'middle';
  const hasHadBirthday = today.slice(5) >= born.slice(5);
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4)) - (hasHadBirthday ? 0 : 1);
  return years < 8 ? 'young' : years < 13 ? 'middle' : 'teen';
}
