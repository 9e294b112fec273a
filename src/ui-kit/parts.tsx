import { type ComponentChildren, render } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { READS_USED_UP } from '../domain/reads-used-up';
import { stageOf } from '../domain/statuses';
import { call } from './rpc';
import { count } from './words';

/** After this many milliseconds, users need to hear that nothing is wrong. */
const LONG = 20_000;

/** A spinner with words. */
export const Loading = ({ children }: { readonly children: ComponentChildren }) => {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p class="loading" role="status">
      <span class="spinner" aria-hidden="true" />
      <span>
        {children}
        {isLong && ' This is taking longer than usual. It can take up to six minutes.'}
      </span>
    </p>
  );
};

/** The empty state. */
export const Empty = ({ children }: { readonly children: ComponentChildren }) => <p class="empty">{children}</p>;

/** A highlighted message. Errors interrupt a screen reader; others wait. */
export const Notice = ({
  kind,
  children,
}: {
  readonly kind: 'error' | 'warning' | 'good' | 'info';
  readonly children: ComponentChildren;
}) => (
  <div class={`notice notice-${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
    {children}
  </div>
);

/** Seconds after which the Sheets service answers again. */
const READS_PAUSE = 60;

/** A button that is disabled until trying again can help. */
const TryAgain = ({ pause, onClick }: { readonly pause: number; readonly onClick: () => void }) => {
  const [left, setLeft] = useState(pause);
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1_000);
    return () => clearTimeout(timer);
  }, [left]);
  return (
    <button type="button" disabled={left > 0} onClick={onClick}>
      {left > 0 ? `Try again in ${count(left, 'second')}` : 'Try again'}
    </button>
  );
};

/** An error with a way to try again. */
export const Failure = ({
  message,
  retry,
}: {
  readonly message: string;
  readonly retry?: (() => void) | undefined;
}) => (
  <Notice kind="error">
    <p>{message}</p>
    {retry && <TryAgain pause={message === READS_USED_UP ? READS_PAUSE : 0} onClick={retry} />}
  </Notice>
);

/** A button that shows that it's working and can't be clicked twice. */
export const Action = ({
  busy = false,
  primary = false,
  disabled = false,
  onClick,
  children,
}: {
  readonly busy?: boolean;
  readonly primary?: boolean;
  readonly disabled?: boolean;
  /** What it does; without this, it submits its form, as the Enter key does. */
  readonly onClick?: () => void;
  readonly children: ComponentChildren;
}) => (
  <button
    type={onClick ? 'button' : 'submit'}
    class={primary ? 'primary' : ''}
    disabled={busy || disabled}
    aria-busy={busy}
    onClick={onClick}
  >
    {busy && <span class="spinner" aria-hidden="true" />}
    {children}
  </button>
);

/** The buttons at the bottom of a page, with room for the result of the last click. */
export const Footer = ({
  said,
  sticky = false,
  children,
}: {
  readonly said?: ComponentChildren;
  /** Stays visible while a long page scrolls, so that results are seen. */
  readonly sticky?: boolean;
  readonly children: ComponentChildren;
}) => (
  <footer class={sticky ? 'row sticky' : 'row'}>
    {said && <div class={sticky ? 'grow whole' : 'grow'}>{said}</div>}
    {children}
  </footer>
);

/** A word with its color, as in the sheet: `paid`. */
export const Pill = ({ children }: { readonly children: string }) => (
  <span class={`pill ${stageOf(children) ?? ''}`}>{children}</span>
);

/** A list of sentences: open if there are few, collapsed if there are many. */
export const Sentences = ({
  title,
  sentences,
  open = sentences.length <= 5,
}: {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly open?: boolean;
}) =>
  sentences.length === 0 ? null : (
    <details class="sentences" open={open}>
      <summary>{title}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section tabIndex={0} aria-label={title}>
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
    </details>
  );

/** The state of a call: its result, or that it's running. */
export interface Asked<T> {
  readonly value: T | null;
  readonly error: string;
  readonly busy: boolean;
  /** Calls the method; the old value stays until the new one is there. */
  readonly run: (...args: readonly unknown[]) => Promise<T | null>;
}

/** One method of the program, called whenever `run` says so. */
export const useMethod = <T,>(method: string): Asked<T> => {
  const [state, setState] = useState<Omit<Asked<T>, 'run'>>({ value: null, error: '', busy: false });
  const run = useCallback(
    async (...args: readonly unknown[]): Promise<T | null> => {
      setState((before) => ({ ...before, error: '', busy: true }));
      try {
        const value = await call<T>(method, ...args);
        setState({ value, error: '', busy: false });
        return value;
      } catch (error) {
        setState((before) => ({ ...before, error: (error as Error).message, busy: false }));
        return null;
      }
    },
    [method],
  );
  return { ...state, run };
};

/** The same, called once when the page opens. */
export const useLoaded = <T,>(method: string, ...args: readonly unknown[]): Asked<T> => {
  const asked = useMethod<T>(method);
  useEffect(() => void asked.run(...args), []);
  return asked;
};

/** Renders a page. */
export const show = (page: ComponentChildren): void => {
  const root = document.getElementById('app');
  if (root) render(page, root);
};
