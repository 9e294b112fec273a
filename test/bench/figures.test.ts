import { expect, test } from '@jest/globals';
import { BUDGETS, type OperationName } from '../../demo/bench/budgets';
import { type Measured, measure } from '../../demo/bench/operations';
import { overBudget } from '../../demo/bench/verdict';

const BUNDLE = { kilobytes: 150, freshContext: 2 };

const measured = (operation: OperationName, figures: Partial<Measured>): Measured => ({
  operation,
  orders: 100,
  calls: {},
  total: BUDGETS[operation].calls,
  locked: 0,
  commits: 1,
  cellsRead: 0,
  cellsWritten: 0,
  apiBytes: 0,
  scriptTime: 0,
  estimatedTime: 0,
  ...figures,
});

const known = new Map<number, Promise<readonly Measured[]>>();

/** What the operations take on a sheet of a given size, measured once. */
const figures = (orders: number): Promise<readonly Measured[]> => {
  const all = known.get(orders) ?? measure(orders);
  known.set(orders, all);
  return all;
};

test('every operation stays within its service calls, on a sheet of 100 orders and on one of 3,000', async () => {
  for (const orders of [100, 3000]) {
    const all = await figures(orders);
    expect(all.map((each) => each.operation)).toEqual(Object.keys(BUDGETS));
    expect(overBudget(all, BUNDLE)).toEqual([]);
  }
});

test('the number of service calls does not grow with the sheet', async () => {
  const totals = async (orders: number) =>
    (await figures(orders))
      .filter(({ operation }) => operation !== 'a paste of 500 statuses with 20 emails')
      .map(({ operation, total }) => [operation, total]);
  expect(await totals(3000)).toEqual(await totals(100));
});

test.each([
  ['one call too many', { total: 15 }, '15 service calls, at most 14'],
  ['a heavy answer', { apiBytes: 50_001 }, '50001 bytes to and from the advanced service, at most 50000'],
  ['a sixth call under the lock', { locked: 6 }, '6 calls while the lock is held, at most 5'],
  ['a second write of the advanced service', { commits: 2 }, '2 writes of the advanced service, exactly 1'],
])('%s is over the budget and named', (_, figures, sentence) => {
  expect(overBudget([measured('accepted order with its receipt', figures)], BUNDLE).join()).toContain(sentence);
});

test('a bundle over 200 kB is named', () => {
  expect(overBudget([], { ...BUNDLE, kilobytes: 201 }).join()).toContain('201 kB');
});
