import { changes, type Json, looks, type Operations } from '../operations';
import { openFile, openToRead, type SheetRef, tabIn } from './spreadsheet-files';

/** Charts of a `Sheet`, kept as what their builders were given: each argument list starts with the tab. */
export const sheetCharts: Operations = {
  'Sheet.getCharts': looks(
    'read',
    (context, ref: SheetRef) => tabIn(openToRead(context, ref.file), ref.sheet).meta.charts as unknown as Json,
  ),
  'Sheet.insertChart': changes('write', (context, ref: SheetRef, spec: Json) => {
    const workbook = openFile(context, ref.file);
    const tab = tabIn(workbook, ref.sheet);
    const chartId = workbook.nextId();
    tab.configure({ charts: [...tab.meta.charts, { chartId, spec }] });
    return chartId;
  }),
  'Sheet.updateChart': changes('write', (context, ref: SheetRef, chartId: number, spec: Json) => {
    const tab = tabIn(openFile(context, ref.file), ref.sheet);
    tab.configure({ charts: tab.meta.charts.map((chart) => (chart.chartId === chartId ? { chartId, spec } : chart)) });
    return null;
  }),
  'Sheet.removeChart': changes('write', (context, ref: SheetRef, chartId: number) => {
    const tab = tabIn(openFile(context, ref.file), ref.sheet);
    tab.configure({ charts: tab.meta.charts.filter((chart) => chart.chartId !== chartId) });
    return null;
  }),
};
