/**
 * Every part of the kit on one page, as an example to build from. It isn't part of any dialog: a test opens it, and its
 * picture is in docs/dialogs.md.
 */
import { useState } from 'preact/hooks';
import { CheckList } from './check-list';
import { Download } from './download';
import {
  DateField,
  Field,
  Form,
  MoneyField,
  NumberField,
  RadioField,
  SelectField,
  TextField,
  TickField,
  useFirstError,
} from './form';
import { Action, Empty, Failure, Footer, Loading, Notice, Pill, Sentences, show } from './parts';
import { Progress } from './progress';
import { Table } from './table';
import { Steps, Tabs } from './tabs';
import { count, dollars, formatList } from './words';

const SIZES = [
  { size: '4x6', sold: 12, cents: 8_000 },
  { size: '8x10', sold: 3, cents: 6_000 },
];

const Fields = () => {
  const [typed, setTyped] = useState({ name: '', fee: '8', day: '', sizes: '3', how: 'ship', event: 'ASDAR26' });
  const [wrong, setWrong] = useState('');
  const [isSure, setSure] = useState(true);
  const { ref, showFirst } = useFirstError();
  const set = (key: keyof typeof typed) => (text: string) => setTyped({ ...typed, [key]: text });
  const check = () => {
    setWrong(typed.name ? '' : "Enter the customer's name.");
    showFirst();
  };
  return (
    <Form label="Example" onSubmit={check}>
      <div ref={ref}>
        <div class="fields">
          <TextField label="Customer name" value={typed.name} onInput={set('name')} wrong={wrong} />
          <SelectField
            label="Event"
            value={typed.event}
            onInput={set('event')}
            choices={[
              { value: 'ASDAR26', label: 'All Star Dance Regionals 2026' },
              { value: '', label: 'No event' },
            ]}
          />
          <MoneyField label="Price" value={typed.fee} onInput={set('fee')} help="What customers pay." />
          <NumberField label="Quantity" value={typed.sizes} onInput={set('sizes')} />
          <DateField label="Starts" value={typed.day} onInput={set('day')} />
          <Field label="Hand over from" help="Any other kind of input.">
            {(link) => <input {...link} type="time" />}
          </Field>
          <RadioField
            label="Delivery"
            value={typed.how}
            onInput={set('how')}
            choices={[
              { value: 'ship', label: 'Ship' },
              { value: 'pickup', label: 'Pick up' },
            ]}
          />
        </div>
        <TickField label="Email a receipt" checked={isSure} onChange={setSure} />
        <Footer said={<Notice kind="good">Saved.</Notice>}>
          <Action onClick={() => undefined}>Close</Action>
          <Action primary>Save</Action>
        </Footer>
      </div>
    </Form>
  );
};

const States = () => (
  <>
    <Loading>Loading orders …</Loading>
    <Progress label="Orders done" done={25} total={40}>
      25 of 40 orders. Please leave this window open.
    </Progress>
    <Empty>No orders found.</Empty>
    <Notice kind="warning">2 emails will go out tomorrow.</Notice>
    <Failure message="The sheet didn't respond." retry={() => undefined} />
    <Sentences title="Not done: 1 order" sentences={['ASDAR26-0003 is not paid.']} />
  </>
);

const Lists = () => {
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set(['1']));
  return (
    <>
      <CheckList
        label="Orders"
        items={[
          { id: '1', label: 'ASDAR26-0001 Paul Smith', aside: <Pill>paid</Pill> },
          { id: '2', label: 'ASDAR26-0002 Ann Lee', aside: <Pill>to ship</Pill> },
        ]}
        chosen={chosen}
        onChange={choose}
      />
      <p role="status">{count(chosen.size, 'order')} selected.</p>
      <Table
        caption="Prints sold by size"
        rows={SIZES}
        keyOf={({ size }) => size}
        empty="No sales yet."
        columns={[
          { header: 'Size', cell: ({ size }) => size },
          { header: 'Sold', cell: ({ sold }) => sold, number: true },
          { header: 'Revenue', cell: ({ cents }) => dollars(cents), number: true },
        ]}
        foot={['Total', 15, dollars(14_000)]}
      />
      <p class="row">
        <Download
          name="sizes.csv"
          type="text/csv"
          make={() => SIZES.map(({ size, sold }) => `${size},${sold}`).join('\n')}
        >
          Download
        </Download>
      </p>
    </>
  );
};

const TABS = [
  { key: 'fields', label: 'Fields' },
  { key: 'lists', label: 'Lists', badge: 2 },
  { key: 'states', label: 'States' },
];

const Gallery = () => {
  const [tab, setTab] = useState('fields');
  return (
    <>
      <h1>The parts of a dialog</h1>
      <p class="soft">{formatList(['Fields', 'lists', 'states'])}.</p>
      <Steps steps={['Choose', 'Check', 'Done']} at={1} />
      <Tabs label="Parts" tabs={TABS} selected={tab} onSelect={setTab}>
        {tab === 'fields' && <Fields />}
        {tab === 'lists' && <Lists />}
        {tab === 'states' && <States />}
      </Tabs>
    </>
  );
};

show(<Gallery />);
