import type { Area } from '../a1';
import { type CellValue, type Extra, withParts } from '../cell';
import { requireCalculated } from '../formula';
import { RequestError } from './api-error';
import { areaOf, type RequestHandler, requireAllowed } from './batch-context';

const sizeOf = ({ top, left, bottom, right }: Area) => ({ height: bottom - top, width: right - left });

/** How a copied text that looks like a number arrives: as the text it is, or (nobody has seen which) as a number. */
const arriving = (value: CellValue, keepsTexts: boolean): CellValue =>
  !keepsTexts && typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))
    ? Number(value)
    : value;

const isTextCell = (extra: Extra | undefined): boolean => extra?.format?.numberFormat?.pattern === '@';

/** Copies values from one area to another of the same size, with no format, formula or note. */
const copyPaste: RequestHandler = (context, body) => {
  if (body.pasteType !== 'PASTE_VALUES')
    throw new RequestError(`not available in the local Apps Script: copyPaste of ${body.pasteType ?? 'PASTE_NORMAL'}`);
  const { tab: from, area: source } = areaOf(context, body.source);
  const { tab: to, area: target } = areaOf(context, body.destination);
  const [{ height, width }, size] = [sizeOf(source), sizeOf(target)];
  if (size.height !== height || size.width !== width)
    throw new RequestError('not available in the local Apps Script: copyPaste to an area of another size');
  requireAllowed(context, to, target);
  const values = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) => {
      const at = [source.top + row, source.left + column] as const;
      requireCalculated(from.value(...at), from.extra(...at));
      return from.value(...at);
    }),
  );
  values.forEach((line, row) => {
    line.forEach((value, column) => {
      const at = [target.top + row, target.left + column] as const;
      const keepsTexts = context.switches.copiesKeepTexts || isTextCell(to.extra(...at));
      to.setValue(...at, arriving(value, keepsTexts));
      to.setExtra(...at, withParts(to.extra(...at), { formula: undefined }));
    });
  });
  return {};
};

/** Requests that copy cells. */
export const copyRequests: Readonly<Record<string, RequestHandler>> = { copyPaste };
