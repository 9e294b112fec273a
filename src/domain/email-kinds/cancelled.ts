import { STATUS_FACTS } from '../statuses';
import type { EmailKindFacts, EmailTemplate } from './definition';

/** Announces that an order was canceled, and what happens with the payment. */
export const cancelled = {
  title: 'Canceled',
  preview: 'App.previewCancelled',
  due: { on: 'step', to: 'cancelled' },
  isStillTrue: ({ status }) => STATUS_FACTS[status].money === 'off',
  tellsTracking: false,
} satisfies EmailKindFacts;

export const cancelledText: EmailTemplate = {
  subject: 'Your order {{orderNumber}} was canceled',
  preview:
    "{{#wasPaid}}We'll refund {{total}} the way you paid.{{/wasPaid}}{{^wasPaid}}You weren't charged, so there's nothing more to do.{{/wasPaid}}",
  message: `Hi {{firstName}},

{{#wasPaid}}We've canceled your order {{orderNumber}} and will refund {{total}} the way you paid.{{/wasPaid}}{{^wasPaid}}We've canceled your order {{orderNumber}}. You weren't charged, so there's nothing more to do.{{/wasPaid}}

Order {{orderNumber}}, placed on {{orderDate}}

{{items}}

Didn't expect this? Please reply to this email.`,
};
