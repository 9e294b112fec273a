import { changes, type Json, looks, type OperationContext, type Operations } from '../operations';
import { ServiceError } from '../service-error';
import { closeRange, rangeOf } from '../workbook/grid-range';
import { coversTab, mayEditUnder, PROTECTED } from '../workbook/protection';
import type { Tab } from '../workbook/tab';
import type { ProtectedRange } from '../workbook/tab-meta';
import type { Workbook } from '../workbook/workbook';
import { openFile, openToRead, type RangeRef, refOf, requireRange, type SheetRef, tabIn } from './spreadsheet-files';

/** A protection as the script's side holds it. */
export interface ProtectionRef extends SheetRef {
  readonly id: number;
  readonly kind: 'RANGE' | 'SHEET';
}

const refTo = (workbook: Workbook, tab: Tab, protection: ProtectedRange): ProtectionRef => ({
  file: workbook.id,
  sheet: tab.id,
  id: protection.protectedRangeId,
  kind: coversTab(protection) ? 'SHEET' : 'RANGE',
});

const find = (workbook: Workbook, { sheet, id }: ProtectionRef): { tab: Tab; protection: ProtectedRange } => {
  const tab = tabIn(workbook, sheet);
  const protection = tab.meta.protections.find(({ protectedRangeId }) => protectedRangeId === id);
  if (!protection) throw new ServiceError('The protection does not exist any more.');
  return { tab, protection };
};

/** A new protection lets in everybody who may edit the file, as the reference says. */
const add = (context: OperationContext, file: string, sheet: number, range: ProtectedRange['range']): Json => {
  const workbook = openFile(context, file);
  const tab = tabIn(workbook, sheet);
  const { owner, editors } = workbook.meta;
  const protection = { protectedRangeId: workbook.nextId(), range, editors: { users: [owner, ...editors] } };
  tab.configure({ protections: [...tab.meta.protections, protection] });
  return refTo(workbook, tab, protection) as unknown as Json;
};

const change = (
  make: (protection: ProtectedRange, value: Json, workbook: Workbook, user: string) => ProtectedRange | null,
) =>
  changes('write', (context, ref: ProtectionRef, value: Json) => {
    const workbook = openFile(context, ref.file);
    const { tab, protection } = find(workbook, ref);
    const user = context.actor.effectiveUser;
    if (!mayEditUnder(protection, workbook, user)) throw new ServiceError(PROTECTED);
    const next = make(protection, value, workbook, user);
    tab.configure({
      protections: tab.meta.protections.flatMap((one) => (one !== protection ? [one] : next ? [next] : [])),
    });
    return null;
  });

const read = (look: (protection: ProtectedRange, workbook: Workbook, user: string) => Json) =>
  looks('read', (context, ref: ProtectionRef) => {
    const workbook = openToRead(context, ref.file);
    return look(find(workbook, ref).protection, workbook, context.actor.effectiveUser);
  });

const usersOf = (protection: ProtectedRange): readonly string[] => protection.editors?.users ?? [];

const withUsers = (protection: ProtectedRange, users: readonly string[]): ProtectedRange => ({
  ...protection,
  editors: { users: [...new Set(users)] },
});

/** Nobody can lock out the owner or themselves. */
const without = (protection: ProtectedRange, emails: Json, { meta }: Workbook, user: string): ProtectedRange => {
  const gone = emails as readonly string[];
  return withUsers(
    protection,
    usersOf(protection).filter((email) => email === meta.owner || email === user || !gone.includes(email)),
  );
};

/** Protections of ranges and tabs (`Range.protect`, `Sheet.protect`) and what `Protection` does. */
export const protections: Operations = {
  'Sheet.protect': changes('write', (context, { file, sheet }: SheetRef) =>
    add(context, file, sheet, { sheetId: sheet }),
  ),
  'Range.protect': changes('write', (context, ref: RangeRef) => {
    const area = requireRange(tabIn(openFile(context, ref.file), ref.sheet), ref);
    return add(context, ref.file, ref.sheet, rangeOf(ref.sheet, area));
  }),
  'Sheet.getProtections': looks('read', (context, { file, sheet }: SheetRef, kind: string) => {
    const workbook = openToRead(context, file);
    const tab = tabIn(workbook, sheet);
    return tab.meta.protections
      .map((one) => refTo(workbook, tab, one))
      .filter((ref) => ref.kind === kind) as unknown as Json;
  }),
  'Spreadsheet.getProtections': looks('read', (context, file: string, kind: string) => {
    const workbook = openToRead(context, file);
    const refs = workbook.tabs.flatMap((tab) => tab.meta.protections.map((one) => refTo(workbook, tab, one)));
    return refs.filter((ref) => ref.kind === kind) as unknown as Json;
  }),
  'Protection.getDescription': read(({ description }) => description ?? ''),
  'Protection.isWarningOnly': read(({ warningOnly }) => warningOnly ?? false),
  'Protection.getEditors': read((protection, { meta }) =>
    protection.warningOnly ? [] : [...new Set([meta.owner, ...usersOf(protection)])],
  ),
  'Protection.canEdit': read((protection, workbook, user) => mayEditUnder(protection, workbook, user)),
  'Protection.getRange': looks('read', (context, ref: ProtectionRef) => {
    const workbook = openToRead(context, ref.file);
    const { tab, protection } = find(workbook, ref);
    return refOf(
      workbook,
      tab,
      closeRange(protection.range, tab.meta.rowCount, tab.meta.columnCount),
    ) as unknown as Json;
  }),
  'Protection.getUnprotectedRanges': looks('read', (context, ref: ProtectionRef) => {
    const workbook = openToRead(context, ref.file);
    const { tab, protection } = find(workbook, ref);
    const { rowCount, columnCount } = tab.meta;
    const open = protection.unprotectedRanges ?? [];
    return open.map((range) => refOf(workbook, tab, closeRange(range, rowCount, columnCount))) as unknown as Json;
  }),
  'Protection.setDescription': change((protection, value) => ({ ...protection, description: String(value) })),
  'Protection.setWarningOnly': change((protection, value) => ({ ...protection, warningOnly: value === true })),
  'Protection.addEditors': change((protection, emails) =>
    withUsers(protection, [...usersOf(protection), ...(emails as string[])]),
  ),
  'Protection.removeEditors': change(without),
  'Protection.setUnprotectedRanges': change((protection, refs) => ({
    ...protection,
    unprotectedRanges: (refs as unknown as RangeRef[]).map(({ sheet, row, column, rows, columns }) =>
      rangeOf(sheet, { top: row - 1, left: column - 1, bottom: row - 1 + rows, right: column - 1 + columns }),
    ),
  })),
  'Protection.remove': change(() => null),
};
