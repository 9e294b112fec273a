import { BACKUP_TROUBLE, LAST_BACKUP } from '../backup/known-backups';
import type { Ports } from '../core/all-ports';
import { limitMetKey } from '../core/limits';
import { lockWaitsKey } from '../core/lock-waits';
import { OPERATOR } from '../core/roles';
import type { Installation } from '../core/set-up-ports';
import { shownTime } from '../core/shown-time';
import { readReturnAddress } from '../domain/address/return-address';
import { waitsForAddress } from '../email/postal-address';
import { configOf } from '../workbook/config';
import { textOf } from '../workbook/layout';
import type { Settings } from '../workbook/settings';
import type { WorkbookView } from '../workbook/view';
import { growthOf } from './growth';
import { guardTrouble } from './guard-trouble';
import type { HealthFacts } from './health-facts';
import { sheetProblems } from './sheet-problems';
import { LAST_SWEEP } from './sweep-watch';
import { turnedAwayLately } from './turned-away';

export interface HealthPorts
  extends Pick<
    Ports,
    'clock' | 'cache' | 'properties' | 'workbook' | 'ledger' | 'outbox' | 'mailer' | 'rejected' | 'sends'
  > {
  readonly installation: Installation;
  readonly version: string;
  /** What a call of the web app's health answers: its text; null when this is the web app itself. */
  readonly callWebApp: ((url: string) => string) | null;
}

const HOUR = 3_600_000;

const versionOfWebApp = (call: HealthPorts['callWebApp'], url: string): HealthFacts['webAppVersion'] => {
  if (!call) return undefined;
  if (!url) return null;
  try {
    const { ok, version } = JSON.parse(call(`${url}?route=health`)) as { ok?: boolean; version?: string };
    return ok ? (version ?? '') : '';
  } catch {
    return '';
  }
};

/** When the sheet was last looked after, as the properties tell. */
export const careTaken = (
  properties: Readonly<Record<string, string>>,
): Pick<HealthFacts, 'lastSweep' | 'lastBackup' | 'backupTrouble'> => ({
  lastSweep: properties[LAST_SWEEP] ?? '',
  lastBackup: properties[LAST_BACKUP] ?? '',
  backupTrouble: properties[BACKUP_TROUBLE] ?? '',
});

/** The postal address of the settings, as it is printed. */
export const addressIn = (
  { studioName, studioAddress }: Settings,
  properties: Readonly<Record<string, string>>,
): HealthFacts['address'] => ({
  ...readReturnAddress(studioName, studioAddress),
  isThere: studioAddress !== '',
  waits: waitsForAddress(properties, { studioAddress }),
});

/** How many emails are in the Outbox in which way. */
export const emailsIn = (states: readonly string[]): HealthFacts['emails'] => {
  const inState = (...wanted: readonly string[]) => states.filter((state) => wanted.includes(state)).length;
  return {
    waiting: inState('queued', 'claimed', 'waiting for quota'),
    held: inState('held'),
    unsure: inState('unsure'),
  };
};

/** How often each limit was met in this hour and the last one, as far as the cache remembers. */
const limitsMet = (cache: HealthPorts['cache'], now: number): NonNullable<HealthFacts['limitsMet']> =>
  Object.fromEntries(
    (['repeat', 'refused', 'quote', 'status', 'page', 'form'] as const).map((name) => [
      name,
      [now, now - HOUR].reduce((sum, moment) => sum + (Number(cache.get(limitMetKey(name, moment))) || 0), 0),
    ]),
  );

/** What was read a moment apart may not fit: only what is wrong with one and the same revision counts. */
const stillTroubled = (
  { workbook }: HealthPorts,
  { head }: WorkbookView,
  guards: readonly number[],
): HealthFacts['guardTrouble'] => {
  const trouble = guardTrouble(head, guards);
  return trouble !== null && workbook.read().head?.revision === head?.revision ? trouble : null;
};

/** Finds out the state of everything; reads only. */
export const readHealth = (ports: HealthPorts): HealthFacts => {
  const { clock, cache, properties, sends, installation } = ports;
  const all = properties.all();
  const now = clock.now();
  const view = ports.workbook.read();
  const config = configOf(ports, view);
  const [newest] = view.places.ledger ? ports.ledger.newest(view, 1) : [];
  const states = ports.outbox.all(view).map(({ cells }) => textOf(cells.State));
  const size = installation.size();
  const waits = [0, HOUR].map((ago) => Number(cache.get(lockWaitsKey(now.getTime() - ago))) || 0);
  return {
    now,
    local: (iso) => shownTime(clock, iso),
    isOperator: sends,
    operator: all[OPERATOR] ?? '',
    missingTriggers: sends ? installation.missingTriggers() : null,
    consent: installation.consent(),
    lastIntake: textOf(newest?.cells['Accepted At']),
    ...careTaken(all),
    emails: emailsIn(states),
    address: addressIn(config.settings, all),
    testAddress: config.settings.testModeAddress,
    emailsLeft: sends ? ports.mailer.remaining() : null,
    turnedAway: turnedAwayLately(all, clock),
    lockWaits: waits.reduce((sum, count) => sum + count, 0),
    ...size,
    guardTrouble: stillTroubled(ports, view, size.guards),
    growth: growthOf({
      head: view.head ?? null,
      properties: all,
      rejected: ports.rejected.states(view).filter(Boolean).length,
      archives: size.archives,
    }),
    limitsMet: limitsMet(cache, now.getTime()),
    version: ports.version,
    webAppVersion: versionOfWebApp(ports.callWebApp, config.settings.webAppUrl),
    problems: sheetProblems(view, config),
  };
};
