import type { Operations } from '../operations';
import { hostEdit } from './host-edit';
import { hostRows } from './host-rows';
import { protections } from './protections';
import { rangeActions } from './range-actions';
import { rangeCopies } from './range-copies';
import { rangeFormats } from './range-formats';
import { rangeValues } from './range-values';
import { sheet } from './sheet';
import { sheetCharts } from './sheet-charts';
import { sheetLines } from './sheet-lines';
import { sheetsApi } from './sheets-api';
import { spreadsheet } from './spreadsheet';
import { textFinder } from './text-finder';

/** Everything about spreadsheets: SpreadsheetApp's objects and the Sheets advanced service. */
export const spreadsheets: Operations = {
  ...spreadsheet,
  ...sheet,
  ...sheetCharts,
  ...sheetLines,
  ...rangeValues,
  ...rangeFormats,
  ...rangeActions,
  ...rangeCopies,
  ...protections,
  ...textFinder,
  ...sheetsApi,
  ...hostEdit,
  ...hostRows,
};
