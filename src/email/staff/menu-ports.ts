import type { MailPreview, Prompts, Selection } from '../../core/keyboard-ports';
import type { WorkbookReader } from '../../core/ports';
import type { DueMailPorts } from '../deliver-due';

/** What the menu's actions about mails need from the world. */
export interface MailMenuPorts extends DueMailPorts {
  readonly workbook: WorkbookReader;
  readonly prompts: Prompts;
  readonly selection: Selection;
  readonly preview: MailPreview;
  /** The address of the person at the keyboard. */
  readonly person: string;
}
