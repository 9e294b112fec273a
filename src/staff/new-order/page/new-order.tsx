import { useRef, useState } from 'preact/hooks';
import { formatAmount } from '../../../domain/money';
import { Form, RadioField, SelectField, TextField, useFirstError } from '../../../ui-kit/form';
import { Action, Failure, Footer, Loading, Notice, show, useLoaded, useMethod } from '../../../ui-kit/parts';
import { closeDialog } from '../../../ui-kit/rpc';
import { dollars } from '../../../ui-kit/words';
import type { NewOrderAnswer as Answer, NewOrderForm as OrderForm } from '../new-order';
import {
  type Draft,
  emptyDraft,
  emptyPrint,
  type FieldName,
  filled,
  newId,
  type Print,
  priceOf,
  problemsByField,
} from './draft';
import { PriceNow } from './price';
import { Prints } from './prints';
import { Result } from './result';

const WAYS = [
  { value: 'ship', label: 'Ship' },
  { value: 'pickup', label: 'Pick up' },
];

/** The form of one order; `start` begins the next one. */
const Order = ({ form: opened, start }: { readonly form: OrderForm; readonly start: () => void }) => {
  const [form, setForm] = useState(opened);
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(form));
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const [warnings, setWarnings] = useState<readonly string[]>([]);
  const id = useRef(newId()).current;
  const create = useMethod<Answer>('newOrder.create');
  const { ref, showFirst } = useFirstError();
  const { fields, prints } = draft;
  const price = priceOf(draft, form);
  const answer = create.value;

  const change = (news: Partial<Draft>) => {
    setDraft({ ...draft, ...news });
    setWarnings([]);
  };
  const set = (name: FieldName) => (text: string) => {
    setWrong({ ...wrong, [name]: '' });
    change({ fields: { ...fields, [name]: text } });
  };
  const field = (name: FieldName) => ({ value: fields[name], onInput: set(name), wrong: wrong[name] ?? '' });
  const changePrints = (next: readonly Print[]) => {
    setWrong({ ...Object.fromEntries(Object.entries(wrong).filter(([key]) => !/^\d/.test(key))), '': '' });
    change({ prints: next });
  };
  const add = () =>
    changePrints([...prints, emptyPrint(Math.max(...prints.map(({ key }) => key)) + 1, prints.at(-1)?.size ?? '')]);

  const send = async () => {
    const sent = filled(prints);
    const order = { fields: { ...fields, total: formatAmount(price.total) }, prints: sent.map(textsOf) };
    const found = await create.run(order, id, warnings);
    if (!found) return;
    setWarnings(found.state === 'warnings' ? found.warnings : []);
    setWrong(found.state === 'problems' ? problemsByField(found.problems, sent) : {});
    if (found.state === 'price') setForm({ ...form, prices: found.prices, shipping: found.shipping });
    if (found.state === 'problems') showFirst();
  };

  if (answer?.state === 'done') return <Result stored={answer} onAnother={start} />;
  const ships = fields.fulfillmentType === 'ship';
  const event = form.events.find(({ code }) => code === fields.eventCode);
  const place = [event?.pickupPlace, event?.pickupHours].filter(Boolean).join(', ');
  const said = (
    <>
      {wrong[''] && <Notice kind="error">{wrong['']}</Notice>}
      {Object.values(wrong).some(Boolean) && !wrong[''] && (
        <Notice kind="error">Not saved yet. Please fix the marked fields.</Notice>
      )}
      {warnings.length > 0 && (
        <Notice kind="warning">
          <p>Please check before saving:</p>
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Notice>
      )}
      {answer?.state === 'price' && (
        <Notice kind="warning">
          <p>Not saved yet. {answer.total} The price list has changed; the new prices are shown above.</p>
        </Notice>
      )}
      {answer?.state === 'known' && (
        <Notice kind="warning">
          <p>
            {answer.sentence} Your first attempt was saved, without your later changes. Make those in the order's row.
          </p>
          <Action onClick={start}>New order</Action>
        </Notice>
      )}
      {create.error && <Failure message={create.error} />}
    </>
  );
  return (
    <Form label="New order" busy={create.busy} onSubmit={() => void send()}>
      <div ref={ref}>
        <h2>Customer</h2>
        <div class="fields two">
          <TextField label="Name" {...field('customerName')} />
          <TextField label="Email" type="email" {...field('email')} />
          <TextField label="Phone (optional)" type="tel" {...field('phone')} />
          <SelectField
            label="Event"
            {...field('eventCode')}
            choices={[
              ...form.events.map(({ code, name }) => ({
                value: code,
                label: name === code ? code : `${code} · ${name}`,
              })),
              { value: '', label: 'No event' },
            ]}
          />
        </div>
        <RadioField label="Delivery" {...field('fulfillmentType')} choices={WAYS} />
        {!ships && (
          <p class="soft">
            {place ? `Pickup: ${place}.` : "The receipt says we'll let the customer know where and when to pick up."}
          </p>
        )}
        {ships && (
          <div class="fields">
            <TextField label="Company (optional)" {...field('company')} />
            <TextField label="Street" {...field('street')} />
            <TextField label="Apt, suite (optional)" {...field('apartment')} />
            <TextField label="City" {...field('city')} />
            <TextField
              label="State"
              help="Two letters, such as FL"
              {...field('state')}
              onInput={(text) => set('state')(text.toUpperCase())}
            />
            <TextField label="ZIP code" {...field('zipCode')} />
          </div>
        )}
        <h2>Prints</h2>
        <Prints prints={prints} prices={form.prices} wrong={wrong} onChange={changePrints} onAdd={add} />
        <PriceNow price={price} />
        <Footer sticky said={said}>
          <p class="total">
            Total <b>{dollars(price.total)}</b>
          </p>
          <Action onClick={closeDialog}>Close</Action>
          <Action primary busy={create.busy}>
            {warnings.length > 0 ? 'Create anyway' : 'Create order'}
          </Action>
        </Footer>
      </div>
    </Form>
  );
};

const textsOf = ({ photoNumber, size, quantity }: Print) => ({ photoNumber, size, quantity });

const NewOrder = () => {
  const form = useLoaded<OrderForm>('newOrder.form');
  const [turn, setTurn] = useState(0);
  return (
    <>
      <h1>New order</h1>
      <p class="soft">
        Enter a phone or in-person order. It's checked, priced and confirmed by email just like an online order.
      </p>
      {form.error && <Failure message={form.error} retry={() => void form.run()} />}
      {!form.value && !form.error && <Loading>Loading prices and events …</Loading>}
      {form.value && <Order key={turn} form={form.value} start={() => setTurn(turn + 1)} />}
    </>
  );
};

show(<NewOrder />);
