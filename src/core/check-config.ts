import { CONFIG_TABS, type Config, configOf, LAST_GOOD } from '../workbook/config';
import type { CellError } from '../workbook/price-list';
import { TABS, type TabKey } from '../workbook/tabs';
import type { WorkbookView } from '../workbook/view';
import { eventErrors } from './event-form';
import { newGeneration } from './read-cache';
import type { StaffPorts } from './staff-ports';

export type ConfigPorts = Pick<StaffPorts, 'workbook' | 'properties' | 'cache' | 'crypto' | 'cellNotes'>;

/** Records whether any cell is flagged, so that a run without errors can skip reading the notes. */
const CONFIG_FLAGGED = 'CONFIG_FLAGGED';
/** A property holds 9 KB (docs/google.md G2). */
const LARGEST_PROPERTY = 9_000;

/** Our notes begin with this; what staff have noted themselves stays below the line. */
const MARK = 'CPS Orders: ';
const LINE = '\n----\n';

const ownPart = (note: string): string => {
  if (!note.startsWith(MARK)) return note;
  const line = note.indexOf(LINE);
  return line < 0 ? '' : note.slice(line + LINE.length);
};

const bytesOf = (text: string): number =>
  [...text].reduce((sum, letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return sum + (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);
  }, 0);

/** Everything in those tabs that cannot be used. */
export const configErrors = (view: Pick<WorkbookView, 'events'>, { errors }: Config): readonly CellError[] => [
  ...errors,
  ...eventErrors(view.events),
];

/**
 * Looks after the Price List, the Settings (docs/design.md 2.4) and the Events: the values in effect are kept as the
 * last good ones, a broken line is flagged by a note in its cell, and the note goes away once the line is right.
 * @returns a sentence for each broken line.
 */
export const checkConfig = (ports: ConfigPorts, view: WorkbookView, config: Config): readonly string[] => {
  const known = ports.properties.all();
  const news: Record<string, string> = {};
  const { lastGood } = config;
  const errors = configErrors(view, config);
  if (known[LAST_GOOD] !== lastGood && bytesOf(lastGood) < LARGEST_PROPERTY) news[LAST_GOOD] = lastGood;
  if (errors.length > 0 || known[CONFIG_FLAGGED] === 'yes')
    for (const tab of CONFIG_TABS) flag(ports.cellNotes, view, tab, errors);
  const flagged = errors.length > 0 ? 'yes' : 'no';
  if ((known[CONFIG_FLAGGED] ?? 'no') !== flagged) news[CONFIG_FLAGGED] = flagged;
  if (Object.keys(news).length > 0) ports.properties.set(news);
  return errors.map(({ tab, row, message }) => `${TABS[tab].name}, row ${row}: ${message}`);
};

const placeOf = (row: number, header: string): string => `${row} ${header}`;

/** Updates the flags of a tab to match its current errors. */
export const flag = (
  cellNotes: StaffPorts['cellNotes'],
  view: WorkbookView,
  tab: TabKey,
  errors: readonly CellError[],
): void => {
  const wanted = new Map<string, CellError>();
  for (const error of errors.filter((each) => each.tab === tab)) wanted.set(placeOf(error.row, error.header), error);
  const notes = cellNotes.read(view, tab);
  const standing = new Map(notes.map(({ row, header, text }) => [placeOf(row, header), text]));
  for (const { row, header, text } of notes) {
    if (text.startsWith(MARK) && !wanted.has(placeOf(row, header)))
      cellNotes.write(view, tab, row, header, ownPart(text));
  }
  for (const [place, { row, header, message }] of wanted) {
    const own = ownPart(standing.get(place) ?? '');
    const text = `${MARK}${message}${own ? LINE + own : ''}`;
    if (standing.get(place) !== text) cellNotes.write(view, tab, row, header, text);
  }
};

/**
 * Handles an edit of the Price List, the Settings or the Events: flags its broken lines right away, and rebuilds what
 * other programs read. @returns a sentence for each broken line.
 */
export const onConfigEdit = (ports: ConfigPorts): readonly string[] => {
  const view = ports.workbook.read();
  const config = configOf(ports, view);
  newGeneration(ports.cache, ports.crypto);
  return checkConfig(ports, view, config);
};
