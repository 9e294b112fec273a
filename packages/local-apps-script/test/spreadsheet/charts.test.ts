import { afterAll, expect, test } from '@jest/globals';
import { closeOffices, evaluate } from '../../testing';

afterAll(closeOffices);

const setUp = `const file = SpreadsheetApp.getActive(); const id = file.getId(); const sheet = file.getSheets()[0];
  const sheetId = sheet.getSheetId();
  sheet.getRange('A1:B3').setValues([['Week', 'Total'], ['Sep 1', 12.5], ['Sep 8', 7]]);
  const column = (index) => ({ sourceRange: { sources: [{ sheetId, startRowIndex: 0, endRowIndex: 3, startColumnIndex: index, endColumnIndex: index + 1 }] } });
  const position = { overlayPosition: { anchorCell: { sheetId, rowIndex: 4, columnIndex: 2 }, widthPixels: 600, heightPixels: 340 } };
  const basic = (more) => ({ basicChart: { chartType: 'COLUMN', legendPosition: 'NO_LEGEND', headerCount: 1,
    axis: [{ position: 'BOTTOM_AXIS', title: 'Week' }, { position: 'LEFT_AXIS', title: 'US dollars' }],
    domains: [{ domain: column(0) }], series: [{ series: column(1), targetAxis: 'LEFT_AXIS' }], ...more } });
  const add = (spec, chartId) => ({ addChart: { chart: { ...(chartId ? { chartId } : {}), spec: { title: 'Sales', ...spec }, position } } });
  const send = (...requests) => Sheets.Spreadsheets.batchUpdate({ requests }, id);
  const failure = (work) => { try { work(); return 'nothing failed'; } catch (e) { return e.message.replace(/^.*error: /, ''); } };`;

test('a chart added through the Sheets service is there for both services, with the id it was given', async () => {
  const answer = await evaluate(`${setUp}
    const { replies } = send(add(basic(), 7001));
    const [chart] = sheet.getCharts();
    const [{ charts }] = Sheets.Spreadsheets.get(id, { fields: 'sheets.charts(chartId,spec.title)' }).sheets;
    return [replies[0].addChart.chart.chartId, chart.getChartId(), chart.getRanges().map((range) => range.getA1Notation()), charts];`);
  expect(answer).toEqual([7001, 7001, ['A1:A3', 'B1:B3'], [{ chartId: 7001, spec: { title: 'Sales' } }]]);
});

test('a chart is taken away and made again in one batch; an id that is taken or gone fails all of it', async () => {
  const answer = await evaluate(`${setUp}
    send(add(basic(), 7001));
    send({ deleteEmbeddedObject: { objectId: 7001 } }, add({ pieChart: { legendPosition: 'RIGHT_LEGEND', domain: column(0), series: column(1) } }, 7001));
    const taken = failure(() => send({ deleteSheet: { sheetId: 99 } }, add(basic(), 7001)));
    const twice = failure(() => send(add(basic(), 7001)));
    const gone = failure(() => send({ deleteEmbeddedObject: { objectId: 1 } }));
    return [sheet.getCharts().length, taken, twice, gone];`);
  expect(answer).toEqual([
    1,
    'Invalid requests[0].deleteSheet: No grid with id: 99',
    'Invalid requests[0].addChart: An embedded object with the ID 7001 already exists.',
    'Invalid requests[0].deleteEmbeddedObject: No object with id: 1',
  ]);
});

test('what Google would refuse, and what is not built, is refused', async () => {
  const answer = await evaluate(
    `${setUp}
    const wide = { sourceRange: { sources: [{ sheetId, startRowIndex: 0, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 2 }] } };
    return [
      failure(() => send(add(basic({ chartType: 'BAR' })))),
      failure(() => send(add(basic({ series: [{ series: wide }] })))),
      failure(() => send(add(basic({ threeDimensional: true })))),
      failure(() => send(add({ histogramChart: {} }))),
      sheet.getCharts().length,
    ];`,
    { refusals: 'told' },
  );
  expect(answer).toEqual([
    'Invalid requests[0].addChart: The series cannot be on the LEFT_AXIS of a BAR chart.',
    'Invalid requests[0].addChart: A source range must have one row or one column.',
    'Invalid requests[0].addChart: not available in the local Apps Script: threeDimensional of basicChart',
    'Invalid requests[0].addChart: not available in the local Apps Script: histogramChart of a chart spec',
    0,
  ]);
});
