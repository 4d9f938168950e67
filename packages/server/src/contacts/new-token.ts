import type {ContactKind, RandomBytes} from '@goldthread/schema';

const PREFIX: Readonly<Record<ContactKind, string>> = {
  address: 'ADDR',
  phone: 'TEL',
  email: 'MAIL',
  other: 'INFO',
};
/** Without letters and digits that are taken for one another when read aloud. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 6;

/** What may stand in a plan in the place of a value: random, so that it tells neither what stands for it nor how many there are. */
export function newToken(kind: ContactKind, random: RandomBytes, taken: ReadonlySet<string>): string {
  const letters = [...random(LENGTH)].map(byte => LETTERS.charAt(byte % LETTERS.length)).join('');
  const token = `${PREFIX[kind]}-${letters}`;
  return taken.has(token) ? newToken(kind, random, taken) : token;
}
