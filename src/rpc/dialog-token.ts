import type { Cache, Crypto } from '../core/ports';

/** Hours after the last use at which a dialog's token is dead (docs/design.md 3.9). */
const LIFE_HOURS = 6;
const LIFE_SECONDS = LIFE_HOURS * 3_600;

/** What tokens are kept with. */
export interface TokenPorts {
  readonly cache: Cache;
  readonly crypto: Crypto;
  readonly now: () => Date;
}

/** The token itself isn't stored anywhere: its hash plus the user who opened the dialog form the key. */
const keyOf = ({ crypto }: TokenPorts, token: string, person: string): string =>
  `dialog:${crypto.sha256(`${token} ${person}`)}`;

const renew = (ports: TokenPorts, key: string): void =>
  ports.cache.put(key, String(ports.now().getTime()), LIFE_SECONDS);

/** Makes the token for a dialog that this user is opening from the sheet. */
export const mintToken = (ports: TokenPorts, person: string): string => {
  const token = (ports.crypto.uuid() + ports.crypto.uuid()).replace(/-/g, '');
  renew(ports, keyOf(ports, token, person));
  return token;
};

const TOKEN = /^[0-9a-f]{64}$/;

/**
 * Whether a call comes from a dialog that this user opened and used within the last few hours; using it renews it. A
 * wrong, expired or unknown token doesn't count.
 */
export const useToken = (ports: TokenPorts, token: unknown, person: string): boolean => {
  if (typeof token !== 'string' || !TOKEN.test(token)) return false;
  const key = keyOf(ports, token, person);
  const usedAt = Number(ports.cache.get(key) ?? Number.NaN);
  if (!(ports.now().getTime() - usedAt < LIFE_SECONDS * 1_000)) return false;
  renew(ports, key);
  return true;
};
