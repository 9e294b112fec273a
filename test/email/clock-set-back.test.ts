import { afterEach, expect, test } from '@jest/globals';
import { closeOffices } from '../support/office';
import { MINUTE, openEmailShop, order } from './email-shop';

afterEach(closeOffices);

test.each([
  ['in the hour before the clock is set back', '2026-11-01T05:10:00.000Z'],
  ['right before it is set back', '2026-11-01T05:58:30.000Z'],
  ['in the hour that comes a second time', '2026-11-01T06:10:00.000Z'],
  ['at the end of that hour', '2026-11-01T06:58:30.000Z'],
])(
  'an email that an execution is sending %s is left to it, and sent later if that execution has died',
  async (_, now) => {
    const shop = await openEmailShop({ now });
    shop.office.addFault({ service: 'Range.setValues', nth: 1, kind: 'kill-before' });
    await shop.post(order(1)).catch(() => null);
    shop.office.clearFaults();
    expect(shop.states()).toEqual({ 'receipt:order-1:1': 'claimed' });
    await shop.office.call('App.sweep');
    expect(shop.states()).toEqual({ 'receipt:order-1:1': 'claimed' });
    expect(shop.customerEmails()).toEqual([]);
    shop.office.world.clock.advance(4 * MINUTE);
    await shop.office.call('App.sweep');
    expect(shop.states()).toEqual({ 'receipt:order-1:1': 'sent' });
    expect(shop.customerEmails()).toHaveLength(1);
  },
);
