import { ReadsUsedUp, ServiceOff } from '../core/ports';
import { READS_USED_UP } from '../domain/reads-used-up';
import type { Check } from './argument-checks';

/** What a dialog gets back: the value, or a sentence for the user (docs/design.md 3.9). */
export type RpcAnswer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: string };

/** An error that the user can fix: its message is shown as it is. */
export class ForPeople extends Error {}

/** What a dialog may call: its arguments are checked before anything else happens. */
export interface RpcMethod<Backstage> {
  readonly args: readonly Check<unknown>[];
  readonly run: (backstage: Backstage, args: readonly unknown[]) => unknown;
}

/** One method whose arguments are checked one by one, in their order. */
export const method = <Backstage, const Args extends readonly unknown[]>(
  args: { readonly [K in keyof Args]: Check<Args[K]> },
  run: (backstage: Backstage, ...args: Args) => unknown,
): RpcMethod<Backstage> => ({
  args: args as readonly Check<unknown>[],
  run: (backstage, given) => run(backstage, ...(given as unknown as Args)),
});

/** What a call hears that comes from no open dialog. */
export const CLOSED: RpcAnswer = {
  ok: false,
  error: 'This dialog has expired. Please open it again from the CPS Orders menu.',
};
const NOT_UNDERSTOOD = "The sheet didn't understand this request. Close the dialog and open it again.";

/** The checks a call must pass, and where unexpected errors are reported. */
export interface RpcGuard<Backstage> {
  readonly isOpen: (token: unknown) => boolean;
  readonly backstage: () => Backstage;
  /** Notes an unforeseen error; gives its reference. */
  readonly report: (error: unknown, what: string) => string;
}

/** Whether the Sheets service turned a read away for its limit by the minute: by its code, whatever the language (docs/google.md G100). */
const isReadsUsedUp = (error: unknown): boolean =>
  error instanceof ReadsUsedUp || (error as { details?: { code?: number } } | null)?.details?.code === 429;

/** Carries out one call of a dialog. Never throws; a stranger learns nothing but that no dialog is open. */
export const answerRpc = <Backstage>(
  methods: Readonly<Record<string, RpcMethod<Backstage>>>,
  guard: RpcGuard<Backstage>,
  [token, name, ...args]: readonly unknown[],
): RpcAnswer => {
  const refuse = (error: string): RpcAnswer => ({ ok: false, error });
  try {
    if (!guard.isOpen(token)) return CLOSED;
    // Every method is called `feature.what`: by that the audit of docs/security.md finds it in the bundle.
    const known = typeof name === 'string' && name.includes('.') && Object.keys(methods).includes(name);
    const called = known ? methods[name] : undefined;
    const fits = called?.args.length === args.length && called.args.every((check, index) => check(args[index]));
    if (!called || !fits) return refuse(NOT_UNDERSTOOD);
    // A Date in a result arrives as null without an error (docs/google.md G106): only plain JSON leaves.
    return { ok: true, value: JSON.parse(JSON.stringify(called.run(guard.backstage(), args) ?? null)) };
  } catch (error) {
    if (error instanceof ForPeople || error instanceof ServiceOff) return refuse(error.message);
    if (isReadsUsedUp(error)) return refuse(READS_USED_UP);
    const reference = guard.report(error, `The dialog's call ${String(name).slice(0, 40)}`);
    const message = error instanceof Error ? error.message : String(error);
    return refuse(`Something went wrong: ${message} Please try again. (Reference ${reference})`);
  }
};
