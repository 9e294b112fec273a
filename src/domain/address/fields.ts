import type { Address } from '../order';
import { linesOf } from '../text/lines';
import { isDelivery, kindOf, type LineKind } from './line-kind';
import { plainLine } from './plain';
import { atCommas, withoutCommas } from './split';
import { isUnit } from './unit';

/** One thing that was typed, and what it is. `repeat`: another field already has it. */
export interface AddressLine {
  readonly kind: LineKind | 'repeat';
  /** As typed. */
  readonly text: string;
}

/** City, state and ZIP in the forms in which they are repeated in other fields. */
export const placesOf = ({ city, state, zipCode }: Address): ReadonlySet<string> => {
  const [town, code, zip] = [plainLine(city), plainLine(state), plainLine(zipCode)];
  const ways = [[town, code, zip], [town, code], [code, zip], [town, zip], [town], [zip]];
  return new Set(['USA', 'UNITED STATES', ...ways.map((way) => way.filter(Boolean).join(' '))].filter(Boolean));
};

/** Kinds that are cut out of a street line wherever they are; a unit only if its designator identifies it. */
const CUT_OUT: ReadonlySet<string> = new Set<LineKind>([
  'attention',
  'care of',
  'condominium',
  'urbanization',
  'note',
  'phone',
  'email',
  'company',
]);

/** The parts of one line of the street; what is only street stays together, with its commas. */
const partsOfLine = (line: string, places: ReadonlySet<string>): AddressLine[] => {
  const texts = atCommas(line).flatMap(withoutCommas);
  const parts = texts.map((text, index) => {
    const kind: AddressLine['kind'] = index > 0 && places.has(plainLine(text)) ? 'repeat' : kindOf(text);
    const isCut = kind === 'repeat' || CUT_OUT.has(kind) || (kind === 'unit' && isUnit(text));
    return { kind, text, isCut };
  });
  // After something that is cut out, text that isn't a street itself isn't one: `12 Oak St, Apt 4, Lakeside Village`.
  parts.forEach((part, index) => {
    const isBehind = parts[index - 1]?.isCut === true && parts.slice(0, index).some(({ isCut }) => !isCut);
    if (isBehind && !isDelivery(part.text)) part.isCut = true;
  });
  const hasStreet = parts.some(({ isCut, text }) => !isCut && isDelivery(text));
  if (!hasStreet || !parts.some(({ isCut }) => isCut)) return [{ kind: kindOf(line), text: line }];
  const lines: AddressLine[] = [];
  parts.forEach(({ kind, text, isCut }, index) => {
    const last = lines[lines.length - 1];
    if (isCut) lines.push({ kind, text });
    else if (last && index > 0 && !parts[index - 1]?.isCut)
      lines[lines.length - 1] = { ...last, text: `${last.text}, ${text}` };
    else lines.push({ kind: 'delivery', text });
  });
  return lines;
};

/** How likely it is that the carrier delivers to a street line. */
const likelihood = ({ kind, text }: AddressLine): number => {
  if (kind === 'delivery') return 4;
  if (kind === 'nothing' || kind === 'repeat') return -1;
  if (kind !== 'unit' && kind !== 'other' && kind !== 'company') return 0;
  if (isUnit(text)) return 0;
  if (isDelivery(text)) return 3;
  return kind === 'company' ? 1 : 2;
};

/** The street field in parts. There is a place to deliver to: every sure one, else the last of the likeliest. */
export const streetField = (street: string, places: ReadonlySet<string>): AddressLine[] => {
  const lines = linesOf(street);
  const parts = lines.flatMap((line): AddressLine[] =>
    lines.length > 1 && places.has(plainLine(line)) ? [{ kind: 'repeat', text: line }] : partsOfLine(line, places),
  );
  const likely = parts.map(likelihood);
  const best = Math.max(...likely);
  const chosen = likely.lastIndexOf(best);
  return parts.map((part, index) => (index === chosen && best >= 0 ? { ...part, kind: 'delivery' } : part));
};

/** The unit field in parts. */
export const unitField = (unit: string, places: ReadonlySet<string>): AddressLine[] =>
  linesOf(unit).flatMap((line): AddressLine[] => {
    if (places.has(plainLine(line))) return [{ kind: 'repeat', text: line }];
    return atCommas(line)
      .flatMap(withoutCommas)

      .map((text): AddressLine => ({ kind: places.has(plainLine(text)) ? 'repeat' : kindOf(text), text }));
  });
