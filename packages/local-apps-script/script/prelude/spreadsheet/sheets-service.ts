import { call } from '../bridge';
import { strict } from '../strict';
import { unpackCells } from './packed-cells';

type Plain = Readonly<Record<string, unknown>>;

/** `Sheets`, the advanced service (v4). What is sent and given back is plain JSON. */
export const Sheets = strict(
  {
    Spreadsheets: strict(
      {
        batchUpdate: (resource: Plain, spreadsheetId: string, optionalArgs?: Plain) =>
          unpackCells(call('Sheets.Spreadsheets.batchUpdate', spreadsheetId, resource, optionalArgs)),
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
