import { STATUS_FACTS } from '../statuses';
import type { EmailKindFacts, EmailTemplate } from './definition';

/** Announces that the payment arrived. */
export const paid = {
  title: 'Payment received',
  preview: 'App.previewPaid',
  due: { on: 'step', to: 'paid' },
  isStillTrue: ({ status }) => STATUS_FACTS[status].money === 'earned',
  tellsTracking: false,
  tellsPayment: true,
} satisfies EmailKindFacts;

export const paidText: EmailTemplate = {
  subject: 'We got your payment (order {{orderNumber}})',
  preview:
    "{{total}} received. {{#pickup}}{{#pickupPlace}}Pick up at: {{pickupPlace}}.{{/pickupPlace}}{{^pickupPlace}}Thank you!{{/pickupPlace}}{{/pickup}}{{^pickup}}We're printing your photos.{{/pickup}}",
  message: `Hi {{firstName}},

We got your payment of {{total}} on {{paidDate}}{{#paymentMethod}} ({{paymentMethod}}){{/paymentMethod}}. Thank you!

{{#pickup}}{{#pickupPlace}}Where to pick up: {{pickupPlace}}.{{/pickupPlace}}{{^pickupPlace}}We're printing your photos. Just reply to this email to ask where and when you can pick them up.{{/pickupPlace}}{{/pickup}}{{#shipTo}}We're printing your photos and will email you when they ship to:
{{shipTo}}{{/shipTo}}

Order {{orderNumber}}, placed on {{orderDate}}

{{items}}

{{#statusLink}}Check on your order anytime:
{{statusLink}}{{/statusLink}}

Questions? Just reply to this email.`,
};
