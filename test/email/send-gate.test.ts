import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { releasedBy } from '../../src/email/reasons';
import { type Gates, passSendGate } from '../../src/email/send-gate';
import { type OutboxEntry, outboxEntry } from '../../src/workbook/outbox-row';

const OPEN: Gates = {
  error: () => null,
  isOff: () => false,
  testAddress: '',
  keys: new Set(),
  mostPerRun: 500,
  mostPerCustomer: 10,
  ofTheDay: new Map(),
  budget: 100,
  until: '2026-11-24 15:05',
};
const email = (n: number, some: Record<string, string> = {}): OutboxEntry =>
  outboxEntry(n + 1, {
    Key: `paid:o${n}:1`,
    'Order ID': `o${n}`,
    Kind: 'paid',
    To: `c${n}@example.com`,
    State: 'claimed',
    ...some,
  });
const emails = (count: number): OutboxEntry[] => Array.from({ length: count }, (_, index) => email(index + 1));

test('with all gates open, every email is sent, in order', () => {
  expect(passSendGate(emails(3), OPEN)).toEqual({ go: emails(3), heldBack: [] });
});

test('emails over the budget wait and say until when', () => {
  const { go, heldBack } = passSendGate(emails(5), { ...OPEN, budget: 2 });
  expect(go.map(({ orderId }) => orderId)).toEqual(['o1', 'o2']);
  expect(heldBack.map(({ state }) => state)).toEqual(Array(3).fill('waiting for quota'));
  expect(heldBack[0]?.error).toContain('after 2026-11-24 15:05');
});

test('one new email more than allowed holds all new ones; released and resent ones are not new', () => {
  const gates = { ...OPEN, mostPerRun: 2 };
  expect(passSendGate(emails(2), gates).go).toHaveLength(2);
  expect(passSendGate(emails(3), gates)).toMatchObject({
    go: [],
    heldBack: [{ state: 'held' }, { state: 'held' }, { state: 'held' }],
  });
  const released = email(9, { State: 'queued', Error: releasedBy('Maria') });
  const again = email(8, { Key: 'paid:o8:2' });
  expect(passSendGate([...emails(3), released, again], gates).go).toEqual([released, again]);
});

test('a broken text holds every email of its kind, even tests; a kind that is off holds only automatic emails', () => {
  const asked = email(2, { Key: 'paid:o2:test.1' });
  const other = email(3, { Kind: 'receipt', Key: 'receipt:o3:1' });
  const broken = passSendGate([email(1), asked, other], {
    ...OPEN,
    error: (kind) => (kind === 'paid' ? "{{x}} isn't a tag" : null),
  });
  expect(broken.go).toEqual([other]);
  expect(broken.heldBack.map(({ error }) => error)).toEqual(
    Array(2).fill("Held because of an error in its text in the Emails tab: {{x}} isn't a tag [bad-text]"),
  );
  expect(passSendGate([email(1), asked], { ...OPEN, isOff: () => true }).go).toEqual([asked]);
});

test('in test mode a customer’s email waits and its copy is sent once; tests are sent normally', () => {
  const gates = { ...OPEN, testAddress: 'trial@example.com' };
  const test = email(2, { Key: 'paid:o2:test.1' });
  expect(passSendGate([email(1), test], gates)).toMatchObject({
    go: [test],
    heldBack: [{ state: 'queued', copy: true }],
  });
  expect(passSendGate([email(1)], { ...gates, keys: new Set(['paid:o1:1.test']) }).heldBack).toMatchObject([
    { copy: false },
  ]);
});

test('each email is either sent or held back, and budgets and daily limits hold, for any gates', () => {
  const some = fc.array(
    fc.record({
      n: fc.nat(8),
      version: fc.constantFrom('1', '2', '1.test', 'test.1'),
      error: fc.constantFrom('', releasedBy('x')),
      state: fc.constantFrom('queued', 'claimed', 'waiting for quota'),
    }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(some, fc.nat(12), fc.nat(5), fc.nat(12), fc.boolean(), (list, budget, perCustomer, perRun, trial) => {
      const all = list.map(({ n, version, error, state }, index) =>
        email(index, { Key: `paid:o${index}:${version}`, To: `c${n}@example.com`, Error: error, State: state }),
      );
      const gates = {
        ...OPEN,
        budget,
        mostPerCustomer: perCustomer,
        mostPerRun: perRun,
        testAddress: trial ? 't@x.y' : '',
      };
      const { go, heldBack } = passSendGate(all, gates);
      expect([...go, ...heldBack.map((each) => each.email)].map(({ at }) => at).sort((a, b) => a - b)).toEqual(
        all.map(({ at }) => at),
      );
      expect(go.length).toBeLessThanOrEqual(budget);
      for (let n = 0; n <= 8; n++) {
        const own = go.filter(
          ({ to, version, error }) => to === `c${n}@example.com` && version === '1' && error === '',
        );
        expect(own.length).toBeLessThanOrEqual(perCustomer);
      }
      if (trial) expect(go.every(({ version }) => version.includes('test'))).toBe(true);
    }),
  );
});
