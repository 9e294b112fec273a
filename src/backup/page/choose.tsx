import type { ComponentChildren } from 'preact';
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
  'own columns': 'your own columns differ',
};

/** The cells that differ, in one line. */
const inOneLine = ({ kind, cells, own, isNewer }: Difference, withOwn: boolean): string => {
  const all = [...cells, ...(withOwn ? own : [])];
  return [
    isNewer ? `${WORDS[kind]}, newer than the backup` : WORDS[kind],
    ...all.slice(0, 3).map(({ header, here, there }) => `${header}: ${here || 'empty'} → ${there || 'empty'}`),
    ...(all.length > 3 ? [`${all.length - 3} more`] : []),
  ].join(' · ');
};

/** Whether staff's own columns are set back, too, and in which orders they differ. */
const OwnColumns = ({
  orders,
  checked,
  onChange,
}: {
  readonly orders: readonly Difference[];
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) => {
  const headers = [...new Set(orders.flatMap(({ own }) => own.map(({ header }) => header)))];
  return (
    <>
      <label class="tick">
        <input type="checkbox" checked={checked} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
        <span class="name">
          Set your own columns back, too ({headers.join(', ')}): they differ in {count(orders.length, 'order')}
        </span>
      </label>
      <ul class="small soft">
        {orders.slice(0, 5).map(({ id, number, own }) => (
          <li key={id}>
            {number}:{' '}
            {own.map(({ header, here, there }) => `${header}: ${here || 'empty'} → ${there || 'empty'}`).join(' · ')}
          </li>
        ))}
      </ul>
    </>
  );
};

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
  children,
}: {
  readonly comparison: Comparison;
  readonly busy: boolean;
  readonly onChoose: (orders: readonly Difference[], own: boolean) => void;
  readonly onBack: () => void;
  /** Stands below the orders. */
  readonly children?: ComponentChildren;
}) => {
  const { found, newer, odd, troubles, unknownColumns } = comparison;
  const ownDiffers = found.filter(({ own }) => own.length > 0);
  const [withOwn, setWithOwn] = useState(false);
  const of = (...kinds: readonly Kind[]) => found.filter(({ kind }) => kinds.includes(kind));
  const [take, setTake] = useState<Take>('all');
  const [ticked, tick] = useState<ReadonlySet<string>>(new Set(of('missing', 'changed').map(({ id }) => id)));
  const chosen =
    take === 'missing'
      ? of('missing')
      : take === 'all'
        ? of('missing', 'changed', ...(withOwn ? (['own columns'] as const) : []))
        : found.filter(({ id }) => ticked.has(id));
  const damagedNewer = found.filter(({ isNewer }) => isNewer).length;
  const extra = [
    ...(damagedNewer > 0
      ? [
          `${count(damagedNewer, 'order')} newer than the backup ${damagedNewer === 1 ? 'is' : 'are'} damaged: ${damagedNewer === 1 ? 'it is' : 'they are'} restored from the program's own record in the same go.`,
        ]
      : []),
    ...(unknownColumns.length > 0 && of('changed').length > 1
      ? [
          `Your own columns (${unknownColumns.join(', ')}) are not known here: if rows were sorted or shifted in part, they may stand with other orders. Restore from a backup to compare them.`,
        ]
      : []),
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
              {
                value: 'all',
                label: `Missing and changed (${of('missing', 'changed', ...(withOwn ? (['own columns'] as const) : [])).length})`,
              },
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
                      <span class="soft small details">{inOneLine(difference, withOwn)}</span>
                    </>
                  ),
                }))}
              />
            </div>
          )}
          {ownDiffers.length > 0 && <OwnColumns orders={ownDiffers} checked={withOwn} onChange={setWithOwn} />}
          <p class="small soft">
            A changed row gets its customer, address, items and money back and keeps the status that the order has
            reached. Orders that have moved on (paid, shipped or cancelled since) go back only where you tick them
            yourself. No email is sent for any of this.
          </p>
        </>
      )}
      <Sentences title="To be looked at" sentences={extra} />
      {take === 'chosen' && found.length > 1_000 && (
        <Notice kind="info">The list shows the first 1,000 of {count(found.length, 'order')}.</Notice>
      )}
      {children}
      <Footer>
        <Action onClick={onBack}>Back</Action>
        {found.length > 0 && (
          <Action primary busy={busy} disabled={chosen.length === 0} onClick={() => onChoose(chosen, withOwn)}>
            Show what would happen
          </Action>
        )}
      </Footer>
    </>
  );
};
