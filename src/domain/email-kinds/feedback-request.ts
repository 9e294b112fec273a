import { isHandedOver } from '../statuses';
import type { EmailKind } from './definition';

/** Asks how the customer likes the prints. */
export const feedback = {
  title: 'Feedback request',
  preview: 'App.previewFeedback',
  due: { on: 'morning', after: 'shipped' },
  isStillTrue: ({ status, progress }) => isHandedOver(status) && !progress.feedback && !progress.notArrived,
  tellsTracking: false,
  builtIn: {
    subject: 'How do you like your prints?',
    message: [
      'Hi {{firstName}},',
      '{{#pickup}}You have picked up your prints from order {{orderNumber}}.{{/pickup}}{{^pickup}}Your prints from order {{orderNumber}} should be with you by now.{{/pickup}} Do you like them?{{^starLinks}} Just reply to this mail and tell us.{{/starLinks}}',
      '{{#starLinks}}{{starLinks}}{{/starLinks}}',
      '{{^pickup}}{{#notArrivedLink}}Not there yet? Please tell us: {{notArrivedLink}}{{/notArrivedLink}}{{/pickup}}',
      '{{#unsubscribeLink}}Would you rather not be asked? {{unsubscribeLink}}{{/unsubscribeLink}}',
    ].join('\n\n'),
  },
} satisfies EmailKind;
