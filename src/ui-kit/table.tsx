import type { ComponentChildren } from 'preact';
import { Empty } from './parts';

/** One column of a table. */
export interface TableColumn<Row> {
  readonly header: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** Figures are right-aligned. */
  readonly number?: boolean;
}

/** Rows under headers; it scrolls sideways if the window is narrow. */
export const Table = <Row,>({
  caption,
  columns,
  rows,
  keyOf,
  empty,
  foot,
}: {
  /** What the table shows, for screen readers. */
  readonly caption: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Shown instead of a table without rows. */
  readonly empty: ComponentChildren;
  /** The last row: a total for each column. */
  readonly foot?: readonly ComponentChildren[];
}) => {
  if (rows.length === 0) return <Empty>{empty}</Empty>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: anything that scrolls must be reachable by keyboard.
    <section class="scroll" tabIndex={0} aria-label={caption}>
      <table>
        <caption class="hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ header, number }) => (
              <th scope="col" class={number ? 'number' : ''} key={header}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ header, cell, number }) => (
                <td class={number ? 'number' : ''} key={header}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {foot && (
          <tfoot>
            <tr>
              {columns.map(({ header, number }, index) => (
                <td class={number ? 'number' : ''} key={header}>
                  {foot[index]}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
};
