import type { Json } from '../google/operations';
import type { Workbook } from '../google/workbook/workbook';
import type { Office } from '../office';
import { chartsOf } from './charts';
import { type Input, optionalCount } from './input';
import { layoutOf } from './page-calls';
import { shownCells } from './shown-cells';
import { tabOf } from './tab-cells';

const blocksOf = (text: string | undefined): number[] =>
  [...new Set((text ?? '1').split(',').map(Number))].filter((row) => Number.isSafeInteger(row) && row > 0);

/** Pieces of a tab: as many rows each as `GET /local/shown` has been asked for, from the rows of `from` on. */
const cellsOf = (office: Office, name: string, from: readonly number[], count: number): Json => {
  const tab = tabOf(office, name);
  const workbook = office.world.workbooks.get(office.bound) as Workbook;
  return from.map((first) => shownCells(workbook, tab, first, count));
};

/** Some rows of a tab as the page draws them, for `GET /local/cells/<tab>?from=1,101&rows=100`. */
export const cellsShown = (office: Office, name: string, query: Input): Json => ({
  pieces: cellsOf(office, name, blocksOf(fromOf(query)), optionalCount(query, 'rows') ?? 1),
});

/**
 * What an open page shows, in one answer, for `GET /local/shown?tab=Sheet1&from=1,101&rows=100`: what has changed is asked
 * for with one call, not with six. Emails and executions are in it when their newest known ones are named (`mails=0`).
 */
export const pageShown = async (office: Office, query: Input): Promise<Json> => {
  const state = (await office.state()) as {
    readonly tabs: readonly { readonly name: string; readonly hidden: boolean }[];
  };
  const wanted = state.tabs.find(({ name }) => name === String(query.tab ?? ''));
  const tab = (wanted ?? state.tabs.find(({ hidden }) => !hidden))?.name;
  const shown = {
    state,
    ...(query.mails === undefined ? {} : office.mail(String(query.mails))),
    ...(query.executions === undefined ? {} : office.executions(String(query.executions))),
  } as unknown as { readonly [name: string]: Json };
  if (tab === undefined) return { ...shown, tab: null };
  const layout = layoutOf(office, tab) as { readonly charts: number };
  return {
    ...shown,
    tab: {
      name: tab,
      layout: layout as unknown as Json,
      pieces: cellsOf(office, tab, blocksOf(fromOf(query)), optionalCount(query, 'rows') ?? 1),
      charts: layout.charts > 0 ? (chartsOf(office, tab) as { readonly charts: Json }).charts : [],
    },
  };
};

const fromOf = ({ from }: Input): string | undefined => (from === undefined ? undefined : String(from));
