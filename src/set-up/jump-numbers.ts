import type { ChangeWorkbook } from '../core/work';
import { numberText } from '../domain/text/for-people';
import { activityRow } from '../workbook/activity-row';
import type { Change } from '../workbook/changes';
import { textOf } from '../workbook/layout';
import type { LedgerHead } from '../workbook/ledger-row';
import { SETTINGS } from '../workbook/settings';
import type { WorkbookView } from '../workbook/view';

/** More numbers than the original can have given since the copy was taken; gaps are allowed (docs/design.md 2.3). */
const JUMP = 1_000;

/** The head after the jump: no number follows that the original may have given, of a prefix known here or not. */
const jumped = ({ moved: _, ...head }: LedgerHead): LedgerHead => ({
  ...head,
  sequences: Object.fromEntries(Object.entries(head.sequences).map(([prefix, last]) => [prefix, last + JUMP])),
  floor: (head.floor ?? 0) + JUMP,
});

/**
 * Lets the order numbers of a copy jump ahead, before it becomes the live sheet: the original may have given and emailed
 * the next ones. In the same commit it forgets the original's web app. Done twice it jumps twice.
 */
export const jumpNumbers = (change: ChangeWorkbook, person: string): ReturnType<ChangeWorkbook>['outcome'] => {
  const done = change({
    by: 'jump order numbers',
    wait: 20_000,
    afterMove: true,
    plan: ({ view, head, when }) => {
      const detail = `This copy became the live sheet. Order numbers skipped ahead by ${numberText(JUMP)}, because the original may have used the next ones. The web app address was cleared, because this sheet needs its own web app.`;
      const row = activityRow({ when, event: 'made live', by: person || 'staff', detail });
      return {
        changes: [...withoutAddress(view), { change: 'append', tab: 'activity', row }],
        head: jumped(head),
        value: null,
      };
    },
  });
  return done.outcome;
};

/** The address of the web app is the original's: links in emails would lead there. */
const withoutAddress = ({ settings }: WorkbookView): Change[] => {
  const { key } = SETTINGS.webAppUrl;
  return settings.flatMap((line, index): Change[] =>
    textOf(line.Setting).toLowerCase() === key.toLowerCase() && textOf(line.Value) !== ''
      ? [
          {
            change: 'update',
            tab: 'settings',
            at: index + 2,
            was: { Setting: line.Setting ?? '' },
            row: { Setting: key, Value: '' },
          },
        ]
      : [],
  );
};
