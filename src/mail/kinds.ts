import type { MailKind } from '../domain/mail-kind';

/** A subject and a message with tags; paragraphs are divided by empty lines. */
export interface MailTemplate {
  readonly subject: string;
  readonly message: string;
}

/** What each mail is called, for staff; docs/mails.md says which change sends it and what is silent (design.md 5). */
export const MAIL_TITLES: Readonly<Record<MailKind, string>> = {
  receipt: 'Order received',
  paid: 'Payment received',
  shipped: 'Shipped',
  cancelled: 'Cancelled',
  feedback: 'Feedback request',
};

/** The built-in texts: they stand behind empty cells of the Emails tab. */
export const BUILT_IN: Readonly<Record<MailKind, MailTemplate>> = {
  receipt: {
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
  paid: {
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
  shipped: {
    subject: 'Your prints are on their way ({{orderNumber}})',
    message: [
      'Hi {{firstName}},',
      'Your prints left our studio on {{shippedDate}}. They go to {{shippingAddress}}.',
      '{{#trackingLink}}Follow them with {{carrier}}, number {{trackingNumber}}:\n{{trackingLink}}{{/trackingLink}}{{^trackingLink}}{{#trackingNumber}}Their tracking number is {{trackingNumber}}.{{/trackingNumber}}{{/trackingLink}}',
      '{{items}}',
      'If they have not arrived in two weeks, reply to this mail and we look into it.',
    ].join('\n\n'),
  },
  cancelled: {
    subject: 'Your order {{orderNumber}} is cancelled',
    message: [
      'Hi {{firstName}},',
      '{{#wasPaid}}We have cancelled your order {{orderNumber}} and will refund {{total}} the way you paid.{{/wasPaid}}{{^wasPaid}}We have cancelled your order {{orderNumber}}. Nothing was paid, so there is nothing more to do.{{/wasPaid}}',
      '{{items}}',
      'Is this a surprise to you? Please reply to this mail.',
    ].join('\n\n'),
  },
  feedback: {
    subject: 'How do you like your prints?',
    message: [
      'Hi {{firstName}},',
      '{{#pickup}}You have picked up your prints from order {{orderNumber}}.{{/pickup}}{{^pickup}}Your prints from order {{orderNumber}} should be with you by now.{{/pickup}} Do you like them?{{^starLinks}} Just reply to this mail and tell us.{{/starLinks}}',
      '{{#starLinks}}{{starLinks}}{{/starLinks}}',
      '{{^pickup}}{{#notArrivedLink}}Not there yet? Please tell us: {{notArrivedLink}}{{/notArrivedLink}}{{/pickup}}',
      '{{#unsubscribeLink}}Would you rather not be asked? {{unsubscribeLink}}{{/unsubscribeLink}}',
    ].join('\n\n'),
  },
};

/** Every tag that a template may use; docs/mails.md says what each stands for. */
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
  'shippedDate',
  'trackingNumber',
  'carrier',
  'trackingLink',
  'statusLink',
  'feedbackLink',
  'starLinks',
  'notArrivedLink',
  'unsubscribeLink',
  'wasPaid',
  'studioName',
] as const;
export type MailTag = (typeof MAIL_TAGS)[number];
