import { call, serviceError } from '../bridge';
import { strict } from '../strict';
import { unpackCells } from './packed-cells';

type Plain = Readonly<Record<string, unknown>>;

/**
 * What is sent by a method of the advanced service; what comes back is plain JSON.
 * @throws Exception in Google's words when there are more or fewer arguments than the method takes.
 */
const counted = (given: readonly unknown[], least: number, most = least): void => {
  if (given.length >= least && given.length <= most) return;
  const expected = least === most ? String(least) : `${least}-${most}`;
  throw serviceError(`Invalid number of arguments provided. Expected ${expected} only`);
};

/** `Sheets`, the advanced service (v4). What is sent and given back is plain JSON. */
export const Sheets = strict(
  {
    Spreadsheets: strict(
      {
        // A mask of fields, as the REST address takes it, is not taken (docs/google.md G80).
        batchUpdate(...args: [resource: Plain, spreadsheetId: string]) {
          counted(args, 2);
          return unpackCells(call('Sheets.Spreadsheets.batchUpdate', args[1], args[0]));
        },
        get(...args: [spreadsheetId: string, optionalArgs?: Plain]) {
          counted(args, 1, 2);
          return call('Sheets.Spreadsheets.get', ...args);
        },
        create(...args: [resource: Plain]) {
          counted(args, 1);
          return call('Sheets.Spreadsheets.create', args[0]);
        },
        Values: strict(
          {
            get(...args: [spreadsheetId: string, range: string, optionalArgs?: Plain]) {
              counted(args, 2, 3);
              return call('Sheets.Spreadsheets.Values.get', ...args);
            },
            batchGet(...args: [spreadsheetId: string, optionalArgs?: Plain]) {
              counted(args, 1, 2);
              return call('Sheets.Spreadsheets.Values.batchGet', ...args);
            },
            update(...args: [resource: Plain, spreadsheetId: string, range: string, optionalArgs?: Plain]) {
              counted(args, 3, 4);
              return call('Sheets.Spreadsheets.Values.update', args[1], args[0], args[2], args[3]);
            },
            batchUpdate(...args: [resource: Plain, spreadsheetId: string]) {
              counted(args, 2);
              return call('Sheets.Spreadsheets.Values.batchUpdate', args[1], args[0]);
            },
            append(...args: [resource: Plain, spreadsheetId: string, range: string, optionalArgs?: Plain]) {
              counted(args, 3, 4);
              return call('Sheets.Spreadsheets.Values.append', args[1], args[0], args[2], args[3]);
            },
            clear(...args: [resource: Plain, spreadsheetId: string, range: string]) {
              counted(args, 3);
              return call('Sheets.Spreadsheets.Values.clear', args[1], args[2]);
            },
          },
          'Sheets.Spreadsheets.Values',
        ),
      },
      'Sheets.Spreadsheets',
    ),
  },
  'Sheets',
);
