import { changes, type Json, looks, type OperationContext, type Operations } from '../operations';
import { ServiceError } from '../service-error';
import type { Area } from '../workbook/a1';
import { spreadsheetUrl } from '../workbook/api/resource';
import { rangeOf } from '../workbook/grid-range';
import type { Tab } from '../workbook/tab';
import type { Workbook } from '../workbook/workbook';
import { rangeByText } from './sheet';
import {
  openFile,
  openToRead,
  personOf,
  type RangeRef,
  refOf,
  request,
  requireRange,
  type SheetRef,
  tabIn,
} from './spreadsheet-files';

const reads = (read: (workbook: Workbook, context: OperationContext) => unknown) =>
  looks('navigation', (context, file: string) => read(openToRead(context, file), context) as Json);

const title = (fields: string, make: (value: string) => object) =>
  changes('write', (context, file: string, value: string) => {
    request(context, file, 'updateSpreadsheetProperties', { properties: make(value), fields });
    return null;
  });

const firstVisible = (workbook: Workbook): Tab | undefined =>
  workbook.tabs.find(({ meta }) => !meta.hidden) ?? workbook.tabs[0];

/** What a user has selected, or the first cell of the first visible tab. */
const selectionOf = (workbook: Workbook, person: string): { tab: Tab; areas: readonly Area[] } => {
  const selected = workbook.selections.get(person);
  const tab = selected && workbook.tab(selected.sheet);
  const areas = (selected?.areas ?? []).filter(
    ({ bottom, right }) => tab && bottom <= tab.meta.rowCount && right <= tab.meta.columnCount,
  );
  const home = tab ?? firstVisible(workbook);
  if (!home) throw new ServiceError('The spreadsheet has no sheet.');
  return { tab: home, areas: tab && areas.length > 0 ? areas : [{ top: 0, left: 0, bottom: 1, right: 1 }] };
};

const requireValid = (zone: string): void => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    throw new ServiceError(`Invalid argument: ${zone}`);
  }
};

const insertSheet = (
  context: OperationContext,
  file: string,
  name: string | null,
  index: number | null,
  template: number | null,
): Json => {
  const workbook = openFile(context, file);
  if (template !== null) {
    const source = tabIn(workbook, template);
    const newSheetName = name ?? `Copy of ${source.name}`;
    const body = { sourceSheetId: template, insertSheetIndex: index ?? workbook.tabs.length, newSheetName };
    request(context, file, 'duplicateSheet', body);
    return workbook.tabNamed(newSheetName)?.id ?? null;
  }
  const active = workbook.tabs.indexOf(selectionOf(workbook, personOf(context)).tab);
  const properties = { ...(name === null ? {} : { title: name }), index: index ?? active + 1 };
  const reply = request(context, file, 'addSheet', { properties }) as { addSheet: { properties: { sheetId: number } } };
  const { sheetId } = reply.addSheet.properties;
  workbook.selections.set(personOf(context), { sheet: sheetId, areas: [{ top: 0, left: 0, bottom: 1, right: 1 }] });
  return sheetId;
};

/** `Spreadsheet` and `SpreadsheetApp`: each argument list of `Spreadsheet` starts with the file id. */
export const spreadsheet: Operations = {
  'SpreadsheetApp.openById': looks('read', (context, file: string) => openToRead(context, file).id),
  'SpreadsheetApp.create': changes(
    'write',
    ({ world, actor }, name: string, rows: number | null, columns: number | null) =>
      world.workbooks.create({ name, owner: actor.effectiveUser }, rows ?? undefined, columns ?? undefined).id,
  ),
  'SpreadsheetApp.flush': looks('other', ({ world, actor }) => {
    world.workbooks.forget(actor.execution);
    return null;
  }),
  'Spreadsheet.getName': reads(({ meta }) => meta.name),
  'Spreadsheet.getUrl': reads(({ id }) => spreadsheetUrl(id)),
  'Spreadsheet.getSpreadsheetTimeZone': reads(({ meta }) => meta.timeZone),
  'Spreadsheet.getSpreadsheetLocale': reads(({ meta }) => meta.locale),
  'Spreadsheet.getOwner': reads(({ meta }) => meta.owner),
  'Spreadsheet.getEditors': reads(({ meta }) => [meta.owner, ...meta.editors]),
  'Spreadsheet.getSheets': reads(({ tabs }) => tabs.map(({ id }) => id)),
  'Spreadsheet.getSheetByName': looks(
    'navigation',
    (context, file: string, name: string) => openToRead(context, file).tabNamed(name)?.id ?? null,
  ),
  'Spreadsheet.getSheetById': looks(
    'navigation',
    (context, file: string, id: number) => openToRead(context, file).tab(id)?.id ?? null,
  ),
  'Spreadsheet.getRange': looks('navigation', (context, file: string, text: string) => {
    const workbook = openToRead(context, file);
    return rangeByText(workbook, text, selectionOf(workbook, personOf(context)).tab) as unknown as Json;
  }),
  'Spreadsheet.getRangeByName': looks('navigation', (context, file: string, name: string) => {
    const workbook = openToRead(context, file);
    const known = workbook.meta.namedRanges.some((named) => named.name === name);
    return (known ? rangeByText(workbook, name, undefined) : null) as unknown as Json;
  }),
  'Spreadsheet.getNamedRanges': looks('navigation', (context, file: string) => {
    const workbook = openToRead(context, file);
    return workbook.meta.namedRanges.map(({ name }) => ({
      name,
      range: rangeByText(workbook, name, undefined),
    })) as unknown as Json;
  }),
  'Spreadsheet.setNamedRange': changes('write', (context, file: string, name: string, ref: RangeRef) => {
    const workbook = openFile(context, file);
    const range = rangeOf(ref.sheet, requireRange(tabIn(workbook, ref.sheet), ref));
    const known = workbook.meta.namedRanges.find((named) => named.name === name);
    if (known) request(context, file, 'updateNamedRange', { namedRange: { ...known, range }, fields: 'range' });
    else request(context, file, 'addNamedRange', { namedRange: { name, range } });
    return null;
  }),
  'Spreadsheet.removeNamedRange': changes('write', (context, file: string, name: string) => {
    const known = openFile(context, file).meta.namedRanges.find((named) => named.name === name);
    if (!known) throw new ServiceError(`A named range with the name ${name} does not exist.`);
    request(context, file, 'deleteNamedRange', { namedRangeId: known.namedRangeId });
    return null;
  }),
  'Spreadsheet.rename': title('title', (value) => ({ title: value })),
  'Spreadsheet.setSpreadsheetLocale': title('locale', (value) => ({ locale: value })),
  'Spreadsheet.setSpreadsheetTimeZone': changes('write', (context, file: string, zone: string) => {
    requireValid(zone);
    request(context, file, 'updateSpreadsheetProperties', { properties: { timeZone: zone }, fields: 'timeZone' });
    return null;
  }),
  'Spreadsheet.insertSheet': changes('write', insertSheet),
  'Spreadsheet.deleteSheet': changes('write', (context, { file, sheet }: SheetRef) => {
    request(context, file, 'deleteSheet', { sheetId: sheet });
    return null;
  }),
  'Spreadsheet.moveSheet': changes('write', (context, { file, sheet }: SheetRef, position: number) => {
    const workbook = openFile(context, file);
    if (position < 1 || position > workbook.tabs.length) throw new ServiceError('Invalid argument: pos');
    workbook.moveTab(tabIn(workbook, sheet), position - 1);
    return null;
  }),
  'Spreadsheet.addEditor': changes('write', (context, file: string, emails: string[]) => {
    const workbook = openFile(context, file);
    const { owner, editors } = workbook.meta;
    workbook.setMeta({ editors: [...new Set([...editors, ...emails])].filter((email) => email !== owner) });
    return null;
  }),
  'Spreadsheet.removeEditor': changes('write', (context, file: string, email: string) => {
    const workbook = openFile(context, file);
    workbook.setMeta({ editors: workbook.meta.editors.filter((editor) => editor !== email) });
    return null;
  }),
  'Spreadsheet.copy': changes(
    'write',
    (context, file: string, name: string) =>
      context.world.workbooks.copy(openFile(context, file), name, context.actor.effectiveUser).id,
  ),
  'Spreadsheet.getActiveSheet': looks(
    'navigation',
    (context, file: string) => selectionOf(openToRead(context, file), personOf(context)).tab.id,
  ),
  'Spreadsheet.getActiveRangeList': looks('navigation', (context, file: string) => {
    const workbook = openToRead(context, file);
    const { tab, areas } = selectionOf(workbook, personOf(context));
    return areas.map((area) => refOf(workbook, tab, area)) as unknown as Json;
  }),
};
