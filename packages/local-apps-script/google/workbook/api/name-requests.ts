import type { DeveloperMetadata, NamedRange } from '../tab-meta';
import { RequestError } from './api-error';
import { areaOf, type BatchContext, type RequestHandler } from './batch-context';
import { mergeMasked, parseMask } from './field-mask';

const NAME = /^[A-Za-z_][A-Za-z0-9_.]*$/;

const requireGoodName = ({ workbook, switches }: BatchContext, name: string, ownId?: string): void => {
  if (!NAME.test(name ?? '') || name.length > 250 || /^[A-Za-z]{1,3}\d+$/.test(name) || /^(true|false)$/i.test(name)) {
    throw new RequestError(`Invalid name for a named range: ${name}`);
  }
  const taken = workbook.meta.namedRanges.some(
    (other) => other.namedRangeId !== ownId && other.name.toLowerCase() === name.toLowerCase(),
  );
  const { brokenNames = [] } = workbook.meta;
  const isBroken = brokenNames.some((broken) => broken.toLowerCase() === name.toLowerCase());
  if (taken || (switches.brokenNamesStay && isBroken))
    throw new RequestError(`A named range with the name ${name} already exists.`);
};

const addNamedRange: RequestHandler = (context, body) => {
  const { workbook } = context;
  const { namedRangeId: ownId, ...other }: NamedRange = body.namedRange ?? {};
  const sent = { ...other, namedRangeId: context.switches.ownRangeIds ? ownId : undefined };
  requireGoodName(context, sent.name);
  areaOf(context, sent.range);
  const { namedRanges } = workbook.meta;
  if (sent.namedRangeId !== undefined && namedRanges.some(({ namedRangeId }) => namedRangeId === sent.namedRangeId)) {
    throw new RequestError(`A named range with the ID ${sent.namedRangeId} already exists.`);
  }
  const namedRange = { ...sent, namedRangeId: sent.namedRangeId ?? `range-${workbook.nextId()}` };
  workbook.setMeta({ namedRanges: [...workbook.meta.namedRanges, namedRange] });
  return { addNamedRange: { namedRange } };
};

const findNamedRange = ({ workbook }: BatchContext, id: string): NamedRange => {
  const named = workbook.meta.namedRanges.find(({ namedRangeId }) => namedRangeId === id);
  if (!named) throw new RequestError(`No named range with ID: ${id}`);
  return named;
};

const updateNamedRange: RequestHandler = (context, body) => {
  const { workbook } = context;
  const named = findNamedRange(context, body.namedRange?.namedRangeId);
  const merged = mergeMasked(named, body.namedRange, parseMask(body.fields)) as NamedRange;
  const changed = { ...merged, namedRangeId: named.namedRangeId };
  requireGoodName(context, changed.name, named.namedRangeId);
  areaOf(context, changed.range);
  workbook.setMeta({ namedRanges: workbook.meta.namedRanges.map((one) => (one === named ? changed : one)) });
  return {};
};

const deleteNamedRange: RequestHandler = (context, body) => {
  const isKnown = context.workbook.meta.namedRanges.some(({ namedRangeId }) => namedRangeId === body.namedRangeId);
  if (!isKnown && !context.switches.unknownRangeFails) return {};
  const named = findNamedRange(context, body.namedRangeId);
  const { workbook } = context;
  workbook.setMeta({ namedRanges: workbook.meta.namedRanges.filter((one) => one !== named) });
  return {};
};

/** Metadata of the spreadsheet or of a tab; that of rows and columns is refused. */
const createDeveloperMetadata: RequestHandler = ({ workbook }, body) => {
  const sent: DeveloperMetadata = body.developerMetadata ?? {};
  if (!sent.metadataKey) throw new RequestError('developerMetadata.metadataKey must be set.');
  if (!sent.visibility) throw new RequestError('developerMetadata.visibility must be set.');
  const { spreadsheet, sheetId } = (sent.location ?? {}) as { spreadsheet?: boolean; sheetId?: number };
  if (!spreadsheet && sheetId === undefined) {
    throw new RequestError('not available in the local Apps Script: developer metadata of rows and columns');
  }
  const metadata = { ...sent, metadataId: sent.metadataId ?? workbook.nextId() };
  if (workbook.meta.metadata.some(({ metadataId }) => metadataId === metadata.metadataId)) {
    throw new RequestError(`Developer metadata with ID ${metadata.metadataId} already exists.`);
  }
  workbook.setMeta({ metadata: [...workbook.meta.metadata, metadata] });
  return { createDeveloperMetadata: { developerMetadata: metadata } };
};

/** Requests about named ranges and developer metadata. */
export const nameRequests: Readonly<Record<string, RequestHandler>> = {
  addNamedRange,
  updateNamedRange,
  deleteNamedRange,
  createDeveloperMetadata,
};
