import type { Ports } from '../core/all-ports';
import { configOf } from '../workbook/config';
import { emailErrors } from './check-emails';
import { type DueEmailPorts, deliverDue } from './deliver-due';

/**
 * An edit of the Emails tab: its cells say what is wrong, emails whose text is broken are held, others released.
 * @returns the first thing that is wrong, for the person who typed it; blank when nothing is.
 */
export const onEmailsEdit = (ports: DueEmailPorts & Pick<Ports, 'workbook'>): string => {
  const view = ports.workbook.read();
  deliverDue(ports, view, configOf(ports, view));
  return emailErrors(view.emails)[0]?.message ?? '';
};
