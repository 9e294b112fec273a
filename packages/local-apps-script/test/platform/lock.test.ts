import { afterAll, describe, expect, test } from '@jest/globals';
import { closeOffices, evaluate, openOffice } from '../../testing';

afterAll(closeOffices);

const LOCKS = {
  'Code.js': `
function hold(ms) { const lock = LockService.getScriptLock(); const got = lock.tryLock(0); Utilities.sleep(ms); note('held'); return [got, lock.hasLock()]; }
function holdAndRelease(ms) { const lock = LockService.getScriptLock(); lock.waitLock(0); Utilities.sleep(ms); note('released'); lock.releaseLock(); Utilities.sleep(60000); return lock.hasLock(); }
function attempt(ms) { const got = LockService.getScriptLock().tryLock(ms); note('tried ' + got); return got; }
function lateAttempt(ms) { Utilities.sleep(10); return attempt(ms); }
function lateWait(ms) { Utilities.sleep(10); return wait(ms); }
function wait(ms) { LockService.getScriptLock().waitLock(ms); return Date.now(); }
function user(ms) { const got = LockService.getUserLock().tryLock(0); Utilities.sleep(ms); return got; }
function note(text) { const p = PropertiesService.getScriptProperties(); p.setProperty('notes', (p.getProperty('notes') || '') + text + ';'); }`,
};

const START = Date.parse('2026-10-02T15:00:00.000Z');

// The clock moves on when every execution waits: the late ones wait first, so the other has its lock by then.
describe('LockService (docs/google.md G91, G92 and G93)', () => {
  test('tryLock returns false when another holds the lock for all of the time', async () => {
    const office = openOffice({ script: LOCKS, transport: 'workers' });
    const holding = office.run({ function: 'hold', args: [20_000] });
    const attempts = [
      office.run({ function: 'lateAttempt', args: [10_000] }),
      office.run({ function: 'lateAttempt', args: [5000] }),
    ];
    expect(await Promise.all(attempts)).toEqual([{ result: false }, { result: false }]);
    expect(await holding).toEqual({ result: [true, true] });
  });

  test('tryLock returns true as soon as the lock comes free in time', async () => {
    const office = openOffice({ script: LOCKS, transport: 'workers' });
    const holding = office.run({ function: 'holdAndRelease', args: [3000] });
    expect(await office.run({ function: 'lateWait', args: [10_000] })).toEqual({ result: START + 3000 });
    expect(await holding).toEqual({ result: false });
  });

  test('waitLock throws when the time is over', async () => {
    const office = openOffice({ script: LOCKS });
    office.world.locks.take(`script:${office.bound}`, 'another');
    expect(await office.run({ function: 'wait', args: [5000] })).toEqual({
      error: { name: 'Exception', message: 'Lock timeout: another process was holding the lock for too long.' },
    });
    expect(office.world.clock.now()).toBe(START + 5000);
  });

  test('the lock is released at the end of the script', async () => {
    const office = openOffice({ script: LOCKS });
    expect(await office.run({ function: 'hold', args: [1] })).toEqual({ result: [true, true] });
    expect(await office.run({ function: 'hold', args: [1] })).toEqual({ result: [true, true] });
  });

  test('the lock is released when the execution is killed', async () => {
    const office = openOffice({ script: LOCKS });
    office.addFault({ service: 'Properties.setProperty', nth: 1, kind: 'kill-before' });
    await office.run({ function: 'hold', args: [1] });
    expect(await office.run({ function: 'attempt', args: [0] })).toEqual({ result: true });
  });

  test('locking again has no effect when already held', async () => {
    expect(
      await evaluate(`const lock = LockService.getScriptLock(); const a = lock.tryLock(1); const b = lock.tryLock(1); lock.waitLock(1);
      lock.releaseLock(); return [a, b, lock.hasLock()];`),
    ).toEqual([true, true, false]);
  });

  test('each person has their own user lock', async () => {
    const office = openOffice({ script: LOCKS, transport: 'workers', interleave: true });
    const answers = await Promise.all([
      office.run({ function: 'user', args: [60_000], as: 'staff' }),
      office.run({ function: 'user', args: [60_000], as: 'operator' }),
    ]);
    expect(answers).toEqual([{ result: true }, { result: true }]);
  });

  test('an overloaded lock service throws from any of its methods (a fault)', async () => {
    const office = openOffice({ script: LOCKS });
    const message = 'There are too many LockService operations against the same script.';
    office.addFault({ service: 'Lock.tryLock', nth: 1, kind: 'before', message });
    expect(await office.run({ function: 'attempt', args: [5] })).toEqual({ error: { name: 'Exception', message } });
  });

  test('a lock that nobody frees starves the others without hanging the world', async () => {
    const office = openOffice({ script: LOCKS, transport: 'workers' });
    office.world.locks.take(`script:${office.bound}`, 'another');
    expect(await office.run({ function: 'attempt', args: [30_000] })).toEqual({ result: false });
  });
});
