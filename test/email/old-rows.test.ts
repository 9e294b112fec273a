import { afterAll, expect, test } from '@jest/globals';
import { flagged, MINUTE, shopOf } from '../ledger/guard-shop';
import { closeOffices } from '../support/office';
import { PAUL, type Shop } from '../support/shop';

afterAll(closeOffices);

/** Writes the first row of a tab as a version without codes did; `words` are its words, if they have changed since. */
const asBefore = async ({ office }: Shop, sheet: string, header: string, words?: string): Promise<void> => {
  const [headers = []] = (office.sheet(sheet, 1, 1) as unknown as { values: string[][] }).values;
  const column = String.fromCharCode(65 + headers.indexOf(header));
  const [[text = ''] = []] = (office.sheet(sheet, 2, 1) as unknown as { values: string[][] }).values.map((row) => [
    String(row[headers.indexOf(header)]),
  ]);
  expect(text).toMatch(/ \[[a-z-]+[^\]]*\]$/);
  await office.edit({ sheet, range: `${column}2`, values: [[words ?? text.replace(/ \[[^\]]*\]$/, '')]] });
};

test('an email that a version without codes held for its text is sent once the text is fixed', async () => {
  const shop = await shopOf();
  const row = shop.rows('Emails').findIndex(({ Kind }) => Kind === 'receipt') + 2;
  await shop.office.edit({ sheet: 'Emails', range: `C${row}`, values: [['{{nmae}}']] });
  await shop.post(PAUL);
  expect(shop.rows('Outbox')).toMatchObject([{ State: 'held' }]);
  await asBefore(shop, 'Outbox', 'Error', 'Held for its text in the Emails tab: {{nmae}} is no tag');
  await shop.office.edit({ sheet: 'Emails', range: `C${row}`, values: [['']] });
  await shop.office.advance(5 * MINUTE);
  expect(shop.rows('Outbox')).toMatchObject([{ State: 'sent', Error: '' }]);
  expect(shop.emails()).toHaveLength(1);
});

test('a row that a version without codes flagged isn’t reported again, and is fine once corrected', async () => {
  const shop = await shopOf(PAUL);
  shop.office.world.switches.editEvents = 'lost';
  await shop.type('L2', 'done');
  await shop.office.advance(5 * MINUTE);
  expect(flagged(shop)).toHaveLength(1);
  await asBefore(shop, 'Ledger', 'Flag');
  await shop.office.advance(10 * MINUTE);
  expect(flagged(shop)).toHaveLength(1);
  expect(shop.notes('Orders').L2).toContain(`"done" isn't a status`);
  await shop.type('L2', 'paid');
  await shop.office.advance(10 * MINUTE);
  expect(shop.rows('Ledger')).toMatchObject([{ Status: 'paid', Flag: '' }]);
  expect(shop.notes('Orders')).toEqual({});
});
