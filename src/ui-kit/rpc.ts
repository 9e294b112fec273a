/** A call that did not do what it should; the message is a sentence for the person. */
class CallFailed extends Error {}

const ACCOUNTS =
  'The sheet could not be reached. This happens when this browser is signed in to several Google accounts: ' +
  'please open the sheet in a window where only one of them is signed in (a private window will do), and try again.';

/** Google's words are in the language of the account, so they are shown, and nothing is decided by them. */
const failureText = (error: Error): string =>
  `The sheet did not answer (${error.message}). Please try again in a moment. If this browser is signed in to several Google accounts, open the sheet in a window where only one of them is signed in (a private window will do).`;

const root = (): HTMLElement => document.getElementById('app') ?? document.body;

/** What the dialog was opened with. */
export const options = <T>(): T => JSON.parse(root().dataset.options || 'null') as T;

interface Answer {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly error?: string;
}

/** Calls the program in the sheet. @throws CallFailed with a sentence and a way on. */
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
