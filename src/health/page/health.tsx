import { Close } from '../../ui-kit/close';
import { Action, Failure, Footer, Loading, Notice, show, useLoaded } from '../../ui-kit/parts';
import { count } from '../../ui-kit/words';
import type { HealthLine as Line } from '../health-facts';

const MARKS: Readonly<Record<Line['state'], readonly [string, string]>> = {
  good: ['✓', 'OK'],
  warning: ['!', 'needs attention'],
  bad: ['×', 'problem'],
  unknown: ['–', 'unknown'],
};

const Summary = ({ lines }: { readonly lines: readonly Line[] }) => {
  const wrong = lines.filter(({ state }) => state === 'bad').length;
  const open = lines.filter(({ state }) => state === 'warning').length;
  if (wrong > 0) return <Notice kind="error">{count(wrong, 'problem')} to fix as soon as you can.</Notice>;
  if (open > 0)
    return <Notice kind="warning">Everything is running. {count(open, 'item needs', 'items need')} attention.</Notice>;
  return <Notice kind="good">Everything looks good.</Notice>;
};

/** The road of docs/damage.md, each step as a way through the menu: the docs don't open from inside the sheet. */
const ROAD: readonly (readonly [path: string, what: string])[] = [
  ['CPS Orders > Set up this sheet', 'restores missing tabs and headers, and checks that the order log is complete.'],
  [
    'CPS Orders > Data > Backups > Restore …',
    'shows what differs from a backup (orders, your own columns, settings, prices, events, email texts) and restores what you choose.',
  ],
  ['CPS Orders > Data > Backups > built-in order log', 'restores rows as they were accepted, if there is no backup.'],
  ['CPS Orders > Data > Repair double rows', 'removes duplicate rows of an order.'],
  ['CPS Orders > Data > Rebuild missing rows', 'adds rows for orders that have none and restores deleted order IDs.'],
];

const Damage = ({ open }: { readonly open: boolean }) => (
  <details class="damage" open={open}>
    <summary>Something looks wrong with the sheet?</summary>
    <p>
      Don't sort, paste or delete anything else. Then try these steps in order, and stop as soon as the sheet looks
      right. None of them sends emails to customers.
    </p>
    <ol>
      {ROAD.map(([path, what]) => (
        <li key={path}>
          <b>{path}</b>: {what}
        </li>
      ))}
    </ol>
  </details>
);

const Health = () => {
  const asked = useLoaded<readonly Line[]>('health.read');
  return (
    <>
      <h1>Health</h1>
      {asked.error && <Failure message={asked.error} retry={() => void asked.run()} />}
      {!asked.value && !asked.error && <Loading>Running checks …</Loading>}
      {asked.value && (
        <>
          <Summary lines={asked.value} />
          <ul class="plain lines" aria-label="Checks">
            {asked.value.map(({ key, label, state, text, todo }) => (
              <li key={key}>
                <span class={`mark mark-${state}`} role="img" aria-label={MARKS[state][1]}>
                  {MARKS[state][0]}
                </span>
                <span class="label">{label}</span>
                <div>
                  <p>{text}</p>
                  {todo && <p class="soft">{todo}</p>}
                </div>
              </li>
            ))}
          </ul>
          <Damage open={asked.value.some(({ key, state }) => key === 'config' && state === 'bad')} />
          <Footer>
            <Action busy={asked.busy} onClick={() => void asked.run()}>
              Check again
            </Action>
            <Close />
          </Footer>
        </>
      )}
    </>
  );
};

show(<Health />);
