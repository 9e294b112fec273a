import { PEOPLE } from '../../demo/cps';
import type { Alert } from '../../src/core/email-writer';
import type { Email } from '../../src/core/outbox-ports';
import { LIVE } from '../../src/core/roles';
import { alertEmail } from '../../src/email/alert-email';
import { waiting } from '../../src/email/alert-operator';
import type { EmailPorts } from '../../src/email/email-ports';
import { ADDRESS_FIRST, tellOfMissingAddress } from '../../src/email/postal-address';
import { tooManyAtOnce } from '../../src/email/reasons';
import type { HeldBack } from '../../src/email/send-gate';
import { tellOfHeldBack, tellOfQuota } from '../../src/email/tell-operator';
import { ORDER, open, sweepSoon, token } from '../customers/pages-shop';
import { visitorOf } from '../customers/visitor';
import type { Shop } from '../support/shop';

const SHEET = 'https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789_-AbCdE/edit';

/** What a use case raises, as the email that the sweep makes from it. */
const raised = (run: (ports: EmailPorts) => void): Email[] => {
  const kept: Record<string, string> = { [LIVE]: SHEET.split('/')[5] ?? '', [ADDRESS_FIRST]: 'yes' };
  const ports = {
    clock: { now: () => new Date('2026-11-28T12:00:00Z'), local: () => '2026-11-28T07:00:00' },
    properties: {
      all: () => kept,
      renew: () => false,
      keepCopy: () => {},
      fresh: (name: string) => kept[name] ?? '',
      set: (values: Record<string, string>) => void Object.assign(kept, values),
    },
  };
  run(ports as unknown as EmailPorts);
  return Object.entries(kept).flatMap(([name, text]) => {
    const topic = waiting('ADDRESS').replace('ADDRESS', '');
    return name.startsWith(topic) && text.startsWith('{')
      ? [alertEmail(JSON.parse(text) as Alert, PEOPLE.operator, SHEET)]
      : [];
  });
};

const stopped = (count: number): readonly HeldBack[] =>
  Array.from({ length: count }, (_, index) => ({
    email: {
      kind: 'paid',
      kindText: 'paid',
      orderNumber: `ASDAR26-${1000 + index}`,
      to: `customer-${index}@example.com`,
    },
    state: 'held',
    error: tooManyAtOnce(count, 500),
    copy: false,
  })) as unknown as HeldBack[];

const setting = async ({ office, rows }: Shop, name: string, value: string): Promise<void> => {
  const at = rows('Settings').findIndex(({ Setting }) => Setting === name) + 2;
  await office.edit({ sheet: 'Settings', range: `B${at}`, values: [[value]] });
};

/** A shop after a busy day that sent every kind of email to the operator. */
const fromTheShop = async (): Promise<Email[]> => {
  const shop = await open();
  for (const orderId of ['o1', 'o2', 'o3']) await shop.post({ ...ORDER, orderId });
  await shop.post({ ...ORDER, orderId: 'refused', email: 'paul(at)example.com', zipCode: '12' });
  const rate = (orderId: string, form: Record<string, string>) =>
    visitorOf(shop).send('feedback', { t: token(shop, 'feedback', orderId), ...form });
  await rate('o1', { rating: '2', comment: 'Too dark, see https://example.com/win', action: 'rate' });
  await rate('o2', { rating: '1', comment: '', action: 'missing' });
  await sweepSoon(shop);
  await setting(shop, 'Morning list by email', 'on');
  await setting(shop, 'Weekly digest', 'on');
  shop.office.world.clock.freeze(Date.parse('2026-10-05T12:00:00Z'));
  await shop.office.call('App.sweep');
  await shop.office.call('App.morning');
  await sweepSoon(shop);
  return (shop.emails() as unknown as Email[]).filter(({ to }) => to === PEOPLE.operator);
};

/** Every email to the operator, by its subject. */
export const operatorEmails = async (): Promise<readonly Email[]> => [
  ...(await fromTheShop()),
  ...raised((ports) => tellOfHeldBack(ports, stopped(24))),
  ...raised((ports) => tellOfQuota(ports, 31, 'Nov 29, 3:04 AM')),
  ...raised((ports) => tellOfMissingAddress(ports, { studioAddress: '' }, () => true)),
];
