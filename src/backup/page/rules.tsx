import { useState } from 'preact/hooks';
import { CheckList } from '../../ui-kit/check-list';
import { Action, Failure, Loading, Notice, useLoaded, useMethod } from '../../ui-kit/parts';
import { count } from '../../ui-kit/words';
import type { RuleLine } from '../rule-lines';

const NAMES: Readonly<Record<RuleLine['tab'], string>> = {
  settings: 'Settings',
  priceList: 'Price List',
  events: 'Events',
  emails: 'Emails',
};

const idOf = ({ tab, key }: RuleLine): string => `${tab} ${key}`;

/** Long texts of emails are shown from a little before the place where they differ. */
const excerpt = (text: string, other: string): string => {
  if (text.length <= 60) return text || 'blank';
  let at = 0;
  while (at < text.length && text[at] === other[at]) at += 1;
  const from = Math.max(0, Math.min(at - 20, text.length - 60));
  return `${from > 0 ? '…' : ''}${text.slice(from, from + 60)}${from + 60 < text.length ? '…' : ''}`;
};

/** Settings, prices, events and email texts that are not as in the backup: each can be restored. */
export const Rules = ({ source }: { readonly source: string }) => {
  const compared = useLoaded<readonly RuleLine[]>('restore.rules', source);
  const taking = useMethod<{ restored: number; left: readonly RuleLine[] }>('restore.takeRules');
  const [ticked, tick] = useState<ReadonlySet<string>>(new Set());
  const lines = taking.value?.left ?? compared.value;
  const chosen = (lines ?? []).filter((line) => ticked.has(idOf(line)));
  const take = async () => {
    if (
      await taking.run(
        source,
        chosen.map(({ tab, key }) => ({ tab, key })),
      )
    )
      tick(new Set());
  };
  return (
    <section class="rules">
      <h2>Settings, prices, events, email texts</h2>
      {compared.error && <Failure message={compared.error} retry={() => void compared.run(source)} />}
      {taking.error && <Failure message={taking.error} />}
      {!lines && !compared.error && <Loading>Comparing settings …</Loading>}
      {taking.value && (
        <Notice kind="good">{count(taking.value.restored, 'line')} restored. No emails were sent.</Notice>
      )}
      {lines?.length === 0 && !taking.value && <p class="soft">No differences.</p>}
      {lines && lines.length > 0 && (
        <>
          <p class="small soft">
            {count(lines.length, 'line differs', 'lines differ')} from the backup. Select the ones to restore. Lines
            added since the backup stay.
          </p>
          <div class="differences">
            <CheckList
              label="Settings, prices, events and email texts that differ"
              chosen={ticked}
              onChange={tick}
              items={lines.map((line) => ({
                id: idOf(line),
                label: (
                  <>
                    <b>{line.key}</b> <span class="soft">{NAMES[line.tab]}</span>
                    <span class="soft small details">
                      {line.isMissing ? 'deleted since: ' : ''}
                      {line.cells
                        .map(({ header, here, there }) =>
                          line.isMissing
                            ? `${header} ${excerpt(there, here)}`
                            : `${header}: ${excerpt(here, there)} → ${excerpt(there, here)}`,
                        )
                        .join(' · ')}
                    </span>
                  </>
                ),
              }))}
            />
          </div>
          <p>
            <Action busy={taking.busy} disabled={chosen.length === 0} onClick={() => void take()}>
              {`Restore ${count(chosen.length, 'line')}`}
            </Action>
          </p>
        </>
      )}
    </section>
  );
};
