import { expect, test } from '@jest/globals';
import {
  EMAIL_KINDS,
  emailKindOf,
  isRequest,
  isStillTrue,
  KIND_FACTS,
  kindsBehind,
  STEP_KINDS,
} from '../../src/domain/email-kind';
import type { EmailCase } from '../../src/domain/email-kinds/definition';
import { FULFILLMENTS, ORDER_STATUSES, shippingAt } from '../../src/domain/statuses';

const standing = (
  status: EmailCase['status'],
  fulfillment: EmailCase['order']['fulfillment'],
  progress: EmailCase['progress'] = {},
): EmailCase => ({ order: { fulfillment }, status, shipping: shippingAt(status, fulfillment), progress });

test.each([
  ['receipt', ['pending', 'paid', 'shipped'], ['pending', 'paid', 'shipped']],
  ['paid', ['paid', 'shipped'], ['paid', 'shipped']],
  ['shipped', ['shipped'], []],
  ['cancelled', ['cancelled'], ['cancelled']],
  ['feedback', ['shipped'], ['shipped']],
] as const)(
  'the email %s is true of an order to ship that is %j, and of one to pick up that is %j',
  (kind, ...true_) => {
    for (const [index, fulfillment] of FULFILLMENTS.entries())
      expect(ORDER_STATUSES.filter((status) => isStillTrue(kind, standing(status, fulfillment)))).toEqual(true_[index]);
  },
);

test('nobody is asked for feedback who has given it or misses the prints, and an erased customer gets no email', () => {
  expect(isStillTrue('feedback', standing('shipped', 'ship', { feedback: { at: '' } }))).toBe(false);
  expect(isStillTrue('feedback', standing('shipped', 'ship', { notArrived: '2026-10-02' }))).toBe(false);
  for (const kind of EMAIL_KINDS)
    for (const status of ORDER_STATUSES)
      expect(isStillTrue(kind, standing(status, 'ship', { erased: true }))).toBe(false);
});

test('a step is announced by one email at most', () => {
  const steps = STEP_KINDS.flatMap((kind) => {
    const { due } = KIND_FACTS[kind];
    return due.on === 'step'
      ? FULFILLMENTS.filter((way) => (due.only ?? way) === way).map((way) => `${due.to} ${way}`)
      : [];
  });
  expect(new Set(steps).size).toBe(steps.length);
  expect(steps).toContain('paid pickup');
});

test('intake and the morning each know one kind, and that is the only one which is due there', () => {
  const dueOn = (on: string) => EMAIL_KINDS.filter((kind) => KIND_FACTS[kind].due.on === on);
  expect(dueOn('order')).toEqual(['receipt']);
  expect(dueOn('morning')).toEqual(['feedback']);
});

test('an order that the program meets is not announced what lies behind it', () => {
  expect(Object.fromEntries(ORDER_STATUSES.map((status) => [status, kindsBehind(status)]))).toEqual({
    pending: ['receipt'],
    paid: ['receipt', 'paid'],
    shipped: ['receipt', 'paid', 'shipped', 'feedback'],
    cancelled: [...EMAIL_KINDS],
  });
});

test('only what asks something waits for a morning', () => {
  expect(EMAIL_KINDS.filter(isRequest)).toEqual(['feedback']);
  expect(isRequest(null)).toBe(false);
});

test.each(['alert', '', 'Paid', 'constructor', 'toString'])('%j isn’t a kind of email to customers', (text) => {
  expect(emailKindOf(text)).toBeNull();
});

test('every title and preview belongs to a single kind', () => {
  const kinds = Object.values(KIND_FACTS);
  expect(new Set(kinds.map(({ title }) => title)).size).toBe(kinds.length);
  const previews = kinds.flatMap(({ preview }) => (preview ? [preview] : []));
  expect(new Set(previews).size).toBe(previews.length);
});
