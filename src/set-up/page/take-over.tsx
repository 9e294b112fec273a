import { formatDollars } from '../../domain/money';
import { count, numberText } from '../../domain/text/for-people';
import type { Preview, PreviewLine } from '../../import/preview';
import { Action, Notice } from '../../ui-kit/parts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `2024-03` as `March 2024`; other labels as they are. */
const labelText = (label: string): string => {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(label) ?? [];
  return year ? `${MONTHS[Number(month) - 1]} ${year}` : label;
};

const orders = (number: number): string => count(number, 'order');

const MOST_ROWS = 12;
const rowList = (numbers: readonly number[]): string => {
  const more = numbers.length - MOST_ROWS;
  return `${numbers.slice(0, MOST_ROWS).join(', ')}${more > 0 ? ` and ${numberText(more)} more` : ''}`;
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
      {lines.map(({ label, orders: number, amount }) => (
        <tr key={label}>
          <th scope="row">{labelText(label)}</th>
          <td>{numberText(number)}</td>
          <td>{formatDollars(amount)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

const Problems = ({ preview }: { readonly preview: Preview }) => (
  <>
    <h3>{count(preview.left, 'row')} will stay as typed</h3>
    <p>
      What can’t be read stays in its cell, and a note on the row says why. Correct the cell now or later, then open
      this dialog again. A row with two problems is counted on both lines.
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
            <td>{numberText(numbers.length)}</td>
            <td class="which">{rowList(numbers)}</td>
          </tr>
        ))}
      </tbody>
    </table>
    <details>
      <summary>Details for each row</summary>
      <ul class="small">
        {preview.errors.map((error) => (
          <li key={error}>{error}</li>
        ))}
      </ul>
    </details>
  </>
);

/** Shows what importing the sheet's existing orders would do. Nothing is written until staff confirm. */
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
      <h2 id="take-over">Import {orders(taken)}</h2>
      <Notice kind="info">
        <p>
          {taken === 0
            ? 'None of the rows in this sheet can be imported as they are.'
            : `${orders(taken)} in this sheet can be imported with ${taken === 1 ? 'its' : 'their'} current status. No emails are sent.`}{' '}
          Nothing has been changed yet.
        </p>
      </Notice>
      {left > 0 && <Problems preview={preview} />}
      {taken > 0 && (
        <>
          <h3>Do these totals look right?</h3>
          <Table name="Month" lines={months} />
          {cancelled.orders > 0 && (
            <p class="soft small">
              Not included: {count(cancelled.orders, 'canceled order')}, {formatDollars(cancelled.amount)}.
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
        {taken === 0 ? 'Continue without them' : `Import ${orders(taken)}`}
      </Action>
    </section>
  );
};
