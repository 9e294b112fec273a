import { call } from '../bridge';
import { strict } from '../strict';
import { unpackCells } from './packed-cells';

type Plain = Readonly<Record<string, unknown>>;

/** `Sheets`, the advanced service (v4). What is sent and given back is plain JSON. */
export const Sheets = strict(
  {
    Spreadsheets: strict(
      {
        // A mask of fields, as the REST address takes it, is not taken (docs/google.md G80).
        batchUpdate: (...args: [resource: Plain, spreadsheetId: string]) => {
          if (args.length !== 2) throw new Error('Invalid number of arguments provided. Expected 2 only');
          return unpackCells(call('Sheets.Spreadsheets.batchUpdate', args[1], args[0]));
        },
        get: (spreadsheetId: string, optionalArgs?: Plain) =>
          call('Sheets.Spreadsheets.get', spreadsheetId, optionalArgs),
        create: (resource: Plain) => call('Sheets.Spreadsheets.create', resource),
        Values: strict(
          {
            get: (spreadsheetId: string, range: string, optionalArgs?: Plain) =>
              call('Sheets.Spreadsheets.Values.get', spreadsheetId, range, optionalArgs),
            batchGet: (spreadsheetId: string, optionalArgs?: Plain) =>
              call('Sheets.Spreadsheets.Values.batchGet', spreadsheetId, optionalArgs),
            update: (resource: Plain, spreadsheetId: string, range: string, optionalArgs?: Plain) =>
              call('Sheets.Spreadsheets.Values.update', spreadsheetId, resource, range, optionalArgs),
            batchUpdate: (resource: Plain, spreadsheetId: string) =>
              call('Sheets.Spreadsheets.Values.batchUpdate', spreadsheetId, resource),
            append: (resource: Plain, spreadsheetId: string, range: string, optionalArgs?: Plain) =>
              call('Sheets.Spreadsheets.Values.append', spreadsheetId, resource, range, optionalArgs),
            clear: (_resource: Plain, spreadsheetId: string, range: string) =>
              call('Sheets.Spreadsheets.Values.clear', spreadsheetId, range),
          },
          'Sheets.Spreadsheets.Values',
        ),
      },
      'Sheets.Spreadsheets',
    ),
  },
  'Sheets',
);
