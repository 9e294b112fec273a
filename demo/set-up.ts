import { randomBytes } from 'node:crypto';
import type { Office } from 'local-apps-script';
import { HostError, type Storage } from 'local-apps-script/host';
import { webhookSecretOf } from './cps';
import type { AuthMode } from './options';
import type { Secrets } from './proven-post';

const SET_UP = 'set-up';

/**
 * Creates the spreadsheet and runs the product's own set-up in it, as the operator would from the menu. Does nothing if
 * the data folder has seen both; starts set-up again if it was cut short.
 * @throws HostError with what the script said when its set-up fails.
 */
export const setUp = async (office: Office, storage: Storage): Promise<void> => {
  if (office.world.original === null) office.create();
  if (storage.has(SET_UP)) return;
  const { outcome } = await office.call('App.setUp');
  if (outcome.status !== 'completed') {
    throw new HostError(`Set-up failed: ${outcome.status === 'failed' ? outcome.error.message : outcome.status}`);
  }
  await giveAddress(office);
  storage.mark(SET_UP);
};

/** Gives the studio a postal address: without one, feedback requests wait and Health says so. */
export const giveAddress = async (office: Office): Promise<void> => {
  const { values } = office.sheet('Settings', 1, 100) as unknown as { values: readonly (readonly unknown[])[] };
  const row = 1 + values.findIndex(([setting]) => setting === 'Studio address');
  await office.edit({ sheet: 'Settings', range: `B${row}`, values: [[SAMPLE_ADDRESS]] });
};

const SAMPLE_ADDRESS = '100 Studio Way\nTampa, FL 33602';

/** Sets how requests are checked; creates a shared key if that mode needs one. */
export const setAuth = (office: Office, mode: AuthMode): void => {
  const now = scriptProperties(office);
  const set = (name: string, value: string): void => {
    const actor = {
      effectiveUser: office.people.operator,
      activeUser: office.people.operator,
      execution: 'host',
      bound: office.bound,
    };
    if (now[name] !== value) office.world.perform('Properties.setProperty', ['script', name, value], actor);
  };
  set('AUTH_MODE', mode);
  if (mode === 'key' && !now.SHARED_KEY) set('SHARED_KEY', randomBytes(18).toString('base64url'));
};

/** How the sheet checks requests, from its script property. */
export const authOf = (office: Office): string => scriptProperties(office).AUTH_MODE ?? '';

/** The secrets that requests are checked with. */
export const secretsOf = (office: Office): Secrets => {
  const properties = scriptProperties(office);
  return { webhookSecret: webhookSecretOf(properties), sharedKey: properties.SHARED_KEY ?? null };
};

const scriptProperties = (office: Office): Record<string, string> =>
  office.world.properties.read(`script:${office.bound}`);
