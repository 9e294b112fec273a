import { afterAll, expect, test } from '@jest/globals';
import { get, post } from 'local-apps-script/testing';
import type { Page } from 'playwright-core';
import { axe } from '../support/browser';
import { cleanUp, newFolder, scriptFolder, startHost } from './host-process';
import { closeBrowser, openPage } from './open-page';

afterAll(async () => {
  await closeBrowser();
  await cleanUp();
});

const SCRIPT = `
function onOpen() {
  SpreadsheetApp.getUi().createMenu('Charts').addItem('Draw', 'draw').addItem('Remove', 'removeAll').addToUi();
}
function draw() {
  var sheet = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
  sheet.setFrozenRows(1);
  sheet.getRange('A1:C4').setValues([['Order ID', 'Revenue', 'Orders'], ['Sep 1', 1240.5, 40], ['Sep 8', 2310, 71], ['Sep 15', 980, 33]]);
  sheet.getRange('B2:B4').setNumberFormat('$#,##0.00');
  sheet.insertChart(sheet.newChart().asColumnChart().addRange(sheet.getRange('A1:B9'))
    .setOption('title', 'Revenue by week').setOption('vAxis', { title: 'Revenue' }).setOption('hAxis.title', 'Week')
    .setOption('colors', ['#0b6b4f']).setPosition(3, 5, 10, 4).build());
  sheet.insertChart(sheet.newChart().asLineChart().addRange(sheet.getRange('A1:A4')).addRange(sheet.getRange('C1:C4'))
    .setOption('title', 'Orders').setOption('width', 400).setOption('height', 200).setPosition(20, 5, 0, 0).build());
}
function removeAll() {
  var sheet = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
  sheet.getCharts().forEach(function (chart) { sheet.removeChart(chart); });
}`;

/** How many points of a drawing have a color. */
const pointsOf = (page: Page, name: RegExp, [red, green, blue]: readonly [number, number, number]): Promise<number> =>
  page.getByRole('img', { name }).evaluate(
    (element, wanted) => {
      const canvas = element as HTMLCanvasElement;
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
      let points = 0;
      for (let at = 0; at < data.length; at += 4)
        if (wanted.every((part, index) => data[at + index] === part)) points += 1;
      return points;
    },
    [red, green, blue],
  );

test('charts are drawn over the sheet where the script put them, in its colours, and follow the cells', async () => {
  const { address } = await startHost('--data', newFolder(), '--script', scriptFolder(SCRIPT));
  await post(address, '/local/menu', { item: 'Draw' });
  const { charts } = (await get(address, '/local/charts/Sheet1')).json;
  expect(charts[0]).toMatchObject({
    type: 'COLUMN',
    labels: ['Sep 1', 'Sep 8', 'Sep 15'],
    series: [{ name: 'Revenue', values: [1240.5, 2310, 980], texts: ['$1,240.50', '$2,310.00', '$980.00'] }],
    options: { vAxis: { title: 'Revenue' }, hAxis: { title: 'Week' } },
  });

  const { page, problems } = await openPage(address, { width: 1600, height: 900 });
  const revenue = page.getByRole('img', { name: /Revenue by week/ });
  const before = await pointsOf(page, /Revenue by week/, [11, 107, 79]);
  expect(before).toBeGreaterThan(5_000);
  expect(await pointsOf(page, /Chart: Orders/, [66, 133, 244])).toBeGreaterThan(200);
  const [chart, corner] = [
    await revenue.boundingBox(),
    await page.locator('[tabulator-field="E"]').nth(2).boundingBox(),
  ];
  expect(chart).toMatchObject({ width: 600, height: 371 });
  expect([(chart?.x ?? 0) - (corner?.x ?? 0), (chart?.y ?? 0) - (corner?.y ?? 0)]).toEqual([11, 5]);
  expect(await axe(page)).toEqual([]);

  await post(address, '/local/edit', { sheet: 'Sheet1', range: 'B4', values: [['9800']] });
  await revenue.getByText('$9,800.00').waitFor({ state: 'attached' });
  expect(await pointsOf(page, /Revenue by week/, [11, 107, 79])).toBeLessThan(before);
  await post(address, '/local/menu', { item: 'Remove' });
  await revenue.waitFor({ state: 'detached' });
  expect(problems).toEqual([]);
});
