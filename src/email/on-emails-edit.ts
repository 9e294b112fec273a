import type { Ports } from '../core/all-ports';
import { configOf } from '../workbook/config';
import { emailFaults } from './check-emails';
import { type DueMailPorts, deliverDue } from './deliver-due';

/**
 * An edit of the Emails tab: its cells say what is wrong, mails whose text is broken are held, others released.
 * @returns the first thing that is wrong, for the person who typed it; blank when nothing is.
 */
export const onEmailsEdit = (ports: DueMailPorts & Pick<Ports, 'workbook'>): string => {
  const view = ports.workbook.read();
  deliverDue(ports, view, configOf(ports, view));
  return emailFaults(view.emails)[0]?.message ?? '';
};
