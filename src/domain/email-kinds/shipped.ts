import { SHIPPING_COURSE } from '../statuses';
import type { EmailKind } from './definition';

/** Says that the prints are on their way. A pick-up is silent: the customer was there. */
export const shipped = {
  title: 'Shipped',
  preview: 'App.previewShipped',
  due: { on: 'step', to: 'shipped', only: 'ship' },
  isStillTrue: ({ shipping }) => shipping === SHIPPING_COURSE.ship.end,
  tellsTracking: true,
  builtIn: {
    subject: 'Your prints are on their way ({{orderNumber}})',
    message: [
      'Hi {{firstName}},',
      'Your prints left our studio on {{shippedDate}}. They go to {{shippingAddress}}.',
      '{{#trackingLink}}Follow them with {{carrier}}, number {{trackingNumber}}:\n{{trackingLink}}{{/trackingLink}}{{^trackingLink}}{{#trackingNumber}}Their tracking number is {{trackingNumber}}.{{/trackingNumber}}{{/trackingLink}}',
      '{{items}}',
      'If they have not arrived in two weeks, reply to this mail and we look into it.',
    ].join('\n\n'),
  },
} satisfies EmailKind;
