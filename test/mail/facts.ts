import type { MailFacts } from '../../src/mail/order-mail';
import { readEvents, SAMPLE_EVENT } from '../../src/workbook/events';
import { readSettings } from '../../src/workbook/settings';
import { PAULS_ORDER } from '../workbook/orders';

/** What a mail about Paul's order is made of right after it came in. */
export const PAULS_FACTS: MailFacts = {
  order: PAULS_ORDER,
  status: 'pending',
  wasPaid: false,
  event: readEvents([SAMPLE_EVENT]).get('ASDAR26') ?? null,
  settings: readSettings([]).settings,
  paidDate: '',
  trackingLink: '',
  statusLink: '',
  feedbackLink: '',
};

/** The same facts about a customer of another name. */
export const factsNamed = (name: string): MailFacts => ({
  ...PAULS_FACTS,
  order: { ...PAULS_ORDER, customer: { ...PAULS_ORDER.customer, name } },
});
