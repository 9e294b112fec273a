import { afterEach, expect, test } from '@jest/globals';
import type { FaultKind } from 'local-apps-script';
import { copiesOf, type EmailShop, MINUTE, openEmailShop, order, postOrders } from '../email/email-shop';
import { sampled } from '../support/campaign';
import { closeOffices } from '../support/office';

afterEach(closeOffices);

const KINDS: readonly FaultKind[] = ['before', 'after', 'kill-before', 'kill-after'];

interface Call {
  readonly service: string;
  /** Which call of this service it is within the execution, counting from 1. */
  readonly nth: number;
}

/** The service calls of an action, in order. */
const callsOf = async (shop: EmailShop, act: () => Promise<unknown>): Promise<Call[]> => {
  const { world } = shop.office;
  const names: string[] = [];
  const perform = world.perform.bind(world);
  world.perform = (name, args, actor, since) => {
    if (actor.execution !== 'host' && world.kindOf(name) !== 'navigation') names.push(name);
    return perform(name, args, actor, since);
  };
  await act();
  world.perform = perform;
  return names.map((service, index) => ({
    service,
    nth: names.slice(0, index + 1).filter((name) => name === service).length,
  }));
};

interface Pair {
  readonly first: Call & { readonly kind: FaultKind };
  readonly second: Call & { readonly kind: FaultKind };
}

/**
 * Every pair of calls, each with every kind of fault. If the first one ends the execution, the second hits the next
 * one.
 */
const pairsOf = (calls: readonly Call[]): Pair[] =>
  calls.flatMap((first, index) =>
    calls
      .slice(index + 1)
      .flatMap((second) =>
        KINDS.flatMap((kind) =>
          KINDS.map((other): Pair => ({ first: { ...first, kind }, second: { ...second, kind: other } })),
        ),
      ),
  );

const named = ({ first, second }: Pair): string =>
  [first, second].map(({ service, nth, kind }) => `${kind} at ${service} (${nth})`).join(', ');

/** The problem with an email: it must have been sent once, or be listed as unsure. */
const emailProblem = (shop: EmailShop, key: string, subject: string): string => {
  const count = shop.customerEmails().filter((email) => email.subject.startsWith(subject)).length;
  const state = shop.states()[key];
  const isFine = (state === 'sent' && count === 1) || (state === 'unsure' && count <= 1);
  return isFine ? '' : `${key} is ${state}, and left ${count} times`;
};

const settle = async (shop: EmailShop): Promise<void> => {
  shop.office.clearFaults();
  for (let sweeps = 0; sweeps < 3; sweeps++) await shop.sweep();
};

test('two injected faults in a row at any pair of calls of a request result in one order, one number and one receipt', async () => {
  const shopBefore = await openEmailShop();
  await postOrders(shopBefore, 1);
  const open = copiesOf(shopBefore);
  const post = (shop: EmailShop) => shop.post(order(2)).catch(() => null);
  const rehearsal = open();
  const calls = await callsOf(rehearsal, () => post(rehearsal));
  expect(calls.length).toBeGreaterThan(10);
  const wrong: string[] = [];
  for (const pair of sampled(pairsOf(calls), 300, 1, 60)) {
    const shop = open();
    shop.office.addFault(pair.first);
    shop.office.addFault(pair.second);
    let answer = await post(shop);
    for (let tries = 0; !answer?.ok && tries < 6; tries++) {
      await shop.office.advance(MINUTE);
      answer = await post(shop);
    }
    await settle(shop);
    const rows = shop.rows('Orders').filter((row) => row['Order ID'] === 'order-2');
    const kept = shop.rows('Ledger').filter((row) => row['Order ID'] === 'order-2');
    const problem = [
      answer?.orderNumber === 'ASDAR26-0002' ? '' : `the answer is ${JSON.stringify(answer)}`,
      rows.length === 1 && rows[0]?.['Order Number'] === 'ASDAR26-0002' ? '' : `${rows.length} rows`,
      kept.length === 1 ? '' : `${kept.length} entries`,
      emailProblem(shop, 'receipt:order-2:1', 'We have your order ASDAR26-0002'),
    ].filter(Boolean);
    if (problem.length > 0) wrong.push(`${named(pair)}: ${problem.join('; ')}`);
    await shop.office.close();
  }
  expect(wrong).toEqual([]);
}, 3_600_000);

test('two injected faults in a row at any pair of calls of a status edit keep the status, and its email is sent once', async () => {
  const shopBefore = await openEmailShop();
  await postOrders(shopBefore, 2);
  const open = copiesOf(shopBefore);
  const edit = (shop: EmailShop) => shop.type('L3', 'paid').catch(() => null);
  const rehearsal = open();
  const calls = await callsOf(rehearsal, () => edit(rehearsal));
  expect(calls.length).toBeGreaterThan(10);
  const wrong: string[] = [];
  for (const pair of sampled(pairsOf(calls), 300, 2, 60)) {
    const shop = open();
    shop.office.addFault(pair.first);
    shop.office.addFault(pair.second);
    await edit(shop);
    // If the first fault ended the edit, a sweep hits the second one.
    await shop.sweep();
    await settle(shop);
    const row = shop.rows('Orders').find((each) => each['Order ID'] === 'order-2');
    const kept = shop.rows('Ledger').find((each) => each['Order ID'] === 'order-2');
    const problem = [
      row?.Status === 'paid' && kept?.Status === 'paid'
        ? ''
        : `the row says ${row?.Status}, the Ledger ${kept?.Status}`,
      emailProblem(shop, 'paid:order-2:1', 'We got your payment'),
    ].filter(Boolean);
    if (problem.length > 0) wrong.push(`${named(pair)}: ${problem.join('; ')}`);
    await shop.office.close();
  }
  expect(wrong).toEqual([]);
}, 3_600_000);
