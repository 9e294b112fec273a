import type { Ports } from '../core/all-ports';
import { HEADERS, headerMemory } from '../core/moved-headers';
import type { ColumnFormats } from '../core/ports';
import { indexEntry } from '../ledger/row-owner';
import { type Cell, type Layout, layoutOf, textOf } from '../workbook/layout';
import { TRACKING_COLUMN } from '../workbook/tabs';
import { tabProblem, type WorkbookView } from '../workbook/view';
import { columnEvidence } from './column-evidence';
import { misplacedHeaders } from './find-columns';

/** What looking after the headers needs from the world. */
export interface CheckPorts extends Pick<Ports, 'orders' | 'ledger' | 'properties' | 'workbook'> {
  readonly formats: ColumnFormats;
}

/** What a header row says, in short. */
const signOf = ({ columns, missing, doubled, moved }: Layout): string =>
  JSON.stringify([[...columns], missing, doubled, moved]);

/**
 * Looks whether each header of the Orders tab is above its own values, where the header row is another one than last
 * time, and remembers those that don't: they name no column until set-up has put them right. The columns of staff's own
 * that the program reads get their format.
 * @returns the workbook as it should be read from now on.
 */
export const checkHeaders = (ports: CheckPorts, view: WorkbookView): WorkbookView => {
  const { orders, ledger, properties, workbook, formats } = ports;
  const place = view.places.orders;
  const memory = headerMemory(properties);
  if (!place || tabProblem(view, 'ledger') || memory.seen === signOf(place.layout)) return view;
  if (place.layout.columns.has(TRACKING_COLUMN)) formats.keepAsText(view, 'orders', TRACKING_COLUMN);
  const index = ledger.index(view).map(indexEntry);
  const cells = index.length > 0 ? orders.cells() : [];
  const header = (cells[0] ?? []) as readonly Cell[];
  const moved = misplacedHeaders(header.map(textOf), columnEvidence(cells, index));
  const isSame = moved.join() === memory.moved.join();
  const doubted = [...moved, ...memory.added];
  const layout = index.length > 0 ? layoutOf('orders', header, doubted) : place.layout;
  properties.set({ [HEADERS]: JSON.stringify({ ...memory, moved, seen: signOf(layout) }) });
  return isSame ? view : workbook.read();
};

/** After an edit of the header row. @returns what is wrong with the headers now; blank when nothing is. */
export const toldOfHeaders = (ports: CheckPorts): string =>
  tabProblem(checkHeaders(ports, ports.workbook.read()), 'orders');
