import { SHIPPING_COURSE } from '../statuses';
import type { EmailKindFacts, EmailTemplate } from './definition';

/** Announces that the prints are on their way. A pickup has no email, since the customer was there. */
export const shipped = {
  title: 'Shipped',
  preview: 'App.previewShipped',
  due: { on: 'step', to: 'shipped', only: 'ship' },
  isStillTrue: ({ shipping }) => shipping === SHIPPING_COURSE.ship.end,
  tellsTracking: true,
} satisfies EmailKindFacts;

export const shippedText: EmailTemplate = {
  subject: 'Your prints are on their way ({{orderNumber}})',
  preview:
    '{{#trackingNumber}}{{#carrier}}{{carrier}} tracking number{{/carrier}}{{^carrier}}Tracking number{{/carrier}}: {{trackingNumber}}{{/trackingNumber}}{{^trackingNumber}}Shipped on {{shippedDate}}.{{/trackingNumber}}',
  message: `Hi {{firstName}},

Your prints shipped on {{shippedDate}}.{{#shipTo}} They're headed to:
{{shipTo}}{{/shipTo}}

{{#trackingNumber}}Your {{#carrier}}{{carrier}} {{/carrier}}tracking number:
{{trackingNumber}}
{{trackingLink}}{{/trackingNumber}}

Order {{orderNumber}}, placed on {{orderDate}}

{{items}}

If they haven't arrived within two weeks, reply to this email and we'll look into it.`,
};
