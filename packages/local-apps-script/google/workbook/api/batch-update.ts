import { ServiceError } from '../../service-error';
import type { Writing } from '../cell-writer';
import type { Workbook } from '../workbook';
import { RequestError } from './api-error';
import type { BatchContext, Body, RequestHandler } from './batch-context';
import { cellRequests } from './cell-requests';
import { chartRequests } from './chart-requests';
import { copyRequests } from './copy-requests';
import { dimensionRequests } from './dimension-requests';
import { below, type MaskTree } from './field-mask';
import { nameRequests } from './name-requests';
import { spreadsheetResource } from './resource';
import { ruleRequests } from './rule-requests';
import { sheetRequests } from './sheet-requests';

const HANDLERS: Readonly<Record<string, RequestHandler>> = {
  ...cellRequests,
  ...copyRequests,
  ...dimensionRequests,
  ...sheetRequests,
  ...ruleRequests,
  ...nameRequests,
  ...chartRequests,
};

const TOP_LEVEL = ['requests', 'includeSpreadsheetInResponse', 'responseRanges', 'responseIncludeGridData'];

/**
 * Applies one request as a method of SpreadsheetApp needs it.
 * @throws RequestError without the number of a request in its message.
 */
export const applyRequest = (
  workbook: Workbook,
  kind: string,
  body: Body,
  writing: Writing,
): Record<string, unknown> => {
  const handler = HANDLERS[kind];
  if (!handler) throw new ServiceError(`not available in the local Apps Script: ${kind}`);
  return workbook.atomic(() => handler({ ...writing, workbook, appended: new Set() }, body));
};

const handleOne = (context: BatchContext, request: Body, index: number): Record<string, unknown> => {
  const kinds = Object.keys(request ?? {}).filter((kind) => request[kind] !== null && request[kind] !== undefined);
  const [kind] = kinds;
  if (kind === undefined) throw new RequestError(`Invalid requests[${index}]: No request set.`);
  if (kinds.length > 1) {
    throw new RequestError(
      `Invalid value at 'requests[${index}]' (oneof), oneof field 'kind' is already set. Cannot set '${kinds[1]}'`,
    );
  }
  const handler = HANDLERS[kind];
  if (!handler) {
    throw new ServiceError(`not available in the local Apps Script: Sheets.Spreadsheets.batchUpdate request ${kind}`);
  }
  try {
    return handler(context, request[kind]);
  } catch (error) {
    if (
      error instanceof RequestError ||
      (error instanceof ServiceError && !error.message.startsWith('not available'))
    ) {
      throw new RequestError(`Invalid requests[${index}].${kind}: ${error.message}`);
    }
    throw error;
  }
};

/**
 * Applies every request or none (docs/google.md G71), and reads back when asked to.
 * @param mask what the answer is to hold of the cells that are read back; an empty one is everything.
 * @throws RequestError that names the first request that cannot be applied.
 */
export const batchUpdate = (
  workbook: Workbook,
  resource: Body,
  writing: Writing,
  mask: MaskTree = {},
  packed = false,
): Record<string, unknown> => {
  const unknown = Object.keys(resource ?? {}).find((name) => !TOP_LEVEL.includes(name));
  if (unknown) throw new RequestError(`Invalid JSON payload received. Unknown name "${unknown}": Cannot find field.`);
  const requests: readonly Body[] = resource?.requests ?? [];
  if (!Array.isArray(requests) || requests.length === 0) throw new RequestError('Must specify at least one request.');
  const context: BatchContext = { ...writing, workbook, appended: new Set() };
  const readBack = () =>
    spreadsheetResource(workbook, writing.user, {
      ranges: resource.responseRanges ?? [],
      grid: resource.responseIncludeGridData ?? false,
      mask: below(mask, 'updatedSpreadsheet'),
      packed,
    });
  return workbook.atomic(() => {
    const early = resource.includeSpreadsheetInResponse && !writing.switches.answersAfterBatch ? readBack() : null;
    const replies = requests.map((request, index) => handleOne(context, request, index));
    const answer = { spreadsheetId: workbook.id, replies };
    if (!resource.includeSpreadsheetInResponse) return answer;
    return { ...answer, updatedSpreadsheet: early ?? readBack() };
  });
};
