import { flag } from '../core/check-config';
import type { CellNotes } from '../core/ports';
import { EMAIL_KINDS, emailKindOf } from '../domain/email-kind';
import { textOf } from '../workbook/layout';
import type { CellError } from '../workbook/price-list';
import { PREVIEW_COLUMN } from '../workbook/tabs';
import type { TabRows, WorkbookView } from '../workbook/view';
import { templateError } from './template';

const HELD = ' Emails of this kind are held until you fix it.';
const SWITCHES = ['', 'on', 'off', 'yes', 'no', 'true', 'false'];

/** Every error in the Emails tab. */
export const emailErrors = (emails: TabRows): readonly CellError[] => {
  const seen = new Set<string>();
  return emails.flatMap((cells, index): CellError[] => {
    const row = index + 2;
    const kind = textOf(cells.Kind).toLowerCase();
    const errors: CellError[] = [];
    if (kind && !emailKindOf(kind)) {
      errors.push({
        tab: 'emails',
        row,
        header: 'Kind',
        message: `"${kind}" isn't a kind of email. Use ${EMAIL_KINDS.join(', ')}.`,
      });
    } else if (kind && seen.has(kind)) {
      errors.push({
        tab: 'emails',
        row,
        header: 'Kind',
        message: `${kind} is listed twice. Only the first one counts.`,
      });
    }
    seen.add(kind);
    if (!SWITCHES.includes(textOf(cells.On).toLowerCase())) {
      errors.push({
        tab: 'emails',
        row,
        header: 'On',
        message: `"${textOf(cells.On)}" counts as on. Write on or off.`,
      });
    }
    for (const header of ['Subject', 'Message', PREVIEW_COLUMN]) {
      const error = templateError(textOf(cells[header]));
      if (error) errors.push({ tab: 'emails', row, header, message: `${error}.${HELD}` });
    }
    return errors;
  });
};

/** Adds notes about errors to the cells of the Emails tab. A note that can't be written never stops an email. */
export const flagTexts = (cellNotes: CellNotes, view: WorkbookView): void => {
  try {
    flag(cellNotes, view, 'emails', emailErrors(view.emails));
  } catch {
    // The next sweep will write it.
  }
};
