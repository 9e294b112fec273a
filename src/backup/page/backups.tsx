import { useEffect, useState } from 'preact/hooks';
import { Action, Failure, Loading, Notice, show, useLoaded, useMethod } from '../../ui-kit/parts';
import { call } from '../../ui-kit/rpc';
import { Table } from '../../ui-kit/table';
import { count, dollars } from '../../ui-kit/words';
import type { AskedBackup as Made } from '../methods';
import type { ShownBackup as Backup, ShownBackups as Backups } from '../show-backups';
import { Restore, type Source } from './restore';

const STATES: Readonly<Record<Backup['state'], string>> = {
  checked: 'opened and compared',
  checking: 'not checked yet',
  damaged: 'damaged: not to be used',
  renamed: 'renamed: kept for good',
};

const local = (iso: string): string =>
  new Date(iso).toLocaleString('en-US', { dateStyle: 'medium', timeStyle: 'short' });

const LEDGER: Source = { id: 'ledger', name: "the program's own record" };

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
    <Notice kind="good">
      Asked. The backup is made from the operator's account within some minutes: look again then.
    </Notice>
  ) : (
    <Notice kind="good">
      The backup was made, opened and compared: {count(made.rows, 'row')}, {dollars(made.cents)} in all. {made.beside}
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
      <Loading>Looking into the folder of backups …</Loading>
    );
  const { backups, isOperator, last, asked, trouble } = list.value;
  return (
    <>
      <p class="row head">
        <span class="soft">
          {last ? `The last one in order was made on ${local(last)}.` : 'No backup has been made yet.'} A new one is
          made every night.
        </span>
        <Action primary busy={making.busy} onClick={() => void make()}>
          {isOperator ? 'Back up now' : 'Ask for a backup now'}
        </Action>
      </p>
      {making.busy && <Making />}
      {making.error && <Failure message={making.error} />}
      {!making.busy && making.value && <MadeNotice made={making.value} />}
      {!making.value && trouble && <Notice kind="warning">{trouble} Older backups were kept.</Notice>}
      {!making.value && asked && (
        <Notice kind="info">{asked} has asked for a backup: it follows within minutes.</Notice>
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
          { header: 'Orders', number: true, cell: ({ rows }) => rows?.toLocaleString('en-US') ?? '' },
          { header: 'Total', number: true, cell: ({ cents }) => (cents === null ? '' : dollars(cents)) },
          {
            header: 'Way back',
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
        14 daily and 8 weekly copies are kept in the operator's Drive, every copy of the last two days, and copies that
        hold more than the next one; give one another name to keep it for good. Without a backup at hand, rows can be
        written again from{' '}
        <button type="button" class="link" onClick={() => onRestore(LEDGER)}>
          the program's own record
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
