import type { PriceList } from '../../../domain/prices';
import { NumberField, SelectField, TextField } from '../../../ui-kit/form';
import { Action } from '../../../ui-kit/parts';
import { dollars } from '../../../ui-kit/words';
import type { Print } from './draft';

/** The lines of prints: photo number, size, quantity. */
export const Prints = ({
  prints,
  prices,
  wrong,
  onChange,
  onAdd,
}: {
  readonly prints: readonly Print[];
  readonly prices: PriceList;
  /** What is wrong, by key and column: `3 quantity`. */
  readonly wrong: Readonly<Record<string, string>>;
  readonly onChange: (prints: readonly Print[]) => void;
  readonly onAdd: () => void;
}) => {
  const change = (key: number, news: Partial<Print>) =>
    onChange(prints.map((print) => (print.key === key ? { ...print, ...news } : print)));
  const sizes = prices.map(({ size, price }) => ({ value: size, label: `${size} · ${dollars(price)}` }));
  return (
    <fieldset class="prints">
      <legend class="hidden">Prints</legend>
      <div class="print heads" aria-hidden="true">
        <span>Photo number</span>
        <span>Size</span>
        <span>Quantity</span>
      </div>
      {prints.map(({ key, photoNumber, size, quantity }, index) => (
        <div class="print" key={key}>
          <TextField
            bare
            label={`Photo number ${index + 1}`}
            value={photoNumber}
            onInput={(text) => change(key, { photoNumber: text })}
            wrong={wrong[`${key} photoNumber`] ?? ''}
          />
          <SelectField
            bare
            label={`Size ${index + 1}`}
            value={size}
            onInput={(text) => change(key, { size: text })}
            choices={sizes}
          />
          <NumberField
            bare
            label={`Quantity ${index + 1}`}
            value={quantity}
            onInput={(text) => change(key, { quantity: text })}
            wrong={wrong[`${key} quantity`] ?? ''}
          />
          <button
            type="button"
            class="link remove"
            disabled={prints.length === 1}
            aria-label={`Remove print ${index + 1}`}
            onClick={() => onChange(prints.filter((print) => print.key !== key))}
          >
            Remove
          </button>
        </div>
      ))}
      <Action onClick={onAdd}>Add print</Action>
    </fieldset>
  );
};
