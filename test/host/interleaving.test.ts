import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openRaces, type Race, type Races } from 'local-apps-script/testing';

let races: Races | undefined;

beforeAll(() => {
  races = openRaces();
});

afterAll(() => races?.remove());

const SET_UP = `await office.call('App.setUp');
world.perform('Properties.setProperty', ['script', 'AUTH_MODE', 'open'], { effectiveUser: '', activeUser: '', execution: 'host', bound: office.bound });`;

/** Four orders posted to the product at the same time. */
const POSTS = `['a', 'b', 'c', 'd'].map((name) => office.request({ method: 'POST', query: '', contentType: 'application/json', body: JSON.stringify({
  orderId: name, customerName: 'Ann ' + name, email: name + '@example.com', street: '1 Main St', city: 'Orlando', state: 'FL', zipCode: '32801',
  eventCode: 'ASDAR26', items: [{ photoNumber: '1234', qty4x6: 1 }] }) }))`;

test('four orders posted at once make each call, with its arguments, in the same order for the same seed, twice', () => {
  const order = (seed: number): string =>
    races?.run({ script: resolve('dist'), before: SET_UP, race: POSTS, seed }) ?? '';
  const first = order(21);
  const { order: calls, ends } = JSON.parse(first) as Race;
  expect(ends.map(({ status }) => status)).toEqual(['completed', 'completed', 'completed', 'completed', 'completed']);
  const commits = calls.filter(([, name]) => name === 'Sheets.Spreadsheets.batchUpdate');
  expect(new Set(commits.map(([execution]) => execution)).size).toBe(4);
  // They really took turns: an execution was interrupted by another.
  const turns = calls.filter(([execution], at) => at > 0 && calls[at - 1]?.[0] !== execution).length;
  expect(turns).toBeGreaterThan(calls.length / 4);
  expect(order(21)).toBe(first);
  expect(order(22)).not.toBe(first);
});
