import { Close } from '../../ui-kit/close';
import { Action, Failure, Footer, Loading, Notice, show, useLoaded } from '../../ui-kit/parts';
import { count } from '../../ui-kit/words';
import type { HealthLine as Line } from '../health-lines';

const MARKS: Readonly<Record<Line['state'], readonly [string, string]>> = {
  good: ['✓', 'in order'],
  warning: ['!', 'to be looked at'],
  bad: ['×', 'not in order'],
  unknown: ['–', 'not to be seen from here'],
};

const Summary = ({ lines }: { readonly lines: readonly Line[] }) => {
  const wrong = lines.filter(({ state }) => state === 'bad').length;
  const open = lines.filter(({ state }) => state === 'warning').length;
  if (wrong > 0) return <Notice kind="error">{count(wrong, 'thing')} to put right, the sooner the better.</Notice>;
  if (open > 0) return <Notice kind="warning">It works. {count(open, 'thing')} to look at.</Notice>;
  return <Notice kind="good">Everything is in order.</Notice>;
};

/** The road of docs/damage.md, each step as a way through the menu: the docs don't open from inside the sheet. */
const ROAD: readonly (readonly [path: string, what: string])[] = [
  [
    'CPS Orders > Set up this sheet',
    'brings tabs and headers back, and says when the program\u2019s own record is gone.',
  ],
  [
    'CPS Orders > Data > Backups > Restore …',
    'shows what differs from a backup: orders, your own columns, settings, prices, events, email texts.',
  ],
  [
    'CPS Orders > Data > Backups > the program\u2019s own record',
    'writes rows again as they were accepted, where no backup is at hand.',
  ],
  ['CPS Orders > Data > Repair double rows', 'takes out second rows of an order.'],
  ['CPS Orders > Data > Rebuild missing rows', 'writes rows of orders that have none, and gives cleared ids back.'],
];

const Damage = ({ open }: { readonly open: boolean }) => (
  <details class="damage" open={open}>
    <summary>Something looks wrong with the sheet?</summary>
    <p>
      Don't sort, paste or delete anything else. Then take these steps in this order, and stop as soon as it looks
      right. No customer is emailed for any of them.
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
      {!asked.value && !asked.error && <Loading>Looking at everything …</Loading>}
      {asked.value && (
        <>
          <Summary lines={asked.value} />
          <ul class="plain lines" aria-label="What was looked at">
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
              Look again
            </Action>
            <Close />
          </Footer>
        </>
      )}
    </>
  );
};

show(<Health />);
