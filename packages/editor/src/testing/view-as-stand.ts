import '../screens/view-as.ts';
import {PlanViewAs} from '../elements/view-as/view-as.ts';
import {until} from './assert.ts';
import {FakePlan} from './fake-plan.ts';
import {saidList} from './fake-withholding.ts';
import {idFor, joryPeople} from './jory-people.ts';
import {drawn, show} from './show.ts';

export const AS_CALLUM = `GET /as/${idFor('callum')}`;
export const NEED = 'He covers his ears when the bell rings.';
export const HARM = 'Shouting at night frightens him.';

/** What the father gets: the need that Esme has too, a step with formatting, and a house. */
export function callumsPlan(more: object = {}) {
  return {
    body: {
      format: 'goldthread-plan',
      planType: 'ehcp',
      sections: {
        B: [{id: 'need-1', type: 'need', text: NEED}],
        F: [
          {
            id: 'f1',
            type: 'provision',
            text: {type: 'doc', content: RICH},
            minutes: 45,
            frequency: {n: 1, per: 'week'},
            links: [{rel: 'need', to: 'need-1'}],
          },
        ],
      },
      signsOfSafety: {network: [{id: 'n1', type: 'networkMember', text: 'Gran', audience: 'everyone'}]},
      threeHouses: {goodThings: [{id: 'g1', type: 'statement', text: 'red train', audience: 'everyone'}]},
      ...more,
    },
  };
}

const RICH = [
  {
    type: 'paragraph',
    content: [
      {type: 'text', text: '<b>Wren</b>', marks: [{type: 'bold'}]},
      {type: 'text', text: 'site', marks: [{type: 'webLink', attrs: {href: 'https://wren.example'}}]},
      {type: 'text', text: 'trap', marks: [{type: 'webLink', attrs: {href: 'javascript:alert(1)'}}]},
    ],
  },
  {type: 'script', content: [{type: 'text', text: 'alert(1)'}]},
];

/** The plan of the keyworker, who may look at it as the father gets it. */
export function esmesPlan(): FakePlan {
  const plan = new FakePlan('keyworker', []);
  const people = joryPeople('esme');
  const me = people.find(({isMe}) => isMe);
  if (plan.facts !== null && me !== undefined) plan.facts = {...plan.facts, me, people};
  plan.http.says.set('GET /withholdings', saidList());
  plan.http.says.set(AS_CALLUM, callumsPlan());
  plan.http.says.set(`${AS_CALLUM}/opens`, {body: {opens: 'all'}});
  return plan;
}

/** The question whose view it is to be. */
export async function opened(plan = esmesPlan()): Promise<PlanViewAs> {
  return show(new PlanViewAs(), {source: plan});
}

/** The father's view, once it has come so far. */
export async function chosen(plan = esmesPlan(), stage = 'shown'): Promise<PlanViewAs> {
  const view = await opened(plan);
  buttonOf(view, 'Callum Penhale').click();
  await until(`it is ${stage}`, () => view._stage.kind === stage);
  await drawn(view);
  return view;
}

/** The button whose words begin so. */
export function buttonOf(view: PlanViewAs, begins: string): HTMLElement {
  const all = [...(view.shadowRoot?.querySelectorAll('button') ?? [])];
  const found = all.find(one => one.textContent.trim().startsWith(begins));
  if (found === undefined) throw new Error(`No button begins with ${begins}`);
  return found;
}
