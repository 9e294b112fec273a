import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { get, post } from 'local-apps-script/testing';
import { cleanUp, newFolder, startHost } from '../host/host-process';
import { PAUL } from '../support/shop';

let address: string;

beforeAll(async () => {
  ({ address } = await startHost('--data', newFolder()));
  for (const orderId of ['one', 'two']) await post(address, '/exec', { ...PAUL, orderId });
});

afterAll(cleanUp);

const type = (range: string, value: string) =>
  post(address, '/local/edit', { sheet: 'Orders', range, values: [[value]] });

const cells = async () => {
  const { json } = await get(address, '/local/sheet/Orders?from=2&rows=2');
  const rows = json as { values: string[][]; notes: string[][] };
  return rows.values.map((row, index) => ({ L: row[11], Q: row[16], note: rows.notes[index]?.[11] }));
};

const subjects = async (): Promise<string[]> => {
  const { json } = await get(address, '/local/mail');
  return (json as { mails: { subject: string }[] }).mails.map(({ subject }) => subject);
};

test('through the control API: paid emails once, a forbidden status is undone, shipped in Q ships the order', async () => {
  expect(await subjects()).toHaveLength(2);

  await type('L2', 'paid');
  expect((await subjects()).slice(2)).toEqual([expect.stringContaining('payment')]);
  await type('L2', 'paid');
  expect(await subjects()).toHaveLength(3);

  await type('L3', 'shipped');
  const [, second] = await cells();
  expect(second).toMatchObject({ L: 'pending', note: expect.stringContaining("it can't be marked shipped") });
  expect(await subjects()).toHaveLength(3);

  await type('Q2', 'shipped');
  const [first] = await cells();
  expect(first).toMatchObject({ L: 'shipped', Q: 'shipped' });
  expect((await subjects()).slice(3)).toEqual([expect.stringContaining('on their way')]);
  await type('Q2', 'shipped');
  await post(address, '/local/clock', { advance: 'PT15M' });
  expect(await subjects()).toHaveLength(4);
});
