import { useState } from 'preact/hooks';
import { Close } from '../../../ui-kit/close';
import { Action, Failure, Footer, Loading, Notice, show } from '../../../ui-kit/parts';
import { call } from '../../../ui-kit/rpc';
import { count } from '../../../ui-kit/words';
import type { Result } from '../questions';

/** Google may run a trigger that is due in a second only after a minute or more; the whole test takes less than two. */
const LONGEST_WAIT = 95_000;
const PAUSE = 3_000;

const pause = (): Promise<void> => new Promise((done) => setTimeout(done, PAUSE));

/** Whether a hand-made call reaches a method that google.script.run doesn't offer. */
const handMade = (): 'reached' | 'not reached' => {
  if (typeof google === 'undefined') return 'not reached';
  const run = google.script.run as unknown as Readonly<Record<string, unknown>>;
  return typeof run['App.selfTestRang'] === 'function' ? 'reached' : 'not reached';
};

const runTest = async (onStep: (step: string) => void): Promise<readonly Result[]> => {
  onStep('Running tests on a scratch tab');
  const inCopy = await call<readonly Result[] | null>('selfTest.start');
  if (inCopy) return inCopy;
  onStep('Waiting for a trigger (up to a minute and a half)');
  for (let waited = 0; waited < LONGEST_WAIT; waited += PAUSE) {
    if (await call<boolean>('selfTest.hasRung')) break;
    await pause();
  }
  onStep('Writing the results to the Self-test tab');
  return call<readonly Result[]>('selfTest.finish', handMade());
};

/** The text to send to support: it contains no orders and no addresses. */
const asText = (results: readonly Result[]): string =>
  ['CPS Orders self-test', ...results.map(({ key, state, answer }) => `${key} [${state}]: ${answer}`)].join('\n');

/** The result as text, to copy. Browsers may block the newer way to copy in a page of a sheet. */
const Copied = ({ text }: { readonly text: string }) => {
  const [isCopied, setCopied] = useState(false);
  const copy = () => {
    const area = document.getElementById('as-text') as HTMLTextAreaElement | null;
    area?.select();
    setCopied(document.execCommand('copy'));
  };
  return (
    <>
      <p>
        <label class="block" for="as-text">
          Results as text, to send to support
        </label>
        <textarea id="as-text" readOnly rows={4} value={text} />
      </p>
      <p>
        <Action onClick={copy}>Copy</Action> <span role="status">{isCopied ? 'Copied.' : ''}</span>
      </p>
    </>
  );
};

const Results = ({ results }: { readonly results: readonly Result[] }) => {
  const bad = results.filter(({ state }) => state === 'bad').length;
  const open = results.filter(({ state }) => state === 'open').length;
  return (
    <>
      <Notice kind={bad > 0 ? 'error' : 'good'}>
        {bad > 0 ? `${count(bad, 'problem')} found. See below what to do.` : 'Google works the way CPS Orders expects.'}
        {open > 0 && ` ${count(open, 'test')} left to do by hand.`}
      </Notice>
      {results.map(({ key, question, answer, state, verdict }) => (
        <div class="result" key={key}>
          <p>
            {question} <span class={state}>{answer}</span>
          </p>
          <p class="small soft">{verdict}</p>
        </div>
      ))}
      <Copied text={asText(results)} />
      <Footer>
        <Close />
      </Footer>
    </>
  );
};

const SelfTest = () => {
  const [step, setStep] = useState('');
  const [results, setResults] = useState<readonly Result[] | null>(null);
  const [error, setError] = useState('');
  const start = async () => {
    setError('');
    try {
      setResults(await runTest(setStep));
    } catch (thrown) {
      setError((thrown as Error).message);
    }
    setStep('');
  };
  return (
    <>
      <h1>Self-test</h1>
      {!results && (
        <>
          <p>
            Google's documentation leaves some questions open. The self-test tries each one on a scratch tab, deletes
            that tab, and writes the results to the Self-test tab. Orders and emails aren't affected.
          </p>
          {error && <Failure message={error} />}
          {step ? (
            <Loading>{step} …</Loading>
          ) : (
            <Footer>
              <Action primary onClick={() => void start()}>
                Start
              </Action>
            </Footer>
          )}
        </>
      )}
      {results && <Results results={results} />}
    </>
  );
};

show(<SelfTest />);
