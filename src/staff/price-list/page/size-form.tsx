import { useState } from 'preact/hooks';
import { parseAmount } from '../../../domain/money';
import { Form, MoneyField, NumberField, TextField, useFirstError } from '../../../ui-kit/form';
import { Action, Failure, Footer, Notice, useMethod } from '../../../ui-kit/parts';
import { byField } from '../../../ui-kit/problems';
import { dollars } from '../../../ui-kit/words';
import type { PricesAnswer } from '../edit-price-list';
import type { SizeForm as SizeLine, TypedOffer, TypedSize } from '../price-form';

/** The fields alone, as the program wants them back. */
const typedOf = ({ size, price, offers }: TypedSize): TypedSize => ({ size, price, offers });

/** What an offer means beside the price of one print; blank while it cannot be told. */
const offerText = (price: string, offer: TypedOffer): string => {
  const [single, together, quantity] = [parseAmount(price), parseAmount(offer.price), Number(offer.quantity)];
  if (!single || !together || !Number.isInteger(quantity) || quantity < 2) return '';
  const saved = single * quantity - together;
  return saved > 0
    ? `${offer.quantity} cost ${dollars(together)} instead of ${dollars(single * quantity)}.`
    : `This is not cheaper than ${offer.quantity} single prints (${dollars(single * quantity)}): nobody will get it.`;
};

/** One size: its price and its offers. */
export const SizeForm = ({
  was,
  onSaved,
  onBack,
}: {
  /** As it stands in the tab; null for a new one. */
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
      return onSaved(
        answer.sizes,
        now ? `${now.size} is saved. New orders pay it from now on.` : `${was?.size} is off the list.`,
      );
    setWrong(byField(answer.problems));
    showFirst();
  };
  return (
    <Form label="Size" busy={save.busy} onSubmit={() => void submit(typed)}>
      <div ref={ref}>
        <button type="button" class="link" onClick={onBack}>
          ← Back to the list
        </button>
        <h2>{was ? `The size ${was.size}` : 'A new size'}</h2>
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
            help="As the ordering platform names it: 4x6"
            longest={20}
            value={typed.size}
            onInput={(size) => change({ size }, 'size')}
            wrong={wrong.size ?? ''}
          />
          <MoneyField
            label="Price of one print"
            value={typed.price}
            onInput={(price) => change({ price }, 'price')}
            wrong={wrong.price ?? ''}
          />
        </div>
        <h2>Offers</h2>
        <p class="soft">Counted over the whole order, whichever photos they are: three 4x6 for $20.</p>
        {typed.offers.map((offer, index) => (
          <div class="fields two" key={index}>
            <NumberField
              label={`Offer ${index + 1}: so many prints`}
              value={offer.quantity}
              onInput={(quantity) => changeOffer(index, { quantity }, `offers[${index}].quantity`)}
              wrong={wrong[`offers[${index}].quantity`] ?? ''}
            />
            <MoneyField
              label={`Offer ${index + 1}: for together`}
              value={offer.price}
              onInput={(price) => changeOffer(index, { price }, `offers[${index}].price`)}
              wrong={wrong[`offers[${index}].price`] ?? ''}
              help={offerText(typed.price, offer)}
            />
          </div>
        ))}
        <p class="row">
          <Action onClick={() => change({ offers: [...typed.offers, { quantity: '', price: '' }] }, '')}>
            Add an offer
          </Action>
          {typed.offers.length > 0 && <span class="small soft">An offer with both fields empty is taken away.</span>}
        </p>
        {asks && (
          <Notice kind="warning">
            <p>New orders with {was?.size} will be refused. Orders that are there keep what they cost.</p>
            <Action busy={save.busy} onClick={() => void submit(null)}>
              Take {was?.size} off the list
            </Action>
          </Notice>
        )}
        <Footer sticky said={save.error && <Failure message={save.error} />}>
          {was && !asks && <Action onClick={() => setAsks(true)}>Take off the list …</Action>}
          <Action onClick={onBack}>Back</Action>
          <Action primary busy={save.busy}>
            {was ? 'Save' : 'Add the size'}
          </Action>
        </Footer>
      </div>
    </Form>
  );
};
