import type {PlanHttp} from '../sync/plan-http.ts';
import {fieldsOf, textOf} from './read.ts';

/** Of what a council may say something of its own. */
export const COUNCIL_ROUTES = ['advice', 'mediation', 'appeal'] as const;

/** One of them. */
export type CouncilRoute = (typeof COUNCIL_ROUTES)[number];

/** Who helps there, in the council's words. Link and number are empty where it gave none. */
export interface CouncilSays {
  readonly name: string;
  readonly words: string;
  readonly link: string;
  readonly phone: string;
}

/** What a council says of where to go with a disagreement; its name is empty where it isn't known. */
export interface CouncilWords {
  readonly council: string;
  readonly says: Partial<Readonly<Record<CouncilRoute, CouncilSays>>>;
}

/** Asks the server; without an answer the council says nothing. */
export async function councilWords(http: Pick<PlanHttp, 'ask'>): Promise<CouncilWords> {
  const answer = await http.ask('GET', '/council.json');
  if (!answer.ok) return {council: '', says: {}};
  const fields = fieldsOf(answer.value);
  const said = COUNCIL_ROUTES.flatMap(route => {
    const {name, words, link, phone} = fieldsOf(fields[route]);
    if (textOf(name) === '') return [];
    const address = textOf(link);
    // Whatever a server answers, no link of it ever runs.
    const safe = address.startsWith('https://') ? address : '';
    return [[route, {name: textOf(name), words: textOf(words), link: safe, phone: textOf(phone)}] as const];
  });
  return {council: textOf(fields['council']), says: Object.fromEntries(said)};
}
