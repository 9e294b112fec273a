import { useState } from 'preact/hooks';
import { parseAmount } from '../../../domain/money';
import { Form, MoneyField, NumberField, TextField, useFirstError } from '../../../ui-kit/form';
import { Action, Failure, Footer, Notice, useMethod } from '../../../ui-kit/parts';
import { byField } from '../../../ui-kit/problems';
import { dollars } from '../../../ui-kit/words';
import type { PricesAnswer } from '../edit-price-list';
import type { SizeForm as SizeLine, TypedOffer, TypedSize } from '../price-form';

/** Only the fields, as the program expects them. */
const typedOf = ({ size, price, offers }: TypedSize): TypedSize => ({ size, price, offers });

/** What an offer saves compared with single prints; blank as long as it isn't complete. */
const offerText = (price: string, offer: TypedOffer): string => {
  const [single, together, quantity] = [parseAmount(price), parseAmount(offer.price), Number(offer.quantity)];
  if (!single || !together || !Number.isInteger(quantity) || quantity < 2) return '';
  const saved = single * quantity - together;
  return saved > 0
    ? `${offer.quantity} for ${dollars(together)} instead of ${dollars(single * quantity)}.`
    : `This isn't cheaper than ${offer.quantity} single prints (${dollars(single * quantity)}), so it won't apply.`;
};

/** One size: its price and its offers. */
export const SizeForm = ({
  was,
  onSaved,
  onBack,
}: {
  /** As it is in the tab; null for a new one. */
  readonly was: SizeLine | null;
  readonly onSaved: (sizes: readonly SizeLine[], sentence: string) => void;
  readonly onBack: () => void;
}) => {
  const [typed, setTyped] = useState<TypedSize>(was ? typedOf(was) : { size: '', price: '', offers: [] });
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const [asks, setAsks] = useState(false);
  const save = useMethod<PricesAnswer>('prices.save');
  const { ref, showFirst } = useFirstError();
  const change = (news: Partial<TypedSize>, field: string) => {
    setTyped({ ...typed, ...news });
    setWrong({ ...wrong, [field]: '' });
  };
  const changeOffer = (index: number, news: Partial<TypedOffer>, field: string) =>
    change({ offers: typed.offers.map((offer, at) => (at === index ? { ...offer, ...news } : offer)) }, field);
  const submit = async (now: TypedSize | null) => {
    const answer = await save.run(was && typedOf(was), now);
    if (!answer) return;
    if ('sizes' in answer)
      return onSaved(answer.sizes, now ? `${now.size} saved. New orders use this price.` : `${was?.size} deleted.`);
    setWrong(byField(answer.problems));
    showFirst();
  };
  return (
    <Form label="Size" busy={save.busy} onSubmit={() => void submit(typed)}>
      <div ref={ref}>
        <button type="button" class="link" onClick={onBack}>
          ← Back to the list
        </button>
        <h2>{was ? `Size ${was.size}` : 'New size'}</h2>
        {was && was.errors.length > 0 && (
          <Notice kind="error">
            {was.errors.map((error) => (
              <p key={error}>{error}</p>
            ))}
          </Notice>
        )}
        <div class="fields two">
          <TextField
            label="Size"
            help="As the ordering platform calls it, such as 4x6"
            longest={20}
            value={typed.size}
            onInput={(size) => change({ size }, 'size')}
            wrong={wrong.size ?? ''}
          />
          <MoneyField
            label="Price per print"
            value={typed.price}
            onInput={(price) => change({ price }, 'price')}
            wrong={wrong.price ?? ''}
          />
        </div>
        <h2>Offers</h2>
        <p class="soft">Offers count all prints of this size in an order, whatever the photo: three 4x6 for $20.</p>
        {typed.offers.map((offer, index) => (
          <div class="fields two" key={index}>
            <NumberField
              label={`Offer ${index + 1}: quantity`}
              value={offer.quantity}
              onInput={(quantity) => changeOffer(index, { quantity }, `offers[${index}].quantity`)}
              wrong={wrong[`offers[${index}].quantity`] ?? ''}
            />
            <MoneyField
              label={`Offer ${index + 1}: price for all`}
              value={offer.price}
              onInput={(price) => changeOffer(index, { price }, `offers[${index}].price`)}
              wrong={wrong[`offers[${index}].price`] ?? ''}
              help={offerText(typed.price, offer)}
            />
          </div>
        ))}
        <p class="row">
          <Action onClick={() => change({ offers: [...typed.offers, { quantity: '', price: '' }] }, '')}>
            Add offer
          </Action>
          {typed.offers.length > 0 && <span class="small soft">To remove an offer, leave both fields blank.</span>}
        </p>
        {asks && (
          <Notice kind="warning">
            <p>New orders with {was?.size} will be rejected. Existing orders keep their prices.</p>
            <Action busy={save.busy} onClick={() => void submit(null)}>
              Delete size {was?.size}
            </Action>
          </Notice>
        )}
        <Footer sticky said={save.error && <Failure message={save.error} />}>
          {was && !asks && <Action onClick={() => setAsks(true)}>Delete size …</Action>}
          <Action onClick={onBack}>Back</Action>
          <Action primary busy={save.busy}>
            {was ? 'Save' : 'Add size'}
          </Action>
        </Footer>
      </div>
    </Form>
  );
};
