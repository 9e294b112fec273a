import { flag } from '../core/check-config';
import type { CellNotes } from '../core/ports';
import { EMAIL_KINDS, emailKindOf } from '../domain/email-kind';
import { textOf } from '../workbook/layout';
import type { CellError } from '../workbook/price-list';
import { PREVIEW_COLUMN } from '../workbook/tabs';
import type { TabRows, WorkbookView } from '../workbook/view';
import { templateError } from './template';

const HELD = ' Emails of this kind are held until it is corrected.';
const SWITCHES = ['', 'on', 'off', 'yes', 'no', 'true', 'false'];

/** Everything in the Emails tab that cannot be used. */
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
        message: `"${kind}" is no kind of email: ${EMAIL_KINDS.join(', ')}.`,
      });
    } else if (kind && seen.has(kind)) {
      errors.push({ tab: 'emails', row, header: 'Kind', message: `${kind} stands here twice: the first line counts.` });
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

/** Says in the cells of the Emails tab what is wrong with them. A note is for people: one that fails stops no email. */
export const flagTexts = (cellNotes: CellNotes, view: WorkbookView): void => {
  try {
    flag(cellNotes, view, 'emails', emailErrors(view.emails));
  } catch {
    // The next sweep writes it.
  }
};
