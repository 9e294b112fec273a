/** A call that failed; the message is a sentence for the user. */
class CallFailed extends Error {}

const ACCOUNTS =
  "Couldn't reach the sheet. This happens when your browser is signed in to several Google accounts. " +
  'Open the sheet in a private window where you sign in to only one account, and try again.';

/** Google's message is in the language of the account, so it is shown but nothing depends on it. */
const failureText = (error: Error): string =>
  `The sheet didn't respond (${error.message}). Please try again in a moment. If your browser is signed in to several Google accounts, open the sheet in a private window where you sign in to only one.`;

const root = (): HTMLElement => document.getElementById('app') ?? document.body;

/** What the dialog was opened with. */
export const options = <T>(): T => JSON.parse(root().dataset.options || 'null') as T;

interface Answer {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly error?: string;
}

/** Calls the program in the sheet. @throws CallFailed with a sentence that says what to do. */
export const call = <T>(method: string, ...args: readonly unknown[]): Promise<T> =>
  new Promise((resolve, reject) => {
    if (typeof google === 'undefined') {
      reject(new CallFailed(ACCOUNTS));
      return;
    }
    google.script.run
      .withSuccessHandler((answer) => {
        const { ok, value, error } = (answer ?? { ok: false, error: ACCOUNTS }) as Answer;
        if (ok) resolve(value as T);
        else reject(new CallFailed(error ?? ACCOUNTS));
      })
      .withFailureHandler((error) => reject(new CallFailed(failureText(error))))
      .rpc(root().dataset.token ?? '', method, ...args);
  });

/** Closes the dialog. */
export const closeDialog = (): void => {
  if (typeof google !== 'undefined') google.script.host.close();
};
