import { isHandedOver } from '../statuses';
import type { EmailKindFacts, EmailTemplate } from './definition';

/** Asks how the customer likes the prints. */
export const feedback = {
  title: 'Feedback request',
  preview: 'App.previewFeedback',
  due: { on: 'morning', after: 'shipped' },
  isStillTrue: ({ status, progress }) => isHandedOver(status) && !progress.feedback && !progress.notArrived,
  tellsTracking: false,
} satisfies EmailKindFacts;

export const feedbackText: EmailTemplate = {
  subject: 'How do you like your prints?',
  preview: 'One tap is enough: how did your prints from order {{orderNumber}} turn out?',
  message: `Hi {{firstName}},

{{#pickup}}Thanks for picking up your prints from order {{orderNumber}}!{{/pickup}}{{^pickup}}Your prints from order {{orderNumber}} should have arrived by now.{{/pickup}} How do you like them?{{^starLinks}} Just reply to this email and tell us.{{/starLinks}}

{{#starLinks}}{{starLinks}}{{/starLinks}}

{{^pickup}}{{#notArrivedLink}}Haven't gotten them yet? Let us know: {{notArrivedLink}}{{/notArrivedLink}}{{/pickup}}

{{#unsubscribeLink}}Don't want these emails? {{unsubscribeLink}}{{/unsubscribeLink}}`,
};
