import type { Ports } from '../core/all-ports';
import { configOf } from '../workbook/config';
import { emailErrors } from './check-emails';
import { type DueEmailPorts, deliverDue } from './deliver-due';

/**
 * Handles an edit of the Emails tab: notes mark its errors, emails with a broken text are held, others are released.
 * @returns the first error, to show to whoever typed it; blank if there is none.
 */
export const onEmailsEdit = (ports: DueEmailPorts & Pick<Ports, 'workbook'>): string => {
  const view = ports.workbook.read();
  deliverDue(ports, view, configOf(ports, view));
  return emailErrors(view.emails)[0]?.message ?? '';
};
