import assert from 'node:assert/strict';
import test from 'node:test';
import {whereFrom} from './where-from.ts';

const PAGE = {origin: 'https://records.example', href: 'https://records.example/child/7'};
const TOLD = {src: '', plan: 'PLAN', participant: '', token: '', device: ''};

test('a page of the server needs no token, and its device may keep a copy', () => {
  const address = {origin: PAGE.origin, planId: 'PLAN', participantId: '', token: '', mayKeep: true};
  assert.deepEqual(whereFrom(TOLD, PAGE), address);
  assert.deepEqual(whereFrom({...TOLD, src: '/'}, PAGE), address);
  assert.deepEqual(whereFrom({...TOLD, src: PAGE.origin}, PAGE), address);
});

test('a page of another origin opens nothing until it has a token', () => {
  const foreign = {...TOLD, src: 'https://plan.example'};
  assert.equal(whereFrom(foreign, PAGE), null);
  assert.equal(whereFrom({...foreign, token: 'T'}, PAGE)?.token, 'T');
  assert.equal(whereFrom({...foreign, src: 'https://records.example:8443'}, PAGE), null);
});

test('on another origin the device keeps something only if the page says whose it is', () => {
  const foreign = {...TOLD, src: 'https://plan.example', token: 'T'};
  assert.equal(whereFrom(foreign, PAGE)?.mayKeep, false);
  assert.equal(whereFrom({...foreign, device: 'shared'}, PAGE)?.mayKeep, false);
  assert.equal(whereFrom({...foreign, device: 'own'}, PAGE)?.mayKeep, true);
});

test('without a plan, or with an address that is none, nothing is opened', () => {
  assert.equal(whereFrom({...TOLD, plan: ''}, PAGE), null);
  assert.equal(whereFrom({...TOLD, src: 'https://', token: 'T'}, PAGE), null);
});
