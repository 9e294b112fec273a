import type { StaffPorts } from '../../core/staff-ports';
import type { DueEmailPorts } from '../deliver-due';

/** What the menu's email actions need from the outside world. */
export type EmailMenuPorts = DueEmailPorts &
  Pick<StaffPorts, 'workbook' | 'prompts' | 'selection' | 'preview' | 'person'>;
