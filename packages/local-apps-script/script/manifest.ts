import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the local Apps Script reads of an `appsscript.json`. */
export interface Manifest {
  readonly timeZone: string;
  /** Null: not listed, so Google derives them and every scope is granted. */
  readonly oauthScopes: readonly string[] | null;
  /** The advanced services that are switched on: serviceId by the name that the script writes. */
  readonly advanced: Readonly<Record<string, string>>;
  readonly webapp: { readonly executeAs: string; readonly access: string } | null;
}

/** As it is written. */
type Written = Partial<Omit<Manifest, 'advanced'>> & {
  readonly dependencies?: {
    readonly enabledAdvancedServices?: readonly { readonly userSymbol: string; readonly serviceId: string }[];
  };
};

/**
 * Reads `appsscript.json` of a script's folder; without one, the time zone of this process, all scopes and the Sheets service.
 * @throws Error naming the file when it is not JSON.
 */
export const readManifest = (folder: string): Manifest => {
  const path = join(folder, 'appsscript.json');
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!existsSync(path)) return { timeZone: own, oauthScopes: null, advanced: { Sheets: 'sheets' }, webapp: null };
  let json: Written;
  try {
    json = JSON.parse(readFileSync(path, 'utf8')) as Written;
  } catch {
    throw new Error(`${path} is not JSON`);
  }
  const services = json.dependencies?.enabledAdvancedServices ?? [];
  return {
    timeZone: json.timeZone ?? own,
    oauthScopes: json.oauthScopes ?? null,
    advanced: Object.fromEntries(services.map(({ userSymbol, serviceId }) => [userSymbol, serviceId])),
    webapp: json.webapp ?? null,
  };
};

/**
 * Makes this process live in the script's time zone, as a script does.
 * @throws Error when the process cannot change it any more (a test runner's sandbox, a worker).
 */
export const liveInTimeZone = (timeZone: string): void => {
  const current = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const canonical = new Intl.DateTimeFormat('en-US', { timeZone }).resolvedOptions().timeZone;
  if (current() === canonical) return;
  process.env.TZ = timeZone;
  if (current() !== canonical) {
    throw new Error(
      `the script's time zone is ${timeZone}, but this process runs in ${current()}: start it with TZ=${timeZone}`,
    );
  }
};
