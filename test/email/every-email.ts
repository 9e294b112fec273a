import type { EmailFacts } from '../../src/core/email-writer';
import { BUILT_IN_TEXTS, EMAIL_KINDS, type EmailKind } from '../../src/domain/email-kind';
import { cents } from '../../src/domain/money';
import { writeOrderEmail } from '../../src/email/order-email';
import { PAULS_ORDER } from '../workbook/orders';
import { factsFor, factsNamed, orderOf, PAULS_FACTS } from './facts';
import { operatorEmails } from './operator-emails';

/** A studio that has filled in all its settings. */
export const STUDIO = {
  ...PAULS_FACTS.settings,
  signature: 'Maria from CPS Photos',
  studioAddress: '1200 W Colonial Dr\nOrlando, FL 32804-1234',
  replyTo: 'hello@cps-photos.example',
};
const LOGO =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='160' height='48'%3E%3Crect width='160' height='48' rx='8' fill='%2317495a'/%3E%3C/svg%3E";
const STATUS_LINK = 'https://script.example/exec?page=order&t=a';

const pickup = { ...PAULS_ORDER, fulfillment: 'pickup' as const };
/** The widest words there are. */
const wide = orderOf(3, {
  number: 'NATIONALS-2026-12345',
  address: { ...PAULS_ORDER.address, zipCode: '32801-1234' },
});

/** What emails to customers are about, by name. */
export const ABOUT: Readonly<Record<string, EmailFacts>> = {
  'a short order': { ...PAULS_FACTS, settings: STUDIO, statusLink: STATUS_LINK },
  'an order to pick up': { ...PAULS_FACTS, order: pickup },
  'an order of 200 lines': { ...PAULS_FACTS, order: orderOf(200) },
  'an order with wide words': {
    ...PAULS_FACTS,
    paymentMethod: 'Check 1042-A',
    order: {
      ...wide,
      lines: wide.lines,
      price: {
        ...wide.price,
        lines: wide.price.lines.map((line, index) => ({
          ...line,
          photoNumber: ['DSC-10023-ED', 'IMG_20261128_12345-A', '7'][index] ?? '',
          quantity: 999,
        })),
        total: cents(5_994_000),
      },
    },
  },
  'a customer with a strange name': factsNamed(`<script>alert("&nbsp;")</script> & 'Söhne' {{total}}`),
  'a studio with a logo, on trial': {
    ...PAULS_FACTS,
    statusLink: STATUS_LINK,
    banner: 'This is a test for staff@cps-photos.example.',
    settings: { ...STUDIO, logoUrl: LOGO },
  },
};

export const emailOf = (kind: EmailKind, about: string) =>
  writeOrderEmail(BUILT_IN_TEXTS[kind], factsFor(kind, ABOUT[about] ?? PAULS_FACTS));

/** An email and what it is called in a failing test. */
export interface NamedEmail {
  readonly name: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Every email to customers. */
const customerEmails = (): readonly NamedEmail[] =>
  EMAIL_KINDS.flatMap((kind) =>
    Object.keys(ABOUT).map((about) => ({ ...emailOf(kind, about), name: `${kind}, ${about}` })),
  );

/** Every email that the product writes: to customers, and to the operator. */
export const everyEmail = async (): Promise<readonly NamedEmail[]> => [
  ...customerEmails(),
  ...(await operatorEmails()).map((email) => ({ ...email, name: `operator: ${email.subject}` })),
];
