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
