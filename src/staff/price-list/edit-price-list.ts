import type { Ports } from '../../core/all-ports';
import type { FieldProblem } from '../../core/refusal';
import { formatDollars, parseAmount } from '../../domain/money';
import { ForPeople } from '../../rpc/rpc';
import { nextRow, type SavePorts, saveTab } from '../../rpc/save-tab';
import { type SizeForm, sizeChanges, sizeForms, sizeProblems, type TypedSize } from './price-form';

/** The result of saving: what is wrong with the fields, or the list as it is now. */
export type PricesAnswer = { readonly problems: readonly FieldProblem[] } | { readonly sizes: readonly SizeForm[] };

/** The Price List as it is now. */
export const readPrices = ({ workbook }: Pick<Ports, 'workbook'>): readonly SizeForm[] =>
  sizeForms(workbook.read().priceList);

const contentOf = ({ size, price, offers }: TypedSize): string => JSON.stringify([size, price, offers]);

const CHANGED_SINCE =
  'Someone else changed this size while you were editing it. Your changes weren’t saved. Check the current version first.';

/**
 * Saves a size.
 * @param was the size as it was shown; null for a new one.
 * @param typed its new values; null deletes it.
 * @throws ForPeople when someone has changed it since.
 */
export const savePrice = (ports: SavePorts, was: TypedSize | null, typed: TypedSize | null): PricesAnswer => {
  let problems: readonly FieldProblem[] = [];
  const after = saveTab(ports, 'priceList', ({ priceList }) => {
    const sizes = sizeForms(priceList);
    const mine = was ? sizes.find((size) => contentOf(size) === contentOf(was)) : null;
    if (mine === undefined) throw new ForPeople(CHANGED_SINCE);
    problems = typed
      ? sizeProblems(
          typed,
          sizes.filter((size) => size !== mine),
        )
      : [];
    const isSame = mine && typed && contentOf(mine) === contentOf(typed);
    if (problems.length > 0 || isSame) return { changes: [], told: '' };
    return {
      changes: sizeChanges(mine?.rows ?? [], typed, nextRow(priceList, 'priceList')),
      told: toldOf(mine, typed),
    };
  });
  return problems.length > 0 ? { problems } : { sizes: sizeForms(after.priceList) };
};

const describeSize = ({ price, offers }: TypedSize): string => {
  const shown = (text: string): string => {
    const amount = parseAmount(text);
    return amount === null ? text : formatDollars(amount);
  };
  const each = offers
    .filter(({ quantity }) => quantity.trim())
    .map((offer) => `${offer.quantity} for ${shown(offer.price)}`);
  return [shown(price), ...each].join(', ');
};

const toldOf = (was: TypedSize | null, now: TypedSize | null): string => {
  if (!now) return `${was?.size} deleted from the Price List (${was ? describeSize(was) : ''}).`;
  if (!was) return `${now.size} added to the Price List: ${describeSize(now)}.`;
  return `${was.size} was ${describeSize(was)}; ${now.size} is now ${describeSize(now)}.`;
};
