import {houseName, HOUSE_LISTS} from '@goldthread/schema/json';
import {z} from 'zod';
import {failures, planAddress} from '../answers.ts';
import type {App} from '../app.ts';
import {participantOf, planIdOf} from '../authorize.ts';
import {requirePlan} from '../change-plan.ts';
import {chooseHouses, firstHouse, houseNames} from '../house-choice.ts';
import type {HttpPorts} from '../http-ports.ts';

/** What the child called the houses, and which comes first. */
export const chosenHouses = {
  names: z.record(z.string(), z.string()).describe('What the child calls the houses, by root'),
  first: z.string().nullable().describe('The root of the house that the child picked first'),
};

/** The child gives the houses names and picks the first. */
export function houseChoiceRoutes(app: App, ports: HttpPorts): void {
  const schema = {
    params: planAddress,
    body: z.strictObject({
      names: z
        .strictObject({
          goodThings: houseName.optional(),
          worries: houseName.optional(),
          dreams: houseName.optional(),
        })
        .describe('One that is left out is called as before anybody chose'),
      first: z.enum(HOUSE_LISTS).nullable().describe('null: none was picked'),
    }),
    response: {200: z.object(chosenHouses), ...failures(400, 401, 404, 409)},
  };
  app.put('/api/plans/:plan/houses', {schema}, async request => {
    const plan = await requirePlan(ports.storage, planIdOf(request.params));
    const {names, first} = request.body;
    const choice = {names, ...(first !== null && {first})};
    const changed = await chooseHouses(ports, plan, participantOf(request), choice);
    return {names: houseNames(changed), first: firstHouse(changed)};
  });
}
