import { useState } from 'preact/hooks';
import { CheckList } from '../../ui-kit/check-list';
import { RadioField } from '../../ui-kit/form';
import { Action, Empty, Footer, Notice, Sentences } from '../../ui-kit/parts';
import { count } from '../../ui-kit/words';
import type { DifferenceKind as Kind } from '../difference';
import type { Comparison, ShownDifference as Difference } from '../methods';

type Take = 'missing' | 'all' | 'chosen';

const WORDS: Readonly<Record<Kind, string>> = {
  missing: 'no row here',
  changed: 'changed here',
  'moved on': 'moved on here',
};

/** The cells that differ, in one line. */
const inOneLine = ({ kind, cells }: Difference): string =>
  [
    WORDS[kind],
    ...cells.slice(0, 3).map(({ header, here, there }) => `${header}: ${here || 'empty'} → ${there || 'empty'}`),
    ...(cells.length > 3 ? [`${cells.length - 3} more`] : []),
  ].join(' · ');

const Figure = ({ number, children }: { readonly number: number; readonly children: string }) => (
  <div>
    <b>{number.toLocaleString('en-US')}</b>
    <span class="small soft">{children}</span>
  </div>
);

/** What differs, and what of it is to be taken. */
export const Choose = ({
  comparison,
  busy,
  onChoose,
  onBack,
}: {
  readonly comparison: Comparison;
  readonly busy: boolean;
  readonly onChoose: (orders: readonly Difference[]) => void;
  readonly onBack: () => void;
}) => {
  const { found, newer, odd, troubles } = comparison;
  const of = (...kinds: readonly Kind[]) => found.filter(({ kind }) => kinds.includes(kind));
  const [take, setTake] = useState<Take>('all');
  const [ticked, tick] = useState<ReadonlySet<string>>(new Set(of('missing', 'changed').map(({ id }) => id)));
  const chosen =
    take === 'missing'
      ? of('missing')
      : take === 'all'
        ? of('missing', 'changed')
        : found.filter(({ id }) => ticked.has(id));
  const extra = [
    ...troubles,
    ...(odd.count > 0
      ? [
          `${count(odd.count, 'row')} here ${odd.count === 1 ? 'belongs' : 'belong'} to no order that is known (${odd.rows.map((row) => `row ${row}`).join(', ')}${odd.count > odd.rows.length ? ', …' : ''}). They stay; look at them afterwards.`,
        ]
      : []),
  ];
  return (
    <>
      <div class="figures">
        <Figure number={of('missing').length}>without a row here</Figure>
        <Figure number={of('changed').length}>changed here</Figure>
        <Figure number={of('moved on').length}>moved on here since</Figure>
        <Figure number={newer.count}>newer here, stay as they are</Figure>
      </div>
      {found.length === 0 ? (
        <Empty>Every order stands here as it stood then. There is nothing to restore.</Empty>
      ) : (
        <>
          <RadioField
            label="What is to be taken?"
            value={take}
            onInput={(value) => setTake(value as Take)}
            choices={[
              { value: 'missing', label: `Missing rows only (${of('missing').length})` },
              { value: 'all', label: `Missing and changed (${of('missing', 'changed').length})` },
              { value: 'chosen', label: 'Rows that I choose' },
            ]}
          />
          {take === 'chosen' && (
            <div class="differences">
              <CheckList
                label="Orders that differ"
                chosen={ticked}
                onChange={tick}
                items={found.slice(0, 1_000).map((difference) => ({
                  id: difference.id,
                  label: (
                    <>
                      <b>{difference.number}</b> {difference.name}
                      <span class="soft small details">{inOneLine(difference)}</span>
                    </>
                  ),
                }))}
              />
            </div>
          )}
          <p class="small soft">
            A changed row gets its customer, address, items and money back and keeps the status that the order has
            reached. Orders that have moved on (paid, shipped or cancelled since) go back only where you tick them
            yourself. No mail is sent for any of this.
          </p>
        </>
      )}
      <Sentences title="To be looked at" sentences={extra} />
      {take === 'chosen' && found.length > 1_000 && (
        <Notice kind="info">The list shows the first 1,000 of {count(found.length, 'order')}.</Notice>
      )}
      <Footer>
        <Action onClick={onBack}>Back</Action>
        {found.length > 0 && (
          <Action primary busy={busy} disabled={chosen.length === 0} onClick={() => onChoose(chosen)}>
            Show what would happen
          </Action>
        )}
      </Footer>
    </>
  );
};
