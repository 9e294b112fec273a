import fc from 'fast-check';
import { PAUL, type Shop } from '../support/shop';
import { openPage } from '../support/shown-dialog';

/** A made-up customer. */
export interface Customer {
  readonly name: string;
  readonly email: string;
  /** The same address as it was written a second time. */
  readonly secondEmail: string;
  readonly misspelled: string;
  readonly phone: string;
  /** The same phone as staff write it. */
  readonly writtenPhone: string;
  readonly street: string;
  /** Where an email was sent again to. */
  readonly otherAddress: string;
}

const NAMES = [
  'Bo Li',
  'José Núñez',
  'Zoë van der Berg',
  'Łukasz Żółć',
  'Siobhán O’Sullivan',
  'D’Andre Quillfeather',
  'Xu Wu',
  'Anne-Marie Tschörner',
  'Hồ Thị Ngọc',
  'Ulrica Fitzwhistle',
] as const;

/** Customers one after the other, none of whom shares a word with another. */
export const customers = (count: number): fc.Arbitrary<readonly Customer[]> =>
  fc.shuffledSubarray([...NAMES], { minLength: Math.min(count, NAMES.length) }).chain((names) =>
    fc.tuple(
      ...names.slice(0, count).map((name, nth) =>
        fc
          .record({ drawn: fc.integer({ min: 0, max: 797_998 }), style: fc.integer({ min: 0, max: 3 }) })
          .map(({ drawn, style }): Customer => {
            // Ten spans between 201-0000 and 998-9999, so that no two share a phone number or a street.
            const digits = 2_010_000 + 797_999 * nth + drawn;
            const [first, last] = [`${digits}`.slice(0, 3), `${digits}`.slice(3)];
            const local = `q${digits}z${nth}`;
            return {
              name,
              email: `${local}@example.com`,
              secondEmail: `${local.toUpperCase()}@Example.com`,
              misspelled: `${local}@example`,
              phone: `212-${first}-${last}`,
              writtenPhone:
                [`(212) ${first}-${last}`, `212.${first}.${last}`, `+1 212 ${first} ${last}`, `212${digits}`][style] ??
                '',
              street: `${digits} Quince Ct`,
              otherAddress: `other.${local}@example.org`,
            };
          }),
      ),
    ),
  );

/** Everything that tells who a customer is, word by word. */
export const wordsOf = (customer: Customer): string[] => [
  ...[customer.email, customer.misspelled, customer.phone, customer.street, customer.otherAddress, customer.name],
  ...customer.name.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word)),
];

const bodyOf = ({ name, email, phone, street }: Customer) => ({
  ...PAUL,
  ...{ customerName: name, email, phone, street, apartment: '' },
});

/** How the neighbor is called, who has the same street and stays whole. */
export const neighborOf = ({ street }: Customer, nth: number) => ({
  ...PAUL,
  ...{ customerName: `Neighbor Number${nth}`, email: `neighbor${nth}@example.net`, phone: `305-555-01${20 + nth}` },
  ...{ street, apartment: '' },
});

/**
 * Two orders of the customer in two spellings, with all that people do about them: notes, ratings, an email sent again to another address, refused
 * requests, words in columns of staff; and an order of a neighbor in the same street.
 */
export const liveThrough = async (shop: Shop, customer: Customer, nth: number): Promise<void> => {
  const body = bodyOf(customer);
  await shop.post({ ...body, orderId: `c${nth}-1` });
  await shop.post({ ...body, orderId: `c${nth}-2`, email: customer.secondEmail });
  await shop.post({ ...neighborOf(customer, nth), orderId: `n${nth}-1` });
  await shop.post({ ...body, orderId: `c${nth}-3`, email: customer.misspelled });
  await shop.post({ ...body, orderId: `c${nth}-4`, items: [] });
  const card = await openPage(shop, 'Find order');
  await card('orders.resend', `c${nth}-1`, 'receipt', customer.otherAddress);
  await card('orders.note', `c${nth}-1`, `${customer.name} moves, call ${customer.writtenPhone}`);
  await card('orders.mark', `c${nth}-2`, 'paid', '');
  const ids = shop.rows('Orders').map((row) => row['Order ID']);
  const row = ids.indexOf(`c${nth}-1`) + 2;
  const number = String(shop.rows('Orders')[row - 2]?.['Order Number'] ?? '');
  await shop.post({ route: 'orders/feedback', orderNumber: number, rating: 2, feedback: `${customer.name} is sad` });
  const [first = ''] = customer.name.split(' ');
  await shop.office.edit({ sheet: 'Orders', range: `S${row}`, values: [[`ask ${first}`]] });
  await shop.office.edit({ sheet: 'Orders', range: `T${row}`, values: [[`call ${customer.writtenPhone}`]] });
  noteOn(shop, `T${row}`, `${customer.name} called, ${customer.email}`);
  noteOn(shop, `S${ids.indexOf(`n${nth}-1`) + 2}`, `knows ${customer.email}`);
};

/** Puts a note on a cell, as staff do. */
export const noteOn = ({ office }: Shop, cell: string, note: string, sheet = 'Orders'): void => {
  const { bound, world } = office;
  const workbook = world.workbooks.get(bound);
  const host = { effectiveUser: 'operator@cps-photos.example', activeUser: '', execution: 'host', bound };
  const [, letters = '', row = '1'] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  const place = { row: Number(row), column, rows: 1, columns: 1 };
  const range = { file: bound, sheet: workbook?.tabs.find(({ name }) => name === sheet)?.id ?? -1, ...place };
  world.perform('Range.setNote', [range, note], host);
};
