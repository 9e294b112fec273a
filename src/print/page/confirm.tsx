import { useState } from 'preact/hooks';
import { SelectField } from '../../ui-kit/form';
import { Action, Notice } from '../../ui-kit/parts';
import { PRINT_FACTS, type PrintKind } from '../kinds';

/** After the printer: did it come out right, or from which page on is it missing or bad? */
export const Confirm = ({
  kind,
  sent: { from, to },
  titles,
  busy,
  onRight,
  onAgain,
  onCancel,
}: {
  readonly kind: PrintKind;
  readonly sent: { readonly from: number; readonly to: number };
  /** Of all pages. */
  readonly titles: readonly string[];
  readonly busy: boolean;
  /** All pages up to this one came out right. */
  readonly onRight: (to: number) => void;
  /** Print again from this page on. */
  readonly onAgain: (page: number) => void;
  /** Nothing was printed after all. */
  readonly onCancel: () => void;
}) => {
  const [isJam, setJam] = useState(false);
  const [bad, setBad] = useState(from);
  const pages = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return (
    <Notice kind="info">
      <p>
        <b>Did {from === to ? `page ${from}` : `all of pages ${from} to ${to}`} come out right?</b>
      </p>
      {isJam ? (
        <>
          <SelectField
            label="The first page that is missing or bad"
            value={String(bad)}
            onInput={(value) => setBad(Number(value))}
            choices={pages.map((page) => ({ value: String(page), label: `${page}: ${titles[page - 1]}` }))}
          />
          <div class="row">
            <Action primary onClick={() => onAgain(bad)}>
              Print again from page {bad}
            </Action>
            {bad > from && PRINT_FACTS[kind].one !== null && (
              <Action busy={busy} onClick={() => onRight(bad - 1)}>
                Stop here: up to page {bad - 1} is printed
              </Action>
            )}
          </div>
        </>
      ) : (
        <div class="row">
          <Action primary busy={busy} onClick={() => onRight(to)}>
            Yes, all of them
          </Action>
          <Action onClick={() => setJam(true)}>No, there was a jam</Action>
          <Action onClick={onCancel}>Nothing was printed</Action>
        </div>
      )}
    </Notice>
  );
};
