import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Mutation, mutatedBundle, removeMutants } from '../support/mutated-bundle';
import { closeOffices } from '../support/office';
import { type Life, life, withPages } from './life-story';

const MINUTE = 60_000;

let right: Life;
beforeAll(async () => {
  right = await life();
}, 2 * MINUTE);
afterAll(async () => {
  await closeOffices();
  removeMutants();
});

test('the lives of six orders are seen alike in the sheet, by email, on pages, in print and in reports', () => {
  expect(right).toMatchObject({
    rows: {
      shipped: 'shipped, shipped',
      picked: 'shipped, picked up',
      paid: 'paid, to ship',
      unpaid: 'pending, to ship',
      off: 'cancelled, ',
      refunded: 'cancelled, ',
    },
    emails: {
      shipped: 'paid sent, shipped sent, feedback sent',
      picked: 'paid sent, feedback sent',
      paid: 'paid sent',
      unpaid: '',
      off: 'cancelled sent',
      refunded: 'paid cancelled, cancelled sent',
    },
    summary: {
      totalOrders: 6,
      pendingCount: 1,
      paidCount: 1,
      shippedCount: 2,
      cancelledCount: 2,
      completedCount: 3,
      totalRevenue: 120,
      pendingRevenue: 40,
      averageOrderValue: 40,
    },
    pages: {
      shipped: 'Your prints are on their way 3',
      picked: 'Enjoy your prints! 3',
      paid: 'Thanks for your payment! 2',
      unpaid: 'We have your order 1',
      off: 'This order was canceled 0',
      refunded: 'This order was canceled 0',
    },
    prints: [
      'shipped false shipped',
      'paid true ',
      'ASDAR26-0002 is a pickup order.',
      "ASDAR26-0004 isn't paid.",
      'ASDAR26-0005 is canceled.',
      'ASDAR26-0006 is canceled.',
    ],
    cards: {
      shipped: '; shipped back to paid',
      picked: '; shipped back to paid',
      paid: 'shipped, cancelled; paid back to pending',
      unpaid: 'paid, paid and shipped, cancelled; no step back',
      off: '; cancelled back to pending',
      refunded: '; cancelled back to paid',
    },
  });
  for (const line of [
    'Paid or shipped, orders 3',
    'Pending, amount $40.00',
    'Canceled after payment, orders 1',
    'Payments, orders 4',
    'Shipped or picked up, orders 2',
    'Median hours from paid to shipped 0.2',
    'Feedback requests sent 2',
    'Canceled before payment, orders 1',
  ])
    expect(right.report).toContain(line);
});

const STATUSES = 'domain/statuses.ts';
const AFTER_THE_TABLE = '/** Everything that depends on a shipping status. */';

/** Two statuses with each other's fact. */
const swapped = (one: string, other: string, fact: string): Mutation => ({
  file: STATUSES,
  text: AFTER_THE_TABLE,
  instead: `const { ${one}: one, ${other}: other } = STATUS_FACTS as any;
    [one.${fact}, other.${fact}] = [other.${fact}, one.${fact}];
    ${AFTER_THE_TABLE}`,
});

/** A planted bug, and where it shows. */
const BUGS: readonly (readonly [string, Mutation, readonly (keyof Life)[]])[] = [
  ['pending and paid have swapped which of them is open', swapped('pending', 'paid', 'isOpen'), ['rows', 'prints']],
  [
    'pending and canceled have swapped their money',
    swapped('pending', 'cancelled', 'money'),
    ['emails', 'summary', 'report'],
  ],
  ['paid and canceled have swapped what the customer sees', swapped('paid', 'cancelled', 'shownAs'), ['pages']],
  [
    'the moments of a shipped order have swapped their places',
    { file: STATUSES, text: "moments: ['paid', 'shipped']", instead: "moments: ['shipped', 'paid']" },
    ['report'],
  ],
  [
    'what is not paid may be printed',
    {
      file: STATUSES,
      text: `unprintable: { is: "isn't paid", since: "isn't paid anymore" }`,
      instead: 'unprintable: null',
    },
    ['prints'],
  ],
  [
    'a canceled order keeps its shipping status',
    { file: STATUSES, text: "shipping: 'none'", instead: "shipping: 'as before'" },
    ['rows'],
  ],
  [
    'nobody asks whether the email about a payment is still true',
    {
      file: 'domain/email-kinds/paid.ts',
      text: "isStillTrue: ({ status }) => STATUS_FACTS[status].money === 'earned'",
      instead: 'isStillTrue: () => true',
    },
    ['emails'],
  ],
  [
    'a pick-up is announced as if it had been shipped',
    { file: 'domain/email-kinds/shipped.ts', text: ", only: 'ship' }", instead: ' }' },
    ['emails'],
  ],
  [
    'a new order can be taken a step back',
    { file: 'statuses/step-back.ts', text: 'status === FIRST_STATUS && !progress.previous', instead: 'false' },
    ['cards'],
  ],
];

test.each(BUGS)(
  'a bug is found: %s',
  async (_, mutation, shows) => {
    const wrong = await life(withPages(await mutatedBundle(mutation)), shows);
    expect(shows.filter((what) => JSON.stringify(wrong[what]) === JSON.stringify(right[what]))).toEqual([]);
    expect(Object.values(wrong.pages).join()).not.toContain('undefined');
  },
  2 * MINUTE,
);
