import { useState } from 'preact/hooks';
import type { Outcome } from '../rpc/outcome';
import { call } from './rpc';

/** The result of the last action, and which one is running. */
export interface Acting {
  /** The name of the running action; blank if there is none. */
  readonly busy: string;
  readonly outcome: Outcome | null;
  /** Calls a method that returns a sentence, then reads what it changed. */
  readonly act: (name: string, method: string, ...args: readonly unknown[]) => Promise<boolean>;
  readonly forget: () => void;
}

/** Actions of a page, one at a time: each reports what it did. */
export const useActing = (after: () => Promise<unknown>): Acting => {
  const [{ busy, outcome }, set] = useState<{ busy: string; outcome: Outcome | null }>({ busy: '', outcome: null });
  const act = async (name: string, method: string, ...args: readonly unknown[]): Promise<boolean> => {
    set({ busy: name, outcome: null });
    let came: Outcome;
    try {
      came = await call<Outcome>(method, ...args);
    } catch (error) {
      came = { isDone: false, text: (error as Error).message };
    }
    await after();
    set({ busy: '', outcome: came });
    return came.isDone;
  };
  return { busy, outcome, act, forget: () => set({ busy: '', outcome: null }) };
};
