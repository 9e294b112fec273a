import type { WorkbookReader } from '../core/ports';
import { configOf } from '../workbook/config';
import { emailFaults } from './check-emails';
import { deliverDue } from './deliver-due';
import type { MailPorts } from './mail-ports';

/**
 * An edit of the Emails tab: its cells say what is wrong, mails whose text is broken are held, others released.
 * @returns the first thing that is wrong, for the person who typed it; blank when nothing is.
 */
export const onEmailsEdit = (ports: MailPorts & { readonly workbook: WorkbookReader }): string => {
  const view = ports.workbook.read();
  deliverDue(ports, view, configOf(ports, view));
  return emailFaults(view.emails)[0]?.message ?? '';
};
