import { type ComponentChildren, render } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { READS_USED_UP } from '../domain/reads-used-up';
import { stageOf } from '../domain/statuses';
import { call } from './rpc';

/** After so long a person wants to hear that nothing is wrong. */
const LONG = 20_000;

/** A spinner with words: something is under way. */
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
        {isLong && ' This takes longer than usual; Google answers within six minutes or not at all.'}
      </span>
    </p>
  );
};

/** Nothing to show, said kindly. */
export const Empty = ({ children }: { readonly children: ComponentChildren }) => <p class="empty">{children}</p>;

/** A message that stands out. Errors interrupt a screen reader, the others wait. */
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

/** A button that waits until trying again can help. */
const TryAgain = ({ pause, onClick }: { readonly pause: number; readonly onClick: () => void }) => {
  const [left, setLeft] = useState(pause);
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1_000);
    return () => clearTimeout(timer);
  }, [left]);
  return (
    <button type="button" disabled={left > 0} onClick={onClick}>
      {left > 0 ? `Try again in ${left} s` : 'Try again'}
    </button>
  );
};

/** An error with a way on. */
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

/** A button that shows that its work is under way and cannot be pressed twice. */
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
  /** What it does; without it, it sends off the form that it stands in, as the Enter key does. */
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

/** The buttons at the end of a page, with room for what came of the last press. */
export const Footer = ({
  said,
  sticky = false,
  children,
}: {
  readonly said?: ComponentChildren;
  /** Stays in sight while a long page scrolls, so that what came of a press is seen. */
  readonly sticky?: boolean;
  readonly children: ComponentChildren;
}) => (
  <footer class={sticky ? 'row sticky' : 'row'}>
    {said && <div class={sticky ? 'grow whole' : 'grow'}>{said}</div>}
    {children}
  </footer>
);

/** A word that a colour stands for, as in the sheet: `paid`. */
export const Pill = ({ children }: { readonly children: string }) => (
  <span class={`pill ${stageOf(children) ?? ''}`}>{children}</span>
);

/** Sentences that are read when there are few, and opened when there are many. */
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

/** What came of a call, or where it stands. */
export interface Asked<T> {
  readonly value: T | null;
  readonly error: string;
  readonly busy: boolean;
  /** Calls the method; the value of before stays until the new one is there. */
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

/** Puts a page into its place. */
export const show = (page: ComponentChildren): void => {
  const root = document.getElementById('app');
  if (root) render(page, root);
};
