import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { numberText } from '../../domain/text/for-people';
import { CheckList } from '../../ui-kit/check-list';
import { RadioField } from '../../ui-kit/form';
import { Action, Empty, Footer, Notice, Sentences } from '../../ui-kit/parts';
import { count } from '../../ui-kit/words';
import type { DifferenceKind as Kind } from '../difference';
import type { Comparison, ShownDifference as Difference } from '../methods';
import { meantBy, type Take } from './chosen';

const WORDS: Readonly<Record<Kind, string>> = {
  missing: 'missing from the sheet',
  changed: 'changed',
  'moved on': 'status changed since',
  'own columns': 'your own columns differ',
};

/** The cells that differ, in one line. */
const inOneLine = ({ kind, cells, own, isNewer }: Difference, withOwn: boolean): string => {
  const all = [...cells, ...(withOwn ? own : [])];
  return [
    isNewer ? `${WORDS[kind]}, newer than the backup` : WORDS[kind],
    ...all.slice(0, 3).map(({ header, here, there }) => `${header}: ${here || 'blank'} → ${there || 'blank'}`),
    ...(all.length > 3 ? [`${all.length - 3} more`] : []),
  ].join(' · ');
};

/** Whether staff's own columns are restored, too, and in which orders they differ. */
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
          Also restore your own columns ({headers.join(', ')}), which differ in {count(orders.length, 'order')}
        </span>
      </label>
      <ul class="small soft">
        {orders.slice(0, 5).map(({ id, number, own }) => (
          <li key={id}>
            {number}:{' '}
            {own.map(({ header, here, there }) => `${header}: ${here || 'blank'} → ${there || 'blank'}`).join(' · ')}
          </li>
        ))}
      </ul>
    </>
  );
};

const Figure = ({ number, children }: { readonly number: number; readonly children: string }) => (
  <div>
    <b>{numberText(number)}</b>
    <span class="small soft">{children}</span>
  </div>
);

/** What differs, and which of it to restore. */
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
  /** Shown below the orders. */
  readonly children?: ComponentChildren;
}) => {
  const { found, newer, odd, troubles, unknownColumns } = comparison;
  const ownDiffers = found.filter(({ own }) => own.length > 0);
  const [withOwn, setWithOwn] = useState(false);
  const of = (...kinds: readonly Kind[]) => found.filter(({ kind }) => kinds.includes(kind));
  const [take, setTake] = useState<Take>('all');
  const [ticked, tick] = useState<ReadonlySet<string>>(new Set(of('missing', 'changed').map(({ id }) => id)));
  const chosen = meantBy(found, take, withOwn, ticked);
  const damagedNewer = found.filter(({ isNewer }) => isNewer).length;
  const extra = [
    ...(damagedNewer > 0
      ? [
          `${count(damagedNewer, 'order')} newer than the backup ${damagedNewer === 1 ? 'is' : 'are'} damaged, too. ${damagedNewer === 1 ? 'It' : 'They'} will be restored from the built-in order log.`,
        ]
      : []),
    ...(unknownColumns.length > 0 && of('changed').length > 1
      ? [
          `The order log doesn't include your own columns (${unknownColumns.join(', ')}). If only part of the sheet was sorted or shifted, they may be next to the wrong orders. Restore from a backup to compare them.`,
        ]
      : []),
    ...troubles,
    ...(odd.count > 0
      ? [
          `${count(odd.count, 'row')} in the sheet ${odd.count === 1 ? "doesn't" : "don't"} belong to any known order (${odd.rows.map((row) => `row ${row}`).join(', ')}${odd.count > odd.rows.length ? ', …' : ''}). ${odd.count === 1 ? 'It stays' : 'They stay'} as is, so check ${odd.count === 1 ? 'it' : 'them'} when the restore is done.`,
        ]
      : []),
  ];
  return (
    <>
      <div class="figures">
        <Figure number={of('missing').length}>missing from the sheet</Figure>
        <Figure number={of('changed').length}>changed</Figure>
        <Figure number={of('moved on').length}>status changed since</Figure>
        <Figure number={newer.count}>newer, left as is</Figure>
      </div>
      {found.length === 0 ? (
        <Empty>Every order matches the backup. There's nothing to restore.</Empty>
      ) : (
        <>
          <RadioField
            label="What would you like to restore?"
            value={take}
            onInput={(value) => setTake(value as Take)}
            choices={[
              { value: 'missing', label: `Missing rows only (${of('missing').length})` },
              {
                value: 'all',
                label: `Missing and changed (${meantBy(found, 'all', withOwn, ticked).length})`,
              },
              { value: 'chosen', label: 'Rows I choose' },
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
            For a changed row, the customer, address, items and amounts are restored; its current status is kept. Orders
            whose status has changed since then (paid, shipped or canceled) are restored only if you select them
            yourself. No emails are sent.
          </p>
        </>
      )}
      <Sentences title="Please check" sentences={extra} />
      {take === 'chosen' && found.length > 1_000 && (
        <Notice kind="info">The list shows the first 1,000 of {count(found.length, 'order')}.</Notice>
      )}
      {children}
      <Footer>
        <Action onClick={onBack}>Back</Action>
        {found.length > 0 && (
          <Action primary busy={busy} disabled={chosen.length === 0} onClick={() => onChoose(chosen, withOwn)}>
            Preview
          </Action>
        )}
      </Footer>
    </>
  );
};
