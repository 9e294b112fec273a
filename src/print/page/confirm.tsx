import { useState } from 'preact/hooks';
import { SelectField } from '../../ui-kit/form';
import { Action, Notice } from '../../ui-kit/parts';
import { PRINT_FACTS, type PrintKind } from '../kinds';

/** After printing: did everything print OK, or from which page on is something missing? */
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
  /** All pages up to this one printed OK. */
  readonly onRight: (to: number) => void;
  /** Print again from this page on. */
  readonly onAgain: (page: number) => void;
  /** Nothing was printed. */
  readonly onCancel: () => void;
}) => {
  const [isJam, setJam] = useState(false);
  const [bad, setBad] = useState(from);
  const pages = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return (
    <Notice kind="info">
      <p>
        <b>Did {from === to ? `page ${from}` : `pages ${from} to ${to}`} print OK?</b>
      </p>
      {isJam ? (
        <>
          <SelectField
            label="First page that is missing or unusable"
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
            Yes
          </Action>
          <Action onClick={() => setJam(true)}>No, some pages are missing</Action>
          <Action onClick={onCancel}>Nothing printed</Action>
        </div>
      )}
    </Notice>
  );
};
