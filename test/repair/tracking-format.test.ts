import { afterAll, expect, test } from '@jest/globals';
import { asOwner } from '../set-up/old-sheet';
import { closeOffices, openOffice } from '../support/office';
import { openShop, PAUL, type Shop } from '../support/shop';

afterAll(closeOffices);

const MINUTE = 60_000;
/** A USPS number of 22 digits: as a number it would be 9.4E+21. */
const NUMBER = '9400111899223197428490';

const formats = ({ office }: Pick<Shop, 'office'>, column: number) => {
  const { bound, world } = office;
  const sheet = world.workbooks.get(bound)?.tabNamed('Orders')?.id ?? 0;
  const cells = { file: bound, sheet, row: 2, column: column + 1, rows: 30, columns: 1 };
  const host = { effectiveUser: 'operator@cps-photos.example', activeUser: '', execution: 'host', bound };
  const found = world.perform('Range.getNumberFormats', [cells], host) as unknown as string[][];
  return [...new Set(found.flat())];
};

const typeHeader: Readonly<Record<string, (shop: Shop) => Promise<unknown>>> = {
  typed: (shop) => shop.type('S1', 'Tracking Number'),
  'typed with blanks around it': (shop) => shop.type('S1', ' Tracking Number '),
  'pasted with others': (shop) => shop.type('S1', [['Tracking Number', 'Comment']]),
  'pasted with a column below it': (shop) => shop.type('S1', [['Tracking Number'], [''], ['']]),
  'typed by staff': (shop) => shop.type('S1', 'Tracking Number', 'staff'),
  'typed, and no event came': async (shop) => {
    shop.office.world.switches.editEvents = 'lost';
    await shop.type('S1', 'Tracking Number');
    shop.office.world.switches.editEvents = 'arrive';
    await shop.office.advance(6 * MINUTE);
  },
  'typed, and set-up ran': async (shop) => {
    shop.office.world.switches.editEvents = 'lost';
    await shop.type('S1', 'Tracking Number');
    shop.office.world.switches.editEvents = 'arrive';
    await shop.office.call('App.setUp');
  },
};

test.each(Object.entries(typeHeader))(
  'a Tracking Number column has its format before the first order: %s',
  async (_, act) => {
    const shop = await openShop();
    await act(shop);
    expect(formats(shop, 18)).toEqual(['@']);
    await shop.post({ ...PAUL, orderId: 'a-1' });
    await shop.type('L2', 'paid');
    await shop.type('S2', NUMBER);
    await shop.type('L2', 'shipped');
    expect(Object.values(shop.rows('Orders')[0] ?? {})).toContain(NUMBER);
    expect(shop.emails().at(-1)?.text).toContain(NUMBER);
  },
);

test('a sheet that has the column before its first set-up keeps its digits, too', async () => {
  const office = openOffice();
  asOwner(office, 'Spreadsheet.insertSheet', 'Orders', null, null);
  await office.edit({ sheet: 'Orders', range: 'A1', values: [['Tracking Number', 'Order ID']] });
  await office.call('App.setUp');
  expect(formats({ office }, 0)).toEqual(['@']);
});
