import { flag } from '../core/check-config';
import type { CellNotes } from '../core/ports';
import { MAIL_KINDS, mailKindOf } from '../domain/mail-kind';
import { textOf } from '../workbook/layout';
import type { CellFault } from '../workbook/price-list';
import { PREVIEW_COLUMN } from '../workbook/tabs';
import type { TabRows, WorkbookView } from '../workbook/view';
import { templateFault } from './template';

const HELD = ' Mails of this kind are held until it is corrected.';
const SWITCHES = ['', 'on', 'off', 'yes', 'no', 'true', 'false'];

/** Everything in the Emails tab that cannot be used. */
export const emailFaults = (emails: TabRows): readonly CellFault[] => {
  const seen = new Set<string>();
  return emails.flatMap((cells, index): CellFault[] => {
    const row = index + 2;
    const kind = textOf(cells.Kind).toLowerCase();
    const faults: CellFault[] = [];
    if (kind && !mailKindOf(kind)) {
      faults.push({
        tab: 'emails',
        row,
        header: 'Kind',
        message: `"${kind}" is no kind of mail: ${MAIL_KINDS.join(', ')}.`,
      });
    } else if (kind && seen.has(kind)) {
      faults.push({ tab: 'emails', row, header: 'Kind', message: `${kind} stands here twice: the first line counts.` });
    }
    seen.add(kind);
    if (!SWITCHES.includes(textOf(cells.On).toLowerCase())) {
      faults.push({
        tab: 'emails',
        row,
        header: 'On',
        message: `"${textOf(cells.On)}" counts as on. Write on or off.`,
      });
    }
    for (const header of ['Subject', 'Message', PREVIEW_COLUMN]) {
      const fault = templateFault(textOf(cells[header]));
      if (fault) faults.push({ tab: 'emails', row, header, message: `${fault}.${HELD}` });
    }
    return faults;
  });
};

/** Says in the cells of the Emails tab what is wrong with them. A note is for people: one that fails stops no mail. */
export const flagTexts = (cellNotes: CellNotes, view: WorkbookView): void => {
  try {
    flag(cellNotes, view, 'emails', emailFaults(view.emails));
  } catch {
    // The next sweep writes it.
  }
};
