import type { MailKind } from '../domain/mail-kind';

/** A subject and a message with tags; paragraphs are divided by empty lines. */
export interface MailTemplate {
  readonly subject: string;
  readonly message: string;
}

/** The built-in texts: they stand behind empty cells of the Emails tab. */
export const BUILT_IN: Readonly<Record<MailKind, MailTemplate>> = {
  receipt: {
    subject: 'We have your order {{orderNumber}}',
    message: [
      'Hi {{firstName}},',
      'thank you! We have your order {{orderNumber}}{{#eventName}} from {{eventName}}{{/eventName}}. Here is what we print for you:',
      '{{items}}',
      'Amount due: {{amountDue}}. {{howToPay}}',
      '{{#pickup}}You can pick up your prints here once they are paid: {{pickup}}{{/pickup}}{{^pickup}}Once it is paid we print it and send it to {{shippingAddress}}.{{/pickup}}',
      'Is anything wrong? Just reply to this mail.',
    ].join('\n\n'),
  },
  paid: {
    subject: 'Your payment for order {{orderNumber}} has arrived',
    message: [
      'Hi {{firstName}},',
      'we received your payment of {{total}} on {{paidDate}}. Thank you!',
      '{{#pickup}}You can pick up your prints here: {{pickup}}{{/pickup}}{{^pickup}}We print your photos now and write again when they are on their way.{{/pickup}}',
      '{{items}}',
    ].join('\n\n'),
  },
  shipped: {
    subject: 'Your prints are on their way ({{orderNumber}})',
    message: [
      'Hi {{firstName}},',
      'your prints left our studio today. They go to {{shippingAddress}}.',
      '{{#trackingLink}}You can follow them here: {{trackingLink}}{{/trackingLink}}',
      '{{items}}',
    ].join('\n\n'),
  },
  cancelled: {
    subject: 'Your order {{orderNumber}} is cancelled',
    message: [
      'Hi {{firstName}},',
      '{{#wasPaid}}we have cancelled your order {{orderNumber}} and will refund {{total}}.{{/wasPaid}}{{^wasPaid}}we have cancelled your order {{orderNumber}}. Nothing was paid, so there is nothing more to do.{{/wasPaid}}',
      'If this is a surprise to you, please reply to this mail.',
    ].join('\n\n'),
  },
  feedback: {
    subject: 'How do you like your prints?',
    message: [
      'Hi {{firstName}},',
      'your prints from order {{orderNumber}} should be with you by now. Do you like them?',
      '{{#feedbackLink}}Tell us in one minute: {{feedbackLink}}{{/feedbackLink}}{{^feedbackLink}}Just reply to this mail and tell us.{{/feedbackLink}}',
    ].join('\n\n'),
  },
};

/** Every tag that a template may use. */
export const MAIL_TAGS = [
  'firstName',
  'customerName',
  'orderNumber',
  'eventName',
  'items',
  'total',
  'amountDue',
  'howToPay',
  'pickup',
  'shippingAddress',
  'paidDate',
  'trackingLink',
  'statusLink',
  'feedbackLink',
  'wasPaid',
  'studioName',
] as const;
export type MailTag = (typeof MAIL_TAGS)[number];
