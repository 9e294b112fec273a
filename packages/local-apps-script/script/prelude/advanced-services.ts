import { running } from './bridge';
import { Sheets } from './spreadsheet/sheets-service';
import { strict } from './strict';

/**
 * The advanced services that the manifest switches on, by the names that it gives them. One that is not listed is not defined,
 * as with Google; one that is not built refuses whatever is asked of it, by name.
 */
export const advancedServices = (): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(running.advanced).map(([symbol, service]) => [
      symbol,
      service === 'sheets' ? Sheets : strict({}, `${symbol} (the advanced service ${service})`),
    ]),
  );
