import { useEffect, useState } from 'preact/hooks';
import { numberText } from '../../domain/text/for-people';
import { Action, Failure, Loading, Notice, show, useLoaded, useMethod } from '../../ui-kit/parts';
import { call } from '../../ui-kit/rpc';
import { Table } from '../../ui-kit/table';
import { count, dollars } from '../../ui-kit/words';
import type { AskedBackup as Made } from '../methods';
import type { ShownBackup as Backup, ShownBackups as Backups } from '../show-backups';
import { Restore, type Source } from './restore';

const STATES: Readonly<Record<Backup['state'], string>> = {
  checked: 'Verified',
  checking: 'Not verified yet',
  damaged: "Damaged (don't use)",
  renamed: 'Renamed (kept forever)',
};

const LEDGER: Source = { id: 'ledger', name: 'the built-in order log' };

/** The step that a running backup has come to. */
const Making = () => {
  const [step, setStep] = useState('Copying the sheet');
  useEffect(() => {
    const timer = setInterval(() => {
      call<string>('backups.progress').then(
        (next) => next && setStep(next),
        () => {},
      );
    }, 1_500);
    return () => clearInterval(timer);
  }, []);
  return <Loading>{step} …</Loading>;
};

const MadeNotice = ({ made }: { readonly made: Made }) => {
  if (!made.ok) return <Failure message={made.trouble} />;
  return 'asked' in made ? (
    <Notice kind="good">Backup requested. It will be made from the operator's account within a few minutes.</Notice>
  ) : (
    <Notice kind="good">
      Backup made and verified: {count(made.rows, 'row')}, {dollars(made.cents)} total. {made.beside}
    </Notice>
  );
};

const List = ({ onRestore }: { readonly onRestore: (source: Source) => void }) => {
  const list = useLoaded<Backups>('backups.list');
  const making = useMethod<Made>('backups.make');
  const make = async () => {
    await making.run();
    await list.run();
  };
  if (!list.value)
    return list.error ? (
      <Failure message={list.error} retry={() => void list.run()} />
    ) : (
      <Loading>Loading backups …</Loading>
    );
  const { backups, isOperator, last, asked, trouble } = list.value;
  return (
    <>
      <p class="row head">
        <span class="soft">
          {last ? `Last good backup: ${last}.` : 'There is no backup yet.'} A new one is made every night.
        </span>
        <Action primary busy={making.busy} onClick={() => void make()}>
          {isOperator ? 'Back up now' : 'Request a backup'}
        </Action>
      </p>
      {making.busy && <Making />}
      {making.error && <Failure message={making.error} />}
      {!making.busy && making.value && <MadeNotice made={making.value} />}
      {!making.value && trouble && <Notice kind="warning">{trouble} Older backups were kept.</Notice>}
      {!making.value && asked && (
        <Notice kind="info">{asked} requested a backup. It will be made within a few minutes.</Notice>
      )}
      <Table
        caption="Backups, newest first"
        rows={backups}
        keyOf={({ id }) => id}
        empty="There are no backups yet."
        columns={[
          {
            header: 'Made',
            cell: ({ name, url }) =>
              isOperator ? (
                <a href={url} target="_blank" rel="noreferrer">
                  {name}
                </a>
              ) : (
                name
              ),
          },
          {
            header: 'State',
            cell: ({ state, why }) => (
              <>
                {STATES[state]}
                {why && <span class="small soft kept">{why}</span>}
              </>
            ),
          },
          { header: 'Orders', number: true, cell: ({ rows }) => (rows === null ? '' : numberText(rows)) },
          { header: 'Total', number: true, cell: ({ cents }) => (cents === null ? '' : dollars(cents)) },
          {
            header: 'Restore',
            cell: ({ id, name, state }) =>
              isOperator && (state === 'checked' || state === 'renamed') ? (
                <button type="button" class="link" onClick={() => onRestore({ id, name: `the backup of ${name}` })}>
                  Restore …
                </button>
              ) : null,
          },
        ]}
      />
      <p class="small soft">
        The operator's Drive keeps 14 daily and 8 weekly copies, every copy of the last two days, and any copy that has
        data the next one lacks. To keep a copy forever, rename it. If there's no backup, you can restore rows from{' '}
        <button type="button" class="link" onClick={() => onRestore(LEDGER)}>
          the built-in order log
        </button>
        .
      </p>
    </>
  );
};

const Page = () => {
  const [source, choose] = useState<Source | null>(null);
  if (source) return <Restore source={source} onBack={() => choose(null)} />;
  return (
    <>
      <h1>Backups</h1>
      <List onRestore={choose} />
    </>
  );
};

show(<Page />);
