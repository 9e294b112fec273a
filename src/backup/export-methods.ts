import { type Check, text } from '../workspace/argument-checks';
import { method, type RpcMethod } from '../workspace/rpc';
import type { TabExport } from './export-tabs';

interface ExportBackstage {
  readonly exports: () => TabExport;
}

const isRow: Check<number> = (value): value is number => Number.isSafeInteger(value) && Number(value) >= 1;

/** What the dialog Export calls: any tab, piece by piece. */
export const EXPORT_METHODS: Readonly<Record<string, RpcMethod<ExportBackstage>>> = {
  'export.tabs': method([], ({ exports }: ExportBackstage) => exports().tabs()),
  'export.rows': method([text(100), isRow, isRow], ({ exports }: ExportBackstage, tab, from, count) =>
    exports().rows(tab, from, count),
  ),
};
