import { useState } from 'preact/hooks';
import { csvOf, type ExportCell, recordsOf } from '../../../domain/csv';
import { numberText } from '../../../domain/text/for-people';
import { Download } from '../../../ui-kit/download';
import { Failure, Loading, show, useLoaded } from '../../../ui-kit/parts';
import { Progress } from '../../../ui-kit/progress';
import { call, options } from '../../../ui-kit/rpc';
import { Table } from '../../../ui-kit/table';

interface Tab {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
}

/** Cells of one call: some seconds, and a size that Google's bridge carries with ease. */
const CELLS = 40_000;

const { day, version } = options<{ day: string; version: string }>();

/** Reads a tab piece by piece. */
const readTab = async ({ name, rows, columns }: Tab, onRows: (rows: number) => void): Promise<ExportCell[][]> => {
  const portion = Math.max(1, Math.floor(CELLS / Math.max(1, columns)));
  const all: ExportCell[][] = [];
  for (let from = 1; from <= rows; from += portion) {
    all.push(...(await call<ExportCell[][]>('export.rows', name, from, portion)));
    onRows(Math.min(rows, from + portion - 1));
  }
  return all;
};

const fileName = (tab: string): string => `${tab.replace(/[^A-Za-z0-9 .-]+/g, ' ').trim()} ${day}`;

const Files = ({ tabs }: { readonly tabs: readonly Tab[] }) => {
  const [done, setDone] = useState<{ rows: number; of: number; tab: string } | null>(null);
  const read = async (chosen: readonly Tab[]): Promise<[string, ExportCell[][]][]> => {
    const of = chosen.reduce((sum, { rows }) => sum + rows, 0);
    const all: [string, ExportCell[][]][] = [];
    let before = 0;
    try {
      for (const tab of chosen) {
        const start = before;
        setDone({ rows: start, of, tab: tab.name });
        all.push([tab.name, await readTab(tab, (rows) => setDone({ rows: start + rows, of, tab: tab.name }))]);
        before += tab.rows;
      }
      return all;
    } finally {
      setDone(null);
    }
  };
  const json = async (): Promise<string> => {
    const read_ = await read(tabs);
    const records = Object.fromEntries(read_.map(([name, rows]) => [name, recordsOf(rows)]));
    const notes: Record<string, unknown> = {};
    for (const { name } of tabs) {
      const found = await call<readonly unknown[]>('export.notes', name);
      if (found.length > 0) notes[name] = found;
    }
    const notInThisFile = await call<readonly string[]>('export.outside');
    return JSON.stringify({ exportedOn: day, version, tabs: records, notes, notInThisFile }, null, 1);
  };
  const csv = async (tab: Tab): Promise<string> => csvOf((await read([tab]))[0]?.[1] ?? []);
  return (
    <>
      <p class="row">
        <Download primary name={`CPS Orders ${day}.json`} type="application/json" make={json}>
          Everything as JSON
        </Download>
      </p>
      {done && (
        <Progress label="Rows read" done={done.rows} total={done.of}>
          Reading the tab {done.tab} …
        </Progress>
      )}
      <div class="files">
        <Table
          caption="Tabs"
          rows={tabs}
          keyOf={({ name }) => name}
          empty="There’s nothing to export."
          columns={[
            { header: 'Tab', cell: ({ name }) => name },
            { header: 'Rows', number: true, cell: ({ rows }) => numberText(Math.max(0, rows - 1)) },
            {
              header: 'File',
              cell: (tab) => (
                <Download name={`${fileName(tab.name)}.csv`} type="text/csv" make={() => csv(tab)}>
                  CSV
                </Download>
              ),
            },
          ]}
        />
      </div>
      <p class="small soft">
        In CSV files, text that looks like a formula starts with an apostrophe. The JSON file has all text as is, plus
        notes on cells. Dates are in the sheet's time zone. Both include customers' names and addresses, so protect them
        like the sheet itself.
      </p>
    </>
  );
};

const Export = () => {
  const tabs = useLoaded<readonly Tab[]>('export.tabs');
  return (
    <>
      <h1>Export all data</h1>
      <p class="soft">Download every tab of the sheet, for example to use in another system. Nothing is changed.</p>
      {tabs.error && <Failure message={tabs.error} retry={() => void tabs.run()} />}
      {!tabs.value && !tabs.error && <Loading>Loading tabs …</Loading>}
      {tabs.value && <Files tabs={tabs.value} />}
    </>
  );
};

show(<Export />);
