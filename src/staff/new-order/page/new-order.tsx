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
  { value: 'ship', label: 'It is shipped' },
  { value: 'pickup', label: 'It is picked up' },
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
        <Notice kind="error">Nothing is stored yet: some fields need another look.</Notice>
      )}
      {warnings.length > 0 && (
        <Notice kind="warning">
          <p>Nothing is stored yet. Please look at this first:</p>
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Notice>
      )}
      {answer?.state === 'price' && (
        <Notice kind="warning">
          <p>Nothing is stored yet. {answer.total} The price list was changed meanwhile: the new prices stand above.</p>
        </Notice>
      )}
      {answer?.state === 'known' && (
        <Notice kind="warning">
          <p>{answer.sentence} Your first try was stored; what you changed since is not. Change it in its row.</p>
          <Action onClick={start}>Begin another order</Action>
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
          <TextField label="Phone (if you have it)" type="tel" {...field('phone')} />
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
        <RadioField label="How does it get to the customer?" {...field('fulfillmentType')} choices={WAYS} />
        {!ships && (
          <p class="soft">{place ? `Picked up at: ${place}.` : 'The receipt says that we tell where and when.'}</p>
        )}
        {ships && (
          <div class="fields">
            <TextField label="Company (optional)" {...field('company')} />
            <TextField label="Street" {...field('street')} />
            <TextField label="Unit (if there is one)" {...field('apartment')} />
            <TextField label="City" {...field('city')} />
            <TextField
              label="State"
              help="Two letters: FL"
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
            {warnings.length > 0 ? 'It is right: create the order' : 'Create the order'}
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
        An order by phone or at the counter. It is checked, priced and emailed like one of the platform.
      </p>
      {form.error && <Failure message={form.error} retry={() => void form.run()} />}
      {!form.value && !form.error && <Loading>Reading prices and events …</Loading>}
      {form.value && <Order key={turn} form={form.value} start={() => setTurn(turn + 1)} />}
    </>
  );
};

show(<NewOrder />);
