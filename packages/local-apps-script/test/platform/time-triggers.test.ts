import { afterAll, describe, expect, test } from '@jest/globals';
import { closeOffices, openOffice } from '../../testing';

afterAll(closeOffices);

/** `install` makes triggers from code; each run notes its time. */
const SCRIPT = (build: string) => ({
  'appsscript.json': '{"timeZone":"America/New_York"}',
  'Code.js': `
var App = { tick: function (e) { tick(e); } };
function install() { ${build} }
function tick(e) {
  var p = PropertiesService.getScriptProperties();
  p.setProperty('runs', (p.getProperty('runs') || '') + Utilities.formatDate(new Date(), 'America/New_York', 'EEE d HH:mm') + ';');
  p.setProperty('event', JSON.stringify(e));
  p.setProperty('who', Session.getEffectiveUser().getEmail());
}
function other() { var p = PropertiesService.getScriptProperties(); p.setProperty('runs', (p.getProperty('runs') || '') + 'other;'); }
function list() { return ScriptApp.getProjectTriggers().map(function (t) { return [t.getHandlerFunction(), String(t.getEventType()), String(t.getTriggerSource())]; }); }
function removeAll() { ScriptApp.getProjectTriggers().forEach(function (t) { ScriptApp.deleteTrigger(t); }); }
function ui() { SpreadsheetApp.getUi(); }`,
});

const clock = (rest: string) => SCRIPT(`ScriptApp.newTrigger('tick').timeBased().${rest}.create();`);

const runs = (office: ReturnType<typeof openOffice>): string[] =>
  (office.world.properties.read(`script:${office.bound}`).runs ?? '').split(';').filter((run) => run !== '');

const MINUTE = 60_000;
const DAY = 86_400_000;

describe('time-driven triggers (docs/google.md G53)', () => {
  test.each([1, 5, 10, 15, 30])('every %d minutes: once in each such time', async (minutes) => {
    const office = openOffice({ script: clock(`everyMinutes(${minutes})`) });
    await office.run({ function: 'install' });
    for (let times = 1; times <= 4; times++) {
      await office.advance(minutes * MINUTE);
      expect(runs(office)).toHaveLength(times);
    }
  });

  test('time that is asked for twice at once passes twice, one after the other', async () => {
    const office = openOffice({ script: clock('everyMinutes(30)') });
    await office.run({ function: 'install' });
    const start = office.world.clock.now();
    const passed = await Promise.all([office.advance(60 * MINUTE), office.advance(60 * MINUTE), office.tick()]);
    expect(office.world.clock.now() - start).toBe(120 * MINUTE);
    expect(passed.slice(0, 2)).toMatchObject([{ executions: 2 }, { executions: 2 }]);
    expect(runs(office)).toHaveLength(4);
  });

  test('other numbers of minutes are refused', async () => {
    const office = openOffice({ script: clock('everyMinutes(7)') });
    expect(await office.run({ function: 'install' })).toMatchObject({
      error: { name: 'Exception', message: expect.stringContaining('1, 5, 10, 15 or 30') },
    });
  });

  test('atHour(5) every day means some time between 5 and 6, the same each day, daylight saving or not', async () => {
    const office = openOffice({ script: clock('everyDays(1).atHour(5)'), now: '2026-10-30T15:00:00Z' });
    await office.run({ function: 'install' });
    await office.advance(4 * DAY);
    const [first = '', ...rest] = runs(office);
    expect(first).toMatch(/^Sat 31 05:\d\d$/);
    const time = first.slice(-5);
    expect(rest).toEqual([`Sun 1 ${time}`, `Mon 2 ${time}`, `Tue 3 ${time}`]);
  });

  test('nearMinute(30) means within 15 minutes of it', async () => {
    const office = openOffice({ script: clock('everyDays(1).atHour(9).nearMinute(30)') });
    await office.run({ function: 'install' });
    await office.advance(2 * DAY);
    for (const run of runs(office)) expect(Number(run.slice(-2))).toBeGreaterThanOrEqual(15);
    for (const run of runs(office)) expect(Number(run.slice(-2))).toBeLessThanOrEqual(45);
    expect(runs(office)).toHaveLength(2);
  });

  test('onWeekDay(MONDAY) runs on Mondays only', async () => {
    const office = openOffice({ script: clock('onWeekDay(ScriptApp.WeekDay.MONDAY).atHour(6)') });
    await office.run({ function: 'install' });
    await office.advance(15 * DAY);
    expect(runs(office).map((run) => run.slice(0, -3))).toEqual(['Mon 5 06', 'Mon 12 06']);
  });

  test('everyHours(2) runs twelve times a day', async () => {
    const office = openOffice({ script: clock('everyHours(2)') });
    await office.run({ function: 'install' });
    await office.advance(DAY);
    expect(runs(office)).toHaveLength(12);
  });

  test.each(['after(90000)', 'at(new Date(Date.now() + 90000))'])(
    '%s runs once and its trigger is gone',
    async (rest) => {
      const office = openOffice({ script: clock(rest) });
      await office.run({ function: 'install' });
      await office.advance(89_999);
      expect(runs(office)).toEqual([]);
      await office.advance(DAY);
      expect(runs(office)).toEqual(['Fri 2 11:01']);
      expect(await office.run({ function: 'list' })).toEqual({ result: [] });
    },
  );

  test('triggers that fall due run in the order of their times, each at its time', async () => {
    const office = openOffice({
      script: SCRIPT(
        `ScriptApp.newTrigger('other').timeBased().after(120000).create(); ScriptApp.newTrigger('App.tick').timeBased().after(60000).create();`,
      ),
    });
    await office.run({ function: 'install' });
    await office.advance(DAY);
    expect(runs(office)).toEqual(['Fri 2 11:01', 'other']);
  });

  test('a trigger may name a method of a top-level object', async () => {
    const office = openOffice({ script: SCRIPT(`ScriptApp.newTrigger('App.tick').timeBased().after(1).create();`) });
    await office.run({ function: 'install' });
    await office.advance(MINUTE);
    expect(runs(office)).toHaveLength(1);
  });

  test('a trigger runs as the one who made it, without a UI', async () => {
    const office = openOffice({
      script: SCRIPT(
        `ScriptApp.newTrigger('tick').timeBased().after(1).create(); ScriptApp.newTrigger('ui').timeBased().after(2).create();`,
      ),
    });
    await office.run({ function: 'install', as: 'staff' });
    await office.advance(MINUTE);
    const { who, event = '' } = office.world.properties.read(`script:${office.bound}`);
    expect(who).toBe('staff@example.com');
    expect(JSON.parse(event)).toMatchObject({ year: 2026, 'day-of-month': 2, authMode: 'FULL' });
    expect(office.records.at(-1)).toMatchObject({ function: 'ui', status: 'failed' });
  });

  test('getProjectTriggers lists the current user’s triggers only, and nobody deletes another’s', async () => {
    const office = openOffice({ script: clock('everyMinutes(5)') });
    await office.run({ function: 'install', as: 'operator' });
    await office.run({ function: 'install', as: 'staff' });
    expect(await office.run({ function: 'list', as: 'staff' })).toEqual({ result: [['tick', 'CLOCK', 'CLOCK']] });
    await office.run({ function: 'removeAll', as: 'staff' });
    expect(await office.run({ function: 'list', as: 'operator' })).toEqual({ result: [['tick', 'CLOCK', 'CLOCK']] });
  });

  test('two people who install are two triggers, and both run', async () => {
    const office = openOffice({ script: clock('everyMinutes(30)') });
    await office.run({ function: 'install', as: 'operator' });
    await office.run({ function: 'install', as: 'staff' });
    await office.advance(30 * MINUTE);
    expect(runs(office)).toHaveLength(2);
  });

  test('20 triggers per user per script, the next is refused', async () => {
    const office = openOffice({
      script: SCRIPT(`for (var i = 0; i < 21; i++) ScriptApp.newTrigger('tick').timeBased().everyHours(1).create();`),
    });
    expect(await office.run({ function: 'install' })).toMatchObject({
      error: { message: expect.stringContaining('too many triggers') },
    });
    expect(((await office.run({ function: 'list' })) as { result: unknown[] }).result).toHaveLength(20);
    expect(await office.run({ function: 'install', as: 'staff' })).toHaveProperty('error');
  });

  test('later is one jump, as after an outage: each trigger that came due in between runs once, in the order of their times', async () => {
    const every = (handler: string, plan: string) => `ScriptApp.newTrigger('${handler}').timeBased().${plan}.create();`;
    const office = openOffice({
      script: SCRIPT(every('tick', 'everyDays(1).atHour(5)') + every('other', 'everyMinutes(5)')),
    });
    await office.run({ function: 'install' });
    const start = office.world.clock.now();
    expect(await office.later(3 * DAY)).toEqual({ clock: new Date(start + 3 * DAY).toISOString(), executions: 2 });
    expect(runs(office)).toEqual(['other', 'Mon 5 11:00']);
    expect(await office.later(5 * MINUTE)).toMatchObject({ executions: 1 });
    expect(runs(office).slice(2)).toEqual(['other']);
  });

  test('an edit whose event was late is settled before later moves the clock', async () => {
    const office = openOffice({
      script: {
        'Code.js': `function onEdit() { PropertiesService.getScriptProperties().setProperty('at', String(Date.now())); }`,
      },
    });
    const start = office.world.clock.now();
    office.world.switches.editEvents = 'late';
    await office.edit({ sheet: 'Sheet1', range: 'A1', values: [['x']] });
    expect(await office.later(DAY)).toMatchObject({ executions: 1 });
    expect(office.world.properties.read(`script:${office.bound}`)).toEqual({ at: String(start) });
  });

  test('runs missed while nothing was running are not made up: one run, then the usual times', async () => {
    const office = openOffice({ script: clock('everyMinutes(5)') });
    await office.run({ function: 'install' });
    office.world.clock.advance(3 * DAY);
    await office.tick();
    expect(runs(office)).toHaveLength(1);
    await office.advance(5 * MINUTE);
    expect(runs(office)).toHaveLength(2);
  });
});
