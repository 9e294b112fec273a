import type { StaffPorts } from '../../core/staff-ports';
import type { DueMailPorts } from '../deliver-due';

/** What the menu's actions about mails need from the world. */
export type MailMenuPorts = DueMailPorts &
  Pick<StaffPorts, 'workbook' | 'prompts' | 'selection' | 'preview' | 'person'>;
