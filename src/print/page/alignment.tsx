import { useMemo, useState } from 'preact/hooks';
import { nudgesText } from '../../domain/nudges';
import { Download } from '../../ui-kit/download';
import { Form, SelectField, TextField } from '../../ui-kit/form';
import { Action, Failure, Footer, Notice, useMethod } from '../../ui-kit/parts';
import { closeDialog } from '../../ui-kit/rpc';
import type { Paperwork } from '../batch-view';
import { Preview } from './preview';
import { printSheets } from './print-sheets';
import { ALIGNED, type Aligned, alignedName, alignmentSheet } from './sheets/alignment-sheet';
import { printFile, REMINDER } from './sheets/print-file';
import { sheetHtml } from './sheets/sheet';

const inches = (text: string): number | null =>
  /^-?\d*[.,]?\d+$/.test(text.trim()) ? Number(text.replace(',', '.')) : null;
const hundredths = (value: number): number => Math.round(value * 100) / 100;

/** `0.06 in right`. */
const moved = (inches: number, more: string, less: string): string =>
  `${Math.abs(inches)} in ${inches < 0 ? less : more}`;

/** Prints a page with lines an inch from the edges, and adjusts prints by what staff measure. */
export const Alignment = ({ paperwork }: { readonly paperwork: Paperwork }) => {
  const [aligned, setAligned] = useState<Aligned>('6x9');
  const [measured, setMeasured] = useState({ left: '1', top: '1' });
  const save = useMethod<Paperwork>('print.nudges');
  const nudges = save.value?.nudges ?? paperwork.nudges;
  const sheets = useMemo(() => [alignmentSheet(aligned)], [aligned]);
  const now = nudges[aligned] ?? { x: 0, y: 0 };
  const [left, top] = [inches(measured.left), inches(measured.top)];
  const wrong = (value: number | null): string => (value === null ? 'Enter inches, such as 1.06' : '');
  const submit = async () => {
    if (left === null || top === null) return;
    const next = { x: hundredths(now.x + 1 - left), y: hundredths(now.y + 1 - top) };
    if (await save.run(nudgesText({ ...nudges, [aligned]: next }))) setMeasured({ left: '1', top: '1' });
  };
  return (
    <>
      <div class="columns">
        <div class="stack">
          <SelectField
            label="Paper"
            value={aligned}
            onInput={(value) => setAligned(value as Aligned)}
            choices={ALIGNED.map((value) => ({ value, label: alignedName(value) }))}
          />
          <Action primary onClick={() => printSheets(sheets, nudges)}>
            Print alignment page
          </Action>
          <Download
            name={`alignment-${aligned.replace('#', '')}.html`}
            type="text/html"
            make={() =>
              printFile(
                `Alignment page: ${alignedName(aligned)}`,
                sheets.map((sheet) => sheetHtml(sheet, nudges)),
              )
            }
          >
            Download print file
          </Download>
          <p class="small soft">{REMINDER} Then measure how far the long lines are from the edges.</p>
          <Form label="Your measurements" busy={save.busy} onSubmit={() => void submit()}>
            <TextField
              label="From the left edge, in inches"
              value={measured.left}
              onInput={(value) => setMeasured({ ...measured, left: value })}
              wrong={wrong(left)}
            />
            <TextField
              label="From the top edge, in inches"
              value={measured.top}
              onInput={(value) => setMeasured({ ...measured, top: value })}
              wrong={wrong(top)}
            />
            <Action busy={save.busy}>Save adjustment</Action>
          </Form>
        </div>
        <div>
          {save.error && <Failure message={save.error} />}
          <Notice kind={save.value ? 'good' : 'info'}>
            {now.x === 0 && now.y === 0
              ? `No adjustment for ${alignedName(aligned)}.`
              : `Adjustment for ${alignedName(aligned)}: ${moved(now.x, 'right', 'left')}, ${moved(now.y, 'down', 'up')}.`}
          </Notice>
          <Preview sheets={sheets} nudges={nudges} label="Preview of the alignment page" />
        </div>
      </div>
      <Footer>
        <Action onClick={closeDialog}>Close</Action>
      </Footer>
    </>
  );
};
