import { STATUS_FACTS } from '../statuses';
import type { EmailKindFacts, EmailTemplate } from './definition';

/** Confirms an order, and explains how to pay. */
export const receipt = {
  title: 'Order received',
  preview: 'App.previewReceipt',
  due: { on: 'order' },
  isStillTrue: ({ status }) => STATUS_FACTS[status].money !== 'off',
  tellsTracking: false,
} satisfies EmailKindFacts;

export const receiptText: EmailTemplate = {
  subject: 'We have your order {{orderNumber}}',
  preview:
    "{{#howToPay}}{{amountDue}} due. See inside for how to pay.{{/howToPay}}{{^howToPay}}Nothing is due. Here's what we'll print.{{/howToPay}}",
  message: `Hi {{firstName}},

Thanks for your order{{#eventName}} from {{eventName}}{{/eventName}}! Here's what we'll print.

{{#howToPay}}Amount due: {{amountDue}}. {{howToPay}}{{/howToPay}}{{^howToPay}}Nothing is due: your order is paid for.{{/howToPay}}

Order {{orderNumber}}, placed on {{orderDate}}

{{items}}

{{#pickup}}{{#pickupPlace}}Where to pick up: {{pickupPlace}}.{{#howToPay}} You can pick up your prints there once they're paid for.{{/howToPay}}{{/pickupPlace}}{{^pickupPlace}}You'll pick up your prints{{#howToPay}} once they're paid for{{/howToPay}}. Just reply to this email to ask where and when.{{/pickupPlace}}{{/pickup}}{{#shipTo}}We'll ship to this address{{#howToPay}} as soon as we get your payment{{/howToPay}}:
{{shipTo}}{{/shipTo}}

How we'll reach you:
{{contact}}

{{#statusLink}}Check on your order anytime:
{{statusLink}}{{/statusLink}}

Something not right? Just reply to this email.`,
};
