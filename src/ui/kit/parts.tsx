import { type ComponentChildren, render } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { call } from './rpc';

/** A spinner with words: something is under way. */
export const Loading = ({ children }: { readonly children: ComponentChildren }) => (
  <p class="loading" role="status">
    <span class="spinner" aria-hidden="true" />
    {children}
  </p>
);

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
    {retry && (
      <button type="button" onClick={retry}>
        Try again
      </button>
    )}
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
  readonly onClick: () => void;
  readonly children: ComponentChildren;
}) => (
  <button type="button" class={primary ? 'primary' : ''} disabled={busy || disabled} aria-busy={busy} onClick={onClick}>
    {busy && <span class="spinner" aria-hidden="true" />}
    {children}
  </button>
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
