import { useMemo, useRef, useState } from 'preact/hooks';
import { Download } from '../../ui-kit/download';
import { NumberField, SelectField } from '../../ui-kit/form';
import { Action, Empty, Notice } from '../../ui-kit/parts';
import { count } from '../../ui-kit/words';
import { loadGroups } from '../arrange';
import { type BatchView, itemsFor } from '../batch-view';
import type { PrintedOrder } from '../confirm';
import { PRINT_FACTS, type PrintKind } from '../kinds';
import { labCsv, labList, labText } from '../lab-list';
import { LABEL_KINDS, LABEL_SHEETS, type LabelKind, labelsOn } from '../label-sheets';
import { Confirm } from './confirm';
import { doneOn } from './done-on';
import { Preview } from './preview';
import { printSheets } from './print-sheets';
import { ReturnAddressNotice } from './return-address-notice';
import { printFile, REMINDER } from './sheets/print-file';
import { sheetHtml } from './sheets/sheet';
import { sheetsOf } from './sheets/sheets-of';

/** What was sent to the printer: pages `from` to `to` of all, counted from 1. */
interface Sent {
  readonly from: number;
  readonly to: number;
  /** The first page of this stack: those before `from` printed before the jam. */
  readonly since: number;
}

const plain = (text: string): string => text.replace(/\W+/g, '-').toLowerCase();

/** One kind of print of a batch: load, print, confirm. */
export const RunPanel = ({
  batch,
  kind,
  busy,
  onPrinted,
}: {
  readonly batch: BatchView;
  readonly kind: PrintKind;
  readonly busy: boolean;
  readonly onPrinted: (orders: readonly PrintedOrder[]) => Promise<boolean>;
}) => {
  const [labelKind, setLabelKind] = useState<LabelKind>(batch.paperwork.labelKind);
  const [start, setStart] = useState('1');
  const [from, setFrom] = useState(1);
  /** Pages that have something to check. */
  const [problems, setProblems] = useState(0);
  const [sent, setSent] = useState<Sent | null>(null);
  const [jam, setJam] = useState<{ readonly page: number; readonly since: number } | null>(null);
  /** What is on the paper: an order may be corrected while it's printing. */
  const onPaper = useRef(new Map<string, string>());
  const startAt = Math.min(Math.max(Number.parseInt(start, 10) || 1, 1), labelsOn(labelKind));
  const sheets = useMemo(
    () => sheetsOf(kind, batch, { kind: labelKind, start: startAt }),
    [kind, batch, labelKind, startAt],
  );
  const shown = useMemo(() => sheets.slice(from - 1), [sheets, from]);
  const { nudges } = batch.paperwork;
  const items = itemsFor(kind, batch.items);
  const left = items.filter(({ printed }) => !printed.includes(kind));
  const title = `Batch ${batch.number} ${PRINT_FACTS[kind].name}`;
  if (items.length === 0) return <Empty>No orders in this batch need {PRINT_FACTS[kind].name.toLowerCase()}.</Empty>;

  const sumOf = (id: string): string => items.find((item) => item.id === id)?.sum ?? '';
  const print = (first: number, last: number): void => {
    for (const { ids } of sheets.slice(first - 1, last)) for (const id of ids) onPaper.current.set(id, sumOf(id));
    printSheets(sheets.slice(first - 1, last), nudges);
    setSent({ from: first, to: last, since: jam?.page === first ? jam.since : first });
  };
  const groups = kind === 'envelopes' ? loadGroups(items) : [];
  const open = groups.filter(({ to }) => to >= from).map((group) => ({ ...group, from: Math.max(group.from, from) }));
  const file = () =>
    printFile(
      title,
      shown.map((sheet) => sheetHtml(sheet, nudges)),
    );
  return (
    <div class="columns">
      <div class="stack">
        {kind === 'labels' && (
          <>
            <SelectField
              label="Labels"
              value={labelKind}
              onInput={(value) => setLabelKind(value as LabelKind)}
              choices={LABEL_KINDS.map((value) => ({ value, label: LABEL_SHEETS[value].name }))}
            />
            {labelsOn(labelKind) > 1 && (
              <NumberField
                label="Start at label"
                value={start}
                onInput={setStart}
                help={`The first unused label on the sheet (1 to ${labelsOn(labelKind)}), counted row by row.`}
                wrong={String(startAt) === start.trim() ? '' : `Printing starts at label ${startAt}.`}
              />
            )}
          </>
        )}
        {sheets.length > 1 && (
          <SelectField
            label="From page"
            value={String(from)}
            onInput={(value) => setFrom(Number(value))}
            choices={sheets.map((sheet, index) => ({
              value: String(index + 1),
              label: `${index + 1}: ${sheet.title}`,
            }))}
          />
        )}
        {groups.length > 0 ? (
          <ul class="load">
            {open.map((group) => (
              <li key={group.from}>
                <p class="small">
                  Load <b>{count(group.to - group.from + 1, `${group.size} envelope`)}</b>
                </p>
                <Action primary onClick={() => print(group.from, group.to)}>
                  Print {group.from === group.to ? `page ${group.from}` : `pages ${group.from} to ${group.to}`}
                </Action>
              </li>
            ))}
          </ul>
        ) : (
          <Action primary onClick={() => print(from, sheets.length)}>
            Print {count(shown.length, 'page')}
          </Action>
        )}
        {open.length > 1 && (
          <Action onClick={() => print(from, sheets.length)}>Print all {shown.length} in one job</Action>
        )}
        <p class="small soft">{REMINDER} If no print window opens, download the print file and print it from there.</p>
        <Download name={`${plain(title)}.html`} type="text/html" make={file}>
          Download print file
        </Download>
        {kind === 'lab' && <LabFiles batch={batch} />}
      </div>
      <div>
        {sent && (
          <Confirm
            key={`${sent.from} ${sent.to}`}
            kind={kind}
            sent={sent}
            titles={sheets.map((sheet) => sheet.title)}
            busy={busy}
            onRight={async (to) => {
              const done = doneOn(sheets, sent.since, to).map((id) => ({
                id,
                sum: onPaper.current.get(id) ?? sumOf(id),
              }));
              if (!(await onPrinted(done))) return;
              setJam(null);
              setSent(null);
            }}
            onAgain={(page) => {
              setJam({ page, since: sent.since });
              setFrom(page);
              setSent(null);
            }}
            onCancel={() => setSent(null)}
          />
        )}
        {!sent && left.length === 0 && (
          <Notice kind="good">
            All {PRINT_FACTS[kind].name.toLowerCase()} in this batch are printed. You can print them again.
          </Notice>
        )}
        {!sent && left.length > 0 && left.length < items.length && (
          <Notice kind="info">
            {items.length - left.length} of {items.length} printed. The next one is number {left[0]?.place},{' '}
            {left[0]?.number}.
          </Notice>
        )}
        <ReturnAddressNotice kind={kind} labelKind={labelKind} paperwork={batch.paperwork} />
        {problems > 0 && (
          <Notice kind="warning">
            {count(problems, 'page')} below {problems === 1 ? 'has' : 'have'} something to check before printing.
          </Notice>
        )}
        <Preview
          sheets={shown}
          nudges={nudges}
          label={`Preview of ${PRINT_FACTS[kind].name.toLowerCase()}`}
          onLook={setProblems}
        />
      </div>
    </div>
  );
};

const LabFiles = ({ batch }: { readonly batch: BatchView }) => {
  const names = Object.fromEntries(Object.entries(batch.paperwork.events).map(([code, { name }]) => [code, name]));
  const groups = () => labList(itemsFor('lab', batch.items), names);
  return (
    <>
      <Download name={`batch-${batch.number}-lab.csv`} type="text/csv" make={() => `\ufeff${labCsv(groups())}`}>
        Download as CSV
      </Download>
      <Download name={`batch-${batch.number}-lab.txt`} type="text/plain" make={() => labText(groups())}>
        Download photo numbers as text
      </Download>
    </>
  );
};
