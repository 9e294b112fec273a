import { STATUS_FACTS } from '../statuses';
import type { EmailKind } from './definition';

/** Says that an order has come in, and how to pay. */
export const receipt = {
  title: 'Order received',
  preview: 'App.previewReceipt',
  due: { on: 'order' },
  isStillTrue: ({ status }) => STATUS_FACTS[status].money !== 'off',
  tellsTracking: false,
  builtIn: {
    subject: 'We have your order {{orderNumber}}',
    message: [
      'Hi {{firstName}},',
      'Thank you! Your photos{{#eventName}} from {{eventName}}{{/eventName}} are on our list, and this is what we will print for you.',
      '{{#howToPay}}Amount due: {{amountDue}}. {{howToPay}}{{/howToPay}}{{^howToPay}}Nothing is due: your order is paid for.{{/howToPay}}',
      '{{items}}',
      '{{#pickup}}Where to pick up: {{pickup}}. {{#howToPay}}Your prints are ready for you there once they are paid.{{/howToPay}}{{/pickup}}{{^pickup}}We send your prints to {{shippingAddress}}{{#howToPay}} once they are paid{{/howToPay}}.{{/pickup}}',
      '{{#statusLink}}You can see where your order stands at any time:\n{{statusLink}}{{/statusLink}}',
      'Is anything not right? Just reply to this mail.',
    ].join('\n\n'),
  },
} satisfies EmailKind;
