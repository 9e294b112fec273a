import { STATUS_FACTS } from '../statuses';
import type { EmailKind } from './definition';

/** Says that an order is called off, and what becomes of the money. */
export const cancelled = {
  title: 'Cancelled',
  preview: 'App.previewCancelled',
  due: { on: 'step', to: 'cancelled' },
  isStillTrue: ({ status }) => STATUS_FACTS[status].money === 'off',
  tellsTracking: false,
  builtIn: {
    subject: 'Your order {{orderNumber}} is cancelled',
    message: [
      'Hi {{firstName}},',
      '{{#wasPaid}}We have cancelled your order {{orderNumber}} and will refund {{total}} the way you paid.{{/wasPaid}}{{^wasPaid}}We have cancelled your order {{orderNumber}}. Nothing was paid, so there is nothing more to do.{{/wasPaid}}',
      '{{items}}',
      'Is this a surprise to you? Please reply to this mail.',
    ].join('\n\n'),
  },
} satisfies EmailKind;
