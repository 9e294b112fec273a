import { formatDollars } from '../../domain/money';
import type { Preview, PreviewLine } from '../../import/preview';
import { Action, Notice } from '../../ui-kit/parts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `2024-03` as `March 2024`; other labels as they are. */
const labelText = (label: string): string => {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(label) ?? [];
  return year ? `${MONTHS[Number(month) - 1]} ${year}` : label;
};

const orders = (count: number): string => `${count.toLocaleString('en-US')} ${count === 1 ? 'order' : 'orders'}`;
const rows = (count: number): string => `${count.toLocaleString('en-US')} ${count === 1 ? 'row' : 'rows'}`;

const MOST_ROWS = 12;
const rowList = (numbers: readonly number[]): string => {
  const more = numbers.length - MOST_ROWS;
  return `${numbers.slice(0, MOST_ROWS).join(', ')}${more > 0 ? ` and ${more.toLocaleString('en-US')} more` : ''}`;
};

const Table = ({ name, lines }: { readonly name: string; readonly lines: readonly PreviewLine[] }) => (
  <table class="figures">
    <thead>
      <tr>
        <th scope="col">{name}</th>
        <th scope="col">Orders</th>
        <th scope="col">Total</th>
      </tr>
    </thead>
    <tbody>
      {lines.map(({ label, orders: count, amount }) => (
        <tr key={label}>
          <th scope="row">{labelText(label)}</th>
          <td>{count.toLocaleString('en-US')}</td>
          <td>{formatDollars(amount)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

const Problems = ({ preview }: { readonly preview: Preview }) => (
  <>
    <h3>{rows(preview.left)} stay as typed</h3>
    <p>
      Nothing is made up: what can’t be read stays in its cell, and a note on the row says why. Correct the cell now or
      later, then open this dialog again. A row with two problems is counted in both lines.
    </p>
    <table class="figures">
      <thead>
        <tr>
          <th scope="col">Problem</th>
          <th scope="col">Rows</th>
          <th scope="col" class="which">
            Which
          </th>
        </tr>
      </thead>
      <tbody>
        {preview.problems.map(({ what, rows: numbers }) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td>{numbers.length.toLocaleString('en-US')}</td>
            <td class="which">{rowList(numbers)}</td>
          </tr>
        ))}
      </tbody>
    </table>
    <details>
      <summary>Every row with its reason</summary>
      <ul class="small">
        {preview.errors.map((error) => (
          <li key={error}>{error}</li>
        ))}
      </ul>
    </details>
  </>
);

/** What taking over the orders that stand in the sheet would come to: nothing is written before somebody says yes. */
export const TakeOver = ({
  preview,
  busy,
  onTake,
}: {
  readonly preview: Preview;
  readonly busy: boolean;
  readonly onTake: () => void;
}) => {
  const { taken, left, months, cancelled, statuses, events } = preview;
  return (
    <section aria-labelledby="take-over">
      <h2 id="take-over">{orders(taken)} from before</h2>
      <Notice kind="info">
        <p>
          {taken === 0
            ? 'No row of this sheet can be taken over as it is.'
            : `${orders(taken)} that stand in this sheet can be taken over in their present status. Nobody is emailed about it.`}{' '}
          No row has been changed yet.
        </p>
      </Notice>
      {left > 0 && <Problems preview={preview} />}
      {taken > 0 && (
        <>
          <h3>Is this what you sold?</h3>
          <Table name="Month" lines={months} />
          {cancelled.orders > 0 && (
            <p class="soft small">
              Not counted: {orders(cancelled.orders)} that {cancelled.orders === 1 ? 'was' : 'were'} canceled,{' '}
              {formatDollars(cancelled.amount)}.
            </p>
          )}
          <details>
            <summary>By status and by event</summary>
            <Table name="Status" lines={statuses} />
            <Table name="Event" lines={events} />
          </details>
        </>
      )}
      <Action primary busy={busy} onClick={onTake}>
        {taken === 0 ? 'Go on without them' : `Take over ${orders(taken)}`}
      </Action>
    </section>
  );
};
