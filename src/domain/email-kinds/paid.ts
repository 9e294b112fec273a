import { STATUS_FACTS } from '../statuses';
import type { EmailKind } from './definition';

/** Says that the payment has come. */
export const paid = {
  title: 'Payment received',
  preview: 'App.previewPaid',
  due: { on: 'step', to: 'paid' },
  isStillTrue: ({ status }) => STATUS_FACTS[status].money === 'earned',
  tellsTracking: false,
  builtIn: {
    subject: 'Your payment for order {{orderNumber}} has arrived',
    message: [
      'Hi {{firstName}},',
      'We received your payment of {{total}} on {{paidDate}}. Thank you!',
      '{{#pickup}}Where to pick up: {{pickup}}.{{/pickup}}{{^pickup}}We are printing your photos now and write again when they are on their way to {{shippingAddress}}.{{/pickup}}',
      '{{items}}',
      '{{#statusLink}}You can see where your order stands at any time:\n{{statusLink}}{{/statusLink}}',
      'Any question? Just reply to this mail.',
    ].join('\n\n'),
  },
} satisfies EmailKind;
